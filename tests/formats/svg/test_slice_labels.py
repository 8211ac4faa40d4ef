from itertools import pairwise

from generator.formats.svg.frame import Room
from generator.formats.svg.slice_labels import Label, parted

ROOM = Room(0, 0, 200, 100)


def label(point: int, x: float, y: float, *, right: bool = True) -> Label:
    return Label(point, x, y, 20, 10, (x, y), right=right)


def test_values_of_narrow_slices_stand_below_one_another_and_are_joined_to_them() -> None:
    crowded = [label(at, 130, 95 + at / 10) for at in range(5)]
    done = parted(crowded, (100, 50), 40, ROOM)
    assert all(low.y - high.y >= 10 for high, low in pairwise(done))
    assert all(5 <= one.y <= 95 for one in done)
    assert all(one.moved for one in done)


def test_what_has_room_stays() -> None:
    apart = [label(0, 150, 20), label(1, 150, 80), label(2, 50, 50, right=False)]
    assert parted(apart, (100, 50), 40, ROOM) == apart


def test_values_of_both_sides_of_the_top_stand_side_by_side() -> None:
    left, right = label(0, 99, 5, right=False), label(1, 101, 5)
    done = {one.point: one for one in parted([left, right], (100, 50), 40, ROOM)}
    assert done[1].x - done[0].x >= 20
