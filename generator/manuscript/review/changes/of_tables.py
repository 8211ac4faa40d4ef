"""What people changed in the tables of a document."""

from collections.abc import Iterable, Iterator, Sequence

from generator.form.labels import label_key
from generator.form.tables_in_grids import texts_of
from generator.form.vocabulary import Form
from generator.manuscript.manuscript import Grid, Manuscript
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.changes.who_and_how import authors, how_taken_back
from generator.manuscript.review.edited_tables import EditedTables
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown
from generator.model.report import Place

_BLANK_TABLE = "空白的表格"


def table_changes(
    base: Manuscript,
    edited: Manuscript,
    tables: EditedTables,
    form: Form,
    shown: Shown = NOTHING_SHOWN,
) -> Iterator[Change]:
    """Yield changed figures, then labels, then tables that came, went or say something else."""
    yield from _of_figures(base, edited.grids, tables, form)
    yield from _of_labels(edited.grids, tables)
    yield from _of_the_template(base, edited, tables, shown)
    for at, was, now in tables.others:
        yield Change(Kind.TABLE, edited.grids[at].place, was, now)
    yield from _of_what_is_missing(edited, tables)


def _of_figures(
    base: Manuscript, grids: Sequence[Grid], tables: EditedTables, form: Form
) -> Iterator[Change]:
    before = dict(texts_of(tables.generated, [grid.cells for grid in base.grids]))
    for name, (at, spot) in tables.spots.items():
        was, now = before.get(name, "").strip(), grids[at].cells.get(spot, "").strip()
        if was != now:
            label = form.figures[name].label
            place = _in_table(grids[at].place, f"{tables.tables[at].title}：{label}")
            traces = grids[at].traces.get(spot, ())
            yield Change(
                Kind.FIGURE, place, was, now, by=authors(traces), how=how_taken_back(traces)
            )


def _of_labels(grids: Sequence[Grid], tables: EditedTables) -> Iterator[Change]:
    for at, spot, was, now in tables.labels:
        place, traces = _in_table(grids[at].place, was), grids[at].traces.get(spot, ())
        yield Change(Kind.LABEL, place, was, now, by=authors(traces), how=how_taken_back(traces))


def _of_the_template(
    base: Manuscript, edited: Manuscript, tables: EditedTables, shown: Shown
) -> Iterator[Change]:
    """Yield what became of tables that are not of the report: the template's own, people's."""
    own = {*tables.generated.tables, *shown.generated_grids}
    gone = [grid.cells for at, grid in enumerate(base.grids) if at not in own]
    come: list[Grid] = []
    for at, grid in enumerate(edited.grids):
        if at in tables.tables or at in shown.edited_grids:
            continue
        if grid.cells in gone:
            gone.remove(grid.cells)
        else:
            come.append(grid)
    for grid in come:
        same = next((cells for cells in gone if cells.keys() == grid.cells.keys()), None)
        if same is None:
            yield Change(Kind.TABLE, grid.place, "", _words(grid.cells.values()) or _BLANK_TABLE)
            continue
        gone.remove(same)
        spots = [spot for spot, text in same.items() if text != grid.cells[spot]]
        was, now = (_words(cells[spot] for spot in spots) for cells in (same, grid.cells))
        yield Change(Kind.OTHER, grid.place, was, now)
    for cells in gone:
        words = _words(cells.values()) or _BLANK_TABLE
        yield Change(Kind.OTHER, Place(edited.file), f"模板里的表格：{words}", "")


def _of_what_is_missing(edited: Manuscript, tables: EditedTables) -> Iterator[Change]:
    for miss in tables.misses:
        label = label_key(miss.what)
        taken = (one for one in edited.unseen if one.text.strip() and label_key(one.text) in label)
        unseen = next(taken, None)
        place = Place(edited.file, unseen.place.within if unseen else "")
        yield Change(Kind.TABLE, place, miss.what, "", how=unseen.how if unseen else None)


def _words(texts: Iterable[str]) -> str:
    return "／".join(text.strip() for text in texts if text.strip())


def _in_table(place: Place, spot: str) -> Place:
    return place._replace(spot=f"“{spot}”")
