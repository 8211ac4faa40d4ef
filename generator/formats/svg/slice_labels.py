"""Parts the values of narrow slices, so that none stands on another."""

from math import sqrt
from typing import NamedTuple

from generator.formats.svg.frame import Room
from generator.formats.svg.marks import Point

_FROM_THE_PIE = 9.0


class Label(NamedTuple):
    """The value of a slice."""

    point: int
    x: float
    """Of its middle."""
    y: float
    wide: float
    high: float
    edge: Point
    """The middle of the slice's own edge."""
    right: bool
    """On which side of the pie it is."""
    moved: bool = False
    """Whether it stands away from its slice, so that a line must join them."""


def parted(labels: list[Label], middle: Point, radius: float, room: Room) -> list[Label]:
    """Return the labels, moved down or up along the pie where they would stand on one another."""
    labels = [_aside(label, labels, middle[0]) for label in labels]
    done = []
    for right in (True, False):
        side = sorted((one for one in labels if one.right == right), key=lambda one: one.y)
        for one, y in zip(side, _heights(side, room), strict=True):
            done.append(one if y == one.y else _moved(one, y, middle, radius))
    return done


def _aside(label: Label, labels: list[Label], middle: float) -> Label:
    """Return a label beside the middle of the pie where one of the other side is as well."""
    near = any(
        other.right != label.right
        and abs(other.x - label.x) < label.wide
        and abs(other.y - label.y) < label.high
        for other in labels
    )
    if not near:
        return label
    away = label.wide / 2 + 2
    x = max(label.x, middle + away) if label.right else min(label.x, middle - away)
    return label._replace(x=x)


def _heights(side: list[Label], room: Room) -> list[float]:
    heights: list[float] = []
    for one in side:
        least = heights[-1] + one.high if heights else room.top + one.high / 2
        heights.append(max(one.y, least))
    most = room.bottom
    for at in reversed(range(len(side))):
        heights[at] = min(heights[at], most - side[at].high / (2 if most == room.bottom else 1))
        most = heights[at]
    return heights


def _moved(label: Label, y: float, middle: Point, radius: float) -> Label:
    around = radius + _FROM_THE_PIE
    nearest = max(abs(y - middle[1]) - label.high / 2, 0)
    away = sqrt(max(around**2 - nearest**2, 0)) + label.wide / 2
    away = max(away, abs(label.x - middle[0]))
    x = middle[0] + (away if label.right else -away)
    return label._replace(x=x, y=y, moved=True)
