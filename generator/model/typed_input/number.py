"""What staff type into a cell for a figure, and what it means. Never a guess."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.model.typed_input.magnitude import in_unit
from generator.model.typed_input.unseen_signs import unseen_signs, without_unseen

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－（）", "0123456789.,+-()")
_NUMBER = Pattern(r"(?P<sign>[+-]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?")
NOTHING_HERE = {"—", "——", "－", "-", "/", "／", "不适用"}
COUNT_UNITS = frozenset({"件", "条", "份", "封", "件次", "宗", "个", "项", "次", "人"})
"""Units of single things, which leave a number as it is."""
_PERCENT = {"%", "％"}
_UNITS = COUNT_UNITS | {"万元", "元"} | _PERCENT
_MAGNITUDE = Pattern(r"[十百千]?[万亿]|[十百千]")
_UNIT = Pattern(rf"(?=.)(?:{_MAGNITUDE.pattern})?(?:{'|'.join(sorted(_UNITS))})?")
_EXCEL_DIGITS = 15  # Excel keeps and shows no more of a number
_MOST_DECIMALS = 30
_TOO_LARGE = 10**_EXCEL_DIGITS

NOT_A_NUMBER = "不是数字"


class TypedNumber(NamedTuple):
    """A typed figure as it was understood."""

    value: Decimal | None = None
    note: str = ""
    problem: str = ""
    """Why it cannot be read; empty where it can."""
    advice: str = ""
    """What to type instead, where that can be told."""
    remark: str = ""
    """How its cell shows something else, which is taken: rounded, or a 0 that is hidden."""
    tidied: bool = False
    """Whether it was written differently from the plain number: as text, １２, 1,238, spaces."""
    nothing: bool = False
    """Whether — or / or 不适用 says that there is nothing."""


def understand(raw: object, unit: str = "") -> TypedNumber:
    """Return what a cell's value means as a figure. A blank cell gives value None.

    `unit` is the one in which it is asked for: advice is given in it.
    """
    typed = _understand(raw, unit)
    if typed.value is not None and not _fits_a_cell(typed.value):
        return TypedNumber(problem="位数太多，超出了 Excel 能准确保存的范围")
    return typed


def _fits_a_cell(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    few = isinstance(exponent, int) and exponent >= -_MOST_DECIMALS
    return few and value.adjusted() < _EXCEL_DIGITS and abs(value) < _TOO_LARGE


def _understand(raw: object, unit: str) -> TypedNumber:
    match raw:
        case None:
            return TypedNumber()
        case int() | Decimal() if not isinstance(raw, bool) and Decimal(raw).is_finite():
            return TypedNumber(Decimal(raw))
        case float() if isfinite(raw):
            return TypedNumber(Decimal(f"{raw:.{_EXCEL_DIGITS}g}"))
        case datetime() | date() | time() | timedelta():
            return TypedNumber(problem="是日期或时间，不是数字（单元格可能被设成了日期格式）")
        case str():
            typed = _text(raw, unit)
            return _without_unseen(raw, unit) if typed.problem and unseen_signs(raw) else typed
    return TypedNumber(problem=NOT_A_NUMBER)


def _without_unseen(raw: str, unit: str) -> TypedNumber:
    """Name what nobody sees, which makes a number look right and be none."""
    meant = _text(without_unseen(raw), unit)
    plain = "" if meant.value is None else f"请写 {meant.value:f}{meant.note}"
    return TypedNumber(problem=f"里面有{unseen_signs(raw)}", advice=plain or meant.advice)


def _text(raw: str, unit: str) -> TypedNumber:
    text = raw.strip()
    if not text or text in NOTHING_HERE:
        return TypedNumber(nothing=bool(text))
    plain = text.translate(_FULL_WIDTH)
    if plain.startswith("#"):
        return TypedNumber(problem="是公式出错的结果")
    found = _NUMBER.match(plain)
    if not found:
        return TypedNumber(problem=NOT_A_NUMBER)
    rest = _bare_unit(plain[found.end() :].strip())
    value = Decimal(found["sign"] + found["digits"].replace(",", "") + (found["fraction"] or ""))
    if rest in _PERCENT and unit in _PERCENT:
        return TypedNumber(value, tidied=True)
    if rest and not (rest.startswith("(") and rest.endswith(")")):
        return TypedNumber(problem=_trailing(rest), advice=_advice(value, rest, unit))
    note = text[found.end() :].strip()
    as_it_should_be = bool(note) and raw == f"{value}{note}"
    return TypedNumber(value, note, tidied=not as_it_should_be)


def _bare_unit(rest: str) -> str:
    """Return 元 for (元): a bracket that holds a unit and nothing else is no note."""
    inside = rest[1:-1].strip()
    is_unit = rest.startswith("(") and rest.endswith(")") and _UNIT.fullmatch(inside)
    return inside if is_unit else rest


def _trailing(rest: str) -> str:
    if rest[0] in ",.0123456789":
        return "写法不规范，看不出是多少"
    if rest in _UNITS:
        return f"数字后面多了“{rest}”"
    if _MAGNITUDE.match(rest):
        return f"数字后面还有“{rest}”"
    return f"数字后面还有“{rest}”；要加说明，请写在括号里，如 22（其中修订16件）"


def _advice(value: Decimal, behind: str, unit: str) -> str:
    number = in_unit(value, behind, unit, COUNT_UNITS)
    if number is None:
        return ""
    return f"请写 {number:f}{f'，单位是{unit}' if unit not in COUNT_UNITS | {''} else ''}"
