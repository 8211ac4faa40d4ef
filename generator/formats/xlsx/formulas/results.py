"""What the formulas of a workbook show, as Excel would work them out."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import Area as Bounds
from generator.formats.xlsx.formulas.expression import Expression, expression
from generator.formats.xlsx.formulas.functions import Area, ErrorShown, Unknown, Value
from generator.formats.xlsx.sheet import CellError, Sheet

Result = Decimal | str
_DIGITS = 15  # of a number that Excel keeps
_MOST_WITHIN_EACH_OTHER = 20


def formula_results(sheets: Sequence[Sheet]) -> dict[tuple[str, Spot], Result]:
    """Return what each formula shows, by sheet name and cell, "" for a blank one.

    Those that cannot be told are left out: over an error, over a formula without a result, over
    each other in a circle. A formula of a kind that ours are not keeps the number that it shows.
    """
    workbook = _Workbook({sheet.name: sheet for sheet in sheets})
    found: dict[tuple[str, Spot], Result] = {}
    for sheet in sheets:
        for spot in sheet.formulas:
            with suppress(Unknown, ErrorShown):
                value = workbook.value(sheet.name, spot)
                if isinstance(value, Decimal | str):
                    found[sheet.name, spot] = value
    return found


class _Workbook:
    """The cells of a workbook, each formula worked out once."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._sheets = sheets
        self._cells = {name: _Cells(self, name) for name in sheets}
        self._unseen = {name: frozenset(sheet.unseen) for name, sheet in sheets.items()}
        self._known: dict[tuple[str, Spot], Value | Unknown | ErrorShown] = {}
        self._under_way: dict[tuple[str, Spot], None] = {}
        self._in_circles: set[tuple[str, Spot]] = set()

    def value(self, sheet: str, spot: Spot) -> Value:
        """Return what a cell is to a formula. Raise Unknown, or ErrorShown where it is an error."""
        if spot not in self._sheets[sheet].formulas:
            return _typed(self._sheets[sheet].values.get(spot))
        key = sheet, spot
        if key in self._under_way:
            self._in_circles.update(self._under_way)
        elif key not in self._known:
            self._under_way[key] = None
            try:
                self._known[key] = self._worked_out(sheet, spot)
            except (Unknown, ErrorShown) as problem:
                self._known[key] = problem
            del self._under_way[key]
        known = Unknown() if key in self._in_circles else self._known[key]
        if isinstance(known, Unknown | ErrorShown):
            raise type(known)
        return known

    def _worked_out(self, sheet: str, spot: Spot) -> Value:
        if len(self._under_way) > _MOST_WITHIN_EACH_OTHER:
            raise Unknown
        try:
            worked_out = expression(self._sheets[sheet].formulas[spot])
        except Unknown:
            return self._kept(sheet, spot)
        try:
            value = worked_out(self._cells[sheet])
        except (TypeError, ValueError, ArithmeticError, RecursionError) as problem:
            raise Unknown from problem
        if isinstance(value, tuple | bool):
            raise Unknown
        return Decimal(0) if value is None else value  # =A1 shows 0 where A1 is blank

    def _kept(self, sheet: str, spot: Spot) -> Value:
        """Return the number that a formula of another kind last showed."""
        kept = _typed(self._sheets[sheet].results.get(spot))
        if not isinstance(kept, Decimal):
            raise Unknown
        return kept

    def can_tell(self, sheet: str, area: Bounds) -> bool:
        """Tell whether all cells of an area were read: not those that a merge hides."""
        if sheet not in self._sheets:
            return False
        left, top, right, bottom = area
        return not any(
            top <= row <= bottom and left <= column <= right for row, column in self._unseen[sheet]
        )


class _Cells:
    """The cells of a workbook as a formula on one of its sheets names them."""

    def __init__(self, workbook: _Workbook, sheet: str) -> None:
        self._workbook, self._sheet = workbook, sheet
        self._known: dict[Expression, Value | Area] = {}

    def once(self, expression: Expression) -> Value | Area:
        if expression not in self._known:
            self._known[expression] = expression(self)
        return self._known[expression]

    def cell(self, sheet: str, spot: Spot) -> Value:
        row, column = spot
        return self.area(sheet, (column, row, column, row))[0]

    def area(self, sheet: str, area: Bounds) -> Area:
        name = sheet or self._sheet
        if not self._workbook.can_tell(name, area):
            raise Unknown
        left, top, right, bottom = area
        return tuple(
            self._workbook.value(name, (row, column))
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        )


def _typed(value: object) -> Value:
    match value:
        case CellError():
            raise ErrorShown
        case None | str():
            return value
        case int() | float() if not isinstance(value, bool):
            return Decimal(f"{value:.{_DIGITS}g}")
    raise Unknown  # a date, a truth: none of ours reckons with them
