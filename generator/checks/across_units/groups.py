"""Groups of units that hang together two by two."""

from collections.abc import Iterable


def grouped(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that pairs make, each in order, by their first members."""
    group_of: dict[int, list[int]] = {}
    for one, other in pairs:
        first, second = group_of.setdefault(one, [one]), group_of.setdefault(other, [other])
        if first is second:
            continue
        small, large = sorted((first, second), key=len)
        large += small
        group_of.update(dict.fromkeys(small, large))
    whole = {id(group): sorted(group) for group in group_of.values()}
    return sorted(whole.values())
