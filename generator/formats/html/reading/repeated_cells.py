"""Official tables whose merged cells were taken apart, their text in each cell that they covered.

No label of an official table stands beside or below the same label, so that what repeats is one.
"""

import re
from collections.abc import Mapping

from generator.form.labels import Spot, label_key

_WORDS = re.compile("[\u4e00-\u9fff]")


def without_repeats(cells: Mapping[Spot, str]) -> dict[Spot, str]:
    """Return a table with each text once, at its upper left.

    A number that repeats is one only below a label that spans all of its cells.
    """
    keys = {spot: label_key(text) for spot, text in cells.items()}
    words = {spot for spot, key in keys.items() if _WORDS.search(key)}
    heads: dict[int, Spot] = {}
    kept: dict[Spot, str] = {}
    for (row, column), text in sorted(cells.items()):
        spot, left, above = (row, column), (row, column - 1), (row - 1, column)
        if spot in words:
            heads[column] = spot
            again = keys[spot] in (keys.get(left), keys.get(above))
        else:
            head, beside = heads.get(column), heads.get(column - 1)
            spans = head is not None and beside is not None and head[0] == beside[0]
            again = spans and keys[head or spot] == keys[beside or spot]
            again = again and bool(keys[spot]) and keys[spot] == keys.get(left)
        if not again:
            kept[spot] = text
    return kept
