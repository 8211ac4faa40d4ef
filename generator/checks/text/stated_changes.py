"""Changes that a text states: 同比增长5%, 比上年减少3件; and whether two numbers give them."""

from collections.abc import Sequence
from decimal import Decimal

from generator.checks.text.quantities import Quantity, rounds_to
from generator.form.chinese import number
from generator.form.pattern import Pattern

CHANGE = Pattern(
    r"(?P<than>同比|(?:较|比|与|同|和|跟)(?:上年|去年)(?:同期)?(?:相比|比较)?|环比)[^，。；\d]{0,8}?(?P<way>增长|增加|上升|提高|提升|多|下降|减少|降低|下滑|少)了?(?:约|近)?$"
)
WAY = Pattern(
    r"(?P<way>增长|增加|净增|增幅|上升|提高|提升|多|下降|减少|净减|降幅|降低|下滑|少)(?:了|为|达)?(?:约|近)?$"
)
_DOWN = ("下降", "减少", "净减", "降幅", "降低", "下滑", "少")
_HUNDRED = 100


def fits(pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity) -> bool:
    """Tell whether a change is that between the two numbers of one of some pairs."""
    return any(rounds_to(value, change) for value in _possible(pairs, change))


def _possible(pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity) -> list[Decimal]:
    sign = -1 if _way(change) in _DOWN else 1
    return [_change(now, then, change) * sign for now, then in pairs if then or change.unit != "%"]


def _way(change: Quantity) -> str:
    found = CHANGE.search(change.before) or WAY.search(change.before)
    return found["way"] if found else ""


def wrongly_worked_out(
    pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity
) -> tuple[str, str] | None:
    """Return the way and the nearest right value of a change that is none of those possible."""
    way, possible = _way(change), _possible(pairs, change)
    if not possible:
        return None
    nearest = min(possible, key=lambda value: abs(value - change.value))
    digits = max(change.digits, 2) if change.unit == "%" else 0
    rounded = round(nearest, digits)
    opposite = "增长" if way in _DOWN else "下降"
    return way, f"{opposite if rounded < 0 else way} {number(abs(rounded))}"


def _change(value: Decimal, last: Decimal, change: Quantity) -> Decimal:
    return _HUNDRED * (value - last) / last if change.unit == "%" else value - last
