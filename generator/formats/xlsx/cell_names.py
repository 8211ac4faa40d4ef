"""Names of cells and ranges, D7 and D7:I7. openpyxl has them too, but takes long to import."""

import re
from functools import lru_cache

from generator.form.labels import Spot

Area = tuple[int, int, int, int]
"""First column, first row, last column, last row."""

_ALPHABET = 26
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters of a column, such as D for 4."""
    letters = ""
    while column:
        column, place = divmod(column - 1, _ALPHABET)
        letters = chr(ord("A") + place) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column, such as 4 for D."""
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def address(spot: Spot) -> str:
    """Return the name of a cell, such as D7."""
    return f"{column_letters(spot[1])}{spot[0]}"


def area(first: Spot, last: Spot) -> str:
    """Return the name of a range from its corners, such as D7:I7."""
    return f"{address(first)}:{address(last)}"


def spot_of(name: str) -> Spot:
    """Return where a cell is. Raise ValueError for what is no name of one."""
    found = _CELL.fullmatch(name)
    if not found:
        raise ValueError(name)
    return int(found[2]), column_number(found[1])


def bounds(name: str) -> Area:
    """Return the corners of a cell or a range. Raise ValueError for what is no name of one."""
    first, _, last = name.replace("$", "").partition(":")
    top, left = spot_of(first)
    bottom, right = spot_of(last or first)
    return left, top, right, bottom
