from generator.model.chart_look.colours import colour
from generator.model.exhibits import MOST_POINTS

LEAST_APART = 28  # of 255


def grey(number: int) -> float:
    """Return how light a colour is on grey paper."""
    red, green, blue = bytes.fromhex(colour(number))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_each_point_has_a_colour_of_its_own() -> None:
    assert len({colour(number) for number in range(MOST_POINTS)}) == MOST_POINTS


def test_neighbours_are_told_apart_on_grey_paper() -> None:
    for number in range(7):
        assert abs(grey(number) - grey(number + 1)) >= LEAST_APART
