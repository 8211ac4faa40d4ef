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

from generator.files.foreign_files import foreign_archive, foreign_file, refusal_of
from generator.files.os_reason import reason
from generator.files.xml_scan import OF_DOCUMENTS, OF_WORKBOOKS, Visitor, scan
from generator.model.finding import Refusal

MEGABYTE = 1024 * 1024
_MOST_PARTS = 2_000  # a hundred charts have five each
_LARGEST_FILE = 50 * MEGABYTE
_LARGEST_CONTENT = 100 * MEGABYTE
_LARGEST_XML = 32 * MEGABYTE  # a million cells with a number in each
_DEEPEST = 3  # files in files

_ENCODING = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii"}
_LEVEL = 3  # half the time of the usual 6, for a file larger by a fifteenth
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say; a real time would change the bytes
_ALIKE = 0.7  # how alike names are of which one may be meant for the other
WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"
_STRICT, _ROOT = (
    b"purl.oclc.org/ooxml",
    10_000,
)  # a namespace, and bytes in which a root has its own
_MACROS = "vbaproject.bin"
_MEMBER = b"PK\x01\x02"
_ENCRYPTED = 1  # bit of a member's flags
_NEW_WORKBOOK = "请新建工作簿（make-report new），再把内容选择性粘贴（数值）过去；另存一份没有用。"
_NEW_DOCUMENT = "请新建空白文档，把内容复制过去（选“只保留文本”）；另存一份没有用。"


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


def open_archive(
    data: bytes,
    name: str,
    main_part: str,
    visit: Visitor | None = None,
    wanted: AbstractSet[str] = frozenset(),
) -> dict[str, bytes]:
    """Return the parts of an .xlsx or .docx by name, in the order of the file: the one way in.

    All XML in it, that of files embedded in it too, is looked through once, whatever is to be
    read of it afterwards; `visit` is called for the elements that are `wanted`. Raise Refusal,
    with one sentence that says what the file is and what to do, where it is something else or not
    safe to open.
    """
    parts = unpacked(data, name, main_part)
    document = main_part == DOCUMENT
    program, usual = (
        ("Word", "Word 文档（.docx）") if document else ("Excel", "Excel 工作簿（.xlsx）")
    )
    if _STRICT in parts[main_part][:_ROOT]:
        raise Refusal(f"{name} 是“Strict Open XML”格式。请在 {program} 里另存为普通的“{usual}”。")
    if any(part.lower().endswith(_MACROS) for part in parts):
        raise Refusal(f"{name} 含有宏。请另存为不含宏的“{usual}”。")
    every = {**parts, **_embedded(parts, name)}
    xml = {part: content for part, content in every.items() if _is_xml(content)}
    anew, limits = (_NEW_DOCUMENT, OF_DOCUMENTS) if document else (_NEW_WORKBOOK, OF_WORKBOOKS)
    scan(xml, name, visit, wanted, start_anew=anew, limits=limits)
    return parts


def unpacked(data: bytes, name: str, main_part: str) -> dict[str, bytes]:
    """Return the parts of an archive for those who only compare their bytes and read no XML.

    Raise Refusal as `open_archive` does, but for what only a look at the XML can tell.
    """
    document = main_part == DOCUMENT
    if not data.startswith(b"PK"):
        raise Refusal(refusal_of(foreign_file(data, name), name, document=document))
    parts = _unzipped(data, name, _LARGEST_CONTENT)
    if main_part not in parts:
        found = foreign_archive(parts, parts.get("mimetype", b"")[:100])
        raise Refusal(refusal_of(found, name, document=document))
    return {part: _plain_utf8(part, content, name) for part, content in parts.items()}


def members_of(data: bytes, name: str) -> dict[str, bytes]:
    """Return the members of any archive. Raise Refusal where it is damaged, locked or too large."""
    return _unzipped(data, name, _LARGEST_CONTENT)


def _unzipped(data: bytes, name: str, room: int) -> dict[str, bytes]:
    """Return the members of an archive, of at most `room` bytes together."""
    if data.count(_MEMBER) > 2 * _MOST_PARTS:  # those zipfile would make an object of each
        raise Refusal(_too_large(name))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _members(archive, name, room)
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 - zipfile meets damaged headers with errors of many kinds
        raise Refusal(f"{name} 不完整或已损坏，打不开。请重新复制一份，或者找回备份。") from None


def _members(archive: zipfile.ZipFile, name: str, room: int) -> dict[str, bytes]:
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refusal(f"{name} 设了打开密码。请打开它，取消密码后再保存。")
    if len(members) > _MOST_PARTS or len({member.filename for member in members}) < len(members):
        raise Refusal(f"{name} 的内部结构不正常，为安全起见没有打开。请打开它另存一份再试。")
    parts: dict[str, bytes] = {}
    for member in members:
        with archive.open(member) as stream:
            content = stream.read(room + 1)
        room -= len(content)
        if room < 0 or (_is_xml(content) and len(content) > _LARGEST_XML):
            raise Refusal(_too_large(name))
        parts[member.filename] = content
    return parts


def _too_large(name: str) -> str:
    return f"{name} 解开后过于庞大，为安全起见没有打开。请把要用的内容复制到新建的文件里。"


def _embedded(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return what is in the archives that a file holds, such as the workbook of a chart.

    What is in them counts with all the rest. What cannot be unzipped nobody can read, and it is
    left alone.
    """
    found: dict[str, bytes] = {}
    room = _LARGEST_CONTENT - sum(map(len, parts.values()))
    left = [(part, content, 1) for part, content in parts.items() if content.startswith(b"PK")]
    while left:
        part, content, depth = left.pop()
        if not zipfile.is_zipfile(BytesIO(content)):
            continue
        if depth > _DEEPEST:
            raise Refusal(f"{name} 里的文件一层套一层（{part}），为安全起见没有打开。")
        inside = _unzipped(content, f"{name} 里的 {part}", room)
        room -= sum(map(len, inside.values()))
        for member, data in inside.items():
            found[f"{part}/{member}"] = data
            if data.startswith(b"PK"):
                left.append((f"{part}/{member}", data, depth + 1))
        if len(found) > _MOST_PARTS:
            raise Refusal(_too_large(name))
    return found


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
    """Look once more through all XML of a file, for the elements that are wanted."""
    scan({part: each for part, each in parts.items() if _is_xml(each)}, name, visit, wanted)
