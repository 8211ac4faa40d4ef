"""Is a file what it should be, and is it safe to open? Asked before any library opens it.

.xlsx and .docx are zip archives of XML parts. The limits are far above any real report and far
below what would exhaust a machine.
"""

import codecs
import hashlib
import re
import stat
import zipfile
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from io import BytesIO
from pathlib import Path

from generator.files.os_reason import reason
from generator.files.xml_scan import Visitor, scan
from generator.model.finding import Refusal

MEGABYTE = 1024 * 1024
_MOST_PARTS = 500
_LARGEST_FILE = 50 * MEGABYTE
_LARGEST_CONTENT = 100 * MEGABYTE
_LARGEST_XML = 16 * MEGABYTE

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_PARTS = {
    "xl/workbook.xml": "Excel 工作簿（.xlsx）",
    "word/document.xml": "Word 文档（.docx）",
    "ppt/presentation.xml": "演示文稿（.pptx）",
    "content.xml": "OpenDocument 文件",
}
_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii"}
_LEVEL = 3  # half the time of the usual 6, for a file larger by a fifteenth
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say; a real time would change the bytes
_ALIKE = 0.7  # how alike names are of which one may be meant for the other
WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"


def read_file(path: Path) -> bytes:
    """Return the bytes of a file a person named. Raise Refusal where that is not possible."""
    try:
        if path.is_dir():
            raise Refusal(f"{path} 是文件夹，不是文件。请指明其中的文件。")
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refusal(f"{path} 不是普通文件，没有打开。")
        if path.stat().st_size > _LARGEST_FILE:
            raise Refusal(f"{path} 超过 {_LARGEST_FILE // MEGABYTE} MB，不像是报告文件，没有打开。")
        return path.read_bytes()
    except FileNotFoundError:
        near = _near(path)
        hint = f"，是不是 {near}？" if near else "。"
        raise Refusal(f"找不到文件 {path}{hint}请检查路径和文件名，后缀也要写。") from None
    except PermissionError:
        raise Refusal(f"没有权限读取 {path}，或者它正被别的程序独占。请关闭它再试。") from None
    except ValueError:  # NUL, or half of a surrogate pair
        raise Refusal(f"文件名 {str(path)!a} 里有不能用的字符。") from None
    except OSError as problem:
        raise Refusal(f"读不了 {path}：{reason(problem)}。") from None


def _near(missing: Path) -> Path | None:
    """Return the file beside a missing one whose name is most like it, and of its kind."""
    from difflib import get_close_matches  # only for names that are wrong

    try:
        names = [file.name for file in missing.parent.iterdir()]
    except OSError:
        return None
    alike = [name for name in names if Path(name).suffix.lower() == missing.suffix.lower()]
    near = get_close_matches(missing.name, alike, n=1, cutoff=_ALIKE)
    return missing.with_name(near[0]) if near else None


def open_archive(data: bytes, name: str, main_part: str) -> dict[str, bytes]:
    """Return the parts of an .xlsx or .docx by name, in the order of the file.

    Raise Refusal, with one sentence that says what the file is and what to do, where it is
    something else or not safe to open.
    """
    wanted = _MAIN_PARTS[main_part]
    if not data:
        raise Refusal(f"{name} 是空文件，不是 {wanted}。请找回原来的文件。")
    if data.startswith(_OLD_OFFICE):
        raise Refusal(_old_office(data, name))
    if not data.startswith(b"PK"):
        raise Refusal(
            f"{name} 不是 {wanted}{_looks_like(data)}。请用 Excel 或 WPS 另存为正确的格式。"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _unpack(archive, name)
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 - zipfile meets damaged headers with errors of many kinds
        raise Refusal(f"{name} 不完整或已损坏，打不开。请重新复制一份，或者找回备份。") from None
    if main_part not in parts:
        found = next((what for part, what in _MAIN_PARTS.items() if part in parts), "别的压缩文件")
        raise Refusal(f"{name} 是 {found}，不是 {wanted}。请指明正确的文件。")
    return {part: _plain_utf8(part, content, name) for part, content in parts.items()}


def _unpack(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    members = archive.infolist()
    if len(members) > _MOST_PARTS or len({member.filename for member in members}) < len(members):
        raise Refusal(f"{name} 的内部结构不正常，为安全起见没有打开。请打开它另存一份再试。")
    parts: dict[str, bytes] = {}
    left = _LARGEST_CONTENT
    for member in members:
        with archive.open(member) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0 or (_is_xml(content) and len(content) > _LARGEST_XML):
            raise Refusal(f"{name} 解开后过于庞大，为安全起见没有打开。")
        parts[member.filename] = content
    return parts


def _is_xml(content: bytes) -> bool:
    """Tell by its beginning: the name of a part does not bind those who parse it."""
    return content[:100].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")


def _plain_utf8(part: str, content: bytes, name: str) -> bytes:
    """Return a part; XML without its byte order mark. Refuse XML in any encoding but UTF-8."""
    if not part.endswith((".xml", ".rels")) and not _is_xml(content):
        return content
    content = content.removeprefix(codecs.BOM_UTF8)
    encoding = _ENCODING.match(content)
    if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
        raise Refusal(f"{name} 的内部文件 {part} 不是 UTF-8 编码，没有打开。请打开它另存一份再试。")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            f"{name} 的内部文件 {part} 不是 UTF-8 编码，没有打开。请打开它另存一份再试。"
        ) from None
    return content


def package(parts: Mapping[str, bytes], begun: bytes = b"") -> bytes:
    """Return the parts as a zip archive with nothing in it that depends on time or machine.

    `begun` is an archive that others are added to: those that are the same in every document.
    """
    content = BytesIO(begun)
    with zipfile.ZipFile(content, "a" if begun else "w") as archive:
        for part, data in parts.items():
            member = zipfile.ZipInfo(part, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, data, compresslevel=_LEVEL)
    return content.getvalue()


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """Return a hash over the names and contents of parts, whatever their order."""
    digest = hashlib.sha256()
    for part in sorted(parts):
        digest.update(f"{part}\0{len(parts[part])}\0".encode())
        digest.update(parts[part])
    return digest.hexdigest()


def scan_parts(
    parts: Mapping[str, bytes], name: str, visit: Visitor, wanted: AbstractSet[str]
) -> None:
    """Look once through all XML of a file; `visit` is called for the elements that are wanted."""
    scan({part: each for part, each in parts.items() if _is_xml(each)}, name, visit, wanted)


def _old_office(data: bytes, name: str) -> str:
    if _ENCRYPTED in data:
        return f"{name} 设了打开密码。请打开它，取消密码后再保存。"
    return f"{name} 是旧格式（.xls、.et 或 .doc）。请打开它，另存为 .xlsx（文档为 .docx）。"


def _looks_like(data: bytes) -> str:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "，而是网页（HTML），只是改了后缀"
    if start.startswith(b"%pdf"):
        return "，而是 PDF"
    if start.startswith(b"<?xml"):
        return "，而是 XML 文件"
    if b"\x00" not in data[:1000]:
        return "，而是纯文本（如 CSV）"
    return ""
