"""Where something stands, as a person looks it up."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands, as a person looks it up."""

    file: str
    within: str = ""
    """Sheet of a workbook; paragraph or table of a document."""
    spot: str = ""
    """Cell or cells."""

    def __str__(self) -> str:
        return self.file + (f"『{self.within}』" if self.within else "") + self.spot
