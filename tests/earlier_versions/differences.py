"""What a command did to a file, seen from outside, without the code under test."""

import zipfile
from io import BytesIO
from itertools import groupby
from typing import Any

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_EMPTY = ["", ""]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REVISIONS = {f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
_TEXTS = {f"{_W}t", f"{_W}delText"}


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed_parts(before: bytes, after: bytes) -> list[str]:
    """Return the names of the parts that differ between two packages, or are in one only."""
    old, new = parts_of(before), parts_of(after)
    return sorted(name for name in old | new if old.get(name) != new.get(name))


def written_cells(before: bytes, after: bytes) -> dict[str, list[str]]:
    """Return what stands in the cells that differ: formula and value, by sheet and cell."""
    found = {}
    for part in changed_parts(before, after):
        old, new = (_cells(parts_of(data), part) for data in (before, after))
        for cell in old | new:
            if old.get(cell, _EMPTY) != new.get(cell, _EMPTY):
                found[f"{part}!{cell}"] = new.get(cell, _EMPTY)
    return found


def _cells(parts: dict[str, bytes], part: str) -> dict[str, list[str]]:
    shared = parts.get("xl/sharedStrings.xml", b"<none/>")
    strings = etree.fromstring(shared).findall(f"{_S}si")
    found = {}
    for cell in etree.fromstring(parts[part]).iter(f"{_S}c"):
        value = "".join(text.text or "" for text in cell.iter(f"{_S}v", f"{_S}t"))
        if cell.get("t") == "s":
            value = "".join(text.text or "" for text in strings[int(value)].iter(f"{_S}t"))
        found[cell.get("r", "")] = [cell.findtext(f"{_S}f", ""), value]
    return found


def paragraphs_of(document: bytes) -> list[str]:
    """Return the texts of all paragraphs, also those in tables, but of no empty ones."""
    texts = ["".join(words for _, words in pieces) for pieces in _paragraphs(document)]
    return [text for text in texts if text]


def revised_paragraphs(document: bytes) -> list[list[list[str]]]:
    """Return the paragraphs with 修订 in them, also those in tables, as [marks, words].

    The marks are who put the words in, took them out or moved them, outermost first.
    """
    return [pieces for pieces in _paragraphs(document) if any(marks for marks, _ in pieces)]


def _paragraphs(document: bytes) -> list[list[list[str]]]:
    root = etree.fromstring(parts_of(document)["word/document.xml"])
    return [_pieces(paragraph) for paragraph in root.iter(f"{_W}p")]


def _pieces(paragraph: Any) -> list[list[str]]:
    words = [(_marks(text), text.text or "") for text in paragraph.iter(*_TEXTS)]
    together = groupby(words, key=lambda piece: piece[0])
    return [[marks, "".join(text for _, text in pieces)] for marks, pieces in together]


def _marks(text: Any) -> str:
    above = [element for element in text.iterancestors() if element.tag in _REVISIONS]
    return "+".join(
        f"{element.tag.removeprefix(_W)} {element.get(f'{_W}author')}" for element in above[::-1]
    )
