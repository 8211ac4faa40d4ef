from decimal import Decimal

from generator.formats.svg.scale import in_digits, scale_of
from generator.model.exhibits import ChartKind
from tests.formats.docx.exhibits.charts import chart, series


def steps(*values: str | int, room: float = 0.1) -> list[str]:
    """Return the numbers along the axis of a chart with some values."""
    shown = chart(ChartKind.COLUMN, series("", *values), categories=tuple(map(str, values)))
    return [in_digits(one) for one in scale_of(shown, room).steps]


def test_axes_begin_at_0_and_have_round_steps() -> None:
    assert steps(98, 97) == ["0", "20", "40", "60", "80", "100", "120"]
    assert steps("0.35", "0.1") == ["0", "0.1", "0.2", "0.3", "0.4"]
    assert steps(12_000) == ["0", "2000", "4000", "6000", "8000", "10000", "12000", "14000"]


def test_few_requests_have_no_half() -> None:
    assert steps(1) == ["0", "1", "2"]
    assert steps(0) == ["0", "1"]
    assert steps(3, 2) == ["0", "1", "2", "3", "4"]


def test_what_is_below_0_has_its_part_of_the_axis() -> None:
    assert steps(-8, 9) == ["-15", "-10", "-5", "0", "5", "10", "15"]
    assert steps(-8, room=0) == ["-8", "-6", "-4", "-2", "0"]


def test_there_is_room_for_the_value_beyond_the_highest() -> None:
    axis = scale_of(chart(ChartKind.COLUMN, series("", 100), categories=("甲",)), 0.3)
    assert axis.share(Decimal(100)) <= 0.7
