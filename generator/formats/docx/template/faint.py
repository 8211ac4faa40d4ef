"""Words of a template that are there and that nobody can see: white on white, or too small.

Every report would carry them, for whoever marks its text and copies it. Letters may be white where
something dark is behind them, as in the head of a table.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.looks.lettering import WHITE, shade, size_of
from generator.formats.docx.reading.looks.measures import TWIPS, number, word
from generator.formats.docx.reading.looks.styles import Properties, Styles

_SMALLEST = 3.0  # points: nobody reads smaller letters, and no line is lower
_NARROWEST = 10  # per cent of a letter's usual width
_NEARLY_WHITE = re.compile("(?:F[0-9A-F]){3}")
_LIGHT = ("background1", "light1", "bg1", "lt1")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_STEP = re.compile(r"(?:\{%.*?%\}|\s)*")
_SHADED = (("tc", "tcPr"), ("tbl", "tblPr"))
_SHOWN = 30


def faint(roots: Mapping[str, etree._Element], styles: etree._Element) -> Iterator[str]:
    """Find words that nobody can see, once in a paragraph, in the parts that may hold tags."""
    for part, words, why in faint_words(roots, styles):
        yield f"{part}：“{words:.{_SHOWN}}”{why}，印出来看不见，请删去或者改得看得见"


def faint_words(
    roots: Mapping[str, etree._Element], styles: etree._Element
) -> Iterator[tuple[str, str, str]]:
    """Yield the part, the words and why nobody can see them, once in a paragraph."""
    resolved = Styles(styles)
    coloured = any(root.find(f"{W}background") is not None for root in roots.values())
    shaded = {
        style.get(W + "styleId", "")
        for style in styles.iter(W + "style")
        if any(shade(one) != WHITE for one in style.iter(W + "shd"))
    }
    for part, root in roots.items():
        for paragraph in root.iter(W + "p"):
            for words, why in _unseen(paragraph, resolved, shaded, coloured=coloured):
                yield part, words, why
                break


def _unseen(
    paragraph: etree._Element, styles: Styles, shaded: set[str], *, coloured: bool
) -> Iterator[tuple[str, str]]:
    low = _too_low(paragraph, styles)
    for run in paragraph.iter(W + "r"):
        words = "".join(text.text or "" for text in run.iterchildren(W + "t"))
        if _STEP.fullmatch(words) or next(run.iterancestors(W + "p")) is not paragraph:
            continue
        look = styles.run(run, paragraph)
        if low:
            yield words, "所在的行太矮"
        elif size_of(look) < _SMALLEST or (number(look.get(W + "w"), "val") or 100) < _NARROWEST:
            yield words, "的字太小"
        elif look.get(_W14 + "textFill") is not None and _is_unfilled(look[_W14 + "textFill"]):
            yield words, "没有颜色"
        elif not coloured and _is_white(look) and not _on_colour(run, look, styles, shaded):
            yield words, "是白色的字"


def _too_low(paragraph: etree._Element, styles: Styles) -> bool:
    """Tell whether a line, or the row of a table, is held lower than any letter."""
    spacing = styles.paragraph(paragraph).get(W + "spacing")
    heights = [
        number(height, "val", TWIPS)
        for row in paragraph.iterancestors(W + "tr")
        for height in row.iterfind(f"{W}trPr/{W}trHeight")
        if word(height, "hRule") == "exact"
    ]
    if word(spacing, "lineRule") == "exact":
        heights.append(number(spacing, "line", TWIPS))
    return any(height is not None and height < _SMALLEST for height in heights)


def _is_unfilled(fill: etree._Element) -> bool:
    return fill.find(_W14 + "noFill") is not None


def _is_white(look: Properties) -> bool:
    colour = look.get(W + "color")
    if word(colour, "themeColor") in _LIGHT:
        return colour is not None and colour.get(W + "themeShade") is None
    return _NEARLY_WHITE.fullmatch(word(colour).upper()) is not None


def _on_colour(run: etree._Element, look: Properties, styles: Styles, shaded: set[str]) -> bool:
    """Tell whether something is behind white letters, or may be: shapes have their own colour."""
    if word(look.get(W + "highlight"), usual="none") or shade(look.get(W + "shd")) != WHITE:
        return True
    paragraph = next(run.iterancestors(W + "p"))
    if shade(styles.paragraph(paragraph).get(W + "shd")) != WHITE:
        return True
    if next(run.iterancestors(W + "txbxContent"), None) is not None:
        return True
    behind = (
        held.find(f"{W}{properties}")
        for kind, properties in _SHADED
        for held in run.iterancestors(W + kind)
    )
    return any(
        shade(one.find(W + "shd")) != WHITE or word(one.find(W + "tblStyle")) in shaded
        for one in behind
        if one is not None
    )
