"""Figures that are others divided, such as 持证率: what they come to, and when one is wrong."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from generator.form.vocabulary import Form, Tie

PERCENT = ("％", "%")
_PRECISION = 40  # more than figures have digits, twice over
DECIMALS = 2
"""Of a quotient that nobody typed, as offices print it."""


class Quotient(NamedTuple):
    """What a figure should be that is others divided."""

    value: Decimal | None
    """To as many decimals as the figure has; None where there is nothing to divide by."""
    unit: str
    """％ where it is a percentage."""


def quotient(tie: Tie, form: Form, left: Decimal, divisor: Decimal) -> Decimal | None:
    """Return what a tie divides, to two decimals; None where there is nothing to divide by."""
    return _rounded(_exact(left, divisor, _unit(tie, form)), DECIMALS)


def misstated(
    tie: Tie, form: Form, left: Decimal, divisor: Decimal, found: Decimal
) -> Quotient | None:
    """Return what a figure should be that is off by more than half of its last digit.

    What divides nothing by nothing may be 0, or as whole as people like to call it.
    """
    unit = _unit(tie, form)
    exact = _exact(left, divisor, unit)
    if exact is None:
        return None if not left and found in (0, 100) else Quotient(None, unit)
    exponent = found.as_tuple().exponent
    decimals = -min(exponent, 0) if isinstance(exponent, int) else 0
    if abs(exact - found) <= Decimal(5).scaleb(-decimals - 1):
        return None
    return Quotient(_rounded(exact, max(decimals, DECIMALS)), unit)


def with_quotients(totals: Mapping[str, Decimal], form: Form) -> dict[str, Decimal]:
    """Return sums over many reports in which what is divided is worked out, and not added up."""
    found = {name: total for name, total in totals.items() if name not in form.quotients}
    for name, tie in form.quotients.items():
        sides = [[found.get(term.figure) for term in side] for side in (tie.left, tie.divided_by)]
        left, divisor = ([one for one in side if one is not None] for side in sides)
        if left and divisor:
            value = quotient(tie, form, sum(left, Decimal(0)), sum(divisor, Decimal(0)))
            if value is not None:
                found[name] = value
    return found


def _exact(left: Decimal, divisor: Decimal, unit: str) -> Decimal | None:
    if not divisor:
        return None
    with localcontext(prec=_PRECISION):
        return left * (100 if unit else 1) / divisor


def _rounded(exact: Decimal | None, decimals: int) -> Decimal | None:
    if exact is None:
        return None
    with localcontext(prec=_PRECISION):
        return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP).normalize() + 0


def _unit(tie: Tie, form: Form) -> str:
    unit = form.figures[tie.right[0].figure].column.unit
    return unit if unit in PERCENT else ""
