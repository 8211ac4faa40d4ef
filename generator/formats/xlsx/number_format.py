"""What a cell shows of a number or a text: Excel's number formats, where that is certain.

ECMA-376 part 1, 18.8.31. Dates, fractions, powers of ten and Chinese numerals are not worked out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from generator.form import chinese
from generator.form.pattern import Pattern

_PIECE = Pattern(
    r"""
      "(?P<quoted>[^"]*)" | [\\!](?P<escaped>.) | _(?P<space>.) | \*(?P<filler>.)
    | \[\$(?P<symbol>[^\]\[-]*)(?:-(?!F[48]00)[0-9A-F]{1,4})?\]
    | \[(?P<colour>Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|[黑蓝青绿洋红白黄]+色?
        |(?:Color|颜色)\s?\d+)\]
    | \[(?P<condition>(?:[<>]=?|<>|=)-?\d+(?:\.\d+)?)\]
    | (?P<end>;) | (?P<general>General|G/通用格式) | (?P<text>@)
    | (?P<digit>[0#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%)
    | (?P<plain>[-\ $+():^'{}<>=&~]|[^\x00-\x7f])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
    "<>": ne,
}
_NOT_ZERO = Pattern("[1-9]")
_CONDITION = Pattern(r"([<>=]+)(.+)")
_MOST_SECTIONS, _THOUSAND, _HUNDRED = 4, 3, 2
_LARGEST = 15  # digits that Excel keeps
_LONGEST = 255  # characters of a format
_ENOUGH = 4 * _LONGEST  # digits for any number in any format


class _Piece(NamedTuple):
    kind: str
    """general, text, digit, point, comma, percent or said."""
    what: str


@dataclass
class _Section:
    """What a format says of some values: numbers above zero, others, or texts."""

    pieces: list[_Piece] = field(default_factory=list)
    condition: str = ""

    def holds(self, kind: str) -> bool:
        return any(piece.kind == kind for piece in self.pieces)


def number_as_shown(value: Decimal, number_format: str) -> str | None:
    """Return what a cell shows of a number; None where this is not known for certain."""
    sections = _sections(number_format)
    if sections is None or value.adjusted() >= _LARGEST:
        return None
    if len(sections) == _MOST_SECTIONS or sections[-1].holds("text"):
        sections = sections[:-1]
    if not sections:
        return chinese.number(value) if _sections(number_format) == _TEXT else None
    section = _section_for(value, sections)
    if section is None or section.holds("text"):
        return None
    if value < 0 and not (section.holds("digit") or section.holds("general")):
        return None
    shown = _general(abs(value), section) if section.holds("general") else _digits(value, section)
    if value >= 0:
        return shown
    signed = shown if shown is None or len(sections) > 1 else f"-{shown}"
    # -0 is what no report prints; where nothing else is left of a number, programs differ
    nothing_left = signed is None or ("-" in signed and not _NOT_ZERO.search(signed))
    return None if nothing_left else signed


def text_as_shown(text: str, number_format: str) -> str | None:
    """Return what a cell shows of a text; None where this is not known for certain."""
    sections = _sections(number_format)
    if sections is None:
        return text if "@" not in number_format and number_format.count(";") < _TEXT_AT else None
    last = sections[-1]
    if len(sections) < _MOST_SECTIONS and not last.holds("text"):
        return text
    if any(piece.kind not in ("said", "text") for piece in last.pieces):
        return None
    return "".join(text if piece.kind == "text" else piece.what for piece in last.pieces)


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...] | None:
    """Return the parts of a format; None where anything in it is not known."""
    if len(number_format) > _LONGEST:
        return None
    sections = [_Section()]
    at = 0
    while at < len(number_format):
        found = _PIECE.match(number_format, at)
        if not found:
            return None
        at = found.end()
        kind = found.lastgroup or ""
        match kind:
            case "end":
                sections.append(_Section())
            case "condition":
                sections[-1].condition = found[kind]
            case "colour" | "filler":
                pass
            case "space":
                sections[-1].pieces.append(_Piece("said", " "))
            case "percent":
                sections[-1].pieces.append(_Piece("percent", "%"))
            case "quoted" | "escaped" | "symbol" | "plain":
                sections[-1].pieces.append(_Piece("said", found[kind]))
            case _:
                sections[-1].pieces.append(_Piece(kind, found[kind]))
    return tuple(sections) if len(sections) <= _MOST_SECTIONS else None


_TEXT = (_Section([_Piece("text", "@")]),)
_TEXT_AT = 3  # semicolons before a section for texts


def _section_for(value: Decimal, sections: Sequence[_Section]) -> _Section | None:
    if any(section.condition for section in sections):
        if value < 0 or not sections[0].condition:
            return None
        return next((section for section in sections if _meets(value, section.condition)), None)
    at = 0 if value > 0 or len(sections) == 1 else 1 if value < 0 else 2
    return sections[at] if at < len(sections) else sections[0]


def _meets(value: Decimal, condition: str) -> bool:
    found = _CONDITION.fullmatch(condition)
    return not found or _COMPARED[found[1]](value, Decimal(found[2]))


def _general(value: Decimal, section: _Section) -> str | None:
    if any(piece.kind not in ("said", "general") for piece in section.pieces):
        return None
    shown = chinese.number(value)
    return "".join(shown if piece.kind == "general" else piece.what for piece in section.pieces)


def _digits(value: Decimal, section: _Section) -> str | None:
    """Fill the places of a section with the digits of a number, its sign left out."""
    points = [at for at, piece in enumerate(section.pieces) if piece.kind == "point"]
    if len(points) > 1:
        return None
    point = points[0] if points else len(section.pieces)
    before, after = (
        _places(part) for part in (section.pieces[:point], section.pieces[point + 1 :])
    )
    if before is None or after is None or after.grouped:
        return None
    if points and not (before.digits or after.digits):
        return None
    hundreds = sum(piece.kind == "percent" for piece in section.pieces)
    exponent = _HUNDRED * hundreds - _THOUSAND * (before.thousands + after.thousands)
    with localcontext(prec=_ENOUGH):
        last = Decimal(1).scaleb(-len(after.digits))
        rounded = abs(value).scaleb(exponent).quantize(last, ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    whole = whole.lstrip("0")
    if not before.digits:
        left = "".join(piece.what for piece in before.pieces) + (whole if points else "")
    else:
        left = _whole(whole, before)
    return left + ("." if points else "") + _fraction(fraction, after)


class _Places(NamedTuple):
    """One side of the point."""

    pieces: Sequence[_Piece]
    """Without commas."""
    digits: Sequence[int]
    """Which of them are digits."""
    grouped: bool
    """Whether a comma stands between thousands."""
    thousands: int
    """How often the number is divided by 1000."""


def _places(pieces: Sequence[_Piece]) -> _Places | None:
    """Tell commas that group from those that divide; None for those that do neither."""
    kept = [piece for piece in pieces if piece.kind != "comma"]
    digits = [at for at, piece in enumerate(kept) if piece.kind == "digit"]
    last = max((at for at, piece in enumerate(pieces) if piece.kind == "digit"), default=-1)
    grouped, thousands = False, 0
    for at, piece in enumerate(pieces):
        if piece.kind != "comma":
            continue
        if at == 0 or pieces[at - 1].kind not in ("digit", "comma"):
            return None
        grouped, thousands = grouped or at < last, thousands + (at > last)
    together = not digits or digits[-1] - digits[0] == len(digits) - 1
    return _Places(kept, digits, grouped, thousands) if together or not grouped else None


def _whole(digits: str, places: _Places) -> str:
    """Fill the places from the right; the first of them takes all that is left."""
    count = len(places.digits)
    filled: list[str] = []
    for nth, at in enumerate(places.digits):
        left = count - nth
        own = digits[len(digits) - left : len(digits) - left + 1] if len(digits) >= left else ""
        if nth == 0 and len(digits) > count:
            own = digits[: len(digits) - count + 1]
        filled.append(own or {"0": "0", "?": " "}.get(places.pieces[at].what, ""))
    if places.grouped:
        joined = "".join(filled)
        filled = [_grouped(joined), *[""] * (count - 1)]
    shown = dict(zip(places.digits, filled, strict=True))
    return "".join(shown.get(at, piece.what) for at, piece in enumerate(places.pieces))


def _grouped(digits: str) -> str:
    reverse = digits[::-1]
    groups = [reverse[at : at + _THOUSAND] for at in range(0, len(reverse), _THOUSAND)]
    return ",".join(groups)[::-1]


def _fraction(digits: str, places: _Places) -> str:
    """Fill the places from the left, without the zeros at the end that nothing asks for."""
    shown = dict(zip(places.digits, digits, strict=True))
    for at in reversed(places.digits):
        if places.pieces[at].what == "0" or shown[at] != "0":
            break
        shown[at] = " " if places.pieces[at].what == "?" else ""
    return "".join(shown.get(at, piece.what) for at, piece in enumerate(places.pieces))
