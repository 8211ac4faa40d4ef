"""A worksheet as plain values: what stands in which cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.chinese import day
from generator.form.labels import Spot, label_key


class CellError(str):
    """What a cell shows instead of a result: #REF!, #N/A."""

    __slots__ = ()


@dataclass(frozen=True)
class Sheet:
    """The cells of a worksheet that are not empty."""

    name: str
    values: Mapping[Spot, object]
    """Typed values; formulas are not among them."""
    formulas: Mapping[Spot, str]
    formats: Mapping[Spot, str]
    """Number formats of the cells that are shown in a way of their own."""
    unseen: tuple[Spot, ...] = ()
    """Cells that hold something but are hidden by a merge or far outside."""
    results: Mapping[Spot, object] = field(default_factory=dict)
    """What the formulas last showed; absent where nothing was worked out yet."""

    def text(self, spot: Spot) -> str:
        """Return a typed value as text, without spaces around; empty where there is none."""
        value = self.values.get(spot)
        if isinstance(value, date):
            return day(value)
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
