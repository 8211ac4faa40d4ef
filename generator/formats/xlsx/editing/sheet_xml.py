"""The XML of a worksheet: where its rows, cells, formulas and results stand, byte by byte."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import Area, bounds, spot_of
from generator.formats.xlsx.editing.xml_splice import Element

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_START_TAG = re.compile(rb"""<([^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_CELL = "worksheet/sheetData/row/c"
_WANTED = {
    *("worksheet/sheetData", "worksheet/sheetData/row", _CELL, f"{_CELL}/f", f"{_CELL}/v"),
    *("worksheet/cols/col", "worksheet/mergeCells/mergeCell"),
}
_JOINT_FORMULAS = {"array", "dataTable"}
_TRUE = {"1", "true"}


@dataclass
class SheetCell:
    """One cell as it is written."""

    element: Element
    formula: Element | None = None
    value: Element | None = None

    @property
    def kind(self) -> str:
        """What its value is: n, s, str, inlineStr, b, e or d."""
        return self.element.attributes.get("t", "n")


@dataclass
class SheetRow:
    """One row as it is written."""

    element: Element
    cells: list[tuple[int, Element]] = field(default_factory=list)
    """Columns, and their cells."""

    @property
    def own_height(self) -> bool:
        """Whether its height was set, so that it does not grow with its text."""
        return self.element.attributes.get("customHeight") in _TRUE

    @property
    def style(self) -> str | None:
        """The style of its empty cells, where it has one of its own."""
        style = self.element.attributes.get("s", "")
        own = self.element.attributes.get("customFormat") in _TRUE
        return style if own and style.isdecimal() else None


@dataclass
class SheetXml:
    """A worksheet as it is written."""

    content: bytes
    data: Element
    """All rows."""
    rows: dict[int, SheetRow]
    cells: dict[Spot, SheetCell]
    column_styles: list[tuple[int, int, str]]
    """First column, last column, style of their empty cells."""
    joint: list[Area]
    """Merges, arrays and data tables: only the first cell of each is one to be filled."""

    def covers(self, spot: Spot) -> bool:
        """Tell whether a cell is a further one of a merge, an array or a data table."""
        row, column = spot
        return any(
            top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
            for left, top, right, bottom in self.joint
        )


def read_sheet_xml(content: bytes) -> SheetXml:
    """Look through a worksheet. Raise ValueError where it is none, or is not well-formed."""
    found = _elements(content)
    data = next((element for path, element in found if path == "worksheet/sheetData"), None)
    if data is None:
        raise ValueError("no sheetData")
    sheet = SheetXml(content, data, {}, {}, column_styles=[], joint=[])
    row, number, column = SheetRow(data), 0, 0
    for path, element in found:
        match path.removeprefix("worksheet/"):
            case "sheetData/row":
                number, column = int(element.attributes.get("r", number + 1)), 0
                row = SheetRow(element)
                sheet.rows.setdefault(number, row)
            case "sheetData/row/c":
                name = element.attributes.get("r")  # without it, it follows the one before it
                spot = spot_of(name.upper()) if name else (number, column + 1)
                column = spot[1]
                row.cells.append((column, element))
                cell = sheet.cells[spot] = SheetCell(element)
            case "sheetData/row/c/f":
                cell.formula = element
                if element.attributes.get("t") in _JOINT_FORMULAS:
                    sheet.joint.append(bounds(element.attributes.get("ref", "")))
            case "sheetData/row/c/v":
                cell.value = element
            case "mergeCells/mergeCell":
                sheet.joint.append(bounds(element.attributes.get("ref", "")))
            case "cols/col" if (style := element.attributes.get("style", "")).isdecimal():
                first, last = (int(element.attributes.get(end, 0)) for end in ("min", "max"))
                sheet.column_styles.append((first, last, style))
    return sheet


def _elements(content: bytes) -> list[tuple[str, Element]]:
    """Return the elements of interest with their paths, in the order in which they begin."""
    found: list[tuple[str, Element]] = []
    path: list[str] = []
    inside: list[Element | None] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True  # else each character that is written as a number comes alone

    def start(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        path.append(name if namespace == _MAIN else tag)
        where = "/".join(path)
        at = parser.CurrentByteIndex
        written = _START_TAG.match(content, at) if where in _WANTED else None
        element = Element(written[1], attributes, at, written.end()) if written else None
        inside.append(element)
        if element:
            found.append((where, element))

    def text(said: str) -> None:
        if element := inside[-1]:
            element.text += said

    def end(_: str) -> None:
        path.pop()
        if element := inside.pop():
            element.closing = element.end = parser.CurrentByteIndex
            if not content.endswith(b"/>", element.start, element.inside):
                element.end = content.index(b">", element.closing) + 1

    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)  # noqa: FBT003 - isfinal
    except expat.ExpatError as problem:
        raise ValueError(str(problem)) from problem
    return found
