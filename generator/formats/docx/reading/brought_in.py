"""What Word shows in a document that is not in its text: it is fetched from elsewhere."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT, W

_UNREAD = "Word 会显示，程序读不到"
_HOLDERS = {
    W + "altChunk": f"并入的另一份文件（altChunk；{_UNREAD}）",
    W + "subDoc": f"子文档（subDoc；{_UNREAD}）",
}
_FIELDS = {
    **dict.fromkeys(("INCLUDETEXT", "INCLUDE", "IMPORT", "RD"), "引用另一份文件的域"),
    **dict.fromkeys(("LINK", "DDE", "DDEAUTO"), "链接到别处内容的域"),
    "DATABASE": "取自数据库的域",
}
_FIELD = re.compile(r"\s*([A-Za-z]+)")
_FRAMES, _FRAME = "word/webSettings.xml", W + "sourceFileName"
_SHOWING = re.compile(r"word/(?:header|footer|footnotes|endnotes)[^/]*\.xml")


def brought_in(parts: Mapping[str, bytes], root: etree._Element, name: str) -> Iterator[str]:
    """Yield a word for everything that Word shows from elsewhere, in the order of the parts.

    `root` is that of word/document.xml, with tracked changes resolved. Raise Refusal where
    another part is broken.
    """
    yield from _in_part(root)
    for part in sorted(parts):
        if part != DOCUMENT and _SHOWING.fullmatch(part):
            yield from _in_part(parse(parts[part], part, name))
    if _FRAMES in parts:
        for _ in parse(parts[_FRAMES], _FRAMES, name).iter(_FRAME):
            yield f"框架里的另一份文件（{_UNREAD}）"


def _in_part(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*_HOLDERS):
        yield _HOLDERS[element.tag]
    for instruction in _instructions(root):
        kind = _FIELD.match(instruction)
        word = kind[1].upper() if kind else ""
        if word in _FIELDS:
            yield f"{_FIELDS[word]}（{word}；更新后 Word 显示的可能不同）"


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield what each field is told; Word may have split it over runs."""
    open_fields: list[list[str]] = []
    for element in root.iter(W + "fldSimple", W + "fldChar", W + "instrText"):
        kind = element.get(W + "fldCharType")
        if element.tag == W + "fldSimple":
            yield element.get(W + "instr", "")
        elif kind == "begin":
            open_fields.append([])
        elif kind in ("separate", "end"):
            if open_fields and (told := "".join(open_fields[-1])):
                yield told
                open_fields[-1] = []
            if open_fields and kind == "end":
                open_fields.pop()
        elif open_fields and element.tag == W + "instrText":
            open_fields[-1].append(element.text or "")
