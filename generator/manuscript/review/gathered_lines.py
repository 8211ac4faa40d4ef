"""Which lines of an edited document stand in one row of the workbook."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.manuscript.alignment import Match
from generator.manuscript.review.exhibits.shown import Shown
from generator.manuscript.review.generated_lines import GeneratedLine


@dataclass
class Gathered:
    """The lines that make up one row."""

    part: str
    row: int | None
    led: bool
    """Whether its first line was the first line of its row before."""
    lines: list[int] = field(default_factory=list)


def gathered_lines(
    part_names: Sequence[str],
    generated: Sequence[GeneratedLine],
    matches: Sequence[Match],
    *,
    numbered: Sequence[bool],
) -> Iterator[Gathered]:
    """Put lines together that stand in one cell.

    `part_names` is the part of every line, empty for none; `numbered` says which begin with a
    number.
    """
    origin = {j: match for match in matches for j in match.after}
    around = _rows_around(len(part_names), origin, generated)
    cut_short = _cut_short(generated, matches)
    open_row: Gathered | None = None
    used: set[int] = set()
    for at, part in enumerate(part_names):
        if not part:
            continue
        match = origin[at]
        first = generated[match.before[0]] if match.before else None
        begins = bool(first and first.leads and at == match.after[0])
        of_open_row = open_row is not None and open_row.part == part and not begins
        if of_open_row and open_row is not None and open_row.row is not None:
            goes_on = open_row.row in cut_short and open_row.lines[-1] == at - 1
            row = first.row if first else around[at]
            row = open_row.row if goes_on and not first else row
            if row == open_row.row and not (numbered[at] and (not first or at != match.after[0])):
                open_row.lines.append(at)
                continue
        if open_row:
            yield open_row
        row = first.row if first and at == match.after[0] else None
        row = None if row in used else row
        used |= {row} if row is not None else set()
        open_row = Gathered(part, row, begins and row is not None, [at])
    if open_row:
        yield open_row


def _cut_short(generated: Sequence[GeneratedLine], matches: Sequence[Match]) -> set[int]:
    """Return the rows of which only the first line is there: a new one behind it is instead."""
    lost, kept = set[int | None](), set[int | None]()
    for match in matches:
        rows = {generated[at].row for at in match.before if not generated[at].leads}
        if match.after:
            kept |= rows
        else:
            lost |= rows
    return {row for row in lost - kept if row is not None}


def _rows_around(
    count: int, origin: Mapping[int, Match], generated: Sequence[GeneratedLine]
) -> list[int | None]:
    """Return for every line in which row an added one there stands, told by the line after it."""
    found: list[int | None] = []
    row: int | None = None
    for match in (origin[at] for at in reversed(range(count))):
        if match.before:
            line = generated[match.before[0]]
            row = None if line.leads or match.moved else line.row
        found.append(row)
    return found[::-1]


def with_captions_alone(
    gathered: Sequence[Gathered], shown: Shown, captions: Collection[int]
) -> list[Gathered]:
    """Return the same with captions as rows of one line each, and what has lost its own.

    `captions` are the rows that show something.
    """
    found: list[Gathered] = []
    for one in gathered:
        found.append(one)
        if one.row in captions and len(one.lines) > 1:
            rest = Gathered(one.part, None, led=False, lines=one.lines[1:])
            found[-1:] = [replace(one, lines=one.lines[:1]), rest]
    for row, above in shown.alone.items():
        if row in shown.parts:
            ahead = (nth for nth, one in enumerate(found) if one.lines and one.lines[0] >= above)
            found.insert(next(ahead, len(found)), Gathered(shown.parts[row], row, led=True))
    return found
