"""Workbooks of one sheet whose XML is written by hand: what programs write, and may write."""

import re
import zipfile
from io import BytesIO

from tests.packages import package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET, PART = "表", "xl/worksheets/sheet1.xml"

_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" '
    'formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills>"
    "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/>'
    '<xf numFmtId="49"/><xf numFmtId="1"/><xf numFmtId="2"/></cellXfs><cellStyles>'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(sheet: bytes, properties: str = "") -> bytes:
    """Return an .xlsx with one sheet, 表. Styles 1 and 2 show dates, 3 text, 4 and 5 numbers."""
    return package(
        {
            "xl/workbook.xml": (
                f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets>'
                f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ).encode(),
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f"{_type('/xl/workbook.xml', 'sheet.main')}{_type(f'/{PART}', 'worksheet')}"
                f"{_type('/xl/styles.xml', 'styles')}</Types>"
            ).encode(),
            "xl/styles.xml": _STYLES.encode(),
            PART: sheet,
        }
    )


def worksheet(content: str) -> bytes:
    """Return a sheet of the usual kind around its columns, rows and merges."""
    return f'<worksheet xmlns="{MAIN}">{content}</worksheet>'.encode()


def member(data: bytes, part: str = PART) -> bytes:
    """Return a part of a file as it is."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part)


def inside(data: bytes) -> str:
    """Return what the only sheet of the usual kind holds."""
    found = re.fullmatch(b"<worksheet [^>]*>(.*)</worksheet>", member(data), re.DOTALL)
    assert found
    return found[1].decode()


def _type(part: str, kind: str) -> str:
    usual = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return f'<Override PartName="{part}" ContentType="{usual}.{kind}+xml"/>'
