"""What people changed in a document with 修订 without recording it as such."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match, likeness
from generator.manuscript.manuscript import Line, Manuscript
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.changes.changes import changes_of
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.word_changes import changed_by, word_changes

_SAME_LINE = 0.6
"""How alike an added line is to itself with and without 修订."""


_BESIDE_LINES = (Kind.FIGURE, Kind.LABEL, Kind.TABLE, Kind.SHOWN, Kind.OTHER)


def untracked_changes(
    accepted: Comparison, rejected: Comparison, generated: Manuscript, form: Form
) -> list[Change]:
    """Return the changes that stay when all 修订 are rejected, and are there when all are accepted.

    What is only in the rejected document is no change: it is what 修订 has made another, and the
    workbook that it is compared with says that too by now. So are the 修订 by make-report.
    """
    now = {at: match for match in accepted.matches for at in match.before}
    added = [
        accepted.edited.lines[at].text
        for match in accepted.matches
        if not match.before
        for at in match.after
    ]
    lines = list(rejected.edited.lines)
    matches: list[Match] = []
    for match in rejected.matches:
        if _one_line(match):
            lines[match.after[0]] = _only_direct(match, now[match.before[0]], accepted, rejected)
            matches.append(replace(match, moved=match.moved and now[match.before[0]].moved))
        elif _is_there_too(match, now, added, rejected):
            matches.append(match)
    changes = changes_of(
        rejected.generated,
        generated,
        _with_lines(rejected.edited, lines),
        matches,
        tables=rejected.tables,
        form=form,
        shown=rejected.shown,
    )
    others = [_identity(change) for change in accepted.changes]
    return [
        change
        for change in changes
        if change.kind not in _BESIDE_LINES or _identity(change) in others
    ]


def _identity(change: Change) -> tuple[str, ...]:
    """Return what tells a change of a table, or of what is no text, from others."""
    if change.kind in (Kind.FIGURE, Kind.SHOWN):
        return change.kind.value, change.place.spot
    return change.kind.value, change.was, "" if change.kind == Kind.LABEL else change.now


def _one_line(match: Match) -> bool:
    return len(match.before) == len(match.after) == 1


def _only_direct(match: Match, now: Match, accepted: Comparison, rejected: Comparison) -> Line:
    """Return a line with the words only that differ with and without 修订 from what was there."""
    (at,), line = match.before, rejected.edited.lines[match.after[0]]
    was = rejected.generated[at].text.strip()
    there = "\n".join(accepted.edited.lines[one].text.strip() for one in now.after)
    if not _one_line(now):
        return line if now.after else replace(line, text=was)
    differing = word_changes(was, there)
    direct = [
        one
        for one in word_changes(was, line.text.strip())
        if any(one.start <= other.end and other.start <= one.end for other in differing)
    ]
    return replace(line, text=changed_by(was, direct))


def _is_there_too(
    match: Match, now: Mapping[int, Match], added: Sequence[str], rejected: Comparison
) -> bool:
    """Tell whether a line that was deleted, added, split or merged is so with all 修订 as well."""
    if not match.before:
        text = rejected.edited.lines[match.after[0]].text
        return any(likeness(text, other) >= _SAME_LINE for other in added)
    return any(not _one_line(now[at]) for at in match.before)


def _with_lines(manuscript: Manuscript, lines: Sequence[Line]) -> Manuscript:
    left = iter(lines)
    blocks = (next(left) if isinstance(block, Line) else block for block in manuscript.blocks)
    return replace(manuscript, blocks=tuple(blocks))
