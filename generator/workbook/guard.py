"""Opens a workbook only after looking at what is inside it."""

import re
import warnings
from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string, range_boundaries

from generator.archive import WORKBOOK, open_archive, scan_parts
from generator.finding import Refusal
from generator.form.labels import Spot

_STRICT = b"purl.oclc.org/ooxml"
_MACROS = "xl/vbaProject.bin"
_MOST_SHEETS = 255
_LARGEST_AREA = 100_000  # cells that all merges, or all links, of a file may cover
_LONGEST_LIST_OF_CELLS = 20_000  # characters
_AREAS = ("mergeCell", "hyperlink")
_LISTS = ("dataValidation", "conditionalFormatting")
_CONTENT = ("v", "f", "is")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ROW = re.compile(r"\d{1,7}")
_AREA = re.compile(r"\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?")


class Contents:
    """The parts of a workbook that is safe to open, and which cells of each hold anything."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look through a file. Raise Refusal for anything that is not a usable .xlsx."""
        self.parts: dict[str, bytes] = open_archive(data, name, WORKBOOK)
        self.filled: dict[str, list[Spot]] = {}
        """Cells with a value or formula, by the part of their sheet."""
        self._name = name
        self._areas = self._sheets = 0
        self._row, self._at = 0, (0, 0)
        if _STRICT in self.parts[WORKBOOK]:
            raise Refusal(
                f"{name} 是“Strict Open XML”格式。"
                "请在 Excel 里另存为普通的“Excel 工作簿（.xlsx）”。"
            )
        if _MACROS in self.parts:
            raise Refusal(f"{name} 含有宏。请另存为不含宏的“Excel 工作簿（.xlsx）”。")
        scan_parts(self.parts, name, self._visit)

    def _visit(self, part: str, element: str, attributes: Mapping[str, str]) -> None:
        if element == "row":
            number = attributes.get("r", "")
            self._row = int(number) if _ROW.fullmatch(number) else self._row + 1
            self._at = (self._row, 0)
        elif element == "c":
            self._at = self._cell(attributes.get("r"))
        elif element in _CONTENT:
            filled = self.filled.setdefault(part, [])
            if self._at[0] and (not filled or filled[-1] != self._at):
                filled.append(self._at)
        elif element in _AREAS:
            self._areas += _size(attributes.get("ref", ""))
        elif element == "sheet":
            self._sheets += 1
        too_long = element in _LISTS and len(attributes.get("sqref", "")) > _LONGEST_LIST_OF_CELLS
        if too_long or self._areas > _LARGEST_AREA or self._sheets > _MOST_SHEETS:
            raise Refusal(
                f"{self._name} 的合并区域、链接、规则或工作表多得不正常，没有打开。"
                "请把内容复制到新建的工作簿里。"
            )

    def _cell(self, reference: str | None) -> Spot:
        """Return where a cell is; without a reference it follows the one before it."""
        found = _CELL.fullmatch(reference or "")
        if not found:
            return self._row, self._at[1] + 1
        return int(found[2]), column_index_from_string(found[1])


def load(data: bytes, name: str, *, values: bool = False) -> Workbook:
    """Open a workbook that is safe, with formulas or, if `values`, with what they last showed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions that it leaves out
            return load_workbook(BytesIO(data), data_only=values)
    except Exception as problem:
        # openpyxl meets a damaged file with whatever exception its parts happen to raise
        raise Refusal(
            f"{name} 的内容已损坏，读不了。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from problem


def _size(reference: str) -> int:
    """Return how many cells an area covers; one that cannot be told counts as too many."""
    if not _AREA.fullmatch(reference):
        return _LARGEST_AREA + 1
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError:
        return _LARGEST_AREA + 1
    return ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
