"""The grid of a table in a template: labels and tags, merged as the official form prints them."""

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.form.grid import Cell, grid, height, label_columns, width
from generator.form.vocabulary import Table
from generator.formats.docx.drawing.elements import paragraph, text_run
from generator.formats.docx.package.ooxml import element
from generator.formats.docx.package.part_names import W

_ACROSS = 8844
"""Twentieths of a point between the margins of GB/T 9704: 156 mm."""
_LABELS = {0: (), 1: (2211,), 2: (1100, 2100), 3: (500, 900, 2000)}
_LEAST_LABEL = 700
_SIZES = ((5, 21, 320), (9, 18, 280), (99, 16, 240))
"""(columns at most, half points of the letters, twentieths of a line)."""
_HEADER, _LABEL, _FIGURE = "表格表头", "表格标签", "表格文字"
_ROW_HEIGHT = 482


def drawn_table(table: Table) -> etree._Element:
    """Return a table with a tag in the cell of every figure."""
    columns = width(table)
    widths = _widths(table, columns)
    drawn = element("tbl")
    drawn.append(_properties())
    columns_of = etree.SubElement(drawn, W + "tblGrid")
    columns_of.extend([element("gridCol", w=str(one)) for one in widths])
    cells = grid(table)
    _, size, line = next(one for one in _SIZES if columns <= one[0])
    rows = height(table)
    for row in range(rows):
        with_next = row < rows - 1 or bool(table.notes)  # notes stand on the page of their table
        drawn.append(_row(_cells_of(row, cells), widths, size, line, with_next=with_next))
    return drawn


def _widths(table: Table, columns: int) -> list[int]:
    """Return the widths of the columns: labels have what they need, figures share the rest."""
    depth = max(label_columns(block) for block in table.blocks)
    labels = list(_LABELS.get(depth, [_LEAST_LABEL] * depth))
    figures = columns - depth
    each = (_ACROSS - sum(labels)) // figures
    rest = _ACROSS - sum(labels) - each * figures
    return [*labels, *[each] * (figures - 1), each + rest]


def _properties() -> etree._Element:
    found = element("tblPr")
    found.append(element("tblW", w=str(_ACROSS), type="dxa"))
    found.append(element("tblInd", w="0", type="dxa"))
    borders = etree.SubElement(found, W + "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single", sz="4", space="0", color="auto"))
    found.append(element("tblLayout", type="fixed"))
    margins = etree.SubElement(found, W + "tblCellMar")
    for side, wide in (("top", 0), ("left", 57), ("bottom", 0), ("right", 57)):
        margins.append(element(side, w=str(wide), type="dxa"))
    return found


def _cells_of(row: int, cells: Sequence[Cell]) -> Iterator[tuple[Cell, bool]]:
    """Yield the cells of a row from the left; those that go on from above are told."""
    here = [cell for cell in cells if cell.row <= row < cell.row + cell.rows]
    for cell in sorted(here, key=lambda one: one.column):
        yield cell, cell.row < row


def _row(
    cells: Iterator[tuple[Cell, bool]],
    widths: Sequence[int],
    size: int,
    line: int,
    *,
    with_next: bool,
) -> etree._Element:
    found = element("tr")
    properties = etree.SubElement(found, W + "trPr")
    properties.extend(
        [element("cantSplit"), element("trHeight", val=str(_ROW_HEIGHT), hRule="atLeast")]
    )
    for cell, goes_on in cells:
        drawn = etree.SubElement(found, W + "tc")
        drawn.append(_cell_properties(cell, widths, goes_on=goes_on))
        text = "" if goes_on else cell.label or (f"{{{{ {cell.figure} }}}}" if cell.figure else "")
        style = _HEADER if cell.header else _FIGURE if cell.figure else _LABEL
        runs = [text_run(text, size=size)] if text else []
        drawn.append(paragraph(style, *runs, line=line, with_next=with_next))
    return found


def _cell_properties(cell: Cell, widths: Sequence[int], *, goes_on: bool) -> etree._Element:
    found = element("tcPr")
    across = sum(widths[cell.column : cell.column + cell.columns])
    found.append(element("tcW", w=str(across), type="dxa"))
    if cell.columns > 1:
        found.append(element("gridSpan", val=str(cell.columns)))
    if cell.rows > 1:
        found.append(element("vMerge") if goes_on else element("vMerge", val="restart"))
    found.append(element("vAlign", val="center"))
    return found
