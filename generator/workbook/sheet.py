"""A worksheet as plain values: what stands in which cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from generator.archive import WORKBOOK
from generator.chinese import day
from generator.form.labels import Spot, label_key

_MOST_ROWS = 5_000
_MOST_COLUMNS = 60
_PLAIN_FORMATS = {"General", "@", "0"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_FILLED_CELL = re.compile(
    rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]+)(\d+)["'][^>]*>\s*<(?:\w+:)?(?:f|is|v>[^<])"""
)


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


def read_sheets(workbook: Workbook, parts: Mapping[str, bytes]) -> list[Sheet]:
    """Read a bounded window of every worksheet, and note what it does not show."""
    files = _files(parts)
    return [
        _read(worksheet, parts.get(files.get(worksheet.title, ""), b""))
        for worksheet in workbook.worksheets
    ]


def _read(worksheet: Worksheet, content: bytes) -> Sheet:
    values: dict[Spot, object] = {}
    formulas: dict[Spot, str] = {}
    formats: dict[Spot, str] = {}
    rows, columns = worksheet.max_row, worksheet.max_column
    for row in worksheet.iter_rows(
        max_row=min(rows, _MOST_ROWS), max_col=min(columns, _MOST_COLUMNS)
    ):
        for cell in row:
            if cell.value is None:
                continue
            spot = cell.row, cell.column
            if cell.data_type == "f":
                formulas[spot] = str(getattr(cell.value, "text", cell.value))
            elif isinstance(cell.value, str):
                text = unescape(cell.value)
                values[spot] = CellError(text) if cell.data_type == "e" else text
            else:
                values[spot] = cell.value
            if cell.number_format not in _PLAIN_FORMATS:
                formats[spot] = cell.number_format
    return Sheet(worksheet.title, values, formulas, formats, _unseen(worksheet, content))


def _unseen(worksheet: Worksheet, content: bytes) -> tuple[Spot, ...]:
    """Return the filled cells that lie under a merge, where Excel shows nothing, or far out."""
    hidden = {
        spot
        for area in worksheet.merged_cells.ranges
        for spot in area.cells
        if spot != (area.min_row, area.min_col)
    }
    filled = [
        (int(row), column_index_from_string(column.decode("ascii")))
        for column, row in _FILLED_CELL.findall(content)
    ]
    return tuple(
        spot for spot in filled if spot in hidden or spot[0] > _MOST_ROWS or spot[1] > _MOST_COLUMNS
    )


def _files(parts: Mapping[str, bytes]) -> dict[str, str]:
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
