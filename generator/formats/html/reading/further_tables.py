"""A table of a page as a table of a workbook."""

from generator.formats.html.reading.tables import TableText
from generator.manuscript.importing.exhibits.beside_text import TableThere
from generator.manuscript.importing.exhibits.further_tables import further_table, number_in
from generator.model.exhibits import TableCell
from generator.model.printed_lines import printable


def table_there(table: TableText) -> TableThere | None:
    """Return a table without the blank rows and columns around it, its name left empty.

    None where it is blank or larger than one of a workbook may be.
    """
    found = [
        TableCell(one.row, one.column, text, one.rows, one.columns, number_in(text))
        for one in table.placed
        for text in [_text(table.cells[one.row, one.column])]
    ]
    header = max((one.row + 1 for one in table.placed if one.heads), default=0)
    made = further_table(found, header)
    return None if made is None else TableThere(made)


def _text(text: str) -> str:
    return "\n".join(
        line.strip() for line in printable(text).replace("\t", " ").split("\n")
    ).strip()
