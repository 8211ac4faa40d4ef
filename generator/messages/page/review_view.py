"""A review for a page: every change as red and green text, every conflict with what can be chosen.

What is sent back are the keys of conflicts, each with the side that a person took, and the version
that the person has seen: `choices_from` takes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.manuscript.manuscript import Remark
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.review.side import Side
from generator.manuscript.word_changes import WordChange, word_changes
from generator.messages.changes import known_of, when_said
from generator.messages.command_to_type import without_commands
from generator.messages.findings import verification_said
from generator.messages.formatting import formatting_lines
from generator.messages.page.forms import heading_of
from generator.messages.records import finding_record
from generator.messages.review import basis_said, same_change
from generator.model.finding import Finding, Refusal
from generator.model.reading_order import standing
from generator.model.report import Place
from generator.pipeline.review import Review
from generator.pipeline.revise import Revised

_SIDES = {Side.DOCUMENT: "以文档为准", Side.WORKBOOK: "以工作簿为准"}
_WHOLE = (Kind.FIGURE, Kind.LABEL, Kind.NUMBER, Kind.SHOWN)
"""Kinds of changes in which one value takes the place of another."""


def review_view(review: Review) -> dict[str, Any]:
    """Return all that a page shows of a review.

    {"version", "basis", "untouched", "revised", "summed_up", "changes", "remarks", "conflicts",
    "leftovers", "formatting", "foreign", "follows", "newer", "findings", "cells", "overruled",
    "has_workbook", "all_in_workbook", "applied", "kept", "heading": the name of a form that is not
    the usual one}. Commands are left out.

    Of a change: {"id", "kind", "place", "pieces", "by": [{"who", "when"}], "known", "untracked"};
    a piece is {"text", "kind"}: same, deleted or added. Of a remark: {"id", "who", "when",
    "words", "text", "place", "done"}. Of a conflict: as `conflicts_view` has it.
    """
    compared, merge = review.comparison, review.merge
    untracked = {same_change(change) for change in review.untracked}
    return {
        "heading": heading_of([(review.form.id, review.form.name)]),
        "version": review.version,
        "basis": basis_said(review.basis),
        "untouched": review.untouched,
        "revised": compared.edited.revised,
        "summed_up": review.summed_up,
        "changes": [
            _change(number, change, untracked=same_change(change) in untracked)
            for number, change in enumerate(compared.changes)
        ],
        "remarks": [_remark(number, one) for number, one in enumerate(compared.edited.remarks)],
        "conflicts": conflicts_view(review.conflicts),
        "leftovers": [
            {
                "place": _place(one.place),
                "what": one.what,
                "advice": without_commands(one.advice),
            }
            for one in review.leftovers
        ],
        "formatting": [line.strip() for line in formatting_lines(review)],
        "foreign": review.foreign,
        "follows": merge.follows if merge else [],
        "newer": [_place(one) for one in merge.newer] if merge else [],
        "findings": [
            {
                **finding_record(one, (*review.form.rules, *review.local_rules)),
                **_in_words(one, review.document.name),
            }
            for one in review.findings
        ],
        "cells": review.cells,
        "overruled": review.overruled,
        "has_workbook": review.workbook is not None,
        "all_in_workbook": review.all_in_workbook,
        "applied": review.applied,
        "kept": review.kept.name if review.kept else None,
    }


def revised_view(revised: Revised) -> dict[str, Any]:
    """Return what was brought into a document, or what must be settled before.

    {"version", "basis", "written", "kept", "conflicts", "foreign", "figures", "reworded", "added",
    "gone", "exhibits"}.
    """
    done = revised.edits
    return {
        "version": revised.version,
        "basis": basis_said(revised.basis),
        "written": revised.written,
        "kept": revised.kept.name if revised.kept else None,
        "conflicts": conflicts_view(revised.conflicts),
        "foreign": revised.foreign,
        "figures": done.figures,
        "reworded": done.reworded,
        "added": done.added,
        "gone": done.gone,
        "exhibits": sum(done.exhibits.values()),
    }


def conflicts_view(conflicts: Sequence[Conflict]) -> list[dict[str, Any]]:
    """Return what people must settle, each once.

    Of each {"id", "what", "place", "sheet", "cell", "base", "count", "sides": [{"side" (document
    or workbook), "word" (以文档为准), "text", "pieces", "may_be_taken"}]}.
    """
    counts: dict[str, int] = {}
    first: dict[str, Conflict] = {}
    for one in conflicts:
        counts[one.key] = counts.get(one.key, 0) + 1
        first.setdefault(one.key, one)
    return [_conflict(one, counts[key]) for key, one in first.items()]


def choices_from(given: Mapping[str, str]) -> dict[str, Side]:
    """Return what was chosen by the keys of conflicts. Raise Refusal for what is no side."""
    known = {side.value: side for side in Side}
    if not all(one in known for one in given.values()):
        raise Refusal("选的既不是“以文档为准”，也不是“以工作簿为准”，没有写。请再选一遍。")
    return {key: known[side] for key, side in given.items()}


def _in_words(finding: Finding, document: str) -> dict[str, str]:
    """Return how a finding stands, and where: on a page of one document that is not named."""
    place = finding.place
    verified = finding.verified if finding.settled else None
    return {
        "standing": standing(finding).name,
        "standing_word": standing(finding).value,
        "where": _place(place) if place.file == document else str(place),
        "advice": without_commands(finding.advice),
        "verified_said": verification_said(verified) if verified else "",
    }


def _conflict(conflict: Conflict, count: int) -> dict[str, Any]:
    texts = {Side.DOCUMENT: conflict.document, Side.WORKBOOK: conflict.workbook}
    before = conflict.base or conflict.workbook
    return {
        "id": conflict.key,
        "what": conflict.what,
        "place": _place(conflict.place),
        "sheet": conflict.place.within,
        "cell": conflict.place.spot,
        "base": conflict.base,
        "count": count,
        "sides": [
            {
                "side": side.value,
                "word": word,
                "text": texts[side],
                "pieces": list(pieces(before, texts[side])),
                "may_be_taken": conflict.only in (None, side),
            }
            for side, word in _SIDES.items()
        ],
    }


def pieces(before: str, after: str, words: Sequence[WordChange] = ()) -> Iterator[dict[str, str]]:
    """Yield two texts as one: what both have, what is deleted, and what is added."""
    end = 0
    for word in words or word_changes(before, after):
        yield from _piece("same", before[end : word.start])
        yield from _piece("deleted", word.was)
        yield from _piece("added", word.now)
        end = word.end
    yield from _piece("same", before[end:])


def _change(number: int, change: Change, *, untracked: bool) -> dict[str, Any]:
    return {
        "id": f"change-{number}",
        "kind": change.kind.value,
        "place": _place(change.place),
        "pieces": list(_of_change(change)),
        "by": [{"who": who, "when": when_said(when)} for who, when in change.by],
        "known": known_of(change, untracked=untracked).strip("　（）"),
        "untracked": untracked,
    }


def _of_change(change: Change) -> Iterator[dict[str, str]]:
    if change.kind is Kind.MOVED and change.was == change.now:
        yield from _piece("same", change.now)
    elif change.kind in _WHOLE or not (change.was and change.now):
        yield from _piece("deleted", change.was)
        yield from _piece("added", change.now)
    else:
        yield from pieces(change.was.replace("\n", ""), change.now.replace("\n", ""), change.words)


def _piece(kind: str, text: str) -> Iterator[dict[str, str]]:
    if text:
        yield {"kind": kind, "text": text}


def _remark(number: int, remark: Remark) -> dict[str, Any]:
    return {
        "id": f"remark-{number}",
        "who": remark.by,
        "when": when_said(remark.when),
        "words": remark.words,
        "text": remark.text,
        "place": _place(remark.place),
        "done": remark.done,
    }


def _place(place: Place) -> str:
    return str(place._replace(file=""))
