"""Every line of an edited document as pieces: what was typed for it, and what it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Line
from generator.manuscript.review.generated_lines import MadeLine, Part, Role
from generator.manuscript.review.typed_changes import carried
from generator.model.narrative import Piece, as_typed

_BREAK = "\n"


def parts_of(
    lines: Sequence[Line], made: Sequence[MadeLine], matches: Sequence[Match]
) -> list[list[Part]]:
    """Return the pieces of every line of the edited document."""
    found: dict[int, list[Part]] = {}
    for match in matches:
        if not match.after:
            continue
        texts = [lines[at].text for at in match.after]
        if match.before:
            old = list(_joined([made[at] for at in match.before]))
            new = list(_lines_of(carried(old, _BREAK.join(texts))))
            found |= dict(zip(match.after, new, strict=True))
        else:
            found[match.after[0]] = added(lines[match.after[0]])
    return [found[at] for at in range(len(lines))]


def added(line: Line) -> list[Part]:
    """Return the pieces of a line that was not there before."""
    lead, rest = line.text[: line.lead], line.text[line.lead :]
    given = ((Role.HEADING, lead), (Role.TEXT, rest))
    return [plain(role, text) for role, text in given if text]


def plain(role: Role, text: str) -> Part:
    """Return a piece that cites nothing."""
    return Part(role, Piece(text, as_typed(text)))


def shown(parts: Sequence[Part]) -> str:
    """Return the pieces as they are printed."""
    return "".join(part.piece.shown for part in parts)


def typed(parts: Sequence[Part]) -> str:
    """Return the pieces as they are typed."""
    return "".join(part.piece.typed for part in parts)


def cut(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """Cut pieces in two after so many characters; a piece that is cut cites nothing any more."""
    first: list[Part] = []
    rest: list[Part] = []
    for part in parts:
        length = len(part.piece.shown)
        if length <= at:
            first.append(part)
        elif at <= 0:
            rest.append(part)
        else:
            first.append(plain(part.role, part.piece.shown[:at]))
            rest.append(plain(part.role, part.piece.shown[at:]))
        at -= length
    return first, rest


def _joined(lines: Sequence[MadeLine]) -> Iterator[Part]:
    """Yield the pieces of lines that were merged; only the first has a number and a heading."""
    for nth, line in enumerate(lines):
        for part in line.parts:
            if nth == 0:
                yield part
            elif part.role in (Role.NUMBER, Role.STOP):
                yield plain(Role.TEXT, part.piece.shown)
            else:
                yield replace(part, role=Role.TEXT)


def _lines_of(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Cut the pieces where a line was broken."""
    line: list[Part] = []
    for part in parts:
        first, *others = part.piece.shown.split(_BREAK)
        if not others:
            line.append(part)
            continue
        line += [plain(part.role, first)] if first else []
        for text in others:
            yield line
            line = [plain(part.role, text)] if text else []
    yield line
