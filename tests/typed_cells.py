"""Types into cells of a workbook that openpyxl wrote, without reading and saving it whole."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.cell import column_index_from_string as column

_SHEET = re.compile(r'<sheet\b[^>]*?\bname="([^"]*)"')
_ROW = r'<row r="{0}"[^>]*?(?:/>|>.*?</row>)'
_ROWS = re.compile(r'<row r="(\d+)"')
_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: s="(\d+)")?[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_FORMAT = re.compile(r"<xf\b[^>]*?(?:/>|>.*?</xf>)", re.DOTALL)
_DAY_0 = date(1899, 12, 30).toordinal()
_STYLES = "xl/styles.xml"
_FIRST_FREE = 200
"""Far above the numbers of the number formats in any workbook that a test starts from."""

Cells = Mapping[tuple[str, str], Any]
"""What is typed, by (sheet, cell), such as ("正文", "D4")."""
Formats = Mapping[tuple[str, str], str]
"""Number formats of cells that are typed over; without one a cell keeps its own."""


def typed(data: bytes, cells: Cells, formats: Formats | None = None) -> bytes:
    """Return a workbook with some cells typed over: texts, numbers, days, formulas, errors."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in typed_parts(parts_of(data), cells, formats or {}).items():
            archive.writestr(name, content)
    return written.getvalue()


@cache
def parts_of(data: bytes) -> Mapping[str, bytes]:
    """Return the parts of a workbook, which nobody may change: others look at the same ones."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(parts: Mapping[str, bytes], sheet: str) -> str:
    """Return the part of a sheet: openpyxl numbers them from 1."""
    names = _SHEET.findall(parts["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{names.index(escape(sheet)) + 1}.xml"


def typed_parts(parts: Mapping[str, bytes], cells: Cells, formats: Formats) -> dict[str, bytes]:
    """Return the parts of a workbook with some cells typed over."""
    texts: dict[str, str] = {}
    styles = _Styles(parts[_STYLES].decode())
    for spot, value in cells.items():
        part = part_of(parts, spot[0])
        text = texts.get(part) or parts[part].decode()
        texts[part] = _typed_over(text, spot[1], value, partial(styles.number, formats.get(spot)))
    if formats:
        texts[_STYLES] = styles.text
    return {**parts, **{part: text.encode() for part, text in texts.items()}}


class _Styles:
    """The styles of a workbook and those that are added."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._added: dict[tuple[str, str], int] = {}

    def number(self, number_format: str | None, style: str) -> str:
        """Return the number of a style like another one but for its number format."""
        if number_format is None:
            return style
        if (number_format, style) not in self._added:
            self._added[number_format, style] = self._add(number_format, int(style or 0))
        return str(self._added[number_format, style])

    def _add(self, number_format: str, like: int) -> int:
        of_cells = self.text[: self.text.index("</cellXfs>")].rpartition("<cellXfs")[2]
        there = _FORMAT.findall(of_cells)
        new = _FIRST_FREE + len(self._added)
        shown = f'<numFmt numFmtId="{new}" formatCode={quoteattr(number_format)}/>'
        added = re.sub(r'numFmtId="\d+"', f'numFmtId="{new}"', there[like], count=1)
        self.text = self.text.replace("</numFmts>", f"{shown}</numFmts>", 1)
        self.text = self.text.replace("</cellXfs>", f"{added}</cellXfs>", 1)
        return len(there)


def _typed_over(sheet: str, cell: str, value: Any, styled: Callable[[str], str]) -> str:
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]
    found = re.search(_ROW.format(number), sheet, re.DOTALL)
    if found is None:
        row = f'<row r="{number}">{_cell(cell, value, styled(""))}</row>'
        later = (at.start() for at in _ROWS.finditer(sheet) if int(at[1]) > int(number))
        at = next(later, sheet.index("</sheetData>"))
        return sheet[:at] + row + sheet[at:]
    begin, end = found.span()
    row = sheet[begin:end]
    if row.endswith("/>"):
        row = row.replace("/>", "></row>")
    at = to = row.index("</row>")
    style = ""
    for there in _CELL.finditer(row):
        if column(there[1]) >= column(letters):
            at = to = there.start()
            if there[1] == letters:
                to, style = there.end(), there[2] or ""
            break
    return f"{sheet[:begin]}{row[:at]}{_cell(cell, value, styled(style))}{row[to:]}{sheet[end:]}"


def _cell(cell: str, value: Any, style: str) -> str:
    begin = f'<c r="{cell}"' + (f' s="{style}"' if style else "")
    match value:
        case None | "":
            return f"{begin}/>"
        case str() if value.startswith("="):
            return f"{begin}><f>{escape(value[1:])}</f></c>"
        case str() if value in ERROR_CODES:
            return f'{begin} t="e"><v>{value}</v></c>'
        case str():
            text = escape(value, {"\r": "&#13;"})
            return f'{begin} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        case bool():
            return f'{begin} t="b"><v>{value:d}</v></c>'
    number = value.toordinal() - _DAY_0 if isinstance(value, date) else value
    return f"{begin}><v>{number}</v></c>"
