"""Opens a workbook only after looking at what is inside it."""

import warnings
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.cell_names import bounds
from generator.model.finding import Refusal

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_SHEETS = 255
_LARGEST_AREA = 100_000  # cells that all merges, or all links, of a file may cover
_LONGEST_LIST_OF_CELLS = 20_000  # characters
_AREAS = ("mergeCell", "hyperlink")
_LISTS = ("dataValidation", "conditionalFormatting")


@lru_cache(maxsize=3)
def workbook_parts(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the parts of a workbook that is safe to open. Raise Refusal for any other file.

    To read, rewrite and edit one, each asks for itself: one that was just looked at is not again.
    """
    areas = sheets = 0

    def visit(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal areas, sheets
        if element in _AREAS:
            areas += _size(attributes.get("ref", ""))
        sheets += element == "sheet"
        too_long = element in _LISTS and len(attributes.get("sqref", "")) > _LONGEST_LIST_OF_CELLS
        if too_long or areas > _LARGEST_AREA or sheets > _MOST_SHEETS:
            raise Refusal(
                f"{name} 的合并区域、链接、规则或工作表多得不正常，没有打开。"
                "请新建工作簿（make-report new），再把内容选择性粘贴（数值）过去。"
            )

    return MappingProxyType(open_archive(data, name, WORKBOOK, visit, {*_AREAS, *_LISTS, "sheet"}))


def load(data: bytes, name: str) -> "Workbook":
    """Open a workbook that is safe, to write another one from it."""
    from openpyxl import load_workbook  # reading alone does without it, and it takes its time

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions that it leaves out
            return load_workbook(BytesIO(data))
    except Exception as problem:
        # openpyxl meets a damaged file with whatever exception its parts happen to raise
        raise Refusal(
            f"{name} 的内容已损坏，读不了。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from problem


def _size(reference: str) -> int:
    """Return how many cells an area covers; one that cannot be told counts as too many."""
    try:
        left, top, right, bottom = bounds(reference)
    except ValueError:
        return _LARGEST_AREA + 1
    return (right - left + 1) * (bottom - top + 1)
