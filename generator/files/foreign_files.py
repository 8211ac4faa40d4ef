"""What a file is that is not the kind asked for, told by its content; and what to do with it.

People rename files: an .rtf from an old system, a web page, a .zip of several reports arrive as
.docx or .xlsx. The name only tells apart what the content cannot (.doc and .wps).
"""

import codecs
import struct
from collections.abc import Collection
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple

from generator.files.locks import is_lock
from generator.files.quoted import quoted
from generator.files.web_pages import is_web_page


class Holds(Enum):
    """What a person finds in a file, whichever program wrote it."""

    TEXT = "text"
    TABLES = "tables"
    EITHER = "either"
    NEITHER = "neither"


class Foreign(NamedTuple):
    """What a file is."""

    what: str
    holds: Holds = Holds.NEITHER
    advice: str = ""
    """What to do, where it is not to save it in the right format."""
    ending: str = ""
    """That of such documents, by which LibreOffice knows them; empty where it loses their tables,
    as those of Word's XML, or cannot read them."""


_AS_DOCUMENT = "请用 Word 或 WPS 文字打开，另存为“Word 文档（.docx）”。"
_AS_WORKBOOK = "请用 Excel 或 WPS 表格打开，另存为“Excel 工作簿（.xlsx）”。"
_WHOLE = "请重新复制或下载一份，或者找回备份。"
_ORIGINAL = "请找它的 Word 或 Excel 原稿。"
_PUBLISHED = f"{_ORIGINAL}已发布的报告，可以导入（make-report import），由它新建工作簿。"
_ARCHIVE = Foreign("压缩包", advice="请先解压，再指明里面的文件。")
_PICTURE = Foreign("图片", advice=f"图片里的文字程序读不了，{_ORIGINAL}")
_PASSWORD = Foreign("设了打开密码的文件", advice="请打开它，取消密码后再保存。")
_STARTS = (
    (b"%pdf", Foreign("PDF", advice=_PUBLISHED)),
    (b"{\\rtf", Foreign("RTF 文档", Holds.TEXT, ending="rtf")),
    *((start, _ARCHIVE) for start in (b"rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"bzh")),
    *((start, _PICTURE) for start in (b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm", b"ii*\0")),
    *((start, _PICTURE) for start in (b"mm\0*", b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei")),
    (b"bplist00", Foreign("iCloud 的占位文件，内容还没有下载", advice="请先在访达里下载它。")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_HEADER, _SECTOR_SHIFTS = 512, (9, 12)
_STREAMS = (  # of OLE files, the first that is there
    ("EncryptedPackage", _PASSWORD),
    ("WordDocument", Foreign("旧格式的文字文档（.doc、.wps）", Holds.TEXT, ending="doc")),
    ("Workbook", Foreign("旧格式的表格（.xls、.et）", Holds.TABLES)),
    ("Book", Foreign("旧格式的表格（.xls、.et）", Holds.TABLES)),
    ("PowerPoint Document", Foreign("旧格式的演示文稿（.ppt、.dps）")),
    ("__properties_version1.0", Foreign("Outlook 邮件（.msg）", advice="请另存它的附件。")),
)
_OLD_SUFFIXES = {
    **dict.fromkeys((".doc", ".wps", ".wpt", ".dot"), Holds.TEXT),
    **dict.fromkeys((".xls", ".et", ".ett", ".xlt"), Holds.TABLES),
}
_MARKUP = (  # by words near the beginning
    (b"office/word/2003/wordml", Foreign("Word 2003 的 XML 文档", Holds.TEXT)),
    (b"word.document", Foreign("Word 的 XML 文档", Holds.TEXT)),
    (b"microsoft-com:office:spreadsheet", Foreign("Excel 2003 的 XML 表格", Holds.TABLES)),
    (b"excel.sheet", Foreign("Excel 的 XML 表格", Holds.TABLES)),
    (b"opendocument.text", Foreign("OpenDocument 文本（.fodt）", Holds.TEXT, ending="fodt")),
    (b"opendocument.spreadsheet", Foreign("OpenDocument 表格（.fods）", Holds.TABLES)),
    (b"uof:uof", Foreign("标文通（UOF）文件", Holds.EITHER)),
)
_PAGE = Foreign("网页（HTML）", Holds.EITHER)
_ARCHIVED_PAGE = Foreign("网页存档（MHT）", Holds.EITHER)
_LOCK = "打开文件时自动生成的临时文件"
_WORKBOOK = Foreign("Excel 工作簿（.xlsx）", Holds.TABLES)
_DOCUMENT = Foreign("Word 文档（.docx）", Holds.TEXT)
_MAIN_PARTS = (
    ("xl/workbook.xml", _WORKBOOK),
    ("xl/workbook.bin", Foreign("Excel 二进制工作簿（.xlsb）", Holds.TABLES)),
    ("word/document.xml", _DOCUMENT),
    ("ppt/presentation.xml", Foreign("演示文稿（.pptx）")),
    ("OFD.xml", Foreign("OFD 版式文件", advice=_ORIGINAL)),
    (
        "Index/Document.iwa",
        Foreign("苹果 iWork 文件", Holds.EITHER, "请用它导出为 Word 或 Excel。"),
    ),
)
_FOLDERS = (
    ("word", Foreign("内部结构不寻常的 Word 文件", Holds.TEXT)),
    ("xl", Foreign("内部结构不寻常的 Excel 文件", Holds.TABLES)),
)
_OPEN_DOCUMENT = (
    (b"opendocument.text", Foreign("OpenDocument 文本（.odt）", Holds.TEXT, ending="odt")),
    (b"opendocument.spreadsheet", Foreign("OpenDocument 表格（.ods）", Holds.TABLES)),
)
_BEGINNING = 4_000  # bytes in which a format names itself
_SHOWN = 3


def foreign_file(data: bytes, name: str) -> Foreign:
    """Return what a file is that is no zip archive."""
    own = PurePath(name).name
    if is_lock(own):
        return Foreign(_LOCK, advice="请指明文件名里没有“~$”的那一份。")
    if not data:
        return Foreign("空文件", advice="请找回原来的文件；网盘里的要先下载到本机。")
    if not data.strip(b"\0"):
        return Foreign("没有内容的文件（全是空字节）", advice=_WHOLE)
    if data.startswith(_OLE):
        return _of_ole(data, PurePath(name).suffix.lower())
    start = _beginning(data)
    for signature, found in _STARTS:
        if start.startswith(signature):
            return found
    return _of_text(start, data)


def foreign_archive(members: Collection[str], mimetype: bytes) -> Foreign:
    """Return what a zip archive is, by the names of its members and what `mimetype` holds."""
    for part, found in _MAIN_PARTS:
        if part in members:
            return found
    for words, found in _OPEN_DOCUMENT:
        if words in mimetype:
            return found
    if "content.xml" in members:
        return Foreign("OpenDocument 文件", Holds.EITHER)
    if "[Content_Types].xml" in members:  # its main part may stand under another name
        folders = {one.partition("/")[0] for one in members}
        kinds = [found for folder, found in _FOLDERS if folder in folders]
        return kinds[0] if kinds else Foreign("缺少主要部分的 Office 文件", advice=_WHOLE)
    if not members:
        return Foreign("空的压缩包", advice=_WHOLE)
    inside = "、".join(PurePath(one).name for one in list(members)[:_SHOWN])
    more = f"等 {len(members)} 个文件" if len(members) > _SHOWN else ""
    return Foreign(f"压缩包（里面有 {inside}{more}）", advice=_ARCHIVE.advice)


def refusal_of(found: Foreign, name: str, *, document: bool) -> str:
    """Return the sentence with which a file is refused, where a document, or a workbook, is due."""
    due = "Word 文档（.docx）" if document else "Excel 工作簿（.xlsx）"
    own = Holds.TEXT if document else Holds.TABLES
    if found in (_PAGE, _ARCHIVED_PAGE) and not document:
        advice = (
            f"是已发布的报告，请导入（make-report import {quoted(name)}）；是工作簿，{_AS_WORKBOOK}"
        )
    elif found.holds in (own, Holds.EITHER):
        advice = found.advice or (_AS_DOCUMENT if document else _AS_WORKBOOK)
    else:
        what = "报告文档（.docx）" if document else "填数的工作簿（.xlsx）"
        advice = found.advice or f"这里要的是{what}，请指明它。{_other_command(found, name)}"
    return f"{name} 是{_spaced(found.what)}，不是 {due}。{advice}"


def is_json(data: bytes) -> bool:
    """Tell whether a file begins as JSON does, and not as RTF."""
    start = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"{") and not start.startswith(b"{\\rtf")


def _other_command(found: Foreign, name: str) -> str:
    """Return which command takes a file that is whole, but of the other kind."""
    typed = quoted(name)
    if found is _DOCUMENT:
        return (
            f"要看文档里改了什么，请审阅它（make-report review {typed}）；"
            f"要由文档新建工作簿，请导入它（make-report import {typed}）。"
        )
    return f"要由它生成文档，请生成报告（make-report {typed}）。" if found is _WORKBOOK else ""


def _spaced(what: str) -> str:
    """Return words with the space that stands between 是 and what is written in Latin letters."""
    return f" {what}" if what[:1].isascii() else what


def _beginning(data: bytes) -> bytes:
    """Return how a file begins, in small letters; text in UTF-16 as UTF-8."""
    start = data[:_BEGINNING]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "ignore").encode()
    return start.removeprefix(codecs.BOM_UTF8).lstrip(b" \r\n\t").lower()


def _of_ole(data: bytes, suffix: str) -> Foreign:
    for stream, found in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return found
    if _breaks_off(data):
        return Foreign("不完整的旧格式文件，可能没有下载完", advice=_WHOLE)
    if suffix in _OLD_SUFFIXES:
        return Foreign("旧格式的文件", _OLD_SUFFIXES[suffix])
    return Foreign("旧格式的文件（.doc、.wps、.xls 或 .et）", Holds.EITHER)


def _breaks_off(ole: bytes) -> bool:
    """Tell whether the table of contents of such a file lies beyond its end ([MS-CFB], 2.2)."""
    if len(ole) < _OLE_HEADER:
        return False
    (shift,), (sector,) = struct.unpack_from("<H", ole, 30), struct.unpack_from("<I", ole, 48)
    return shift in _SECTOR_SHIFTS and (sector + 1) << shift >= len(ole)


def _of_text(start: bytes, data: bytes) -> Foreign:
    if is_web_page(data, ""):
        return _PAGE
    if start.startswith(b"<"):
        found = next((found for words, found in _MARKUP if words in start), None)
        return found or Foreign("XML 文件", Holds.EITHER)
    if b"mime-version:" in start or start.startswith(b"from: <saved by"):
        return _ARCHIVED_PAGE
    if is_json(data):
        return Foreign("JSON 数据", Holds.TABLES)
    if b"\0" in start or b"\0" in data[:_BEGINNING]:
        return Foreign("看不出格式的文件，可能没有下载完整", advice=_WHOLE)
    return Foreign("纯文本（如 TXT、CSV）", Holds.EITHER)
