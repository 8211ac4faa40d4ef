"""Which rows of the workbook, of the document, and of what was generated are the same row."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.manuscript.alignment import align, likeness
from generator.manuscript.review.document_rows import Key, with_deleted
from generator.manuscript.review.rows import EditedRow
from generator.manuscript.same_lines import same_lines
from generator.model.printed_lines import printable
from generator.model.report import Paragraph

_ALIKE = 0.6
"""How alike a row of the workbook must be to one that only the document has, or has deleted."""
_ALIKE_THERE = 0.3
"""The same, where it stands in the place of the one that was deleted."""

_END = Key("end", 0)

_Row = Paragraph | EditedRow


def content(row: _Row) -> str:
    """Return what a row says, as far as it can be printed."""
    return f"{row.kind}{row.level}\t{printable(row.heading)}\t{printable(row.text)}"


def keys_of_workbook(
    base: Sequence[Paragraph],
    workbook: Sequence[Paragraph],
    document: Sequence[EditedRow],
    there: Sequence[Key],
) -> list[Key]:
    """Return the key of every row of the workbook; rows of one key on two sides are one row.

    `there` are the keys of the document. A row says word for word what the document does, whose
    changes may be in the workbook by now, or what was generated: whichever explains more of the
    workbook goes first, the document where both do as much. The rest are told by how alike they
    are between those, by their heading, by their row in the sheet, or by standing alone between the
    same two.
    """
    generated = [Key("base", at) for at in range(len(base))]
    found: dict[int, Key] = {}
    same = _same(workbook, document, there), _same(workbook, base, generated)
    for pairs in sorted(same, key=len, reverse=True):
        _take(found, pairs)
    if len(found) < len(workbook):
        of_base: dict[Key, _Row] = dict(zip(generated, base, strict=True))
        of_document: dict[Key, _Row] = dict(zip(there, document, strict=True))
        keys = with_deleted(len(base), there)
        on_both = {*there} & {*generated}
        for rows in (of_document | of_base, of_base | of_document):
            _take(found, list(_alike(workbook, rows, keys, found, on_both=on_both)))
        for rows in (of_document, of_base):
            _take(found, list(_of_one_heading(workbook, rows, found)))
        _take(found, list(_in_the_same_place(base, workbook, keys, found, on_both=on_both)))
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
            if keys[which] not in rows or rows[keys[which]].kind == workbook[at].kind
        ]
        for alike, at, key in sorted(pairs, key=lambda pair: -pair[0]):
            if key in on_both or alike >= _ALIKE:
                yield at, key


def _of_one_heading(
    workbook: Sequence[Paragraph], rows: Mapping[Key, _Row], found: Mapping[int, Key]
) -> Iterator[tuple[int, Key]]:
    """Yield the rows that are left and have the same heading, over whatever text."""
    taken = set(found.values())
    here = [at for at, row in enumerate(workbook) if at not in found and row.heading.strip()]
    there = [key for key, row in rows.items() if key not in taken and row.heading.strip()]
    headings = [_heading(workbook[at]) for at in here], [_heading(rows[key]) for key in there]
    for at, which in same_lines(*headings):
        yield here[at], there[which]


def _heading(row: _Row) -> str:
    return f"{row.part}\t{row.kind}{row.level}\t{printable(row.heading)}"


def _words(row: _Row) -> str:
    return f"{printable(row.heading)}{printable(row.text)}"


def _in_the_same_place(
    base: Sequence[Paragraph],
    workbook: Sequence[Paragraph],
    keys: Sequence[Key],
    found: Mapping[int, Key],
    *,
    on_both: Collection[Key],
) -> Iterator[tuple[int, Key]]:
    """Yield what may be a row that is left, in quite other words.

    What the document has deleted must be somewhat alike: staff may have put a row there since.
    """
    taken = set(found.values())
    left = [Key("base", at) for at in range(len(base)) if Key("base", at) not in taken]
    spots = {base[key.number].place.spot: key for key in left if base[key.number].place.spot}
    around = {**_neighbours([Key("base", at) for at in range(len(base))]), **_neighbours(keys)}
    between = {around_it: key for around_it, key in around.items() if key in {*left}}
    ends = {-1: _END, len(workbook): _END}
    for at, row in enumerate(workbook):
        if at in found:
            continue
        before, after = (found.get(near) or ends.get(near) for near in (at - 1, at + 1))
        for key in (spots.get(row.place.spot), between.get((before, after))):
            if (
                key
                and (key.side != "base" or base[key.number].kind == row.kind)
                and (
                    key in on_both
                    or likeness(_words(base[key.number]), _words(row)) >= _ALIKE_THERE
                )
            ):
                yield at, key


def _neighbours(keys: Sequence[Key]) -> dict[tuple[Key | None, Key | None], Key]:
    """Return each row by the two that it stands between."""
    return {
        (before, after): key
        for before, key, after in zip([_END, *keys], keys, [*keys[1:], _END], strict=False)
    }
