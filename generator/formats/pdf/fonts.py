"""Which fonts a PDF is set in: those of official documents where they are, else our own."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.formats.pdf.installed import FOLDERS, Face, faces_in

BUNDLED = Path(__file__).parent / "fonts"
SONG = Face("公文宋（Noto Serif CJK SC 选字）", BUNDLED / "ReportSong-SemiBold.otf")
FANG = Face("FandolFang", BUNDLED / "FandolFang-Regular.otf")


class Role(StrEnum):
    """What a font is for."""

    TITLE = "标题"
    HEADING = "一级标题、表头"
    SUBHEADING = "二级标题"
    BODY = "正文"
    TABLE = "表格"


WANTED: dict[Role, tuple[tuple[str, ...], Face]] = {
    Role.TITLE: (("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"), SONG),
    Role.HEADING: (("黑体", "SimHei"), SONG),
    Role.SUBHEADING: (("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"), FANG),
    Role.BODY: (("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"), FANG),
    Role.TABLE: (("宋体", "SimSun"), FANG),
}
"""The names in font files, the first as people know it; and what stands in for all of them."""


class Use(NamedTuple):
    """The face that a role is set in."""

    role: Role
    wanted: str
    """仿宋_GB2312."""
    face: Face
    stands_in: bool
    """Whether it is another than the one that is wanted."""
    barred: bool
    """Whether the one that is wanted is installed, but may not be embedded."""


class Fonts(NamedTuple):
    """The faces of a PDF."""

    uses: tuple[Use, ...]
    """One for each role."""
    others: tuple[Face, ...]
    """All further ones that may be embedded, for a character that none of these has."""

    @property
    def stand_ins(self) -> tuple[Use, ...]:
        """What people should be told: in place of what is wanted stands something else."""
        return tuple(use for use in self.uses if use.stands_in)


@cache
def fonts_to_use(folders: Sequence[Path] | None = None) -> Fonts:
    """Return what to set reports in, of the fonts in these folders; else of those installed."""
    found = faces_in(FOLDERS if folders is None else folders)
    named: dict[str, Face] = {}
    for face in found:
        for name in face.names:
            named.setdefault(name, face)
    free = tuple(face for face in found if face.may_be_embedded)
    return Fonts(tuple(_use(role, named) for role in Role), free)


def _use(role: Role, named: dict[str, Face]) -> Use:
    names, ours = WANTED[role]
    there = [named[name.casefold()] for name in names if name.casefold() in named]
    free = [face for face in there if face.may_be_embedded]
    face = free[0] if free else ours
    right = any(name.casefold() in face.names for name in names[:1])
    return Use(role, names[0], face, not right, bool(there) and not free)
