"""各单位历年 as it is laid out, and what it shows until people choose something else."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.years.formulas import RATIO, Formulas
from generator.formats.xlsx.years.unit_data import UnitData
from generator.model.collection.over_years.changes import NOT_COMPARABLE
from generator.model.collection.over_years.trends import Trends

FIGURE, UNIT = (3, 2), (4, 2)
"""Where people choose."""
FIGURE_PLACE, UNIT_PLACE = (5, 2), (5, 3)
"""Where the places of what they chose are worked out, in a hidden row."""
HEADER, CHOSEN_ROW, SUM_ROW, SUMMARY_ROW, FIRST_UNIT_ROW = 6, 7, 8, 9, 10
FIRST_YEAR = 2
"""Column."""
NAME_WIDTH, YEAR_WIDTH = 32, 12
_REMARK_WIDTH, _NO_REMARKS = 36, 10
_SIGNED = "+General;-General;0"
ALL_UNITS = "各单位合计"

Values = Sequence[Decimal | None]


class UnitView(NamedTuple):
    """The sheet, and what it shows at first."""

    sheet: Worksheet
    data: UnitData
    trends: Trends
    formulas: Formulas
    chosen: int
    """Place of the figure that is shown first."""
    said: Sequence[str]
    """What people should know of each unit."""

    @property
    def columns(self) -> Sequence[int]:
        """Return the years, from the column FIRST_YEAR on."""
        return self.trends.years.columns

    @property
    def last_unit_row(self) -> int:
        """Return the row of the last unit."""
        return FIRST_UNIT_ROW + len(self.data.units) - 1

    @property
    def remark_column(self) -> int:
        """Return the last column of the table."""
        return FIRST_YEAR + len(self.columns) + 2 * self.compares

    @property
    def remark_width(self) -> int:
        """Return how wide the column of remarks is."""
        return _REMARK_WIDTH if any(self.said) else _NO_REMARKS

    @property
    def compares(self) -> bool:
        """Whether the year before the latest is there."""
        return self.trends.years.year_before is not None

    def values(self, place: int) -> Values:
        """Return what is shown first of a unit."""
        columns = range(len(self.columns))
        return [self.data.values[place, column][self.chosen] for column in columns]

    def totals(self) -> Values:
        """Return the sums of what is shown first."""
        every = [self.values(place) for place in range(len(self.data.units))]
        return [_total([one[column] for one in every]) for column in range(len(self.columns))]

    def label(self, row: int) -> str:
        """Return what a row above the units is called at first."""
        figure = self.data.trends[self.chosen].name
        whose = self.data.units[0].name if row == CHOSEN_ROW else ALL_UNITS
        return f"{whose}：{figure}"

    def compare(self, row: int, values: Values, *, fair: bool = True) -> None:
        """Write how a row is compared with the year before, where that is there."""
        if not self.compares:
            return
        column = self.remark_column - 2
        cells = (row, column - 2), (row, column - 1)
        instead = "" if fair else NOT_COMPARABLE
        both = values[-2], values[-1]
        self.formulas.compare(self.sheet, (row, column), cells, both, instead=instead)
        for at, code in ((column, _SIGNED), (column + 1, RATIO)):
            self.sheet.cell(row, at).number_format = code
            if not fair:
                self.sheet.cell(row, at).font = style.ALARM

    def look(self, row: int, height: float, *, total: bool = False) -> None:
        """Give a row of the table its looks."""
        fill = style.TOTAL_FILL if total else None
        numbers = area((row, FIRST_YEAR), (row, self.remark_column - 1))
        style.dress(self.sheet, numbers, fill=fill)
        for column in (1, self.remark_column):
            style.dress(
                self.sheet,
                address((row, column)),
                font=style.STRONG if total else style.LABEL,
                fill=fill or style.LABEL_FILL,
                alignment=style.LEFT,
            )
        self.sheet.row_dimensions[row].height = height


def _total(values: Values) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
