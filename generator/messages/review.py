"""What a review says: Chinese for people, the same as JSON for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.files.locks import lock_of
from generator.form.chinese import listed
from generator.manuscript.manuscript import Remark, Unseen
from generator.manuscript.review.changes import Change, Kind, counted_by_kind
from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.word_changes import WordChange, word_changes
from generator.messages.command_to_type import command_to_write_back, shown_command
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.findings import finding_lines, tally
from generator.messages.records import finding_record
from generator.model.one_line import lines_said
from generator.model.reading_order import groups
from generator.model.report import Place
from generator.pipeline.as_generated import Basis
from generator.pipeline.review import Review

SCHEMA = 1
_CONTEXT = 6  # characters shown before words that were added
_LONGEST = 60  # characters of a text that is shown
_TIME = 16  # characters of 2024-01-20T09:30:00Z that people read
_HOW = {Unseen.STRUCK: "用删除线划去的", Unseen.HIDDEN: "设成隐藏文字的"}
_BASES = {
    Basis.SNAPSHOT: "",
    Basis.WORKBOOK: "文档里生成时的记录丢了，按同一份工作簿比较",
    Basis.UNKNOWN: "文档里生成时的记录丢了，分不清是哪边改的，与工作簿不同之处都要人来定",
}


def spoken_review(review: Review, paint: Paint = plain) -> str:
    """Return what people changed, what is to be done with it, and what the checks say."""
    changes, remarks = review.comparison.changes, review.comparison.edited.remarks
    lines = [paint(_headline(review), Emphasis.BOLD), *(f"  {line}" for line in _basis(review))]
    if changes:
        lines.append(f"  修改（{counted_by_kind(changes)}）：")
        lines += [f"    {line}" for change in changes for line in _change(change)]
    if review.untracked:
        lines.append(f"  其中没有开修订、直接改的（{counted_by_kind(review.untracked)}）：")
        lines += [f"    {line}" for change in review.untracked for line in _change(change)]
    if remarks:
        lines.append(f"  批注（{len(remarks)} 条）：")
        lines += [f"    {_remark(remark)}" for remark in remarks]
    if review.conflicts:
        lines.append(
            paint(f"  两边不同、要人来定的（{len(review.conflicts)} 处，没有写）：", Emphasis.ALARM)
        )
        lines += [f"    {line}" for one in review.conflicts for line in conflict_lines(one)]
    if review.leftovers:
        lines.append(f"  工作簿里放不下的（{len(review.leftovers)} 处）：")
        lines += [f"    {_at(one.place)}{one.what}。{one.advice}。" for one in review.leftovers]
    follows = review.merge.follows if review.merge else []
    if follows:
        lines.append(f"  写回以后会跟着变的（{len(follows)} 处，文档里还没有改）：")
        lines += [f"    {one}" for one in follows]
    lines += [f"  {line}" for line in foreign_lines(review.foreign)]
    found = groups(review.findings, review.comparison.base)
    lines.append(f"  照文档现在的样子核对：{tally(found)}")
    lines += [f"  {line}" for line in finding_lines(found, paint)]
    lines += [f"  {line}" for line in _what_next(review)]
    return lines_said(lines)


def reviews_as_json(results: Sequence[Review | tuple[Path, str]]) -> str:
    """Return the same for programs; a document that could not be used comes with its message."""
    return records_as_json(
        _record(one) if isinstance(one, Review) else unusable_record(*one) for one in results
    )


def unusable_record(document: Path, message: str) -> dict[str, Any]:
    """Return a document that could not be used, for programs."""
    return {"document": str(document), "status": "unusable", "message": message}


def records_as_json(records: Iterable[dict[str, Any]]) -> str:
    """Return what became of documents as JSON."""
    record = {"schema": SCHEMA, "results": list(records)}
    return json.dumps(record, ensure_ascii=False, indent=2)


def _headline(review: Review) -> str:
    count = len(review.comparison.changes)
    if review.untouched:
        return f"没有人改过：{review.document}"
    if not count:
        return f"已审阅：{review.document}　文字和数字都与生成时一样"
    revised = "，其中有还没接受的修订" if review.comparison.edited.revised else ""
    return f"已审阅：{review.document}　与生成时相比改了 {count} 处{revised}"


def _basis(review: Review) -> Iterator[str]:
    if review.workbook:
        yield f"工作簿：{review.workbook}"
        if lock_of(review.document):
            yield f"{review.document.name} 好像正在 Word 或 WPS 里打开，读的是最近一次保存的内容"
    else:
        yield "没有找到它的工作簿，只看文档；要写回，请用 --workbook 指定"
    if said := basis_said(review.basis):
        yield f"{said}。"


def basis_said(basis: Basis) -> str:
    """Return what people should know of how it is known what was generated; often nothing."""
    return _BASES[basis]


def _change(change: Change) -> Iterator[str]:
    known = [*([_who(change.by)] if change.by else []), *([_HOW[change.how]] if change.how else [])]
    by = f"　（{'，'.join(known)}）" if known else ""
    place = f"{change.place.within}{change.place.spot}" or change.place.file
    match change.kind:
        case Kind.FIGURE | Kind.LABEL | Kind.NUMBER:
            said = f"{_or_blank(change.was)} → {_or_blank(change.now)}"
            yield f"{change.kind.value} {place}：{said}{by}"
        case Kind.ADDED:
            yield f"新增 {place}：“{_clip(change.now)}”{by}"
        case Kind.DELETED:
            yield f"删除 在{place}之后：“{_clip(change.was)}”{by}"
        case Kind.MOVED:
            yield f"移动 {place}：移到了这里{by}"
        case Kind.SPLIT | Kind.MERGED:
            count = len((change.now if change.kind == Kind.SPLIT else change.was).split("\n"))
            how = f"一段分成 {count} 段" if change.kind == Kind.SPLIT else f"{count} 段并成一段"
            yield f"{change.kind.value} {place}：{how}{by}"
            yield from _words(change)
        case Kind.REWORDED | Kind.HEADING:
            yield f"{change.kind.value} {place}{by}"
            yield from _words(change)
        case _:
            said = f"增加了“{_clip(change.now)}”" if change.now else f"少了“{_clip(change.was)}”"
            yield f"{change.kind.value} {place}：{said}{by}"


def _words(change: Change) -> Iterator[str]:
    whole = change.was.replace("\n", "")
    for word in change.words:
        yield f"  {_word(word, whole)}"


def _word(word: WordChange, whole: str) -> str:
    if word.was and word.now:
        return f"“{_clip(word.was)}”改为“{_clip(word.now)}”"
    if word.was:
        return f"删去“{_clip(word.was)}”"
    before = whole[max(0, word.start - _CONTEXT) : word.start]
    where = f"“{before}”之后" if before else "开头"
    return f"{where}加上“{_clip(word.now)}”"


def _at(place: Place) -> str:
    return f"{place}：" if str(place) else ""


def _remark(remark: Remark) -> str:
    done = "（已解决）" if remark.done else ""
    who = _who(((remark.by, remark.when),))
    on = f"“{_clip(remark.words)}”" if remark.words else "（没有选中文字）"
    return f"{who}{done} {remark.place.within}{remark.place.spot}{on}：{remark.text}"


def foreign_lines(found: Sequence[str]) -> Iterator[str]:
    """Yield what must not be published with a document; nothing where there is nothing."""
    if found:
        yield f"不该随公文发出去的（{len(found)} 处，会运行、取外部内容或指向别处，公布前请删去）："
        yield from (f"  {one}" for one in found)


def conflict_lines(conflict: Conflict) -> Iterator[str]:
    """Yield what each side says; of long texts the words in which they differ."""
    yield f"{conflict.place.within}{conflict.place.spot} {conflict.what}".strip()
    base, sides = conflict.base, (("工作簿", conflict.workbook), ("文　档", conflict.document))
    if all(len(text) <= _LONGEST for _, text in sides):
        if base and base not in (conflict.workbook, conflict.document):
            yield f"  生成时：{_clip(base)}"
        yield from (f"  {side}：{_clip(text) or '（没有）'}" for side, text in sides)
        return
    before = base or conflict.workbook
    for side, text in sides:
        words = "；".join(_word(change, before) for change in word_changes(before, text))
        whole = not text or len(words) > len(text) + _LONGEST
        said = (_clip(text) or "（没有）") if whole else words or "没有改"
        yield f"  {side}：{said}"


def _what_next(review: Review) -> Iterator[str]:
    document, workbook = review.document, review.workbook
    apply = command_to_write_back(document, workbook)
    if review.applied:
        yield f"已写回：{workbook}（{review.cells} 格）；原来的工作簿另存为 {review.kept}"
    elif review.cells:
        yield f"可以写回工作簿 {review.cells} 格，请运行：{apply}"
    if review.conflicts:
        yield (
            f"两边不同的，可以在工作簿或文档里改成一样；或者运行 {apply} --take document"
            "（以文档为准）、--take workbook（以工作簿为准）"
        )
    overruled = review.merge.overruled if review.merge else 0
    if overruled:
        yield (
            f"以工作簿为准的有 {overruled} 处，文档里的写法没有写回。"
            f"要按工作簿重新生成，请加 --force：{shown_command('make-report', '--force', workbook)}"
        )
    everything = not (review.conflicts or review.leftovers or overruled)
    if workbook and everything and (review.applied or review.all_in_workbook):
        make = shown_command("make-report", workbook)
        yield f"文档里的修改都在工作簿里了。要按工作簿重新生成，请运行：{make}"


def _who(by: Sequence[tuple[str, str]]) -> str:
    return listed(f"{who or '（没有署名）'} {_when(when)}".strip() for who, when in by)


def _when(when: str) -> str:
    return when[:_TIME].replace("T", " ")


def _or_blank(text: str) -> str:
    return text or "（空白）"


def _clip(text: str) -> str:
    text = text.replace("\n", "／")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…（共 {len(text)} 字）"


def _record(review: Review) -> dict[str, Any]:
    compared = review.comparison
    return {
        "document": str(review.document),
        "status": "reviewed",
        "workbook": str(review.workbook) if review.workbook else None,
        "basis": review.basis.value,
        "untouched": review.untouched,
        "pending_revisions": compared.edited.revised,
        "changes": [_change_record(change) for change in compared.changes],
        "untracked": [_change_record(change) for change in review.untracked],
        "comments": [
            {
                "by": remark.by,
                "when": remark.when,
                "words": remark.words,
                "text": remark.text,
                "place": str(remark.place),
                "done": remark.done,
            }
            for remark in compared.edited.remarks
        ],
        "conflicts": [conflict_record(one) for one in review.conflicts],
        "overruled": review.merge.overruled if review.merge else 0,
        "follows": review.merge.follows if review.merge else [],
        "leftovers": [
            {"place": str(one.place), "what": one.what, "advice": one.advice}
            for one in review.leftovers
        ],
        "foreign": review.foreign,
        "findings": [
            finding_record(finding, (*review.form.rules, *review.local_rules))
            for finding in review.findings
        ],
        "cells": review.cells,
        "applied": review.applied,
        "kept": str(review.kept) if review.kept else None,
        "all_in_workbook": review.all_in_workbook,
    }


def conflict_record(conflict: Conflict) -> dict[str, str]:
    """Return a conflict for programs."""
    return {
        "what": conflict.what,
        "place": str(conflict.place),
        "base": conflict.base,
        "workbook": conflict.workbook,
        "document": conflict.document,
    }


def _change_record(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.name.lower(),
        "title": change.kind.value,
        "place": str(change.place),
        "was": change.was,
        "now": change.now,
        "words": [
            {"start": word.start, "end": word.end, "was": word.was, "now": word.now}
            for word in change.words
        ],
        "by": [{"author": who, "when": when} for who, when in change.by],
        "how": change.how.name.lower() if change.how else None,
    }
