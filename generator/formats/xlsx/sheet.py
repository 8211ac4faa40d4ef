"""A worksheet as plain values: what stands in which cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from generator.form.chinese import day
from generator.form.labels import Spot, label_key
from generator.formats.xlsx.cell_formats import DAY_0
from generator.formats.xlsx.cell_names import Area


class CellError(str):
    """What a cell shows instead of a result: #REF!, #N/A."""

    __slots__ = ()


class Condition(NamedTuple):
    """A rule of conditional formatting that changes what cells show, not only their colours."""

    areas: tuple[Area, ...]
    number_format: str
    """Empty where it has none."""
    strike: bool
    kind: str
    """cellIs, expression and others of ECMA-376 part 1, 18.18.12."""
    operator: str
    formulas: tuple[str, ...]


class OutOfSight(NamedTuple):
    """What of a worksheet people do not see, though it is read and printed like all else."""

    whole: bool = False
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    zeros: bool = False
    """Whether cells that hold 0 are shown empty."""


_ALL_IN_SIGHT = OutOfSight()


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
    struck: Mapping[Spot, str] = field(default_factory=dict)
    """What has a line through it: a whole cell or some words of it, which its value lacks."""
    conditions: Sequence[Condition] = ()
    out_of_sight: OutOfSight = _ALL_IN_SIGHT
    day_0: datetime = DAY_0
    """From which the days are counted that its numbers may mean."""

    def text(self, spot: Spot) -> str:
        """Return a typed value as text, without spaces around; empty where there is none."""
        value = self.values.get(spot)
        if isinstance(value, date):
            return day(value)
        return "" if value is None else str(value).strip()

    def find(self, label: str) -> list[Spot]:
        """Return the cells that hold a label, whatever its spaces and widths, from the top."""
        return self._spots.get(label_key(label), [])

    def labels(self) -> Sequence[tuple[Spot, str]]:
        """Return every cell that holds text, with the text as labels are compared."""
        return self._labels

    @cached_property
    def _labels(self) -> list[tuple[Spot, str]]:
        values = self.values.items()
        return [(spot, label_key(value)) for spot, value in values if isinstance(value, str)]

    @cached_property
    def _spots(self) -> dict[str, list[Spot]]:
        spots: dict[str, list[Spot]] = {}
        for spot, key in self._labels:
            spots.setdefault(key, []).append(spot)
        return spots

    @cached_property
    def rows(self) -> Sequence[int]:
        """Numbers of the rows in which anything is typed or computed, from the top."""
        return sorted({row for cells in (self.values, self.formulas) for row, _ in cells})

    def filled(self, spot: Spot) -> bool:
        """Tell whether anything is typed or computed there."""
        return spot in self.formulas or self.text(spot) != ""
