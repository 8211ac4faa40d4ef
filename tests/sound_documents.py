"""What holds for every document that is made: nothing in it leads outside, no id is there twice.

Looked for in the bytes, in other words than the program's own; every test that makes a document
looks.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
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
    found = []
    for part, content in parts.items():
        if not part.endswith((".xml", ".rels")):
            continue
        outside = [leading for pattern in _OUTSIDE for leading in pattern.findall(content)]
        found += [f"{part}: {leading.decode()}" for leading in outside]
        for kind, pattern in _IDS.items():
            ids = pattern.findall(content)
            if len(ids) != len(set(ids)):
                found.append(f"{part}: a {kind} is there twice")
    return found


def looked_at(package: Package) -> Package:
    """Return what packages a document and fails for one that is not sound."""

    def packaged(parts: Mapping[str, bytes], begun: bytes) -> bytes:
        assert not (found := [*unsound(parts), *_unsound_beginning(begun)]), found
        return package(parts, begun)

    return packaged


@cache
def _unsound_beginning(begun: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(begun)) as archive:
        return unsound({name: archive.read(name) for name in archive.namelist()})
