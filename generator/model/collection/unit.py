"""The units that are to file, as the one who collects has listed them."""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit that is to file."""

    name: str
    """As the sum names it."""
    others: tuple[str, ...] = ()
    """Further names: short ones, those from before it was renamed, of units merged into it."""
    kind: str = ""
    """类别: 街道, 部门; what it is compared with. Empty where nobody says."""
    note: str = ""
    """What the one who collects has noted; kept, never read."""
    row: int = 0
    """Of the worksheet in which people find it; 0 where it stands in none."""


class UnitList(NamedTuple):
    """All units, and who collects from them."""

    organ: str
    """Whose report the sum is for."""
    year: int
    units: tuple[Unit, ...]
    """In the order of the list; names are unique."""
