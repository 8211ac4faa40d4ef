"""What the tables of a document look like otherwise than they were generated."""

from collections import defaultdict
from collections.abc import Iterator

from generator.form.labels import Spot
from generator.manuscript.looks import GridLook, Looks, differing
from generator.manuscript.manuscript import Grid
from generator.manuscript.review.changes.change import Kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.looks.differing_looks import in_words
from generator.model.report import Place

_BORDERS = "边框"
_WIDTHS = "列宽"
_OF_WHOLE_TABLES = ("与下段同页", "段中不分页")
"""What programs make of a whole table, cell by cell as they like, when they save it."""


def in_tables(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    """Yield the names of what differs in every table that stayed, and where."""
    grids = compared.edited.grids
    reworded = any(change.kind == Kind.TABLE for change in compared.changes)
    captions = {pair.now: pair.name for pair in compared.shown.pairs if pair.grids}
    for before, after in same_tables(compared, was, now):
        place = grids[after].place
        place = place._replace(within=captions.get(after, place.within))
        old, new = was.grids[before], now.grids[after]
        columns = len(old.table[_WIDTHS]) == len(new.table[_WIDTHS])
        yield (
            place,
            [name for name in differing(old.table, new.table) if columns or name != _WIDTHS],
        )
        if len(old.rows) == len(new.rows):
            rows = (differing(*pair) for pair in zip(old.rows, new.rows, strict=True))
            yield place, list(dict.fromkeys(name for names in rows for name in names))
        elif not reworded and after not in captions:
            yield place, ["行数"]
        if _shown(old) <= new.cells.keys() and _shown(new) <= old.cells.keys():
            yield from _of_cells(grids[after], place, old, new)
        elif old.texts.keys() == new.texts.keys() and after not in captions:
            yield place, ["合并或拆分单元格"]


def same_tables(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[int, int]]:
    """Yield which table was which: those of the report, then the template's own, in order."""
    origin = {table: at for at, table in compared.tables.generated.tables.items()}
    known = [(origin[table], at) for at, table in compared.tables.tables.items() if table in origin]
    known += [pair.grids for pair in compared.shown.pairs if pair.grids]
    yield from sorted(known, key=lambda pair: pair[1])
    left = [at for at in range(len(was.grids)) if at not in {before for before, _ in known}]
    for at in range(len(now.grids)):
        own = now.grids[at]
        same = (one for one in left if was.grids[one].texts.keys() == own.texts.keys())
        if at not in {after for _, after in known} and (before := next(same, None)) is not None:
            left.remove(before)
            yield before, at


def _shown(grid: GridLook) -> set[Spot]:
    """Return the cells that a reader sees: programs fill rows that begin late with empty ones."""
    return {
        spot
        for spot, look in grid.cells.items()
        if spot in grid.texts or str(look.get(_BORDERS, "")).strip("/")
    }


def _of_cells(
    grid: Grid, place: Place, old: GridLook, new: GridLook
) -> Iterator[tuple[Place, list[str]]]:
    """Yield what differs, cells that differ alike together."""
    alike = defaultdict(list)
    for spot in sorted(_shown(old) | _shown(new)):
        look = new.cells[spot]
        names = differing(old.cells[spot], look)
        if spot in old.texts and spot in new.texts:
            names += in_words(old.texts[spot], new.texts[spot])
            paragraphs = differing(old.texts[spot].paragraph, new.texts[spot].paragraph)
            names += [name for name in paragraphs if name not in _OF_WHOLE_TABLES]
        if names:
            alike[tuple(names)].append(spot)
    for together, spots in alike.items():
        text = " ".join(grid.cells.get(spots[0], "").split())
        one = f"第{spots[0][0] + 1}行“{text}”"
        where = one if len(spots) == 1 else f"{one}等{len(spots)}格"
        yield place._replace(spot=where), list(together)
