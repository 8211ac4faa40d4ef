"""A further table, looking as the form's own tables do."""

import copy
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from generator.formats.docx.exhibits.text_block import TextBlock
from generator.formats.docx.package.ooxml import element
from generator.formats.docx.package.part_names import W
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.printed_lines import printable

_PLAIN_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_NARROWEST, _WIDEST = 4, 24
"""Characters by which columns share the width, each half as wide as a Chinese one."""
_LONG = 24
"""From so many on a cell is read as text, which begins at the left."""
_WHOLE = 6
"""So many rows below the head are not parted by the end of a page."""
_ROW_HEIGHT = "482"


def table_of(
    table: FurtherTable, block: TextBlock, look: etree._Element | None, alternative: str
) -> etree._Element:
    """Return a table as wide as the text; `look` is a table of the form, to look like."""
    widths = _widths(table, block.width)
    made = element("tbl")
    made.append(_properties(look, block.width, alternative))
    grid = etree.SubElement(made, f"{W}tblGrid")
    grid.extend(element("gridCol", w=str(width)) for width in widths)
    heads, words = _cell_looks(look)
    by_row: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            by_row.setdefault(row, []).append(cell)
    for number in range(table.height):
        head, stays = number < table.header_rows, _stays_with_next(table, number)
        line = etree.SubElement(made, f"{W}tr")
        line.append(_row_properties(head=head))
        for cell in sorted(by_row.get(number, []), key=lambda one: one.column):
            line.append(_cell(cell, number, widths, heads if head else words, stays=stays))
    return made


def _properties(look: etree._Element | None, width: int, alternative: str) -> etree._Element:
    found = None if look is None else look.find(f"{W}tblPr")
    if found is None:
        made = element("tblPr")
        borders = element("tblBorders")
        borders.extend(
            element(side, val="single", sz="4", space="0", color="auto") for side in _PLAIN_BORDERS
        )
        made.extend([element("tblW", w="0", type="dxa"), borders, element("tblLayout")])
    else:
        made = copy.deepcopy(found)
    for tag, values in (
        ("tblW", {"w": str(width), "type": "dxa"}),
        ("tblLayout", {"type": "fixed"}),
    ):
        for one in made.findall(W + tag):
            one.attrib.update({W + name: value for name, value in values.items()})
    for tag in ("tblpPr", "tblOverlap", "tblCaption", "tblDescription", "tblPrChange"):
        for one in made.findall(W + tag):
            made.remove(one)
    made.append(element("tblDescription", val=alternative))
    return made


def _stays_with_next(table: FurtherTable, row: int) -> bool:
    """Tell whether no page may end below a row: a small table is whole, no row stands alone."""
    rows = table.height - table.header_rows
    return row < table.height - 1 and (
        rows <= _WHOLE or row <= table.header_rows or row == table.height - 2
    )


def _row_properties(*, head: bool) -> etree._Element:
    made = element("trPr")
    made.extend([element("cantSplit"), element("trHeight", val=_ROW_HEIGHT, hRule="atLeast")])
    if head:
        made.append(element("tblHeader"))
    return made


def _cell_looks(
    look: etree._Element | None,
) -> tuple[Sequence[etree._Element], Sequence[etree._Element]]:
    """Return the paragraph's and the run's properties of a heading cell, and of another one."""
    if look is None:
        return (), ()
    lines = list(look.iter(f"{W}p"))
    return (_looks(lines[0]), _looks(lines[-1])) if lines else ((), ())


def _looks(line: etree._Element) -> Sequence[etree._Element]:
    found = (line.find(f"{W}pPr"), line.find(f"{W}r/{W}rPr"))
    return [one for one in found if one is not None]


def _cell(
    cell: TableCell,
    row: int,
    widths: Sequence[int],
    looks: Sequence[etree._Element],
    *,
    stays: bool,
) -> etree._Element:
    made = element("tc")
    about = etree.SubElement(made, f"{W}tcPr")
    width = sum(widths[cell.column : cell.column + cell.columns])
    about.append(element("tcW", w=str(width), type="dxa"))
    if cell.columns > 1:
        about.append(element("gridSpan", val=str(cell.columns)))
    if cell.rows > 1:
        about.append(element("vMerge", val="restart" if row == cell.row else "continue"))
    about.append(element("vAlign", val="center"))
    shown = cell.text if row == cell.row else ""
    for text in printable(shown).split("\n"):
        made.append(_line(text, looks, stays=stays))
    return made


def _line(text: str, looks: Sequence[etree._Element], *, stays: bool) -> etree._Element:
    made, run = element("p"), element("r")
    for one in looks:
        (made if one.tag == f"{W}pPr" else run).append(copy.deepcopy(one))
    about = made.find(f"{W}pPr")
    if about is None:
        about = element("pPr")
        made.insert(0, about)
    for one in about.findall(f"{W}keepNext"):
        about.remove(one)
    if stays:
        style = about.find(f"{W}pStyle")
        about.insert(0 if style is None else 1, element("keepNext"))
    if _room(text) > _LONG:
        for one in about.findall(f"{W}jc"):
            about.remove(one)
        about.append(element("jc", val="left"))
    if text:
        words = etree.SubElement(run, f"{W}t")
        words.text = text
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(run)
    return made


def _widths(table: FurtherTable, whole: int) -> list[int]:
    """Share the width among the columns by what stands in them, in twentieths of a point."""
    needed = [_NARROWEST] * table.width
    for cell, room in _single(table):
        needed[cell.column] = max(needed[cell.column], min(room, _WIDEST))
    unit = whole / sum(needed)
    edges = [round(unit * sum(needed[:number])) for number in range(table.width + 1)]
    return [after - before for before, after in pairwise(edges)]


def _single(table: FurtherTable) -> Iterator[tuple[TableCell, int]]:
    for cell in table.cells:
        if cell.columns == 1:
            yield cell, max(map(_room, cell.text.split("\n")))


def _room(text: str) -> int:
    """Return how wide a text is, a Chinese character counting two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
