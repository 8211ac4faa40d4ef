"""A figure against the year before, in numbers and in the words of reports."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from generator.form.chinese import number, percent

DECIMALS = 6
"""So many decimals a difference keeps: an amount has four at most, and binary ones have noise."""
RATIO_DECIMALS = 3
"""Of a growth as a ratio: one of a percentage, as reports state it."""

ONE_BLANK, FROM_ZERO, BOTH_ZERO, NOT_COMPARABLE = "有空白", "上年为 0", "持平", "不可比"
POINTS = "百分点"
"""What two percentages differ by; neither grew by a share of the other."""
LEVEL = "与上年持平"
MORE, LESS, GREW, SHRANK = "增加", "减少", "增长", "下降"
NONE_BEFORE = "上年没有"
HARDLY = "不到0.1%"

_THIRD = Decimal(1).scaleb(-RATIO_DECIMALS)


def difference(before: Decimal | None, now: Decimal | None) -> Decimal | str:
    """Return how much more it is, or why that cannot be said: a blank is not zero."""
    if before is None or now is None:
        return ONE_BLANK if before != now else ""
    return now - before


def growth(before: Decimal | None, now: Decimal | None) -> Decimal | str:
    """Return by what share of the year before it has grown, to a thousandth, or why not."""
    if before is None or now is None:
        return ""
    if before == 0:
        return FROM_ZERO if now else BOTH_ZERO
    with localcontext(rounding=ROUND_HALF_UP):
        return ((now - before) / before).quantize(_THIRD)


def compared_in_words(before: Decimal | None, now: Decimal, unit: str) -> str:
    """Return the words that follow a number: ，比上年增加28件，增长28.0%. None of a blank."""
    if before is None:
        return ""
    more = now - before
    if not more:
        return f"，{LEVEL}"
    said = f"，比上年{MORE if more > 0 else LESS}{number(abs(more))}{unit}，"
    ratio = growth(before, now)
    if not isinstance(ratio, Decimal):
        return f"，{NONE_BEFORE}"
    share = percent(abs(ratio), 1, all_digits=True) if ratio else HARDLY
    return f"{said}{GREW if more > 0 else SHRANK}{share}"
