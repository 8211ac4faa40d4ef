"""What the formulas of a workbook show, worked out here as Excel and LibreOffice would.

Only what our own formulas use is known; anything else is an error.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from types import CodeType
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from tests.opened import to_look_at

Area = list["Value"]
_OPERATORS = {"=": "==", "<>": "!=", "&": "&"}


@dataclass(frozen=True, eq=False)
class Value:  # noqa: PLW1641 - never a key
    """Of a cell or of part of a formula: a text, a number, or nothing."""

    it: Any

    @property
    def number(self) -> float:
        """As an operand."""
        return float(self.it or 0)

    @property
    def text(self) -> str:
        """As a cell shows it."""
        whole = isinstance(self.it, float) and self.it.is_integer()
        return "" if self.it is None else str(int(self.it) if whole else self.it)

    def __add__(self, other: "Value") -> "Value":
        return Value(self.number + other.number)

    def __sub__(self, other: "Value") -> "Value":
        return Value(self.number - other.number)

    def __and__(self, other: "Value") -> "Value":
        return Value(self.text + other.text)

    def __lt__(self, other: "Value") -> "Value":
        return Value(self.number < other.number)

    def __gt__(self, other: "Value") -> "Value":
        return Value(self.number > other.number)

    def __eq__(self, other: object) -> "Value":  # type: ignore[override]  # a value like others
        return Value(self.number == other.number if isinstance(other, Value) else False)


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


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "ABS": lambda value: Value(abs(value.number)),
    "COUNT": lambda *given: Value(float(len(_numbers(*given)))),
    "COUNTIF": _count_if,
    "IF": lambda test, yes, no: yes if test.it else no,
    "IFERROR": lambda value, _: value,
    "ISNUMBER": lambda value: Value(bool(_numbers(value))),
    "LEN": lambda value: Value(float(len(value.text))),
    "N": lambda value: Value(sum(_numbers(value))),
    "OR": lambda *given: Value(any(value.it for value in _flat(given))),
    "SEARCH": _search,
    "SUM": lambda *given: Value(sum(_numbers(*given))),
}


def shown(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return sheet → cell → what its formula shows."""
    opened = to_look_at(data)
    worked = _Worked(opened)
    return {
        sheet.title: {
            cell.coordinate: worked.cell(sheet.title, cell.coordinate).text
            for row in sheet
            for cell in row
            if cell.data_type == "f"
        }
        for sheet in opened
    }


def what_is_cached(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return sheet → cell → the result that is written beside its formula, as text."""
    results = load_workbook(BytesIO(data), data_only=True)
    return {
        sheet.title: {
            cell.coordinate: _as_text(results[sheet.title][cell.coordinate].value)
            for row in sheet
            for cell in row
            if cell.data_type == "f"
        }
        for sheet in to_look_at(data)
    }


def _as_text(value: object) -> str:
    return Value(float(value) if isinstance(value, int) else value).text


class _Worked:
    """What the cells of a workbook come to, each worked out once."""

    def __init__(self, opened: Workbook) -> None:
        self._opened = opened
        self._known: dict[tuple[str, str], Value] = {}

    def cell(self, sheet: str, cell: str) -> Value:
        if (sheet, cell) not in self._known:
            found = self._opened[sheet][cell]
            is_formula = found.data_type == "f"
            value = self._formula(sheet, str(found.value)) if is_formula else Value(found.value)
            self._known[sheet, cell] = value
        return self._known[sheet, cell]

    def _formula(self, sheet: str, formula: str) -> Value:
        names: dict[str, Any] = {**_FUNCTIONS, "V": Value, "at": partial(self._at, sheet)}
        value: Value = eval(_code(formula), {"__builtins__": {}}, names)  # noqa: S307 - our own
        return value

    def _at(self, sheet: str, place: str) -> Value | Area:
        elsewhere, _, cells = place.rpartition("!")
        sheet = elsewhere.strip("'") or sheet
        if ":" not in cells:
            return self.cell(sheet, cells)
        return [
            self.cell(sheet, cell.coordinate) for row in self._opened[sheet][cells] for cell in row
        ]


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
