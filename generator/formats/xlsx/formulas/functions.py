"""The few functions of Excel that the formulas of our workbooks use."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

Value = Decimal | str | bool | None
"""A number, a text, a truth, a blank cell."""
Area = tuple[Value, ...]


class Unknown(Exception):  # noqa: N818 - it is no mistake
    """What a formula shows cannot be told here."""


class ErrorShown(Exception):  # noqa: N818 - it is no mistake of ours
    """A formula shows an error, such as #VALUE!."""


def number(value: Value | Area) -> Decimal:
    """Return a value as Excel takes it for a number."""
    match value:
        case None:
            return Decimal(0)
        case bool():
            return Decimal(value)
        case Decimal():
            return value
    raise Unknown  # of a text, too: Excel takes "5" for 5, but no formula of ours asks it to


def text(value: Value | Area) -> str:
    """Return a value as Excel takes it for a text."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal():
            return f"{value.normalize():f}"
    raise Unknown


def truth(value: Value | Area) -> bool:
    """Return whether a condition holds."""
    return bool(number(value))


def _flat(given: Sequence[Value | Area]) -> Iterator[Value]:
    for one in given:
        yield from one if isinstance(one, tuple) else (one,)


def _numbers(*given: Value | Area) -> list[Decimal]:
    """Return the numbers among cells: texts and blanks are passed over."""
    return [value for value in _flat(given) if isinstance(value, Decimal)]


@lru_cache(maxsize=64)
def _pattern(wildcards: str) -> re.Pattern[str]:
    words = re.escape(wildcards).replace(r"\?", ".").replace(r"\*", ".*")
    return re.compile(words, re.IGNORECASE | re.DOTALL)


def _count_if(area: Value | Area, wanted: Value | Area) -> Value:
    pattern = _pattern(text(wanted))
    found = [value for value in _flat([area]) if isinstance(value, str)]
    return Decimal(sum(pattern.fullmatch(value) is not None for value in found))


def _meets(value: Value, wanted: str) -> bool:
    """Tell whether a cell meets a criterion: words, or >= and a number."""
    if wanted.startswith(">="):
        return isinstance(value, Decimal) and value >= Decimal(wanted.removeprefix(">="))
    if wanted[:1] in ("<", ">", "="):
        raise Unknown
    return isinstance(value, str) and _pattern(wanted).fullmatch(value) is not None


def _count_ifs(*given: Value | Area) -> Value:
    areas = [_flat([area]) for area in given[::2]]
    criteria = [text(wanted) for wanted in given[1::2]]
    return Decimal(sum(all(map(_meets, values, criteria)) for values in zip(*areas, strict=True)))


def _sum_if(area: Value | Area, wanted: Value | Area, figures: Value | Area) -> Value:
    criterion = text(wanted)
    pairs = zip(_flat([area]), _flat([figures]), strict=True)
    met = [figure for value, figure in pairs if _meets(value, criterion)]
    return sum((one for one in met if isinstance(one, Decimal)), Decimal(0))


def _search(wanted: Value | Area, within: Value | Area) -> Value:
    found = _pattern(text(wanted)).search(text(within))
    if not found:
        raise ErrorShown
    return Decimal(found.start() + 1)


def _find(wanted: Value | Area, within: Value | Area) -> Value:
    at = text(within).find(text(wanted))
    if at < 0:
        raise ErrorShown
    return Decimal(at + 1)


def _round(value: Value | Area, digits: Value | Area) -> Value:
    decimals = Decimal(1).scaleb(-int(number(digits)))
    return number(value).quantize(decimals, ROUND_HALF_UP)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "ABS": lambda value: abs(number(value)),
    "AND": lambda *given: all(truth(value) for value in _flat(given)),
    "COUNT": lambda *given: Decimal(len(_numbers(*given))),
    "COUNTIF": _count_if,
    "COUNTIFS": _count_ifs,
    "FIND": _find,
    "LEN": lambda value: Decimal(len(text(value))),
    "MAX": lambda *given: max(_numbers(*given), default=Decimal(0)),
    "N": lambda value: value if isinstance(value, Decimal) else Decimal(0),
    "OR": lambda *given: any(truth(value) for value in _flat(given)),
    "ROUND": _round,
    "SEARCH": _search,
    "SUMIF": _sum_if,
    "SUM": lambda *given: sum(_numbers(*given), Decimal(0)),
}
"""Those that want all of their values; IF, IFERROR and ISNUMBER do not."""
