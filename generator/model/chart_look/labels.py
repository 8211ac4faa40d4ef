"""The values beside the points of a chart, so that none stands on another or on an axis."""

from decimal import Decimal
from enum import Enum, auto

from generator.model.chart_look.numbers import highest
from generator.model.exhibits import Chart, ChartKind

_NEAR_THE_AXIS = Decimal("0.15")  # of the highest
_NARROW = Decimal("0.08")  # of a pie


class Beside(Enum):
    """Where the value of a point stands."""

    END = auto()
    """Beyond the end of a column or a bar, or outside a slice."""
    ABOVE = auto()
    BELOW = auto()
    RIGHT = auto()
    WHERE_ROOM_IS = auto()
    """Outside a narrow slice, parted from its neighbours' and joined to it by a line."""


def usual_place(kind: ChartKind) -> Beside:
    """Return where values stand if nothing is in the way."""
    return Beside.ABOVE if kind == ChartKind.LINE else Beside.END


def place_of_value(chart: Chart, at: int, point: int) -> Beside | None:
    """Return where the value of a point stands; None where it is left out.

    Series and their points are counted from 0.
    """
    if chart.kind == ChartKind.LINE:
        return _beside_lines([one.values[point] for one in chart.series], at, highest(chart))
    if chart.kind == ChartKind.PIE:
        values = chart.series[at].values
        return _beside_slice(values[point], sum(abs(one) for one in values if one is not None))
    return Beside.END


def _beside_lines(values: list[Decimal | None], at: int, most: Decimal) -> Beside:
    """Return above, but for the lower of two lines.

    That has its value below, or to the right where the axis would strike it through.
    """
    own = values[at]
    if own is None or all(other is None or other <= own for other in values):
        return Beside.ABOVE
    return Beside.RIGHT if abs(own) < most * _NEAR_THE_AXIS else Beside.BELOW


def _beside_slice(value: Decimal | None, whole: Decimal | int) -> Beside | None:
    """Return none for the slice of nothing, which has no room at all."""
    if not value:
        return None
    return Beside.WHERE_ROOM_IS if abs(value) < whole * _NARROW else Beside.END
