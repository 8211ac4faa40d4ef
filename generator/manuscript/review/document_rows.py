"""Which rows of an edited document are rows that were generated, and which stand in their place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.manuscript.review.rows import EditedRow
from generator.model.report import Paragraph


@dataclass(frozen=True)
class Key:
    """A row on either side: one that was generated, or one that a side has added."""

    side: str
    number: int


def keys_of_document(
    base: Sequence[Paragraph], document: Sequence[EditedRow], untouchable: Collection[int] = ()
) -> list[Key]:
    """Return the key of every row of the document.

    A row that stands where a generated one was deleted is that row in quite other words: else
    nobody would be asked about a row that one side replaced and the other changed. `untouchable`
    are generated rows of which it cannot be told what became.
    """
    keys = [
        Key("base", row.row) if row.row is not None else Key("document", at)
        for at, row in enumerate(document)
    ]
    known = set(keys)
    gone: list[int] = []
    new: list[int] = []
    instead: dict[int, int] = {}
    for key in [*with_deleted(len(base), keys), None]:
        if key is not None and key not in known:
            gone += [key.number] if key.number not in untouchable else []
        elif key is not None and key.side == "document":
            new.append(key.number)
        else:
            instead |= _instead(base, document, gone, new)
            gone, new = [], []
    return [Key("base", instead[at]) if at in instead else key for at, key in enumerate(keys)]


def with_deleted(generated: int, there: Sequence[Key]) -> list[Key]:
    """Return the rows of the document, and those that it has deleted where they were."""
    known = set(there)
    after: dict[Key | None, list[Key]] = {}
    stands: Key | None = None
    for key in (Key("base", number) for number in range(generated)):
        if key in known:
            stands = key
        else:
            after.setdefault(stands, []).append(key)
    return [*after.get(None, []), *(one for key in there for one in (key, *after.get(key, [])))]


def _instead(
    base: Sequence[Paragraph],
    document: Sequence[EditedRow],
    gone: Sequence[int],
    new: Sequence[int],
) -> dict[int, int]:
    """Return which of some new rows stands for which of those deleted there, by their level.

    Of one and one the level may be another.
    """
    found: dict[int, int] = {}
    left = list(gone)
    for at in new:
        row = document[at]
        for number in left:
            alone = len(gone) == len(new) == 1
            of_part = (base[number].part, base[number].kind) == (row.part, row.kind)
            if of_part and (alone or base[number].level == row.level):
                found[at] = number
                left = [one for one in left if one > number]
                break
    return found
