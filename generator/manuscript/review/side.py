"""The two sides that may both have changed something."""

from enum import Enum


class Side(Enum):
    """Which side is taken where both changed."""

    DOCUMENT = "document"
    WORKBOOK = "workbook"
