"""Which rows of the workbook, of the document, and of what was generated are the same row."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.manuscript.alignment import align, likeness, same_lines
from generator.manuscript.review.rows import EditedRow
from generator.model.printed_lines import printable
from generator.model.report import Paragraph

_ALIKE = 0.6
"""How alike a row of the workbook must be to one that only the document has, or has deleted."""

_Row = Paragraph | EditedRow


@dataclass(frozen=True)
class Key:
    """A row on either side: one that was generated, or one that a side has added."""

    side: str
    number: int


def content(row: _Row) -> str:
    """Return what a row says, as far as it can be printed."""
    return f"{row.level}\t{printable(row.heading)}\t{printable(row.text)}"


def keys_of_document(document: Sequence[EditedRow]) -> list[Key]:
    """Return the key of every row of the document."""
    return [
        Key("base", row.row) if row.row is not None else Key("document", at)
        for at, row in enumerate(document)
    ]


def keys_of_workbook(
    base: Sequence[Paragraph], workbook: Sequence[Paragraph], document: Sequence[EditedRow]
) -> list[Key]:
    """Return the key of every row of the workbook; rows of one key on two sides are one row.

    A row says word for word what the document does, whose changes may be in the workbook by now,
    or what was generated: whichever explains more of the workbook goes first. The rest are told
    by how alike they are between those, by their row in the sheet, or by standing alone between
    the same two.
    """
    there = keys_of_document(document)
    generated = [Key("base", at) for at in range(len(base))]
    found: dict[int, Key] = {}
    same = _same(workbook, base, generated), _same(workbook, document, there)
    for pairs in sorted(same, key=len, reverse=True):
        _take(found, pairs)
    rows: dict[Key, _Row] = {
        **dict(zip(there, document, strict=True)),
        **dict(zip(generated, base, strict=True)),
    }
    on_both = {*there} & {*generated}
    keys = _all_in_order(len(base), there)
    _take(found, list(_alike(workbook, rows, keys, found, on_both=on_both)))
    _take(found, list(_in_the_same_place(base, workbook, there, found)))
    return [found.get(at, Key("workbook", at)) for at in range(len(workbook))]


def _take(found: dict[int, Key], pairs: Sequence[tuple[int, Key]]) -> None:
    """Add which row of the workbook is which, unless one of the two has been matched."""
    taken = set(found.values())
    for at, key in pairs:
        if at not in found and key not in taken:
            found[at] = key
            taken.add(key)


def _same(
    workbook: Sequence[Paragraph], rows: Sequence[_Row], keys: Sequence[Key]
) -> list[tuple[int, Key]]:
    """Return the rows of the workbook that say the same as others of the same part."""
    here, there = ([f"{row.part}\t{content(row)}" for row in side] for side in (workbook, rows))
    return [(at, keys[which]) for at, which in same_lines(here, there)]


def _all_in_order(generated: int, there: Sequence[Key]) -> list[Key]:
    """Return the rows of the document, and those that it has deleted where they were."""
    rows, known = list(there), set(there)
    for number in range(generated):
        if Key("base", number) not in known:
            at = rows.index(Key("base", number - 1)) + 1 if number else 0
            rows.insert(at, Key("base", number))
    return rows


def _alike(
    workbook: Sequence[Paragraph],
    rows: Mapping[Key, _Row],
    keys: Sequence[Key],
    found: Mapping[int, Key],
    *,
    on_both: Collection[Key],
) -> Iterator[tuple[int, Key]]:
    """Yield the rows that are left and most alike, between the same ones that were found.

    `on_both` are rows that were generated and that the document still has; of others it takes
    more to be the same.
    """
    known = {key: f"row {at}" for at, key in found.items()}
    before = [known.get(key) or _words(rows[key]) for key in keys]
    after = [known[found[at]] if at in found else _words(row) for at, row in enumerate(workbook)]
    for match in align(before, after):
        pairs = [
            (likeness(before[which], after[at]), at, keys[which])
            for at in match.after
            for which in match.before
        ]
        for alike, at, key in sorted(pairs, key=lambda pair: -pair[0]):
            if key in on_both or alike >= _ALIKE:
                yield at, key


def _words(row: _Row) -> str:
    return f"{printable(row.heading)}{printable(row.text)}"


def _in_the_same_place(
    base: Sequence[Paragraph],
    workbook: Sequence[Paragraph],
    there: Sequence[Key],
    found: Mapping[int, Key],
) -> Iterator[tuple[int, Key]]:
    """Yield what may be a row that the document still has, in quite other words."""
    taken = set(found.values())
    left = [key.number for key in there if key.side == "base" and key not in taken]
    spots = {base[number].place.spot: number for number in left if base[number].place.spot}
    for at, row in enumerate(workbook):
        if row.place.spot in spots:
            yield at, Key("base", spots[row.place.spot])
    around = {number: (Key("base", number - 1), Key("base", number + 1)) for number in left}
    end = Key("base", len(base))
    for at in range(len(workbook)):
        beside = found.get(at - 1, Key("base", -1)), found.get(at + 1, end)
        yield from ((at, Key("base", number)) for number in left if around[number] == beside)
