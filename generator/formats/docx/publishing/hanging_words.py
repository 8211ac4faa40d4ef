"""Words that somebody marked, hid or left open, in whatever part of a document they stand."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.form.chinese import listed
from generator.formats.docx.package.ooxml import kinds_of, parse, related
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.publishing.hanging import (
    Hanging,
    Parts,
    beginning,
    in_paragraphs,
    shortened,
)
from generator.formats.docx.publishing.marked_words import marked_words
from generator.formats.docx.publishing.stories import stories
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.reading.standing_text import leave_what_stands, unseen_of
from generator.formats.docx.template.faint import faint_words
from generator.formats.docx.template.hidden import is_hidden
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import (
    accepted,
    has_tracked_changes,
)

_BOX = W + "txbxContent"
_WITH_CHANGES = ("styles+xml", "numbering+xml")
_SHOWN = 3
_OFF = ("0", "false", "off")


def hanging_words(parts: Mapping[str, bytes], name: str) -> Iterator[Hanging]:
    """Yield 修订, hidden words outside the text, faint and marked words, controls left empty."""
    there = Parts(parts, name)
    raw = stories(parts, name)
    yield from _changes(there, raw)
    part = related(parts, "styles")
    styles = parse(parts[part], part, name) if part in parts else etree.Element(W + "styles")
    looks = RunLooks(styles)
    standing = {one: accepted(root) for one, root in raw.items()}
    for root in standing.values():
        leave_what_stands(root, looks)
    yield from _unseen(there, standing)
    for one, words, why in faint_words(standing, styles):
        advice = "不要的请删去，要的请改成看得见的"
        yield Hanging(there.called(one), f"“{shortened(words)}”{why}，印出来看不见", advice)
    yield from _marked(there, standing)
    yield from _left_empty(there, standing)
    for one, root in standing.items():
        for element in root.iter("*"):
            if is_hidden(element):
                where = there.called(one) or beginning(element)
                yield Hanging(where, "有隐藏的图形或表格行", "不要的请删去，要的请显示出来")


def _changes(there: Parts, raw: Mapping[str, etree._Element]) -> Iterator[Hanging]:
    kinds = kinds_of(there.parts, there.name)
    roots = dict(raw) | {
        part: parse(content, part, there.name)
        for part, content in there.parts.items()
        if kinds.get(part, "").endswith(_WITH_CHANGES)
    }
    for part, root in roots.items():
        if has_tracked_changes(root):
            by = {str(one.get(W + "author")) for one in root.iter("*") if one.get(W + "author")}
            named = f"（{listed(sorted(by))}）" if by else ""
            what = f"还有没接受或拒绝的修订{named}"
            yield Hanging(there.called(part), what, "请在 Word 里逐处接受或拒绝")


def _unseen(there: Parts, standing: Mapping[str, etree._Element]) -> Iterator[Hanging]:
    """Yield what is struck or hidden where the manuscript does not look."""
    for part, paragraph in in_paragraphs(standing):
        if part == DOCUMENT and next(paragraph.iterancestors(_BOX), None) is None:
            continue
        for how, text in unseen_of(paragraph):
            where = there.called(part) or "文本框"
            advice = "不要的请删去，要的请恢复成普通文字"
            yield Hanging(where, f"有{how}：“{shortened(text)}”", advice)


def _marked(there: Parts, standing: Mapping[str, etree._Element]) -> Iterator[Hanging]:
    for part, root in standing.items():
        if marked := marked_words(root):
            words = listed(f"“{shortened(one)}”" for one in marked[:_SHOWN])
            more = f"等 {len(marked)} 处" if len(marked) > _SHOWN else ""
            what = f"有突出显示或加底纹的文字：{words}{more}"
            yield Hanging(there.called(part), what, "看过以后请取消突出显示和底纹")


def _left_empty(there: Parts, standing: Mapping[str, etree._Element]) -> Iterator[Hanging]:
    for part, root in standing.items():
        for mark in root.iter(W + "showingPlcHdr"):
            control = next(mark.iterancestors(W + "sdt"), None)
            if control is None or mark.get(W + "val", "1") in _OFF:
                continue
            paragraphs = list(control.iter(W + "p"))
            said = "".join(map(visible_text, paragraphs or [control]))
            what = f"有没填的内容控件：“{shortened(said)}”"
            yield Hanging(there.called(part) or beginning(control), what, "请填上，或者删去")
