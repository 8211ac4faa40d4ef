"""Symbols of Wingdings and the like: fonts that draw a ticked box where they are given a letter.

Word puts their characters into Unicode's private area, U+F000 to U+F0FF, where in any other font
there is nothing. Those that people use have a character of their own in Unicode.
"""

from collections.abc import Mapping
from types import MappingProxyType

_AREA = range(0xF000, 0xF100)
_LAST = 0xFF
_DIGITS = 10
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    **{0x81 + at: chr(0x2460 + at) for at in range(_DIGITS)},
    **{0x8C + at: chr(0x2776 + at) for at in range(_DIGITS)},
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_SYMBOL = {
    0x57: "Ω",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6D: "μ",
    0x70: "π",
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD0: "∠",
    0xD6: "√",
    0xE5: "∑",
}
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "wingdings": _WINGDINGS,
        "wingdings 2": _WINGDINGS_2,
        "wingdings 3": {},
        "webdings": {},
        "symbol": _SYMBOL,
    }
)


def symbol(font: str, code: int) -> str | None:
    """Return what people see of a character; "" where that cannot be told, None for no symbol."""
    characters = _FONTS.get(font.casefold())
    if code in _AREA:
        return (characters or {}).get(code - _AREA.start, "")
    if characters is not None and code <= _LAST:
        return characters.get(code, "")
    return None
