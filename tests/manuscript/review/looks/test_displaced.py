"""What stands between lines is told to have moved where both of them are others."""

import pytest

from generator.manuscript.looks import Stand
from generator.manuscript.review.looks.displaced import StayedLines

WAS = Stand(3, 4)


@pytest.mark.parametrize(
    ("origins", "now"),
    [
        pytest.param({at: at for at in range(8)}, WAS, id="nothing changed"),
        pytest.param({0: 0, 1: 1, 2: 2, 3: 3, 6: 4, 7: 5}, Stand(4, 5), id="lines came around it"),
        pytest.param({0: 0, 1: 1, 2: 2, 3: 5}, Stand(2, 3), id="both its neighbours went"),
        pytest.param({0: 3, 1: 4}, Stand(0, 1), id="all before and after went"),
        pytest.param({}, Stand(-1, None), id="nothing stayed"),
    ],
)
def test_lines_that_come_and_go_move_nothing(origins: dict[int, int], now: Stand) -> None:
    assert StayedLines(origins).keep(WAS, now)


@pytest.mark.parametrize("now", [Stand(2, 3), Stand(4, 5), Stand(-1, 0), Stand(7, None)])
def test_what_stands_between_other_lines_has_moved(now: Stand) -> None:
    assert not StayedLines({at: at for at in range(8)}).keep(WAS, now)
