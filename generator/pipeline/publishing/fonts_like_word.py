"""The fonts of a document, those that LibreOffice is to take for them, and those that it took."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.formats.libreoffice.relatives import relative
from generator.formats.pdf.installed import Face
from generator.manuscript.looks import CHINESE_FONT, LATIN_FONT, Looks, Stretch
from generator.pipeline.publishing.stand_ins import StandIn


def fonts_wanted(looks: Looks) -> list[str]:
    """Return the fonts that a document has for its words, that of the most characters first."""
    counted: dict[str, int] = {}
    for words in _words(looks):
        for name, count in _of_letters(words):
            counted[name] = counted.get(name, 0) + count
    return sorted(counted, key=lambda name: -counted[name])


def _words(looks: Looks) -> Iterator[Stretch]:
    for line in looks.lines:
        yield from line.words
    for grid in looks.grids:
        for line in grid.texts.values():
            yield from line.words
    for lines in looks.margins.values():
        for line in lines:
            yield from line.words


def _of_letters(words: Stretch) -> Iterator[tuple[str, int]]:
    """Yield which fonts words are in, with how many of their characters."""
    latin = sum(1 for letter in words.text if letter.isascii() and not letter.isspace())
    chinese = sum(1 for letter in words.text if not letter.isascii())
    for kind, count in ((CHINESE_FONT, chinese), (LATIN_FONT, latin)):
        name = (words.look or {}).get(kind, "")
        if count and isinstance(name, str) and name:
            yield name, count


def replacements(wanted: Sequence[str], installed: Sequence[Face]) -> dict[str, str]:
    """Return for fonts that are not here, or may not be embedded, those that look most alike."""
    free = {name for face in installed if face.may_be_embedded for name in face.names}
    missing = [name for name in wanted if name.casefold() not in free]
    return {name: found for name in missing if (found := relative(name, free))}


def stand_ins(
    wanted: Sequence[str],
    embedded: Sequence[str],
    installed: Sequence[Face],
    replaced: Mapping[str, str],
) -> Iterator[StandIn]:
    """Yield the fonts that a document wants, but that are not in its PDF, with what is instead.

    `embedded` are names as the PDF has them. Fonts of one file are taken for one: LibreOffice
    calls all of a collection by the name of its first.
    """
    own = {file for name in wanted for file in _files(_named(name, installed))}
    there: set[Path] = set()
    others: dict[str, None] = {}
    for name in embedded:
        faces = [face for face in installed if _is(face, name)]
        there |= _files(faces)
        if not _files(faces) & own:
            others[faces[0].name if faces else name] = None
    for name in wanted:
        faces = _named(name, installed)
        used, instead = "、".join(others), replaced.get(name, "")
        if _files(_named(instead, installed)) & there:
            used = instead
        if used and not _files(faces) & there:
            barred = bool(faces) and not any(face.may_be_embedded for face in faces)
            yield StandIn("", name, used, barred)


def _named(name: str, installed: Sequence[Face]) -> list[Face]:
    return [face for face in installed if name.casefold() in face.names]


def _files(faces: Sequence[Face]) -> set[Path]:
    return {face.file for face in faces}


def _is(face: Face, embedded: str) -> bool:
    """Tell whether a font in a PDF is this face; those for Chinese have a suffix there."""
    return embedded == face.postscript or embedded.startswith(f"{face.postscript}-")
