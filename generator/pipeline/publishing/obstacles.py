"""What still hangs in a document that is to go out: all at once, each with what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.docx.package.fields import codes, word_of
from generator.formats.docx.package.marked_words import marked_words
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT
from generator.manuscript.manuscript import Remark, Unseen, UnseenText
from generator.manuscript.publishing.publication import Unprintable
from generator.model.draft_stamp import is_draft_stamp
from generator.model.report import Place
from generator.pipeline.edited_document import EditedDocument
from generator.pipeline.review import Review

_ERROR = Pattern(r"错误[!！]\s*(?:未|不是|没有|书签|链接)|Error!")
_MOVING = ("DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME", "CREATEDATE", "FILENAME", "AUTHOR")
"""Fields that show something else each time a document is opened, or who wrote it."""
_BESIDE = ("文本框", "图形", "嵌入对象", "脚注", "尾注")
"""Things that a web page and a PDF have no place for."""
_SHOWN, _LONG = 3, 20


class Obstacle(NamedTuple):
    """Something that must not go out."""

    place: Place
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.place}：{self.what}。{self.advice}。"


def obstacles_in(
    edited: EditedDocument, found: Review, unprintable: Iterable[Unprintable]
) -> list[Obstacle]:
    """Return everything for which a document is held back, the gravest first."""
    place = Place(edited.source.name)
    return [
        *_unfinished(edited, found, place),
        *_of_writers(edited, place),
        *_against_workbook(edited, found, place),
        *_fields(edited, place),
        *_unprintable(unprintable),
        *_things(edited, place),
        *(Obstacle(place, one, "请在 Word 里删去") for one in found.foreign),
    ]


def _unfinished(edited: EditedDocument, found: Review, place: Place) -> Iterator[Obstacle]:
    held = [one for one in found.findings if one.holds_back]
    for one in held:
        yield Obstacle(one.place, one.message, one.advice)
    if any(map(is_draft_stamp, edited.body.manuscript.margins)):
        yield Obstacle(place, "是草稿，每页印着“草稿”", "请改正错误，不加 --draft 重新生成")


def _of_writers(edited: EditedDocument, place: Place) -> Iterator[Obstacle]:
    manuscript = edited.body.manuscript
    if manuscript.revised:
        yield Obstacle(place, "还有没接受或拒绝的修订", "请在 Word 里逐处接受或拒绝")
    if remarks := [one for one in manuscript.remarks if not one.done]:
        yield Obstacle(
            remarks[0].place,
            f"还有 {len(remarks)} 条批注没有处理：{_said(remarks)}",
            "请处理以后删去，或者标为已解决",
        )
    for how in Unseen:
        if unseen := [one for one in manuscript.unseen if one.how == how and one.text.strip()]:
            yield Obstacle(
                unseen[0].place, f"有{how}：{_shown(unseen)}", "不要的请删去，要的请恢复成普通文字"
            )
    if marked := marked_words(edited.parts, edited.source.name):
        words = listed(f"“{_short(one)}”" for one in marked[:_SHOWN])
        more = f"等 {len(marked)} 处" if len(marked) > _SHOWN else ""
        yield Obstacle(place, f"有突出显示的文字：{words}{more}", "看过以后请取消突出显示")


def _against_workbook(edited: EditedDocument, found: Review, place: Place) -> Iterator[Obstacle]:
    workbook = edited.workbook
    if workbook is None:
        yield Obstacle(place, "没有找到它的工作簿，没有与工作簿比较", "请用 --workbook 指明")
        return
    there = edited.compared.values.report.entries
    for spec in edited.form.entries:
        if spec.name not in (ORGAN, YEAR) and spec.role != "issued":
            continue
        said, typed = (
            entries[spec.name].printed if spec.name in entries else "空白"
            for entries in (there, workbook.report.entries)
        )
        if said != typed:
            yield Obstacle(
                place,
                f"“{spec.name}”文档里是“{said}”，工作簿里是“{typed}”",
                "请改成一致的",
            )
    if found.conflicts:
        yield Obstacle(
            place,
            f"有 {len(found.conflicts)} 处文档和工作簿两边不同",
            "请用 make-report review 看一看，定下用哪一边",
        )
    elif found.cells:
        yield Obstacle(
            place,
            f"有 {found.cells} 处修改工作簿里还没有",
            "请先写回：make-report review --apply",
        )


def _fields(edited: EditedDocument, place: Place) -> Iterator[Obstacle]:
    for line in edited.body.manuscript.lines:
        if _ERROR.search(line.text):
            yield Obstacle(
                line.place, f"有出错的域：“{_short(line.text)}”", "请在 Word 里更新或删去这个域"
            )
    root = parse(edited.parts[DOCUMENT], DOCUMENT, edited.source.name)
    moving = Counter(word for code in codes(root) if (word := word_of(code)) in _MOVING)
    for word, count in moving.items():
        what = f"有 {count} 处会自己变的域（{word}）"
        yield Obstacle(place, what, "请在 Word 里选中它，按 Ctrl+Shift+F9 变成文字")


def _unprintable(found: Iterable[Unprintable]) -> Iterator[Obstacle]:
    for one in found:
        what = f"{one.what}，PDF 和网页里放不下"
        yield Obstacle(one.place, what, "请移到正文里，或者换成普通的图片、表格")


def _things(edited: EditedDocument, place: Place) -> Iterator[Obstacle]:
    for what, count in Counter(one.what for one in edited.body.manuscript.others).items():
        if what in _BESIDE:
            yield Obstacle(
                place,
                f"有 {count} 处{what}，PDF 和网页里没有它的位置",
                "请把里面的文字移到正文里",
            )


def _said(remarks: Sequence[Remark]) -> str:
    said = [f"{one.by}“{_short(one.text)}”" for one in remarks[:_SHOWN]]
    return listed(said) + ("等" if len(remarks) > _SHOWN else "")


def _shown(unseen: Sequence[UnseenText]) -> str:
    words = listed(f"“{_short(one.text)}”" for one in unseen[:_SHOWN])
    return words + (f"等 {len(unseen)} 处" if len(unseen) > _SHOWN else "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONG else f"{text[:_LONG]}……"
