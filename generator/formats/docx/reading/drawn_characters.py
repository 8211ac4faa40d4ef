r"""What fields without a result draw: 带圈字符, 合并字符, 拼音 of older Word, symbols.

Word writes 中文版式 as EQ fields: `eq \o\ac(○,1)` is a 1 in a circle,
`eq \o(\s\up 8(甲),\s\do 3(乙))` one over the other, and
`eq \* jc2 \* hps10 \o\ad(\s\up 9(yè),业)` 业 with yè above it.
"""

import re
from dataclasses import dataclass

from generator.model.printed_lines import NOT_IN_XML

_EQUATION = re.compile(
    r"\s*eq\s+(?P<switches>(?:\\\*\s*(?:\"[^\"]*\"|\S+)\s*)*)(?P<rest>.*)", re.I | re.S
)
_OVERSTRIKE = re.compile(r"\\o\s*(?:\\a[clrd]\s*)*\((?P<all>.*)\)\s*", re.I | re.S)
_RAISED = re.compile(r"(?:\\s\s*)?(?:\\(?:up|do|ai|di)\s*\d*\s*)+\((?P<all>.*)\)", re.I | re.S)
_SYMBOL = re.compile(
    r"\s*symbol\s+(?P<code>0x[0-9a-f]{1,6}|\d{1,7})\b(?P<switches>.*)", re.I | re.S
)
_RINGS = frozenset("○〇◯Ｏ⃝")
_FRAMES = _RINGS | frozenset("□囗△◇◻▢")
_RING_RANGES = ((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_IN_RING = {
    **{chr(ord("A") + at): chr(0x24B6 + at) for at in range(26)},
    **{chr(ord("a") + at): chr(0x24D0 + at) for at in range(26)},
    **{sign: chr(0x3280 + at) for at, sign in enumerate("一二三四五六七八九十")},
}
_LONGEST = 500  # characters of an instruction that is looked at


@dataclass(frozen=True)
class Drawn:
    """What a field draws."""

    what: str
    """As Word calls it."""
    text: str
    """The characters that people see; empty where that cannot be told."""


def drawn(instruction: str) -> Drawn | None:
    """Return what a field draws by its instruction; None for a field that draws nothing."""
    if found := _SYMBOL.fullmatch(instruction[:_LONGEST]):
        return Drawn("符号域", _symbol(found["code"], found["switches"]))
    found = _EQUATION.fullmatch(instruction[:_LONGEST])
    if not found:
        return None
    overstrike = _OVERSTRIKE.fullmatch(found["rest"])
    if not overstrike:
        return Drawn("公式域", "")
    pieces = _arguments(overstrike["all"])
    raised = [_RAISED.fullmatch(piece) for piece in pieces]
    plain = [piece for piece, up in zip(pieces, raised, strict=True) if not up]
    if plain and len(plain) < len(pieces):
        return Drawn("拼音指南", _unescaped("".join(plain)))
    if len(plain) == 2 and plain[0] in _FRAMES:  # noqa: PLR2004 - a frame and what is in it
        return Drawn("带圈字符", _framed(plain[0], _unescaped(plain[1])))
    words = (
        _unescaped(up["all"] if up else piece) for piece, up in zip(pieces, raised, strict=True)
    )
    return Drawn("合并字符", "".join(words))


def _framed(frame: str, inside: str) -> str:
    """Return one character where there is one for it: 12 is no part of a number then."""
    if frame in _RINGS and inside.isdecimal() and inside.isascii():
        number = int(inside)
        for first, last, code in _RING_RANGES:
            if first <= number <= last:
                return chr(code + number - first)
    if inside.isdecimal():
        return f"（{inside}）"
    return _IN_RING.get(inside, inside) if frame in _RINGS else inside


def _arguments(text: str) -> list[str]:
    """Split what stands between brackets at the separators that are in no bracket of their own."""
    pieces, depth, at = [""], 0, 0
    while at < len(text):
        sign = text[at]
        if sign == "\\" and text[at + 1 : at + 2] in {"(", ")", ",", ";", "\\"}:
            pieces[-1] += text[at : at + 2]
            at += 2
            continue
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign in ",;" and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
        at += 1
    return [piece.strip() for piece in pieces]


def _unescaped(text: str) -> str:
    return NOT_IN_XML.sub("", re.sub(r"\\([(),;\\])", r"\1", text))


def _symbol(code: str, switches: str) -> str:
    r"""Return the character of a SYMBOL field, which is Unicode's where it says \u."""
    if r"\u" not in switches.lower():
        return ""
    try:
        return NOT_IN_XML.sub("", chr(int(code, 16 if code.lower().startswith("0x") else 10)))
    except (ValueError, OverflowError):
        return ""
