"""Formulas as something that can be worked out: a small part of Excel's language."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Protocol

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import Area as Bounds
from generator.formats.xlsx.cell_names import bounds
from generator.formats.xlsx.formulas.functions import (
    FUNCTIONS,
    Area,
    ErrorShown,
    Unknown,
    Value,
    number,
    text,
    truth,
)

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"]|"")*")
    | (?P<place>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?
        \$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    | (?P<simple>[A-Z]*\((?:[^()"']|\([^()"']*\))*\))
    | (?P<name>[A-Z]+)\(
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<sign><>|<=|>=|[-+*/&=<>(),])
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}
_STRENGTH = {**dict.fromkeys(_COMPARED, 1), "&": 2, "+": 3, "-": 3, "*": 4, "/": 4}
_STRONGEST = 4
_END = "", ""
_MOST_CELLS = 10_000
_LONGEST, _DEEPEST = 8_192, 60  # Excel allows 8192 characters, and 64 levels


class Cells(Protocol):
    """Where a formula finds the values of other cells."""

    def cell(self, sheet: str, spot: Spot) -> Value:
        """Return the value of a cell; `sheet` is empty for the formula's own."""

    def area(self, sheet: str, area: Bounds) -> Area:
        """Return the values of a range, row by row."""

    def once(self, expression: "Expression") -> Value | Area:
        """Return what an expression is that stands in many formulas: it is worked out once."""


Expression = Callable[[Cells], Value | Area]


@lru_cache(maxsize=4096)
def expression(formula: str) -> Expression:
    """Return a formula, =…, as a function of cells. Raise Unknown for what is not known here."""
    if len(formula) > _LONGEST:
        raise Unknown
    parser = _Parser(formula.removeprefix("="))
    found = parser.whole()
    if not parser.at_end:
        raise Unknown
    return found


class _Parser:
    """Reads a formula from the left; operators that bind weakly are looked for first."""

    def __init__(self, formula: str) -> None:
        found = list(_TOKEN.finditer(formula))
        if sum(len(word[0]) for word in found) < len(formula):
            raise Unknown
        self._words = [*((word.lastgroup or "", word[word.lastgroup or 0]) for word in found), _END]
        self._at = self._depth = 0

    @property
    def at_end(self) -> bool:
        return self._words[self._at] == _END

    def _takes(self, sign: str) -> bool:
        """Go over a sign, if it is the next word."""
        taken = self._words[self._at] == ("sign", sign)
        self._at += taken
        return taken

    def whole(self, weakest: int = 1) -> Expression:
        """Read an expression whose operators bind at least so strongly."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unknown
        terms, signs = [self._one()], [""]
        while True:
            kind, said = self._words[self._at]
            strength = _STRENGTH.get(said, 0) if kind == "sign" else 0
            if strength < weakest:
                break
            if signs[1:] and strength != _STRENGTH[signs[-1]]:
                terms, signs = [_operated(signs, terms)], [""]
            self._at += 1
            terms.append(self._one() if strength == _STRONGEST else self.whole(strength + 1))
            signs.append(said)
        self._depth -= 1
        return _operated(signs, terms)

    def _one(self) -> Expression:
        kind, said = self._words[self._at]
        self._at += 1
        if kind == "place":
            return _place(said)
        if kind == "simple":
            return _simple(said)
        if kind == "name":
            return _function(said.upper(), self._arguments())
        if kind == "number":
            return _constant(Decimal(said))
        if kind == "text":
            return _constant(said[1:-1].replace('""', '"'))
        if (kind, said) != ("sign", "("):
            raise Unknown
        inside = self.whole()
        if not self._takes(")"):
            raise Unknown
        return inside

    def _arguments(self) -> list[Expression]:
        found = self.listed()
        if not self._takes(")"):
            raise Unknown
        return found

    def listed(self) -> list[Expression]:
        """Read expressions with commas between."""
        found = [self.whole()]
        while self._takes(","):
            found.append(self.whole())
        return found


@lru_cache(maxsize=4096)
def _simple(said: str) -> Expression:
    """Read what stands in brackets that hold few others: it occurs in many formulas."""
    name, _, inside = said.partition("(")
    parser = _Parser(inside.removesuffix(")"))
    found = parser.listed()
    if not parser.at_end or (not name and len(found) > 1):
        raise Unknown
    inner = _function(name.upper(), found) if name else found[0]
    return lambda given: given.once(inner)


def _operated(signs: list[str], terms: list[Expression]) -> Expression:
    """Join terms by operators that bind alike; before the first stands none."""
    if len(terms) == 1:
        return terms[0]
    if signs[1] == "&":
        return lambda given: "".join(text(term(given)) for term in terms)
    if signs[1] in ("+", "-"):
        return _sum(signs, terms)
    if signs[1] in ("*", "/"):
        return _product(signs, terms)
    left, *others = terms
    for sign, right in zip(signs[1:], others, strict=True):
        left = _compared(sign, left, right)
    return left


def _constant(value: Value) -> Expression:
    return lambda _: value


@lru_cache(maxsize=1024)
def _place(said: str) -> Expression:
    sheet, _, cells = said.rpartition("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    area = bounds(cells.upper())
    left, top, right, bottom = area
    if (right - left + 1) * (bottom - top + 1) > _MOST_CELLS:
        raise Unknown
    if ":" in cells:
        return lambda given: given.area(sheet, area)
    return lambda given: given.cell(sheet, (top, left))


def _compared(sign: str, left: Expression, right: Expression) -> Expression:
    compare = _COMPARED[sign]

    def value(given: Cells) -> Value:
        one, other = left(given), right(given)
        if isinstance(one, str) or isinstance(other, str):
            raise Unknown
        return compare(number(one), number(other))

    return value


def _sum(signs: list[str], terms: list[Expression]) -> Expression:
    signed = [(sign == "-", term) for sign, term in zip(signs, terms, strict=True)]

    def value(given: Cells) -> Value:
        total = Decimal(0)
        for negative, term in signed:
            one = number(term(given))
            total = total - one if negative else total + one
        return total

    return value


def _product(signs: list[str], terms: list[Expression]) -> Expression:
    first, *others = terms
    divided = [(sign == "/", term) for sign, term in zip(signs[1:], others, strict=True)]

    def value(given: Cells) -> Value:
        total = number(first(given))
        for by, term in divided:
            one = number(term(given))
            if by and not one:
                raise ErrorShown
            total = total / one if by else total * one
        return total

    return value


def _function(name: str, arguments: list[Expression]) -> Expression:
    match name, arguments:
        case "IF", [test, yes, no]:
            return lambda given: (yes if truth(test(given)) else no)(given)
        case "IFERROR", [tried, otherwise]:
            return lambda given: _tried(tried, given, otherwise)
        case "ISNUMBER", [tried]:
            return lambda given: isinstance(_tried(tried, given, _constant("")), Decimal)
    if name not in FUNCTIONS:
        raise Unknown
    function = FUNCTIONS[name]
    return lambda given: function(*(argument(given) for argument in arguments))


def _tried(tried: Expression, given: Cells, otherwise: Expression) -> Value | Area:
    try:
        return tried(given)
    except ErrorShown:
        return otherwise(given)
