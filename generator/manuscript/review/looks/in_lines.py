"""What the lines of a document look like otherwise than they were generated."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.manuscript.alignment import Match
from generator.manuscript.looks import LineLook, Looks
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.looks.differing_looks import (
    BETWEEN,
    MARKS,
    distinct,
    in_new_line,
    in_paragraphs,
    in_words,
)
from generator.manuscript.review.typed_numbers import typed_number
from generator.model.report import Place


def in_lines(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    """Yield the names of what differs in every line that stayed or is new, and where."""
    stayed = stayed_lines(compared)
    models = _Models(compared, was, now)
    for match in compared.matches:
        before = [was.lines[at] for at in match.before]
        after = [now.lines[at] for at in match.after]
        if not after or before == after:
            continue
        place = compared.edited.lines[match.after[0]].place
        if not before:
            for at, line in zip(match.after, after, strict=True):
                if compared.parts[at] and not _joined_by_tracked_change(compared, match):
                    yield compared.edited.lines[at].place, in_new_line(line, models.of(at, line))
            continue
        words = in_words(_joined(before), _joined(after))
        if _level(before[0]) != _level(after[0]) or _joined_by_tracked_change(compared, match):
            yield place, [name for name in words if name in MARKS]
            continue
        at, origin = match.after[0], match.before[0]
        follows = (at == origin == 0) or (at > 0 and stayed.get(at - 1, -2) == origin - 1)
        beside = [name for name in in_paragraphs(before, after) if name != BETWEEN or follows]
        yield place, [*words, *beside]


def stayed_lines(compared: Comparison) -> dict[int, int]:
    """Return for every line that stayed one which line it was."""
    return {match.after[0]: match.before[-1] for match in compared.matches if _one_by_one(match)}


class _Models:
    """What new lines may look like, by how the document was generated."""

    def __init__(self, compared: Comparison, was: Looks, now: Looks) -> None:
        self._compared, self._was = compared, was
        self._plain = [one.plain for one in (was, now) if one.plain is not None]

    def of(self, at: int, line: LineLook) -> Iterator[LineLook]:
        """Yield the lines of its level, the one that a new line stands behind, and a plain one."""
        yield from self._levels.get(_level(line), ())
        if (origin := self._above[at]) is not None:
            yield self._was.lines[origin]
        yield from self._plain

    @cached_property
    def _levels(self) -> Mapping[int, Sequence[LineLook]]:
        levels = defaultdict(list)
        for line, generated in zip(self._was.lines, self._compared.generated, strict=True):
            if generated.row is not None:
                levels[_level(line)].append(line)
        return {level: distinct(lines) for level, lines in levels.items()}

    @cached_property
    def _above(self) -> Sequence[int | None]:
        origins = {
            at: match.before[-1]
            for match in self._compared.matches
            if match.before
            for at in match.after
        }
        found: list[int | None] = []
        for at in range(len(self._compared.edited.lines)):
            found.append(origins.get(at, found[-1] if found else None))
        return found


def _joined_by_tracked_change(compared: Comparison, match: Match) -> bool:
    """Tell whether a whole paragraph is tracked as deleted before a line.

    Which of the two has its style then, programs do not agree on.
    """
    traces = compared.edited.lines[match.after[0]].traces
    return any("\n" in trace.words for trace in traces if not trace.added)


def _one_by_one(match: Match) -> bool:
    return len(match.before) == len(match.after) == 1


def _joined(lines: Sequence[LineLook]) -> LineLook:
    return LineLook({}, tuple(word for line in lines for word in line.words))


def _level(line: LineLook) -> int:
    """Return the level by its number: the workbook holds that, and the look with it."""
    return typed_number(line.text)[0]
