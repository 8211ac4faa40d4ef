"""Where the workbook shows something else since a document was generated, by itself."""

from collections.abc import Iterator

from generator.form.labels import label_key
from generator.manuscript.review.exhibits.same_shown import same_shown
from generator.manuscript.review.exhibits.shown import Shown
from generator.model.captions import shown_by
from generator.model.exhibits import Chart, FurtherTable
from generator.model.report import Place, Report
from generator.model.typed_input.charts import plans_of


def newer_shown(shown: Shown, workbook: Report) -> Iterator[Place]:
    """Yield the cells of tables and the numbers of charts that were changed there alone."""
    plans = plans_of(workbook.chart_rows)[0] if shown.pairs else {}
    for pair in shown.pairs:
        name, was = shown_by(pair.paragraph).name, pair.exhibit
        own = [one for one in shown.differences if one.row == pair.row]
        table, plan = workbook.further_tables.get(name), plans.get(label_key(name))
        if isinstance(was, FurtherTable) and table:
            changed = {one.table.was_at for one in own if one.table}
            texts = {(cell.row, cell.column): cell.text for cell in was.cells}
            for cell in table.cells:
                spot = cell.row, cell.column
                if spot not in changed and not same_shown(texts.get(spot, ""), cell.text):
                    yield cell.place
        elif isinstance(was, Chart) and plan and len(plan.points) == len(was.categories):
            there = {one.chart.point for one in own if one.chart}
            for at, (point, value) in enumerate(
                zip(plan.points, was.series[-1].values, strict=True)
            ):
                if at not in there and point.value not in (None, value):
                    yield point.row.place_of("data")
