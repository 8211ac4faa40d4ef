"""Digits that stand above or below the line, right beside a number, in a paragraph of Word."""

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.text import bits
from generator.manuscript.doubtful_numbers import raised_doubt
from generator.manuscript.manuscript import Doubt


def raised_doubt_of(paragraph: etree._Element, looks: RunLooks) -> Doubt | None:
    """Return the first number of a paragraph of which it is not clear where it ends."""
    return raised_doubt((bit.text, _is_raised(bit.element, looks)) for bit in bits(paragraph))


def _is_raised(element: etree._Element, looks: RunLooks) -> bool:
    run = next(element.iterancestors(W + "r"), None)
    return run is not None and looks.is_raised(run)
