"""The fonts that are installed here, read from their files."""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

RESTRICTED = 0x0002
"""OS/2 fsType: may not be embedded; editable and print-and-preview embedding are allowed."""
BITMAPS_ONLY = 0x0200
FAMILY_NAMES = (1, 4, 16)
"""Ids of names in a font: the family, the full name, the typographic family."""
POSTSCRIPT_NAME = 6
ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
HOME = Path.home()
FOLDERS = (
    Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
    Path(os.environ.get("LOCALAPPDATA", HOME / "AppData/Local")) / "Microsoft/Windows/Fonts",
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    HOME / "Library/Fonts",
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    HOME / ".fonts",
    HOME / ".local/share/fonts",
)
"""Where Windows, macOS and Linux keep fonts, for all and for one user."""

_UNREADABLE = (OSError, struct.error, LookupError, ValueError, AssertionError)
"""What fontTools raises for a file that is no font, or half of one, beside its own."""


class Face(NamedTuple):
    """One font of a file."""

    name: str
    """As people know it: 仿宋_GB2312."""
    file: Path
    number: int = 0
    """Which one of a collection."""
    names: frozenset[str] = frozenset()
    """All of its names, folded, to find it by."""
    may_be_embedded: bool = True
    postscript: str = ""
    """As a PDF calls it: FangSong_GB2312."""


def faces_in(folders: Iterable[Path]) -> list[Face]:
    """Return every face in these folders and below, in the same order every time."""
    files = (file for folder in folders for file in sorted(folder.rglob("*")))
    return [face for file in files if file.suffix.lower() in ENDINGS for face in _faces(file)]


def _faces(file: Path) -> Iterator[Face]:
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        with file.open("rb") as stream:
            if file.suffix.lower() in {".ttc", ".otc"}:
                fonts = TTCollection(stream, lazy=True).fonts
            else:
                fonts = [TTFont(stream, lazy=True)]
            faces = [_face(font, file, at) for at, font in enumerate(fonts)]
            yield from [face for face in faces if face]
    except (*_UNREADABLE, TTLibError):
        return  # what cannot be read cannot be used, and another font stands in


def _face(font: "TTFont", file: Path, index: int) -> Face | None:
    """Return the face; None for one without the name that typst wants of every font."""
    postscript = font["name"].getDebugName(POSTSCRIPT_NAME)
    if not postscript:
        return None
    records = [record for record in font["name"].names if record.nameID in FAMILY_NAMES]
    names = [record.toUnicode(errors="replace") for record in records]
    chinese = [name for name in names if not name.isascii()]
    kind = font["OS/2"].fsType if "OS/2" in font else 0
    return Face(
        (chinese or names)[0],
        file,
        index,
        frozenset(name.casefold() for name in names),
        not kind & BITMAPS_ONLY and kind & 0x000E != RESTRICTED,
        postscript,
    )
