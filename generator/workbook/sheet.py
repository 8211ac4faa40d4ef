"""A worksheet as plain values: what stands in which cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from openpyxl import Workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from generator.archive import WORKBOOK
from generator.chinese import day
from generator.form.labels import Spot, label_key
from generator.workbook.guard import Contents

_MOST_ROWS = 5_000
_MOST_COLUMNS = 60
_PLAIN_FORMATS = {"General", "@"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "xl/_rels/workbook.xml.rels"


class CellError(str):
    """What a cell shows instead of a result: #REF!, #N/A."""

    __slots__ = ()


@dataclass(frozen=True)
class Sheet:
    """The cells of a worksheet that are not empty."""

    name: str
    values: Mapping[Spot, object]
    """Typed values; formulas are not among them."""
    formulas: Mapping[Spot, str]
    formats: Mapping[Spot, str]
    """Number formats of the cells that are shown in a way of their own."""
    unseen: tuple[Spot, ...] = ()
    """Cells that hold something but are hidden by a merge or far outside."""

    def text(self, spot: Spot) -> str:
        """Return a typed value as text, without spaces around; empty where there is none."""
        value = self.values.get(spot)
        if isinstance(value, date):
            return day(value)
        return "" if value is None else str(value).strip()

    def find(self, label: str) -> list[Spot]:
        """Return the cells that hold a label, whatever its spaces and widths, from the top."""
        wanted = label_key(label)
        return [spot for spot, key in self.labels() if key == wanted]

    def labels(self) -> Iterator[tuple[Spot, str]]:
        """Yield every cell that holds text, with the text as labels are compared."""
        for spot, value in self.values.items():
            if isinstance(value, str):
                yield spot, label_key(value)

    def filled(self, spot: Spot) -> bool:
        """Tell whether anything is typed or computed there."""
        return spot in self.formulas or self.text(spot) != ""


def read_sheets(workbook: Workbook, contents: Contents) -> list[Sheet]:
    """Read the filled cells of every worksheet, within a window, and note what lies outside."""
    files = sheet_files(contents.parts)
    return [
        _read(worksheet, contents.filled.get(files.get(worksheet.title, ""), []))
        for worksheet in workbook.worksheets
    ]


def _read(worksheet: Worksheet, filled: Sequence[Spot]) -> Sheet:
    hidden = {
        spot
        for area in worksheet.merged_cells.ranges
        for spot in area.cells
        if spot != (area.min_row, area.min_col)
    }
    values: dict[Spot, object] = {}
    formulas: dict[Spot, str] = {}
    formats: dict[Spot, str] = {}
    unseen: list[Spot] = []
    for spot in filled:
        if spot in hidden or spot[0] > _MOST_ROWS or spot[1] > _MOST_COLUMNS:
            unseen.append(spot)
            continue
        cell = worksheet.cell(*spot)
        if cell.value is None:
            continue
        if cell.data_type == "f":
            formulas[spot] = str(getattr(cell.value, "text", cell.value))
        elif isinstance(cell.value, str):
            text = unescape(cell.value)
            values[spot] = CellError(text) if cell.data_type == "e" else text
        else:
            values[spot] = cell.value
        if cell.number_format not in _PLAIN_FORMATS:
            formats[spot] = cell.number_format
    return Sheet(worksheet.title, values, formulas, formats, tuple(unseen))


def sheet_files(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of every worksheet by its name."""
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in ElementTree.fromstring(parts.get(_RELATIONS, b"<none/>"))  # noqa: S314 - guarded
    }
    files: dict[str, str] = {}
    for element in ElementTree.fromstring(parts[WORKBOOK]).iter():  # noqa: S314 - guarded
        target = targets.get(element.get(_RELATION, ""), "")
        if target:
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            files[element.get("name", "")] = part
    return files
