"""What a cell of any kind shows as text: a table is printed as people see it."""

from collections.abc import Set
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from generator.form.chinese import number
from generator.form.labels import Spot
from generator.formats.xlsx.cell_formats import GENERAL
from generator.formats.xlsx.date_format import date_as_shown
from generator.formats.xlsx.number_format import number_as_shown, text_as_shown
from generator.formats.xlsx.sheet import CellError, Sheet
from generator.model.typed_input.number import understand

MOST_GENERAL = 11
"""So many digits Excel shows of a number without a format of its own; of more it rounds."""
_SAVE = "请用 Excel 或 WPS 打开，保存一次，再试"
_CORRECT = "请改正公式"
_SET_DIGITS = "请在“设置单元格格式”里选“数值”，定好小数位数；不是数的（如编号），改成“文本”再填"
_SET_FORMAT = "请把单元格格式改成“常规”“数值”或“文本”，看到的是什么就填什么"


class ShownText(NamedTuple):
    """What a cell shows, or why that is not known."""

    text: str
    value: Decimal | None = None
    """The number that it holds."""
    problem: str = ""
    """What is to be said behind the name of the cell; empty where all is well."""
    advice: str = ""


def shown_text(sheet: Sheet, spot: Spot, shown_empty: Set[Spot]) -> ShownText:
    """Return what a cell shows; `shown_empty` are formulas that are known to show nothing."""
    value = sheet.values.get(spot, sheet.results.get(spot))
    number_format = sheet.formats.get(spot, GENERAL)
    match value:
        case None:
            known = spot not in sheet.formulas or spot in shown_empty
            return ShownText("") if known else ShownText("", None, "的公式还没有算出结果", _SAVE)
        case CellError():
            return ShownText(value, None, f"的公式出错，显示的是 {value}", _CORRECT)
        case str():
            return _text(value, number_format)
        case int() | float() if not isinstance(value, bool):
            return _number(value, number_format)
    return _other(value, number_format)


def _number(value: float, number_format: str) -> ShownText:
    held = understand(value).value
    if held is None or (number_format == GENERAL and _digits(held) > MOST_GENERAL):
        return ShownText(str(value), held, "里数的位数太多，看到几位要看列宽", _SET_DIGITS)
    shown = number_as_shown(held, number_format)
    return (
        _unknown(number(held), number_format) if shown is None else ShownText(shown.strip(), held)
    )


def _text(text: str, number_format: str) -> ShownText:
    shown = text_as_shown(text, number_format)
    if shown is None:
        return _unknown(text, number_format)
    typed = understand(shown)
    plain = None if typed.note or typed.problem else typed.value
    return ShownText(shown if shown.strip() else "", plain)


def _other(value: object, number_format: str) -> ShownText:
    if isinstance(value, bool):
        return ShownText("TRUE" if value else "FALSE")
    dated = date_as_shown(value, number_format) if isinstance(value, date | time) else None
    return _unknown(str(value), number_format) if dated is None else ShownText(dated)


def _digits(value: Decimal) -> int:
    """Return how many signs a number takes, without that of its sign."""
    return len(f"{abs(value):f}")


def _unknown(text: str, number_format: str) -> ShownText:
    problem = f"的单元格格式（{number_format}）会显示成什么，程序不知道"
    return ShownText(text, None, problem, _SET_FORMAT)
