"""The files of fonts where typst finds them and no others, and what it calls them."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.formats.pdf.fonts import Role
from generator.formats.pdf.installed import Face


def placed(chains: Mapping[Role, tuple[Face, ...]], folder: Path) -> dict[Role, list[str]]:
    """Put the files of these faces into the folder; return their families as typst has them."""
    import typst

    folder.mkdir()
    files: dict[Path, Path] = {}
    for file in sorted({face.file for chain in chains.values() for face in chain}):
        files[file] = folder / f"{len(files)}{file.suffix}"
        _put(file, files[file])
    listed = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    families = {(Path(str(one.path)).name, one.index): one.family for one in listed.fonts()}
    return {
        role: [families[files[face.file].name, face.number] for face in chain]
        for role, chain in chains.items()
    }


def _put(file: Path, at: Path) -> None:
    """Link where that can be, for a font has many megabytes; else copy."""
    try:
        os.link(file, at)
    except OSError:
        shutil.copyfile(file, at)
