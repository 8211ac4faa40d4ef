"""Colours of what is drawn: told apart by the colour-blind, and on grey paper."""

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
