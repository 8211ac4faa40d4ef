"""A worksheet as plain values: what stands in which cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot, label_key

MOST_ROWS = 5_000
MOST_COLUMNS = 60


@dataclass(frozen=True)
class Sheet:
    """The cells of a worksheet that are not empty."""

    name: str
    values: Mapping[Spot, object]
    """Typed values; formulas are not among them."""
    formulas: Mapping[Spot, str]
    percentages: frozenset[Spot]
    """Cells that are shown as percentages."""
    cut: bool
    """Whether cells lie outside the window that was read."""

    def text(self, spot: Spot) -> str:
        """Return a typed value as text, without spaces around; empty where there is none."""
        value = self.values.get(spot)
        return "" if value is None else str(value).strip()

    def find(self, label: str) -> list[Spot]:
        """Return the cells that hold a label, whatever its spaces and widths, from the top."""
        wanted = label_key(label)
        return [spot for spot, key in self.labels() if key == wanted]

    def labels(self) -> Iterator[tuple[Spot, str]]:
        """Yield every cell that holds text, with the text as labels are compared."""
        for spot, value in self.values.items():
            if isinstance(value, str):
                yield spot, label_key(value)

    def filled(self, spot: Spot) -> bool:
        """Tell whether anything is typed or computed there."""
        return spot in self.formulas or self.text(spot) != ""


def read_sheet(worksheet: Worksheet) -> Sheet:
    """Read a bounded window of a worksheet."""
    values: dict[Spot, object] = {}
    formulas: dict[Spot, str] = {}
    percentages: set[Spot] = set()
    rows, columns = worksheet.max_row, worksheet.max_column
    for row in worksheet.iter_rows(
        max_row=min(rows, MOST_ROWS), max_col=min(columns, MOST_COLUMNS)
    ):
        for cell in row:
            if cell.value is None:
                continue
            if cell.data_type == "f":
                formulas[cell.row, cell.column] = str(getattr(cell.value, "text", cell.value))
            else:
                values[cell.row, cell.column] = cell.value
            if "%" in cell.number_format:
                percentages.add((cell.row, cell.column))
    cut = rows > MOST_ROWS or columns > MOST_COLUMNS
    return Sheet(worksheet.title, values, formulas, frozenset(percentages), cut)
