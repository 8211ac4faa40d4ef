"""Opens a workbook only after looking at what is inside it."""

import re
import warnings
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from generator.archive import WORKBOOK, open_archive
from generator.finding import Refusal

_STRICT = b"purl.oclc.org/ooxml"
_MACROS = "xl/vbaProject.bin"
_MOST_CELLS = 300_000
_MOST_STYLES = 70_000  # Excel itself stops at 65,490
_LARGEST_MERGE = 100_000
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')


def open_workbook(data: bytes, name: str, *, values: bool = False) -> Workbook:
    """Open a workbook, with formulas or, if `values`, with what they last showed.

    Raise Refusal, in one Chinese sentence, for anything that is not a usable .xlsx.
    """
    parts = open_archive(data, name, WORKBOOK)
    if _STRICT in parts[WORKBOOK]:
        raise Refusal(
            f"{name} 是“Strict Open XML”格式。请在 Excel 里另存为普通的“Excel 工作簿（.xlsx）”。"
        )
    if _MACROS in parts:
        raise Refusal(f"{name} 含有宏。请另存为不含宏的“Excel 工作簿（.xlsx）”。")
    _within_limits(parts, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions that it leaves out
            return load_workbook(BytesIO(data), data_only=values)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, ParseError):
        raise Refusal(
            f"{name} 的内容已损坏，读不了。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from None


def _within_limits(parts: dict[str, bytes], name: str) -> None:
    cells = 0
    for part, content in parts.items():
        if part.startswith("xl/worksheets/"):
            cells += content.count(b"<c ") + content.count(b":c ")
            merged = 0
            for reference in _MERGE.findall(content):
                left, top, right, bottom = range_boundaries(reference.decode("ascii"))
                if left and top and right and bottom:
                    merged += (right - left + 1) * (bottom - top + 1)
            if merged > _LARGEST_MERGE:
                raise Refusal(f"{name} 合并了大得不正常的单元格区域，没有打开。请取消后再试。")
        elif part == "xl/styles.xml" and content.count(b"<xf ") > _MOST_STYLES:
            raise Refusal(f"{name} 里的单元格样式多得不正常，没有打开。请把内容复制到新的工作簿。")
    if cells > _MOST_CELLS:
        raise Refusal(f"{name} 的单元格多得不正常（{cells} 个），没有打开。请删去多余的行列。")
