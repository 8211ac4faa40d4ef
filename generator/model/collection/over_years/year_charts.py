"""What is drawn of several years: the totals of each block of a table, and what they consist of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.vocabulary import Block, Table
from generator.model.collection.over_years.trends import Trend, Trends
from generator.model.collection.over_years.years import Years
from generator.model.exhibits import Chart, ChartKind, Series

_MOST_IN_A_TITLE = 2
_FEWEST_PARTS = 3
"""Two parts of a total are told by the table well enough."""
_MOST_COLUMNS = 4
"""So many years stand side by side as columns; of more, lines tell better where it goes."""


class YearChart(NamedTuple):
    """A chart of some trends."""

    title: str
    trends: tuple[Trend, ...]
    stacked: bool = False
    """Whether they are parts of one total, one above the other."""

    def drawn(self, years: Years) -> Chart:
        """Return it as charts are looked at, a series for each trend."""
        lines = len(years.columns) > _MOST_COLUMNS and not self.stacked
        return Chart(
            name=self.title,
            kind=ChartKind.LINE if lines else ChartKind.COLUMN,
            title=self.title,
            unit=self.trends[0].unit,
            categories=tuple(map(years.label, years.columns)),
            series=tuple(Series(one.name, one.values) for one in self.trends),
        )


def charts_of(trends: Trends) -> tuple[YearChart, ...]:
    """Return the charts in the order of the form; what is nothing is in none."""
    return tuple(
        chart
        for table in trends.years.form.tables
        for block in table.blocks
        for chart in _charts_of_block(trends.main, table, block)
    )


def _charts_of_block(main: Sequence[Trend], table: Table, block: Block) -> Iterator[YearChart]:
    own = [one for one in main if one.first.row in block.rows and one.first.column in block.columns]
    tops = tuple(one for one in own if not one.part_of)
    for unit in dict.fromkeys(one.unit for one in tops):
        alike = tuple(one for one in tops if one.unit == unit)
        yield YearChart(_title(alike, table), alike)
    for top in tops:
        parts = tuple(one for one in own if one.part_of == top.name)
        if len(parts) >= _FEWEST_PARTS:
            yield YearChart(f"{top.name}的构成", parts, stacked=True)


def _title(trends: Sequence[Trend], table: Table) -> str:
    """Return the rows that they stand in, where these are few; the title of the table else."""
    rows = dict.fromkeys(one.first.row.label[-1] for one in trends if one.first.row.label)
    return listed(rows) if 0 < len(rows) <= _MOST_IN_A_TITLE else table.title
