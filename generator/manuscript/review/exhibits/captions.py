"""The captions of an edited document: their words, apart from the numbers that are counted anew."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Drawn, Grid, Line, Manuscript
from generator.manuscript.review.exhibits.shown_pairs import ShownPair
from generator.manuscript.review.generated_lines import Segment
from generator.manuscript.review.line_segments import plain
from generator.model.captions import shown_by
from generator.model.exhibits import TABLE_KIND
from generator.model.narrative import Piece
from generator.model.report import Report

_NUMBER = re.compile(r"\s*([图表])\s*(\d{1,3})(?!\d)[\s　:：.．、]*")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST = 40


@dataclass(frozen=True)
class CaptionWords:
    """The line of a caption, taken apart."""

    number: str
    """图1; empty where somebody took it away."""
    words: str
    start: int
    """How many characters of the line stand before the words."""


def caption_words(text: str, kind: str) -> CaptionWords:
    """Take the line of a caption apart."""
    found = _NUMBER.match(text)
    if found and found[1] == kind:
        return CaptionWords(found[1] + found[2], text[found.end() :].strip(), found.end())
    return CaptionWords("", text.strip(), len(text) - len(text.lstrip()))


def with_new_captions(
    pairs: Sequence[ShownPair], edited: Manuscript, matches: Sequence[Match]
) -> tuple[list[ShownPair], list[Match]]:
    """Take a new line for the caption that is gone, where it stands beside what was shown.

    However it was reworded: it is told by where it stands.
    """
    added = {match.after[0] for match in matches if not match.before}
    found: dict[int, int] = {}
    taken: list[ShownPair] = []
    for pair in pairs:
        line = None if pair.caption is not None else _line_beside(pair, edited)
        if line in added and line not in found.values() and _may_be_caption(edited.lines[line]):
            found[pair.line] = line
            taken.append(replace(pair, caption=line))
        else:
            taken.append(pair)
    if not found:
        return taken, list(matches)
    gone, come = set(found), {line: at for at, line in found.items()}
    return taken, [
        Match((come[match.after[0]],), match.after) if match.after and match.after[0] in come
        else match
        for match in matches
        if match.after or match.before[0] not in gone
    ]  # fmt: skip


def _line_beside(pair: ShownPair, edited: Manuscript) -> int | None:
    """Return the line where the caption of something should stand."""
    if pair.now is None:
        return None
    above = lines_before(pair.now, edited)
    at = above - 1 if pair.paragraph.kind == TABLE_KIND else above
    return at if 0 <= at < len(edited.lines) else None


def _may_be_caption(line: Line) -> bool:
    text = line.text.strip()
    return bool(_NUMBER.match(text)) or (len(text) <= _LONGEST and not _SENTENCE.search(text))


def lines_before(shown: Drawn | int, manuscript: Manuscript) -> int:
    """Return how many lines begin before something that is shown."""
    block = shown.block if isinstance(shown, Drawn) else _block_of(shown, manuscript)
    return sum(isinstance(one, Line) for one in manuscript.blocks[:block])


def _block_of(grid: int, manuscript: Manuscript) -> int:
    return [at for at, one in enumerate(manuscript.blocks) if isinstance(one, Grid)][grid]


def parts_of_shown(
    pairs: Sequence[ShownPair], edited: Manuscript, parts: Sequence[str]
) -> dict[int, str]:
    """Return the part of the form in which every row stands that shows something.

    One without its caption is in the part of the line before it, else of the one behind.
    """
    found: dict[int, str] = {}
    for pair in pairs:
        if pair.caption is not None:
            found[pair.row] = parts[pair.caption]
        elif pair.now is not None:
            above = lines_before(pair.now, edited)
            around = [*parts[max(0, above - 1) : above], *parts[above : above + 1]]
            found[pair.row] = next(filter(None, around), pair.paragraph.part)
    return {row: part for row, part in found.items() if part}


def numbers_due(
    pairs: Sequence[ShownPair], edited: Manuscript, parts: Mapping[int, str], form: Form
) -> dict[int, str]:
    """Return the number that the caption of every row has by now, by the row that stands."""
    order = [part.name for part in form.parts]
    counts: dict[str, int] = {}
    due: dict[int, str] = {}
    there = [pair for pair in pairs if pair.row in parts]
    for pair in sorted(
        there, key=lambda one: (order.index(parts[one.row]), _stands_at(one, edited))
    ):
        kind = pair.paragraph.kind
        counts[kind] = counts.get(kind, 0) + 1
        due[pair.row] = f"{kind}{counts[kind]}"
    return due


def _stands_at(pair: ShownPair, edited: Manuscript) -> float:
    if pair.caption is not None:
        return pair.caption
    return -1 if pair.now is None else lines_before(pair.now, edited) - 0.5


def citable_now(report: Report, due: Mapping[int, str], form: Form) -> dict[str, str]:
    """Return the names by which the text cites what is still shown, with its number by now."""
    order = {part.name: at for at, part in enumerate(form.parts)}
    meant: dict[str, int] = {}
    for at, row in sorted(enumerate(report.paragraphs), key=lambda one: order[one[1].part]):
        if row.kind:
            for name in filter(None, (row.heading.strip(), shown_by(row).name)):
                meant.setdefault(f"{row.kind}：{name}", at)
    return {name: due[at] for name, at in meant.items() if at in due}


def recited(
    lines: Sequence[list[Segment]], was: Mapping[str, str], now: Mapping[str, str]
) -> list[list[Segment]]:
    """Let text that cites what is not shown any more, or another number, say what it says."""
    return [[_recited(segment, was, now) for segment in segments] for segments in lines]


def _recited(segment: Segment, was: Mapping[str, str], now: Mapping[str, str]) -> Segment:
    name, shown = segment.piece.name, segment.piece.shown
    if name not in was or (name in now and shown in (was[name], now[name])):
        return segment
    other = next((one for one, number in now.items() if number == shown), None)
    if other is None or name not in now:
        return plain(segment.role, shown)
    return replace(segment, piece=Piece(shown, f"【{other}】", other))
