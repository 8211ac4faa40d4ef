"""Changes of a document, and what people noted in it, as lines for people."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.manuscript.manuscript import Remark, Unseen
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.exhibits.differences import shown_said
from generator.manuscript.word_changes import WordChange
from generator.messages.excerpts import clipped

_CONTEXT = 6  # characters shown before words that were added
_TIME = 16  # characters of 2024-01-20T09:30:00Z that people read
_NO_TIME = ("", "0000", "0001", "1601", "1899", "1900")
"""Years that programs write where they know none."""
_HOW = {Unseen.STRUCK: "用删除线划去的", Unseen.HIDDEN: "设成隐藏文字的"}
_NOT_RECORDED = "修订里没有记"


def change_lines(change: Change, *, untracked: bool = False) -> Iterator[str]:
    """Yield what was changed, by whom and how; `untracked` where 修订 were on and lack it."""
    by = known_of(change, untracked=untracked)
    place = f"{change.place.within}{change.place.spot}" or change.place.file
    match change.kind:
        case Kind.FIGURE | Kind.LABEL | Kind.NUMBER:
            said = f"{_or_blank(change.was)} → {_or_blank(change.now)}"
            yield f"{change.kind.value} {place}：{said}{by}"
        case Kind.SHOWN:
            yield f"{change.kind.value} {place}：{shown_said(change)}{by}"
        case Kind.ADDED:
            yield f"新增 {place}：“{clipped(change.now)}”{by}"
        case Kind.DELETED:
            yield f"删除 在{place}之后：“{clipped(change.was)}”{by}"
        case Kind.MOVED:
            yield f"移动 {place}：移到了这里{by}"
        case Kind.SPLIT | Kind.MERGED:
            count = len((change.now if change.kind == Kind.SPLIT else change.was).split("\n"))
            how = f"一段分成 {count} 段" if change.kind == Kind.SPLIT else f"{count} 段并成一段"
            yield f"{change.kind.value} {place}：{how}{by}"
            yield from _words(change)
        case Kind.HEADING if not change.now:
            yield f"删除标题：“{clipped(change.was)}”{by}"
        case Kind.REWORDED | Kind.HEADING:
            yield f"{change.kind.value} {place}{by}"
            yield from _words(change)
        case Kind.OTHER if change.was and change.now:
            now = "另一个" if change.was == change.now else f"“{clipped(change.now)}”"
            yield f"{change.kind.value} {place}：“{clipped(change.was)}”换成了{now}{by}"
        case _:
            more, shown = ("增加", change.now) if change.now else ("少", change.was)
            said = f"{more}了“{clipped(shown)}”"
            yield f"{change.kind.value} {place}：{said}{by}"


def known_of(change: Change, *, untracked: bool = False) -> str:
    """Return by whom and how something was changed, in brackets; empty where nobody knows."""
    known = [
        *([_who(change.by)] if change.by else []),
        *([_HOW[change.how]] if change.how else []),
        *([_NOT_RECORDED] if untracked else []),
    ]
    return f"　（{'，'.join(known)}）" if known else ""


def _words(change: Change) -> Iterator[str]:
    whole = change.was.replace("\n", "")
    for word in change.words:
        yield f"  {word_said(word, whole)}"


def word_said(word: WordChange, whole: str) -> str:
    """Return which words of a text became which."""
    if word.was and word.now:
        return f"“{clipped(word.was)}”改为“{clipped(word.now)}”"
    if word.was:
        return f"删去“{clipped(word.was)}”"
    before = whole[max(0, word.start - _CONTEXT) : word.start]
    where = f"“{before}”之后" if before else "开头"
    return f"{where}加上“{clipped(word.now)}”"


def remark_line(remark: Remark) -> str:
    """Return what somebody noted, and on which words."""
    done = "（已解决）" if remark.done else ""
    who = _who(((remark.by, remark.when),))
    on = f"“{clipped(remark.words)}”" if remark.words else "（没有选中文字）"
    return f"{who}{done} {remark.place.within}{remark.place.spot}{on}：{remark.text}"


def _who(by: Sequence[tuple[str, str]]) -> str:
    return listed(f"{who or '（没有署名）'} {when_said(when)}".strip() for who, when in by)


def when_said(when: str) -> str:
    """Return a time as people read it; nothing where a program knew none."""
    return "" if when[:4] in _NO_TIME else when[:_TIME].replace("T", " ")


def _or_blank(text: str) -> str:
    return text or "（空白）"
