"""What is beyond any page with a report."""

MOST_TEXT = 500_000
"""Characters, twenty times the longest report."""
MOST_ITEMS = 10_000
"""Lines, tables and pictures: 450 pages of them."""
MOST_CELLS = 50_000
"""Of a table, counting what merged cells cover."""


class TooMuch(Exception):  # noqa: N818 - it is no error, but a limit
    """There is more of something than on any page with a report; `what` says of what."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
