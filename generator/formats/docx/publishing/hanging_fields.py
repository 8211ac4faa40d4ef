"""Fields that are in error, stale, or show something else each time a document is opened."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.fields import Field, fields, word_of
from generator.formats.docx.package.part_names import W
from generator.formats.docx.publishing.bare_fields import MOVING
from generator.formats.docx.publishing.hanging import Hanging, Parts, beginning, shortened
from generator.formats.docx.publishing.stories import stories
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted

_ERROR = re.compile(r"错误[!！]\s*(?:未|不是|没有|书签|链接|文档)|Error!")
_REFERS = ("REF", "PAGEREF", "NOTEREF")
_OTHERWISE = re.compile(r"\\[nrwptfd#]", re.I)
"""Switches by which a reference shows something else than the words of its bookmark."""
_COUNTED_OTHERWISE = re.compile(r"\\[rcsh#]|\\\*(?!\s*(?:ARABIC|MERGEFORMAT))", re.I)
_TEXT = W + "t"
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_UPDATE = "请在 Word 里选中它，按 F9 更新，不行的删去重做"


def hanging_fields(parts: Mapping[str, bytes], name: str) -> Iterator[Hanging]:
    """Yield them, of all parts with text."""
    there = Parts(parts, name)
    roots = {part: accepted(root) for part, root in stories(parts, name).items()}
    marked = {key: text for root in roots.values() for key, text in _bookmarks(root)}
    for part, root in roots.items():
        called = there.called(part)
        for paragraph in root.iter(W + "p"):
            if _ERROR.search(text := visible_text(paragraph)):
                what = f"有出错的域：“{shortened(text)}”"
                yield Hanging(called or beginning(paragraph), what, "请在 Word 里更新或删去这个域")
        if next(root.iter(W + "fldSimple", W + "fldChar"), None) is None:
            continue
        found = list(fields(root))
        moving = Counter(word for one in found if (word := word_of(one.code)) in MOVING)
        for word, count in moving.items():
            what = f"有 {count} 处会自己变的域（{word}）"
            yield Hanging(called, what, "请在 Word 里选中它，按 Ctrl+Shift+F9 变成文字")
        for one in root.iter(W + "fldSimple", W + "fldChar"):
            if one.get(W + "dirty", "0") in ("1", "true", "on"):
                yield Hanging(called or beginning(one), "有没更新的域", _UPDATE)
        for what in (*_references(found, marked), *_counted(found)):
            yield Hanging(called, what, _UPDATE)


def _references(found: list[Field], marked: Mapping[str, str]) -> Iterator[str]:
    for one in found:
        word, names = word_of(one.code), one.code.split()[1:2]
        if word not in _REFERS or not names or names[0].startswith("\\"):
            continue
        key = names[0].strip('"')
        if key not in marked:
            yield f"有引用了别处、那里已经删去的域：“{shortened(one.result)}”"
            continue
        shown, there = one.result, marked[key]
        if word == "REF" and not _OTHERWISE.search(one.code) and _plain(shown) != _plain(there):
            now = f"“{shortened(shown)}”，引用的地方现在是“{shortened(there)}”"
            yield f"有没更新的域：{now}"


def _counted(found: list[Field]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    irregular = {
        one.code.split()[1]
        for one in found
        if word_of(one.code) == "SEQ"
        if len(one.code.split()) > 1 and _COUNTED_OTHERWISE.search(one.code)
    }
    for one in found:
        words = one.code.split()
        if word_of(one.code) != "SEQ" or len(words) < len(("SEQ", "图")) or words[1] in irregular:
            continue
        counts[words[1]] += 1
        if _NUMBER.fullmatch(one.result.strip()) and int(one.result) != counts[words[1]]:
            yield f"有没更新的域：{words[1]}的序号是 {one.result}，应为 {counts[words[1]]}"


def _bookmarks(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the name of each bookmark, and the words in it."""
    opened: dict[str, tuple[str, list[str]]] = {}
    for element in root.iter(W + "bookmarkStart", W + "bookmarkEnd", _TEXT):
        key = element.get(W + "id", "")
        if element.tag == _TEXT:
            for _, said in opened.values():
                said.append(element.text or "")
        elif element.tag == W + "bookmarkStart":
            opened[key] = element.get(W + "name", ""), []
        elif key in opened:
            mark, said = opened.pop(key)
            yield mark, "".join(said)
    yield from ((mark, "".join(said)) for mark, said in opened.values())


def _plain(text: str) -> str:
    return "".join(text.split())
