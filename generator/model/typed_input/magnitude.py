"""What a number comes to that somebody typed with 万, 元 or another unit behind it."""

from decimal import Decimal, localcontext

from generator.form.pattern import Pattern

_BEHIND = Pattern(r"(?P<tens>[十百千]?)(?P<scale>[万亿]?)(?P<thing>.*)")
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_MONEY = "元"
_DIGITS = 40  # more than any number that is taken


def in_unit(number: Decimal, behind: str, unit: str, things: frozenset[str]) -> Decimal | None:
    """Return 157.3万 in 件, or 1573000元 in 万元, as the number to type; None where it is unknown.

    `things` are units that count single things: one may stand for another. Where money is asked
    for, 万 alone means 万元. 3万余件 is unknown: more than 30000, and nobody knows how many.
    """
    scale, thing = _read(behind)
    asked_scale, asked = _read(unit)
    money = asked == _MONEY
    known = thing == _MONEY if money and thing else thing in things or not thing
    if not behind or not known or (not money and asked and asked not in things):
        return None
    with localcontext(prec=_DIGITS):
        return (number * scale / asked_scale).normalize()


def _read(unit: str) -> tuple[int, str]:
    found = _BEHIND.fullmatch(unit)
    if not found:
        return 1, unit
    return _SCALES[found["tens"]] * _SCALES[found["scale"]], found["thing"]
