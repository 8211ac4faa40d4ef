"""Types into cells of a workbook that openpyxl wrote, without reading and saving it whole."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

from generator.formats.xlsx.cell_names import spot_of
from tests.opened import opened, saved

Cells = Mapping[tuple[str, str], Any]
"""What is typed, by (sheet, cell), such as ("正文", "D4")."""
Formats = Mapping[tuple[str, str], str]
"""Number formats of some of these cells."""

_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_SHEET = re.compile(r'<sheet\b[^>]*?\bname="([^"]*)"')
_ROW = re.compile(r'<row r="(\d+)"')
_CELL = r'<c r="{0}"(?: s="(\d+)")?(?: t="\w+")?\s*(?:/>|>.*?</c>)'
_CELL_OR_END = re.compile(r'<c r="(\w+)"|</row>')
_LOOKS = re.compile(r'(<cellXfs count=")\d+(">)(.*?)</cellXfs>', re.DOTALL)
_LOOK = re.compile(r"<xf\b(?:[^>]*/>|.*?</xf>)", re.DOTALL)
_FIRST_OF_OURS = 1_000
"""Above the numbers of the formats that a workbook has already."""


def typed(data: bytes, cells: Cells, formats: Formats | None = None) -> bytes:
    """Return a workbook with some cells typed over, and given number formats.

    What is more than a number, a text or a formula, openpyxl types.
    """
    if not all(map(_simple, cells.values())):
        return _by_openpyxl(data, cells, formats or {})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in typed_into(parts, cells, formats).items():
            archive.writestr(name, content)
    return written.getvalue()


def typed_into(
    parts: Mapping[str, bytes], cells: Cells, formats: Formats | None = None
) -> dict[str, bytes]:
    """Return the parts of a workbook with numbers, texts and formulas typed into its cells."""
    names = _SHEET.findall(parts[_WORKBOOK].decode())
    styles = parts[_STYLES].decode()
    texts: dict[str, str] = {}
    for (sheet, cell), value in cells.items():
        part = f"xl/worksheets/sheet{names.index(escape(sheet)) + 1}.xml"
        text = _with_row(texts.get(part) or parts[part].decode(), spot_of(cell)[0])
        start, end, style = _place(text, cell)
        if number_format := (formats or {}).get((sheet, cell)):
            styles, style = _with_style(styles, style, number_format)
        texts[part] = text[:start] + _cell(cell, style, value) + text[end:]
    changed = {part: text.encode() for part, text in {**texts, _STYLES: styles}.items()}
    return {**parts, **changed}


def _simple(value: Any) -> bool:
    if isinstance(value, str):
        return not ILLEGAL_CHARACTERS_RE.search(value)
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _with_row(text: str, number: int) -> str:
    """Return a sheet that has a row, be it empty."""
    if f'<row r="{number}"' in text:
        return re.sub(rf'(<row r="{number}"[^>]*)/>', r"\1></row>", text, count=1)
    below = next((row for row in _ROW.finditer(text) if int(row[1]) > number), None)
    at = below.start() if below else text.index("</sheetData>")
    return f'{text[:at]}<row r="{number}"></row>{text[at:]}'


def _place(text: str, cell: str) -> tuple[int, int, int]:
    """Return from where to where a cell stands, or is to stand, in a sheet, and its style."""
    if old := re.search(_CELL.format(cell), text, re.DOTALL):
        return old.start(), old.end(), int(old[1] or 0)
    row, column = spot_of(cell)
    others = _CELL_OR_END.finditer(text, text.index(f'<row r="{row}"'))
    right = next(one for one in others if one[1] is None or spot_of(one[1])[1] > column)
    return right.start(), right.start(), 0


def _with_style(styles: str, style: int, number_format: str) -> tuple[str, int]:
    """Return styles that hold one more, which is like a given one but for its number format."""
    looks = _LOOKS.search(styles)
    assert looks
    there = _LOOK.findall(looks[3])
    number = BUILTIN_FORMATS_REVERSE.get(number_format, _FIRST_OF_OURS + len(there))
    new = re.sub(r'numFmtId="\d+"', f'numFmtId="{number}"', there[style], count=1)
    written = f"{looks[1]}{len(there) + 1}{looks[2]}{looks[3]}{new}</cellXfs>"
    styles = styles[: looks.start()] + written + styles[looks.end() :]
    if number >= _FIRST_OF_OURS:
        own = f'<numFmt numFmtId="{number}" formatCode={quoteattr(number_format)}/>'
        styles = styles.replace("</numFmts>", f"{own}</numFmts>", 1)
    return styles, len(there)


def _cell(cell: str, style: int, value: Any) -> str:
    start = f'<c r="{cell}" s="{style}"'
    if value is None or value == "":
        return f"{start}/>"
    if isinstance(value, str) and value.startswith("="):
        return f"{start}><f>{escape(value[1:])}</f></c>"
    if isinstance(value, str):
        text = escape(value, {"\r": "&#13;"})
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f"{start}><v>{value}</v></c>"


def _by_openpyxl(data: bytes, cells: Cells, formats: Formats) -> bytes:
    book = opened(data)
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
        if (sheet, cell) in formats:
            book[sheet][cell].number_format = formats[sheet, cell]
    return saved(book)
