"""Writes text into a cell so that it stays text, and comes back as it was."""

import re

from openpyxl.cell.cell import Cell, MergedCell

from generator.model.finding import Refusal
from generator.model.printed_lines import NOT_IN_XML

_LONGEST = 32_767  # characters that Excel keeps in a cell
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """Write text that is never taken for a formula.

    Raise Refusal where it is longer than a cell can hold.
    """
    escaped = as_stored(text, f"{cell.parent.title} {cell.coordinate}")
    if not isinstance(cell, Cell):
        return
    cell.value = escaped or None
    if escaped:  # an empty cell of this kind would be an inline string without one
        cell.data_type = "s"


def as_stored(text: str, where: str) -> str:
    """Return text as a file holds it, escaped.

    Raise Refusal, which names the cell by `where`, for more than a cell can hold.
    """
    escaped = escaped_for_xml(text)
    if len(escaped) > _LONGEST:
        raise Refusal(
            f"{where} 的文字有 {len(escaped)} 字，"
            f"超过了 Excel 一格 {_LONGEST} 字的上限。请分成几段。"
        )
    return escaped


def escaped_for_xml(text: str) -> str:
    """Return text with what XML cannot hold as Excel writes it: _x0007_."""
    escaped = _LOOKS_ESCAPED.sub("_x005F_", text)
    return NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped)
