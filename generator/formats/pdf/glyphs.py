"""Which faces a text is set in, one after another: the next for what the one before lacks."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.formats.pdf.fonts import FANG, SONG, Fonts, Role
from generator.formats.pdf.installed import Face
from generator.model.finding import Refusal

CHINESE = ("song", "serif", "simsun", "宋", "hei", "黑", "cjk", "ming")
"""Parts of names of fonts that are likely to have a rare character, and to look right."""


def chains(fonts: Fonts, characters: set[str]) -> dict[Role, tuple[Face, ...]]:
    """Return the faces of each role, so that every character is in one of them.

    Raises:
        Refusal: no font has one of them.

    """
    ours = (FANG, SONG)
    found = {use.role: (use.face, *(one for one in ours if one != use.face)) for use in fonts.uses}
    missing = characters - _having(ours)
    more = _further(missing, fonts.others)
    return {role: (*chain, *more) for role, chain in found.items()}


def _further(missing: set[str], others: Iterable[Face]) -> list[Face]:
    """Return installed faces that have what our own lack."""
    more: list[Face] = []
    if missing:
        for face in sorted(others, key=_suits):
            if had := missing & covered(face.file, face.number):
                more.append(face)
                missing = missing - had
            if not missing:
                break
    if missing:
        listed = "、".join(f"{one}（U+{ord(one):04X}）" for one in sorted(missing))
        raise Refusal(
            f"PDF 里印不出这些字：{listed}。这台电脑的字体里都没有，"
            "请安装有这些字的字体（如“宋体-扩展B”），或者换一个字"
        )
    return more


def _suits(face: Face) -> bool:
    return not any(part in name for name in face.names for part in CHINESE)


def _having(faces: Iterable[Face]) -> set[str]:
    return set().union(*(covered(face.file, face.number) for face in faces))


@cache
def covered(file: Path, number: int) -> frozenset[str]:
    """Return the characters that a face has."""
    from fontTools.ttLib import TTFont

    with TTFont(file, fontNumber=number, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap() or {}))
