"""How wide the columns of a table are where nothing says so: by what stands in them."""

import unicodedata

from generator.model.publication import PublishedTable

NARROWEST, WIDEST = 2.2, 12.0
"""In characters; what is longer goes on on the next line."""
OF_A_HEADER, OF_A_NARROW_HEADER = 4.0, 2.0
"""A header is set in lines of so many; of fewer where there is no room."""
ROOM = 49.0
"""So many characters stand side by side."""
UPRIGHT = 8
"""A label of more rows is set from top to bottom."""


def shares(table: PublishedTable) -> tuple[float, ...]:
    """Return how wide each column is, in characters."""
    wide = _needed(table, OF_A_HEADER)
    return wide if sum(wide) <= ROOM else _needed(table, OF_A_NARROW_HEADER)


def _needed(table: PublishedTable, of_a_header: float) -> tuple[float, ...]:
    found = [NARROWEST] * table.width
    for cell in table.cells:
        if cell.columns == 1 and cell.rows <= UPRIGHT:
            need = length(cell.text)
            if cell.row < table.header_rows:
                need = min(need, of_a_header)
            found[cell.column] = max(found[cell.column], min(need + 0.8, WIDEST))
    return tuple(found)


def length(text: str) -> float:
    """Return how long the longest line is: a Chinese character is 1, a Latin letter a half."""
    return max(
        sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in line)
        for line in text.split("\n")
    )
