"""What tables look like."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.looks.lettering import WHITE, shade
from generator.formats.docx.reading.looks.measures import TWIPS, direction, number, word
from generator.formats.docx.reading.looks.paragraphs import border
from generator.formats.docx.reading.looks.styles import Properties, is_on, written
from generator.manuscript.looks import TABLE_INDENT, Look, Stretch, Value

_ROW_SWITCHES = {"cantSplit": "跨页断行", "tblHeader": "标题行重复", "hidden": "隐藏的行"}
_RULES = {"exact": 1.0}
_SIDES = {  # side of a cell: the line of the table inside, and at its edge
    "top": ("insideH", "top"),
    "bottom": ("insideH", "bottom"),
    "left": ("insideV", "left"),
    "right": ("insideV", "right"),
}
_BORDERS, _MARGINS = W + "tblBorders", W + "tblCellMar"
_DIAGONALS = ("tl2br", "tr2bl")
_USUAL_MARGINS = (0.0, 0.0, 5.4, 5.4)  # points; of the sides in their order
_OTHERWISE = {"left": "start", "right": "end"}

Edges = tuple[bool, bool, bool, bool]
"""Whether a cell stands at an edge of its table: top, bottom, left, right."""


def table_look(table: etree._Element, properties: Properties, styled: str) -> Look:
    """Return the look of a table as a whole; `styled` are the parts that its style draws apart."""
    aligned = word(properties.get(W + "jc"))
    columns = [number(one, "w", TWIPS) or 0.0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    floats = properties.get(W + "tblpPr") is not None
    indent = number(properties.get(W + "tblInd"), "w", TWIPS) or 0.0
    return {
        "表格方向": "bidi" if is_on(properties.get(W + "bidiVisual")) else "",
        TABLE_INDENT: (0.0 if aligned in ("center", "right", "end") else indent,),
        "文字环绕": "around" if floats else "",
        "表格对齐": "" if aligned in ("left", "start") else aligned,
        "列宽": tuple(columns),
        "表格样式": styled,
    }


def row_look(row: etree._Element) -> Look:
    """Return the look of a row."""
    properties = row.find(W + "trPr")
    found: dict[str, Value] = {}
    for tag, name in _ROW_SWITCHES.items():
        if properties is not None and is_on(properties.find(W + tag)):
            found[name] = tag
    height = None if properties is None else properties.find(W + "trHeight")
    found["行高"] = _RULES.get(word(height, "hRule"), 0.0), number(height, "val", TWIPS) or 0.0
    return found


def cell_looks(
    table: etree._Element,
    cells: Mapping[Spot, etree._Element],
    words: Mapping[etree._Element, Sequence[Stretch]],
    properties: Properties,
) -> Iterator[tuple[Spot, Look]]:
    """Yield the look of every cell at its place in the grid; `words` are those of paragraphs."""
    last = sum(1 for _ in table.iterchildren(W + "tr")) - 1
    lines = properties.get(_BORDERS)
    margins = _margins(properties.get(_MARGINS), _USUAL_MARGINS)
    known: dict[tuple[bytes, int, Edges], Look] = {}
    for (row, column), cell in cells.items():
        own = cell.find(W + "tcPr")
        edges = row == 0, row == last, column == 0, cell.getnext() is None
        empty = _empty_lines(cell, words)
        key = written(own), empty, edges
        if key not in known:
            around = "/".join(_lines(own, lines, edges))
            known[key] = _cell_look(own, empty, margins, around)
        yield (row, column), known[key]


def _cell_look(
    own: etree._Element | None, empty: int, margins: tuple[float, ...], lines: str
) -> Look:
    """Return the look of a cell; `margins` are those of its table, unless it has its own."""
    found: dict[str, Value] = {}
    upright = None if own is None else own.find(W + "vAlign")
    found["垂直对齐"] = word(upright, usual="top")
    turned = None if own is None else own.find(W + "textDirection")
    found["文字方向"] = direction(turned)
    if (behind := shade(None if own is None else own.find(W + "shd"))) != WHITE:
        found["单元格底纹"] = behind
    if empty:
        found["空行"] = (float(empty),)
    found["单元格边距"] = _margins(None if own is None else own.find(W + "tcMar"), margins)
    found["边框"] = lines
    return found


def _empty_lines(cell: etree._Element, words: Mapping[etree._Element, Sequence[Stretch]]) -> int:
    """Return how many empty paragraphs a cell has beside its text; one that is empty has one."""
    paragraphs = list(cell.iterchildren(W + "p"))
    with_text = sum(1 for one in paragraphs if any(word.text.strip() for word in words[one]))
    return len(paragraphs) - max(1, with_text)


def _lines(
    own: etree._Element | None, of_table: etree._Element | None, edges: Edges
) -> Iterator[str]:
    """Yield the four lines around a cell, its own, else the table's; then those across it."""
    given = None if own is None else own.find(W + "tcBorders")
    for (side, names), at_edge in zip(_SIDES.items(), edges, strict=True):
        line = None if given is None else given.find(W + side)
        if line is None and of_table is not None:
            line = of_table.find(W + names[at_edge])
        yield border(line)
    for side in _DIAGONALS:
        if crossing := border(None if given is None else given.find(W + side)):
            yield f"{side} {crossing}"


def _margins(own: etree._Element | None, usual: tuple[float, ...]) -> tuple[float, ...]:
    """Return how far text stays from the sides of a cell, by its own margins, else the usual.

    In points, of the sides in their order.
    """
    if own is None:
        return usual
    found = []
    for at, side in enumerate(_SIDES):
        said = (
            number(own.find(W + name), "w", TWIPS) for name in (side, _OTHERWISE.get(side, side))
        )
        found.append(next((one for one in said if one is not None), usual[at]))
    return tuple(found)
