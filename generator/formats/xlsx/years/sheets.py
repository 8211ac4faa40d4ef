"""What the sheets of such a workbook are called, and how they name each other's cells."""

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import column_letters

SUMMARY = "历年汇总"
CHARTS = "历年图"
UNITS = "各单位历年"
SENTENCES = "可以写进报告的话"
UNIT_DATA = "各单位数据"


def at(sheet: str, spot: Spot) -> str:
    """Return the name of a cell as another sheet has it; copying does not move it."""
    return f"'{sheet}'!{fixed(spot)}"


def range_at(sheet: str, first: Spot, last: Spot) -> str:
    """Return the same of a range."""
    return f"{at(sheet, first)}:{fixed(last)}"


def fixed(spot: Spot) -> str:
    """Return the name of a cell that copying does not move: $D$7."""
    row, column = spot
    return f"${column_letters(column)}${row}"
