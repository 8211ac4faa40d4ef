"""What the formulas of a workbook show, worked out here as Excel and LibreOffice would.

Only what our own formulas use is known; anything else is an error.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, partial
from math import isnan, nan
from types import CodeType
from typing import Any

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address, bounds
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.sheet import Sheet

Area = list["Value"]
Shown = Mapping[str, Mapping[str, str]]
"""Texts of the cells with formulas, by sheet and cell."""
_OPERATORS = {"=": "==", "<>": "!=", "&": "&"}


@dataclass(frozen=True, eq=False)
class Value:  # noqa: PLW1641 - never a key
    """Of a cell or of part of a formula: a text, a number, or nothing."""

    it: Any

    @property
    def number(self) -> float:
        """As an operand; a text is none, and what is reckoned with one is no number."""
        return nan if isinstance(self.it, str) and self.it else float(self.it or 0)

    @property
    def text(self) -> str:
        """As a cell shows it."""
        whole = isinstance(self.it, float) and self.it.is_integer()
        return "" if self.it is None else str(int(self.it) if whole else self.it)

    def __add__(self, other: "Value") -> "Value":
        return Value(self.number + other.number)

    def __sub__(self, other: "Value") -> "Value":
        return Value(self.number - other.number)

    def __mul__(self, other: "Value") -> "Value":
        return Value(self.number * other.number)

    def __truediv__(self, other: "Value") -> "Value":
        return Value(self.number / other.number if other.number else nan)

    def __and__(self, other: "Value") -> "Value":
        return Value(self.text + other.text)

    def __lt__(self, other: "Value") -> "Value":
        return Value(self.number < other.number)

    def __gt__(self, other: "Value") -> "Value":
        return Value(self.number > other.number)

    def __le__(self, other: "Value") -> "Value":
        return Value(self.number <= other.number)

    def __ge__(self, other: "Value") -> "Value":
        return Value(self.number >= other.number)

    def __eq__(self, other: object) -> "Value":  # type: ignore[override]  # a value like others
        return Value(self.number == other.number if isinstance(other, Value) else False)

    def __neg__(self) -> "Value":
        return Value(-self.number)


def _flat(given: tuple[Value | Area, ...]) -> Area:
    return [value for one in given for value in (one if isinstance(one, list) else [one])]


def _numbers(*given: Value | Area) -> list[float]:
    """Return the numbers among values; a cell with a text in it is none."""
    return [
        float(value.it)
        for value in _flat(given)
        if isinstance(value.it, int | float) and not isinstance(value.it, bool)
    ]


def _search(pattern: Value, text: Value) -> Value:
    words = re.escape(pattern.text).replace(r"\?", ".").replace(r"\*", ".*")
    found = re.search(words, text.text)
    return Value(found.start() + 1.0 if found else None)


def _count_if(area: Area, pattern: Value) -> Value:
    words = re.escape(pattern.text).replace(r"\*", ".*")
    return Value(float(sum(bool(re.fullmatch(words, value.text)) for value in area)))


def _rounded(value: Value, digits: int) -> Decimal:
    """Return a number as Excel rounds it, away from 0; it does not see what is binary noise."""
    if isnan(value.number):
        return Decimal("nan")
    exact = Decimal(f"{value.number:.15g}")
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "ABS": lambda value: Value(abs(value.number)),
    "AND": lambda *given: Value(all(value.it for value in _flat(given))),
    "COUNT": lambda *given: Value(float(len(_numbers(*given)))),
    "COUNTIF": _count_if,
    "FIND": lambda wanted, text: Value(text.text.find(wanted.text) + 1.0),
    "IF": lambda test, yes, no: yes if test.it else no,
    "INDEX": lambda area, *places: area[int(places[-1].number) - 1],
    "IFERROR": lambda value, _: value,
    "ISNUMBER": lambda value: Value(bool(_numbers(value))),
    "LEN": lambda value: Value(float(len(value.text))),
    "MATCH": lambda wanted, area, _: Value(1.0 + [one.it for one in area].index(wanted.it)),
    "MAX": lambda *given: Value(max(_numbers(*given))),
    "N": lambda value: Value(sum(_numbers(value))),
    "OR": lambda *given: Value(any(value.it for value in _flat(given))),
    "ROUND": lambda value, digits: Value(float(_rounded(value, int(digits.number)))),
    "SEARCH": _search,
    "SUM": lambda *given: Value(sum(_numbers(*given))),
    "TEXT": lambda value, form: Value(str(_rounded(value, len(form.text.partition(".")[2])))),
}


@cache
def shown(data: bytes) -> Shown:
    """Return sheet → cell → what its formula shows."""
    return shown_by(_sheets(data))


def shown_by(sheets: Sequence[Sheet]) -> Shown:
    """Return the same for sheets that are read already."""
    worked = _Worked(sheets)
    return {
        sheet.name: {address(spot): worked.cell(sheet.name, spot).text for spot in sheet.formulas}
        for sheet in sheets
    }


@cache
def what_is_cached(data: bytes) -> Shown:
    """Return sheet → cell → the result that is written beside its formula, as text."""
    return {
        sheet.name: {address(spot): as_text(sheet.results.get(spot)) for spot in sheet.formulas}
        for sheet in _sheets(data)
    }


@cache
def _sheets(data: bytes) -> Sequence[Sheet]:
    return read_sheets(workbook_parts(data, ""), "")


def as_text(value: object) -> str:
    """Return a number or a text as a cell shows it, and nothing as "" does."""
    return Value(float(value) if isinstance(value, int | Decimal) else value).text


class _Worked:
    """What the cells of a workbook come to, each worked out once."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._known: dict[tuple[str, Spot], Value] = {}

    def cell(self, sheet: str, spot: Spot) -> Value:
        if (sheet, spot) not in self._known:
            formula = self._sheets[sheet].formulas.get(spot)
            value = Value(self._sheets[sheet].values.get(spot))
            self._known[sheet, spot] = value if formula is None else self._formula(sheet, formula)
        return self._known[sheet, spot]

    def _formula(self, sheet: str, formula: str) -> Value:
        names: dict[str, Any] = {**_FUNCTIONS, "V": Value, "at": partial(self._at, sheet)}
        value: Value = eval(_code(formula), {"__builtins__": {}}, names)  # noqa: S307 - our own
        return value

    def _at(self, sheet: str, place: str) -> Value | Area:
        elsewhere, _, cells = place.rpartition("!")
        sheet = elsewhere.strip("'") or sheet
        left, top, right, bottom = bounds(cells)
        found = [
            self.cell(sheet, (row, column))
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        return found if ":" in cells else found[0]


@cache
def _code(formula: str) -> CodeType:
    return compile("".join(map(_python, Tokenizer(formula).items)), formula[:20], "eval")


def _python(token: Token) -> str:
    if token.type == Token.OPERAND:
        if token.subtype == Token.RANGE:
            return f"at({token.value!r})"
        if token.subtype == Token.TEXT:
            return f"V({str(token.value)[1:-1]!r})"
        return f"V({float(str(token.value))})"
    if token.type == Token.OP_IN:
        return _OPERATORS.get(str(token.value), str(token.value))
    return str(token.value)
