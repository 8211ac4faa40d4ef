"""A table of a document as a table of a workbook: its merged cells, its header, its numbers."""

from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.exhibits.alternative import alternative_to
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.list_numbers import before
from generator.formats.docx.reading.tables import merged_cells_of
from generator.formats.docx.text import visible_text
from generator.manuscript.importing.exhibits.beside_text import TableThere
from generator.manuscript.importing.exhibits.further_tables import further_table, number_in
from generator.model.exhibits import TableCell
from generator.model.printed_lines import printable

_OFF = ("0", "false", "off")


def table_there(
    table: etree._Element, numbers: Mapping[etree._Element, str] | None = None
) -> TableThere | None:
    """Return a table without the blank rows and columns around it, its name left empty.

    `numbers` are the automatic ones of paragraphs. None where it is blank or larger than one of a
    workbook may be, or other tables are in it.
    """
    if next(table.iterfind(f".//{W}tbl"), None) is not None:
        return None
    found = [
        TableCell(row, column, text, rows, columns, number_in(text))
        for (row, column), (cell, rows, columns) in merged_cells_of(table).items()
        for text in [_text(cell, numbers or {})]
    ]
    made = further_table(found, _header_rows(table))
    if made is None:
        return None
    described = table.find(f"{W}tblPr/{W}tblDescription")
    said = "" if described is None else " ".join(described.get(W + "val", "").split())
    by_itself = said.endswith(alternative_to(made, ""))
    filled = [cell for cell in found if cell.text]
    top, left = min(cell.row for cell in filled), min(cell.column for cell in filled)
    widths = _widths(table)[left : left + made.width]
    widths = widths if len(widths) == made.width else ()
    return TableThere(made, "" if by_itself else said, (top, left), widths)


def _widths(table: etree._Element) -> tuple[int, ...]:
    """Return how wide the columns are; empty where one is not said, or said to be none."""
    said = [column.get(W + "w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    widths = [int(one) if one.isascii() and one.isdigit() else 0 for one in said]
    return tuple(widths) if all(widths) else ()


def _text(cell: etree._Element, numbers: Mapping[etree._Element, str]) -> str:
    own = ((numbers.get(line, ""), printable(visible_text(line))) for line in cell.iter(W + "p"))
    lines = (f"{before(number, words)}{words}".replace("\t", " ") for number, words in own)
    return "\n".join(line.strip() for line in "\n".join(lines).split("\n")).strip()


def _header_rows(table: etree._Element) -> int:
    """Return how many rows at the top are printed again on every page."""
    for number, row in enumerate(table.iterchildren(W + "tr")):
        mark = row.find(f"{W}trPr/{W}tblHeader")
        if mark is None or mark.get(W + "val", "1") in _OFF:
            return number
    return 0
