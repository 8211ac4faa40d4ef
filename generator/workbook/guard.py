"""Opens a workbook only after looking at what is inside it."""

import re
import warnings
from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from generator.archive import MEGABYTE, WORKBOOK, open_archive
from generator.finding import Refusal

_STRICT = b"purl.oclc.org/ooxml"
_MACROS = "xl/vbaProject.bin"
_SHEETS = "xl/worksheets/"
_LARGEST_SHEET = 16 * MEGABYTE
_MOST = {b"c": 200_000, b"dataValidation": 5_000, b"conditionalFormatting": 5_000}
_MOST_STYLES = 70_000  # Excel itself stops at 65,490
_LARGEST_MERGE = 100_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*>")
_REFERENCE = re.compile(rb"""\bref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']""")
_LONG_LIST_OF_CELLS = re.compile(rb"""sqref\s*=\s*["'][^"']{20000}""")


def safe_parts(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a workbook that is safe to open.

    Raise Refusal, in one Chinese sentence, for anything that is not a usable .xlsx.
    """
    parts = open_archive(data, name, WORKBOOK)
    if _STRICT in parts[WORKBOOK]:
        raise Refusal(
            f"{name} 是“Strict Open XML”格式。请在 Excel 里另存为普通的“Excel 工作簿（.xlsx）”。"
        )
    if _MACROS in parts:
        raise Refusal(f"{name} 含有宏。请另存为不含宏的“Excel 工作簿（.xlsx）”。")
    problem = _beyond_limits(parts)
    if problem:
        raise Refusal(f"{name} 里{problem}，没有打开。请把内容复制到新建的工作簿里。")
    return parts


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


def _beyond_limits(parts: Mapping[str, bytes]) -> str:
    """Say what there is too much of, far beyond what staff type; empty where there is not."""
    sheets = [content for part, content in parts.items() if part.startswith(_SHEETS)]
    if any(len(content) > _LARGEST_SHEET for content in sheets):
        return "的工作表大得不正常"
    for element, most in _MOST.items():
        pattern = re.compile(rb"<(?:\w+:)?" + element + rb"\s")
        if sum(len(pattern.findall(content)) for content in sheets) > most:
            return "的单元格或规则多得不正常"
    if any(_LONG_LIST_OF_CELLS.search(content) for content in sheets):
        return "的单元格或规则多得不正常"
    if any(_merged(content) > _LARGEST_MERGE for content in sheets):
        return "合并了大得不正常的单元格区域"
    if parts.get("xl/styles.xml", b"").count(b"xf ") > _MOST_STYLES:
        return "的单元格样式多得不正常"
    return ""


def _merged(content: bytes) -> int:
    """Return how many cells of a sheet are merged; one that cannot be told counts as too many."""
    cells = 0
    for element in _MERGE.findall(content):
        found = _REFERENCE.search(element)
        if not found:
            return _LARGEST_MERGE + 1
        left, top, right, bottom = range_boundaries(b":".join(found.groups()).decode("ascii"))
        cells += ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
    return cells
