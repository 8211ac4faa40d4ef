"""What holds for every document that is made: nothing in it leads outside, no id is there twice.

Looked for in the bytes, in other words than the program's own; every test that makes a document
looks.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from io import BytesIO

Package = Callable[[Mapping[str, bytes], bytes], bytes]

_OUTSIDE = tuple(
    re.compile(one)
    for one in (
        rb"<(?:\w+:)?(?:altChunk|subDoc|object|OLEObject|control|attachedTemplate|mailMerge)\b",
        rb'r:link="',
        rb'src="',
        rb'href="',
        rb">\s*(?:INCLUDE|DDE|LINK|IMPORT|DATABASE|MACROBUTTON)",
        rb'Target="(?!https?://|mailto:)[^"]*" TargetMode="External"',
        rb'/vbaProject"',
    )
)
"""Each begins with what is seldom there: all in one pattern take four times as long."""
_IDS = {
    "picture": re.compile(rb'<\w+:docPr\b[^<>]*\bid="([^"]*)"'),
    "paragraph": re.compile(rb'w14:paraId="([^"]*)"'),
    "bookmark": re.compile(rb'<w:bookmarkStart\b[^<>]*\bw:id="([^"]*)"'),
    "bookmark's name": re.compile(rb'<w:bookmarkStart\b[^<>]*\bw:name="([^"]*)"'),
    "comment": re.compile(rb'<w:commentReference\b[^<>]*\bw:id="([^"]*)"'),
    "footnote": re.compile(rb'<w:footnoteReference\b[^<>]*\bw:id="([^"]*)"'),
}


def unsound(parts: Mapping[str, bytes]) -> list[str]:
    """Return what leads outside or is there twice, with its part."""
    return [
        f"{part}: {what}"
        for part, content in parts.items()
        if part.endswith((".xml", ".rels"))
        for what in _found_in(content)
    ]


@lru_cache(maxsize=64)
def _found_in(content: bytes) -> tuple[str, ...]:
    """Look through a part, once: many tests make the same document."""
    outside = [leading.decode() for pattern in _OUTSIDE for leading in pattern.findall(content)]
    ids = {kind: pattern.findall(content) for kind, pattern in _IDS.items()}
    twice = [kind for kind, found in ids.items() if len(found) != len(set(found))]
    return (*outside, *(f"a {kind} is there twice" for kind in twice))


def looked_at(package: Package) -> Package:
    """Return what packages a document and fails for one that is not sound."""

    def packaged(parts: Mapping[str, bytes], begun: bytes = b"") -> bytes:
        assert not (found := [*unsound(parts), *_unsound_beginning(begun)]), found
        return package(parts, begun)

    return packaged


@cache
def _unsound_beginning(begun: bytes) -> list[str]:
    if not begun:
        return []
    with zipfile.ZipFile(BytesIO(begun)) as archive:
        return unsound({name: archive.read(name) for name in archive.namelist()})
