"""A date as a cell holds it: a number that the cell shows as a date, or else text."""

from datetime import date, datetime
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.numbers import is_date_format

from generator.form.chinese import day

_DOUBTFUL = 60  # Excel's 1900 has a 29 February; up to it programs count differently


def date_value(value: date, cell: Cell | MergedCell, epoch: datetime) -> Decimal | str:
    """Return the serial number where the cell's style shows dates, otherwise 2024年1月31日.

    So a cell never shows a bare 45322, and is read as a date either way. `epoch` is the day 0 of
    the workbook.
    """
    serial = value.toordinal() - epoch.toordinal()
    if serial > _DOUBTFUL and is_date_format(cell.number_format):
        return Decimal(serial)
    return day(value)
