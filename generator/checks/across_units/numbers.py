"""The figures of thousands of units for arithmetic: equal numbers are one object."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar, overload

_Other = TypeVar("_Other")
Numbers = Mapping[str, Decimal]
"""Figures by name: blank is 0 in arithmetic; what nobody knows is absent."""


class NumbersOfUnits:
    """Keeps what the figures of all units have in common: their names, and equal values."""

    def __init__(self, names: Iterable[str]) -> None:
        self._at = {name: at for at, name in enumerate(names)}
        self._values: dict[str, Decimal] = {}

    def of(self, numbers: Numbers) -> Numbers:
        """Return the figures of one unit, by the names that all have, as little as they need."""
        values = (numbers.get(name) for name in self._at)
        return _Row(
            self._at, tuple(None if value is None else self._one(value) for value in values)
        )

    def _one(self, value: Decimal) -> Decimal:
        return self._values.setdefault(str(value), value)


class _Row(Mapping[str, Decimal]):
    """The figures of one unit."""

    __slots__ = ("_at", "_values")

    def __init__(self, at: Mapping[str, int], values: tuple[Decimal | None, ...]) -> None:
        self._at, self._values = at, values

    def __getitem__(self, name: str) -> Decimal:
        value = self._values[self._at[name]]
        if value is None:
            raise KeyError(name)
        return value

    @overload
    def get(self, name: str, default: None = None, /) -> Decimal | None: ...
    @overload
    def get(self, name: str, default: Decimal | _Other, /) -> Decimal | _Other: ...
    def get(self, name: str, default: object = None, /) -> object:
        """Return a figure; a thousand times as often as all others, so without an exception."""
        at = self._at.get(name)
        value = None if at is None else self._values[at]
        return default if value is None else value

    def __iter__(self) -> Iterator[str]:
        return (name for name, at in self._at.items() if self._values[at] is not None)

    def __len__(self) -> int:
        return len(self._values) - self._values.count(None)
