"""The segments of every line of an edited document: what was typed for it, what it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Line
from generator.manuscript.review.generated_lines import GeneratedLine, Role, Segment
from generator.manuscript.review.typed_changes import retyped
from generator.model.narrative import Piece, as_typed

_BREAK = "\n"


def segments_of(
    lines: Sequence[Line], generated: Sequence[GeneratedLine], matches: Sequence[Match]
) -> list[list[Segment]]:
    """Return the segments of every line of the edited document."""
    found: dict[int, list[Segment]] = {}
    for match in matches:
        if not match.after:
            continue
        texts = [lines[at].text for at in match.after]
        if match.before:
            old = list(_joined([generated[at] for at in match.before]))
            new = list(_lines_of(retyped(old, _BREAK.join(texts))))
            found |= dict(zip(match.after, new, strict=True))
        else:
            found[match.after[0]] = added(lines[match.after[0]])
    return [found[at] for at in range(len(lines))]


def added(line: Line) -> list[Segment]:
    """Return the segments of a line that was not there before."""
    lead, rest = line.text[: line.lead], line.text[line.lead :]
    given = ((Role.HEADING, lead), (Role.TEXT, rest))
    return [plain(role, text) for role, text in given if text]


def plain(role: Role, text: str) -> Segment:
    """Return a segment that cites nothing."""
    return Segment(role, Piece(text, as_typed(text)))


def shown(segments: Sequence[Segment]) -> str:
    """Return segments as they are printed."""
    return "".join(segment.piece.shown for segment in segments)


def typed(segments: Sequence[Segment]) -> str:
    """Return segments as they are typed."""
    return "".join(segment.piece.typed for segment in segments)


def cut(segments: Sequence[Segment], at: int) -> tuple[list[Segment], list[Segment]]:
    """Cut segments in two after so many characters; one that is cut cites nothing any more."""
    first: list[Segment] = []
    rest: list[Segment] = []
    for segment in segments:
        length = len(segment.piece.shown)
        if length <= at:
            first.append(segment)
        elif at <= 0:
            rest.append(segment)
        else:
            first.append(plain(segment.role, segment.piece.shown[:at]))
            rest.append(plain(segment.role, segment.piece.shown[at:]))
        at -= length
    return first, rest


def _joined(lines: Sequence[GeneratedLine]) -> Iterator[Segment]:
    """Yield the segments of lines that were merged; only the first has a number and a heading."""
    for nth, line in enumerate(lines):
        for segment in line.segments:
            if nth == 0:
                yield segment
            elif segment.role in (Role.NUMBER, Role.STOP):
                yield plain(Role.TEXT, segment.piece.shown)
            else:
                yield replace(segment, role=Role.TEXT)


def _lines_of(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Cut the segments where a line was broken."""
    line: list[Segment] = []
    for segment in segments:
        first, *others = segment.piece.shown.split(_BREAK)
        if not others:
            line.append(segment)
            continue
        line += [plain(segment.role, first)] if first else []
        for text in others:
            yield line
            line = [plain(segment.role, text)] if text else []
    yield line
