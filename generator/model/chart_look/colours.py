"""Colours of what is drawn: told apart by the colour-blind, and on grey paper."""

from generator.model.exhibits import Chart

GREY, FAINT = "7F7F7F", "D9D9D9"
"""Of the axis along which names stand, and of the lines behind what is drawn."""

_COLOURS = (
    *((0x1F, 0x55, 0x90), (0xF2, 0xB4, 0x5A), (0xD5, 0x69, 0x4F), (0xB4, 0xDD, 0xF0)),
    *((0x2F, 0x8F, 0x6B), (0xE9, 0xE7, 0xA6), (0x5B, 0x2A, 0x55), (0xE8, 0xA9, 0xBC)),
)
"""Dark and light in turn, so that neighbours differ where hues are not seen."""
_WHITE = 255
_PALER, _PALEST = 0.16, 0.8  # shares of white


def colour(number: int) -> str:
    """Return a colour as RRGGBB; after eight they come again, each time paler."""
    turn, place = divmod(number, len(_COLOURS))
    share = min(turn * _PALER, _PALEST)
    return "".join(f"{round(one + (_WHITE - one) * share):02X}" for one in _COLOURS[place])


def colour_of_series(chart: Chart, at: int) -> str:
    """Return that of a series, counted from 0: this year looks the same without last year."""
    return colour(len(chart.series) - 1 - at)


def is_earlier(chart: Chart, at: int) -> bool:
    """Tell whether a series is of an earlier year: its line is dashed, with other signs."""
    return at < len(chart.series) - 1
