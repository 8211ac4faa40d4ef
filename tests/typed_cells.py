"""Types into cells of a workbook that openpyxl wrote, without reading and saving it whole."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from tests.opened import opened, saved

_SHEET = re.compile(r'<sheet\b[^>]*?\bname="([^"]*)"')
_CELL = r'<c r="{0}"((?: s="\d+")?)(?: t="\w+")?\s*(?:/>|>.*?</c>)'


Cells = Mapping[tuple[str, str], Any]
"""What is typed, by (sheet, cell), such as ("正文", "D4")."""


def typed(data: bytes, cells: Cells, formats: Mapping[tuple[str, str], str] | None = None) -> bytes:
    """Return a workbook with some cells typed over, and given number formats.

    What is more than a number or a text in a cell that is there already, openpyxl types.
    """
    if formats or not all(map(_simple, cells.values())):
        return _by_openpyxl(data, cells, formats or {})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = _SHEET.findall(parts["xl/workbook.xml"].decode())
    texts: dict[str, str] = {}
    for (sheet, cell), value in cells.items():
        part = f"xl/worksheets/sheet{names.index(escape(sheet)) + 1}.xml"
        text = texts.get(part) or parts[part].decode()
        old = re.search(_CELL.format(cell), text)
        if old is None:
            return _by_openpyxl(data, cells, {})
        texts[part] = text[: old.start()] + _cell(old[1], cell, value) + text[old.end() :]
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, texts[name].encode() if name in texts else content)
    return written.getvalue()


def _simple(value: Any) -> bool:
    if isinstance(value, str):
        return not value.startswith("=") and value.isprintable() and value == value.strip()
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _cell(style: str, cell: str, value: Any) -> str:
    if value is None or value == "":
        return f'<c r="{cell}"{style}/>'
    if isinstance(value, str):
        return f'<c r="{cell}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{cell}"{style}><v>{value}</v></c>'


def _by_openpyxl(data: bytes, cells: Cells, formats: Mapping[tuple[str, str], str]) -> bytes:
    book = opened(data)
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
        if (sheet, cell) in formats:
            book[sheet][cell].number_format = formats[sheet, cell]
    return saved(book)
