"""The labels that automatic lists show: 一、 （一） 1. ①, which no text of the document holds."""

import re
import unicodedata
from collections import defaultdict

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.numbered_lists import NumberedList, Numbering
from generator.formats.docx.reading.numeral_formats import in_format
from generator.formats.docx.text import FALLBACK

_NUMBER = re.compile(r"%([1-9])")
_TEXT_BOX = W + "txbxContent"
_PRIVATE = "Co"
_SIGN = "•"
_LEGAL = ("decimal", "decimalZero")


def list_numbers(
    root: etree._Element, numbering: etree._Element | None, styles: etree._Element | None
) -> dict[etree._Element, str]:
    """Return the label of every paragraph that shows one, without the tab or space after it.

    Reads a document without tracked changes, so an accepted or original one. `numbering` and
    `styles` are the parts of these names. A sign from a font of symbols is told as •. Each text
    box is counted by itself, as in Word.
    """
    definitions = Numbering(numbering, styles)
    counters: defaultdict[etree._Element | None, _Counters] = defaultdict(_Counters)
    labels: dict[etree._Element, str] = {}
    for paragraph in root.iter(W + "p"):
        place = definitions.place_of(paragraph)
        if place is None or next(paragraph.iterancestors(FALLBACK), None) is not None:
            continue
        list_id, found, level = place
        counted = counters[next(paragraph.iterancestors(_TEXT_BOX), None)]
        label = _label(found, level, counted.count(list_id, found, level)).strip()
        if label:
            labels[paragraph] = label
    return labels


def before(number: str, words: str) -> str:
    """Return an automatic number as it stands before words: 1 and 12件 are not 112件."""
    touching = number[-1:].isalnum() or words.lstrip()[:1].isdigit()
    return f"{number} " if number and words.strip() and touching else number


class _Counters:
    """Where each list has come to."""

    def __init__(self) -> None:
        self._at: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[int, int]] = set()

    def count(self, list_id: int, found: NumberedList, level: int) -> dict[int, int]:
        """Count one paragraph and return the numbers of the levels, now."""
        at = self._at[found.counter]
        if level in found.restarted and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            at.pop(level, None)
        for deeper in [number for number in at if number > level]:
            known = found.levels.get(deeper)
            if known is None or known.restarts_after(level, deeper):
                del at[deeper]
        for left_out in range(level):  # Word and LibreOffice count those as if they were there
            if left_out in found.levels:
                at.setdefault(left_out, found.levels[left_out].start)
        at[level] = at[level] + 1 if level in at else found.levels[level].start
        return at


def _label(found: NumberedList, level: int, at: dict[int, int]) -> str:
    own = found.levels[level]
    if own.kind == "bullet":
        return "".join(
            _SIGN if unicodedata.category(sign) == _PRIVATE else sign for sign in own.text
        )

    def number(match: re.Match[str]) -> str:
        shown = int(match[1]) - 1
        other = found.levels.get(shown)
        if other is None or shown not in at:
            return ""
        as_it_is = not own.legal or other.kind == "none" or (other is own and other.kind in _LEGAL)
        return in_format(at[shown], other.kind if as_it_is else "decimal")

    return _NUMBER.sub(number, own.text)
