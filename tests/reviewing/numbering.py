"""Turn typed numbers into automatic ones, as Word and WPS do on their own while one types."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace as changed
from random import Random

from lxml.etree import _Element as Element

from tests.reviewing import wording
from tests.reviewing.extras import quiet
from tests.reviewing.ooxml import WORD_TYPE, Package, new, w
from tests.reviewing.record import Reviewed
from tests.reviewing.runs import Pen, replace, text_of

_PART = "word/numbering.xml"
_STYLES = "word/styles.xml"
_BEFORE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting")
_MOST = 10  # up to here the Chinese formats agree


@dataclass(frozen=True)
class _Typed:
    """A typed number: （二） is the second of （%）."""

    paragraph: Element
    value: int
    pattern: str
    chinese: bool


def automatic_number(reviewed: Reviewed, rng: Random, *, whole: bool | None = None) -> Reviewed:
    """Make a typed （一） or 1. an automatic number, of one paragraph or a `whole` series.

    What a reader sees stays the same. The number is in the paragraph or, now and then, in a
    style made for it; the list has one level or, now and then, three.

    Raises:
        ValueError: no number is typed in a paragraph without tracked changes.

    """
    package = Package.open(reviewed.data)
    series = _series(quiet(reviewed, package))
    if not series:
        raise ValueError("no typed number")
    chosen = rng.choice(series)
    if not (rng.random() < 0.6 if whole is None else whole):
        chosen = [rng.choice(chosen)]
    _number(package, rng, chosen)
    return changed(reviewed, data=package.save())


def _series(paragraphs: list[Element]) -> list[list[_Typed]]:
    """Return the typed numbers, those that count on from each other together."""
    found: list[list[_Typed]] = []
    last: dict[str, _Typed] = {}
    for paragraph in paragraphs:
        text = text_of(paragraph)
        label = text[: wording.typed_end(text)]
        number = re.search(r"\d+|[一二三四五六七八九十]+", label)
        if not number:
            continue
        digits = number.group()
        value = int(digits) if digits.isdigit() else wording.value_of(digits)
        typed = _Typed(paragraph, value, label.replace(digits, "%"), not digits.isdigit())
        before = last.get(typed.pattern)
        if value > _MOST:
            continue
        if before and before.value + 1 == value:
            next(one for one in found if one[-1] is before).append(typed)
        else:
            found.append([typed])
        last[typed.pattern] = typed
    return found


def _number(package: Package, rng: Random, series: list[_Typed]) -> None:
    first = series[0]
    level = {True: 1 if "（" in first.pattern else 0, False: 2}[first.chinese]
    level = level if rng.random() < 0.3 else 0
    style = _style(package, first.paragraph) if rng.random() < 0.2 else None
    key = _list(package, first, level, rng.choice(_CHINESE), style)
    pen = Pen(package, rng, tracked=False, author="", date=None)
    for typed in series:
        text = text_of(typed.paragraph)
        replace(typed.paragraph, 0, wording.typed_end(text), "", pen)
        properties = typed.paragraph.find(w("pPr"))
        if properties is None:
            properties = new("pPr")
            typed.paragraph.insert(0, properties)
        if style is None:
            at = sum(found.tag in map(w, _BEFORE) for found in properties)
            properties.insert(at, _of_list(key, level))
        else:
            for found in properties.findall(w("pStyle")):
                properties.remove(found)
            properties.insert(0, new("pStyle", val=style))
    if style is not None:
        styles = package.tree(_STYLES)
        made = next(one for one in styles if one.get(w("styleId")) == style)
        made.append(new("pPr", _of_list(key, level)))
        package.put(_STYLES, styles)


def _of_list(key: str, level: int) -> Element:
    return new("numPr", new("ilvl", val=str(level)), new("numId", val=key))


def _style(package: Package, paragraph: Element) -> str:
    """Make a style based on that of a paragraph."""
    styles = package.tree(_STYLES)
    old = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    name = f"自动编号{sum(1 for _ in styles)}"
    made = new("style", new("name", val=name), type="paragraph", customStyle="1", styleId=name)
    if old is not None:
        made.append(new("basedOn", val=old.get(w("val"))))
    styles.append(made)
    package.put(_STYLES, styles)
    return name


def _list(package: Package, first: _Typed, level: int, chinese: str, style: str | None) -> str:
    """Make a list that begins with a number; return its key."""
    if _PART not in package.parts:
        package.put(_PART, new("numbering"))
        package.declare(_PART, f"{WORD_TYPE}.numbering+xml")
        package.relate("numbering", "numbering.xml")
    numbering = package.tree(_PART)
    abstract = _next(numbering, "abstractNum", "abstractNumId")
    made = new("abstractNum", abstractNumId=abstract)
    made.append(new("multiLevelType", val="multilevel" if level else "singleLevel"))
    patterns = [*["%、", "（%）", "%."][:level], first.pattern]
    for depth, pattern in enumerate(patterns):
        own = depth == level
        is_chinese = first.chinese if own else depth < 2
        one = new("lvl", ilvl=str(depth))
        one.append(new("start", val="1"))
        one.append(new("numFmt", val=chinese if is_chinese else "decimal"))
        if own and style is not None:
            one.append(new("pStyle", val=style))
        one.append(new("suff", val="nothing"))
        one.append(new("lvlText", val=pattern.replace("%", f"%{depth + 1}")))
        one.append(new("lvlJc", val="left"))
        made.append(one)
    nums = numbering.findall(w("num"))
    if nums:
        nums[0].addprevious(made)
    else:
        numbering.append(made)
    key = _next(numbering, "num", "numId", lowest=1)
    override = new("lvlOverride", new("startOverride", val=str(first.value)), ilvl=str(level))
    last = numbering.findall(w("num")) or [made]
    last[-1].addnext(new("num", new("abstractNumId", val=abstract), override, numId=key))
    package.put(_PART, numbering)
    return key


def _next(numbering: Element, name: str, attribute: str, lowest: int = 0) -> str:
    to_number: Callable[[Element], int] = lambda one: int(one.get(w(attribute)) or 0)  # noqa: E731
    return str(max([lowest - 1, *map(to_number, numbering.iter(w(name)))]) + 1)
