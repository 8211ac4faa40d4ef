"""The further tables and charts of the workbook with what a document changed in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.manuscript.review.beyond_workbook import Leftover
from generator.manuscript.review.exhibits.differences import Difference
from generator.manuscript.review.exhibits.gathered_shown import MergedShown, left_out
from generator.manuscript.review.exhibits.merged_cells import merge_cell
from generator.manuscript.review.exhibits.merged_charts import merge_chart
from generator.manuscript.review.exhibits.same_shown import same_shown
from generator.manuscript.review.exhibits.shown import Shown
from generator.manuscript.review.merged_values import Judge
from generator.model.captions import shown_by
from generator.model.charts import known_numbers
from generator.model.exhibits import Chart, FurtherTable, TableCell
from generator.model.report import Place, Report
from generator.model.typed_input.charts import plans_of


def merge_shown(base: Report, workbook: Report, shown: Shown, judge: Judge) -> MergedShown:
    """Return the workbook's tables and charts with the changes that the document has of them."""
    typed = workbook.chart_rows
    merged = MergedShown(judge, dict(workbook.further_tables), typed, list(typed))
    plans = plans_of(typed)[0]
    for one in shown.differences:
        row = base.paragraphs[one.row]
        name, exhibit = shown_by(row).name, base.exhibits.get(row.text)
        if one.table:
            merge_cell(merged, one, one.table, name, exhibit)
        elif one.chart:
            plan = plans.get(label_key(name))
            if plan is None or not isinstance(exhibit, Chart):
                merged.leave(one, Place(workbook.file), f"『图表』里没有“{name}”了")
            else:
                merge_chart(merged, one, one.chart, exhibit, plan)
    return merged


def not_taken(merged: MergedShown, back: Report, shown: Shown, form: Form) -> Iterator[Leftover]:
    """Yield what the workbook, read `back`, does not say although the document does."""
    yield from merged.leftovers
    for one, place in refused(merged, back, shown):
        why = f"{place.spot} 是公式，或者另有显示格式，没有改"
        yield left_out(one, place, why)
    numbers = known_numbers(back, form)
    for one, name, changed in merged.from_figures:
        value = numbers.get(name)
        last = changed.series == _series(one, shown) - 1
        if not (last and value is not None and same_shown(str(value), changed.now)):
            why = f"这个数是从【{name}】来的"
            advice = "要改的，请在表格里改这个数；不改的，请在文档里改回"
            yield left_out(one, Place(back.file), why, advice)


def _series(one: Difference, shown: Shown) -> int:
    pair = shown.pair(one.row)
    exhibit = pair.exhibit if pair else None
    return len(exhibit.series) if isinstance(exhibit, Chart) else 0


def refused(merged: MergedShown, back: Report, shown: Shown) -> Iterator[tuple[Difference, Place]]:
    """Yield the cells of further tables that do not show what was to be written."""
    for name, table in merged.tables.items():
        there = back.further_tables.get(name)
        texts = {(c.row, c.column): c.text for c in there.cells} if there else {}
        for cell in table.cells:
            if not same_shown(texts.get((cell.row, cell.column), ""), cell.text):
                yield from ((one, cell.place) for one in _of_cell(shown, name, cell))


def without_refused(now: Report, wanted: Report, back: Report) -> dict[str, FurtherTable] | None:
    """Return the tables wanted without the cells that would show something else; None: all do."""
    found: dict[str, FurtherTable] = {}
    any_refused = False
    for name, table in wanted.further_tables.items():
        here, there = (
            {(c.row, c.column): c.text for c in one.further_tables[name].cells}
            if name in one.further_tables
            else {}
            for one in (now, back)
        )
        cells = []
        for cell in table.cells:
            spot = cell.row, cell.column
            wrong = here.get(spot) != cell.text and not same_shown(there.get(spot, ""), cell.text)
            any_refused |= wrong and not cell.formula
            cells.append(replace(cell, text=here.get(spot, "")) if wrong else cell)
        found[name] = table._replace(cells=tuple(cells))
    return found if any_refused else None


def _of_cell(shown: Shown, name: str, cell: TableCell) -> Sequence[Difference]:
    found = [
        one
        for one in shown.differences
        if one.table and one.table.now == cell.text
        if (pair := shown.pair(one.row)) and shown_by(pair.paragraph).name == name
    ]
    exact = [one for one in found if one.table and one.table.was_at == (cell.row, cell.column)]
    return (exact or found)[:1]
