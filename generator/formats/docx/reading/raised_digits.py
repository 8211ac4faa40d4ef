"""Digits that stand above or below the line, right beside a number: 228 with the mark of a note.

A workbook has no 上标. What is 2281 when it is read letter by letter may be 228; it is asked.
"""

import re
from itertools import groupby, pairwise

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.text import bits
from generator.manuscript.manuscript import Doubt

_ENDS_IN_NUMBER = re.compile(r"\d[\d.,]*$", re.ASCII)
_BEGINS_WITH_NUMBER = re.compile(r"\d[\d.,]*", re.ASCII)
_LONGEST_NUMBER = 20  # characters


def raised_doubt_of(paragraph: etree._Element, looks: RunLooks) -> Doubt | None:
    """Return the first number of a paragraph of which it is not clear where it ends."""
    pieces = [
        ("".join(text for text, _ in group), raised)
        for raised, group in groupby(
            ((bit.text, _is_raised(bit.element, looks)) for bit in bits(paragraph)),
            key=lambda piece: piece[1],
        )
    ]
    for (before, raised), (after, _) in pairwise(pieces):
        left = _ENDS_IN_NUMBER.search(before[-_LONGEST_NUMBER:])
        right = _BEGINS_WITH_NUMBER.match(after[:_LONGEST_NUMBER])
        if left and right:
            on_line = right[0] if raised else left[0]
            return Doubt(on_line, left[0] + right[0], raised=True)
    return None


def _is_raised(element: etree._Element, looks: RunLooks) -> bool:
    run = next(element.iterancestors(W + "r"), None)
    return run is not None and looks.is_raised(run)
