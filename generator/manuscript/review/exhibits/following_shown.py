"""What is shown otherwise than in the document, as it follows from what is written back."""

from collections.abc import Iterator

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.manuscript.manuscript import Drawn
from generator.manuscript.review.exhibits.chart_values import value_said
from generator.manuscript.review.exhibits.same_shown import same_shown
from generator.manuscript.review.exhibits.shown import Shown
from generator.manuscript.review.exhibits.table_cells import label_of
from generator.model.captions import shown_by
from generator.model.charts import known_numbers
from generator.model.exhibits import FurtherTable
from generator.model.report import Report
from generator.model.typed_input.charts import plans_of


def following_shown(
    base: Report, shown: Shown, now: Report, back: Report, form: Form
) -> Iterator[str]:
    """Yield the numbers of charts and the formulas of tables that nobody changed there.

    And the numbers that somebody wrote in another way than their cells show them. `now` is the
    workbook as it is, `back` as it would be.
    """
    yield from _of_charts(shown, now, back, form)
    yield from _of_tables(base, shown, now, back)


def _of_charts(shown: Shown, now: Report, back: Report, form: Form) -> Iterator[str]:
    plans = plans_of(back.chart_rows)[0] if shown.pairs else {}
    if not plans:
        return
    before, after = known_numbers(now, form), known_numbers(back, form)
    for pair in shown.pairs:
        chart = pair.now.chart if isinstance(pair.now, Drawn) else None
        plan = plans.get(label_key(shown_by(pair.paragraph).name)) if chart else None
        if chart is None or plan is None or len(plan.points) != len(chart.categories):
            continue
        for point, value in zip(plan.points, chart.series[-1].values, strict=True):
            due = after.get(point.name)
            if point.name and before.get(point.name) != due != value:
                yield f"{pair.name}里的“{point.label}”：{value_said(value)} → {value_said(due)}"


def _of_tables(base: Report, shown: Shown, now: Report, back: Report) -> Iterator[str]:
    for pair in shown.pairs:
        name = shown_by(base.paragraphs[pair.row]).name
        tables = [one.further_tables.get(name) for one in (now, back)]
        here, there = ({(c.row, c.column): c for c in one.cells} if one else {} for one in tables)
        if not isinstance(pair.exhibit, FurtherTable) or here.keys() != there.keys():
            continue
        own = {
            one.table.was_at: one.table.now
            for one in shown.differences
            if one.table and one.row == pair.row
        }
        texts = {spot: one.text for spot, one in there.items()}
        for spot, cell in there.items():
            said = own.get(spot, here[spot].text)
            same = same_shown(cell.text, said)
            follows = cell.text != said and same if spot in own else cell.formula and not same
            if follows:
                label = label_of(texts, spot, pair.exhibit.header_rows)
                yield f"{pair.name}，{label}：{said} → {cell.text}"
