"""A damaged workbook, template or document: one thing wrong with it, or a few."""

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzzing import cells, markup, members
from tests.fuzzing.structures import overloaded
from tests.fuzzing.trees import words_changed
from tests.fuzzing.zip_bytes import OF_AN_ARCHIVE, OF_BYTES, Change

_SHEETS, _NARRATIVE = "xl/worksheets/", "xl/worksheets/sheet6.xml"
_BODY = "word/document.xml"


def damaged(data: bytes, rng: Random) -> tuple[bytes, list[str]]:
    """Return an archive with something wrong with it, and what that is."""
    parts, done = members.members_of(data), []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if rng.random() < 0.85:
            at = parts.index(_one(parts, rng))
            name, content = parts[at]
            change = _change_for(name, rng)
            parts[at] = name, change(content, rng)
            done.append(f"{change.__name__} in {name}")
        elif parts:
            large = rng.random() < 0.05
            reshuffle = rng.choice(members.LARGE if large else members.USUAL)
            reshuffle(parts, rng)
            done.append(f"members {reshuffle.__name__}")
    archive = members.archive_of(parts, rng)
    if rng.random() < 0.15:
        change = rng.choice(OF_AN_ARCHIVE)
        archive = change(archive, rng)
        done.append(f"archive {change.__name__}")
    return archive, done


def changed(
    data: bytes, part: Callable[[str], bool], changes: Sequence[Change], rng: Random
) -> tuple[bytes, list[str]]:
    """Return an archive with one of the changes in one of those parts."""
    parts = members.members_of(data)
    at = rng.choice([at for at, (name, _) in enumerate(parts) if part(name)])
    change = rng.choice(changes)
    parts[at] = parts[at][0], change(parts[at][1], rng)
    return members.archive_of(parts, rng), [f"{change.__name__} in {parts[at][0]}"]


def is_sheet(part: str) -> bool:
    """Tell whether a part is a worksheet."""
    return part.startswith(_SHEETS)


def is_narrative(part: str) -> bool:
    """Tell whether a part is the worksheet that holds the text of the report."""
    return part == _NARRATIVE


def is_body(part: str) -> bool:
    """Tell whether a part is the main one of a document."""
    return part == _BODY


def _one(parts: members.Members, rng: Random) -> tuple[str, bytes]:
    main = [one for one in parts if is_sheet(one[0]) or is_body(one[0])]
    return rng.choice(main if main and rng.random() < 0.7 else parts or [("a.xml", b"")])


def _change_for(part: str, rng: Random) -> Change:
    roll = rng.random()
    if roll < 0.03:
        return overloaded
    if roll < 0.12:
        return rng.choice(OF_BYTES)
    if is_sheet(part) and roll < 0.6:
        return rng.choice(cells.CHANGES)
    if is_body(part) and roll < 0.4:
        return words_changed
    return rng.choice(markup.CHANGES)
