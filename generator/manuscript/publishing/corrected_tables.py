"""Which cells of tables are other than they were published."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.manuscript.alignment import align
from generator.manuscript.publishing.same_caption import named, paired
from generator.model.correction import Correction
from generator.model.publication import Cell, PublishedTable

_BLANK = "空白"
_Row = tuple[Cell, ...]


def corrected_tables(
    before: Sequence[PublishedTable], after: Sequence[PublishedTable]
) -> Iterator[Correction]:
    """Yield each cell that changed, each row and table that came or went, each other caption."""
    for was, now in paired(before, after, lambda one: named(one.caption or one.name)):
        if was is None or now is None:
            side = was or now
            if side is not None:
                said = _whole(side)
                where = side.caption or side.name
                yield Correction(where, said if was else "", said if now else "")
            continue
        if was.caption != now.caption:
            yield Correction("表题", was.caption, now.caption)
        yield from _cells(was, now)


def _cells(was: PublishedTable, now: PublishedTable) -> Iterator[Correction]:
    name = now.caption or now.name
    heads = {cell.column: cell.text for cell in now.cells if cell.row < now.header_rows}
    old, new = _rows(was), _rows(now)
    for match in align([_said(row) for row in old], [_said(row) for row in new]):
        befores, afters = [old[at] for at in match.before], [new[at] for at in match.after]
        if len(befores) == len(afters) == 1 and _columns(befores[0]) == _columns(afters[0]):
            row = afters[0][0].text
            for one, other in zip(befores[0], afters[0], strict=True):
                if one.text != other.text:
                    where = f"{name}“{row}”“{heads.get(other.column, '')}”".replace("“”", "")
                    yield Correction(where, one.text or _BLANK, other.text or _BLANK)
        elif (said := [_lines(side) for side in (befores, afters)])[0] != said[1]:
            yield Correction(name, *said)


def _rows(table: PublishedTable) -> list[_Row]:
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    return [tuple(rows[at]) for at in sorted(rows)]


def _columns(row: _Row) -> list[tuple[int, int, int]]:
    return [(cell.column, cell.columns, cell.rows) for cell in row]


def _said(row: _Row) -> str:
    return "，".join(cell.text.replace("\n", " ") for cell in row)


def _lines(rows: Sequence[_Row]) -> str:
    return "\n".join(map(_said, rows))


def _whole(table: PublishedTable) -> str:
    return "\n".join(filter(None, (table.caption, _lines(_rows(table)))))
