"""Changes single places of an XML document and leaves every other byte as it is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_CLOSED = len("/>")


@dataclass
class Element:
    """An element, and where its bytes are."""

    name: bytes
    """As it is written, with its prefix."""
    attributes: Mapping[str, str]
    start: int
    inside: int
    """Where its start tag ends."""
    closing: int = 0
    """Where its end tag begins; of `<c/>`, which has none, where it ends."""
    end: int = 0
    text: str = ""

    @property
    def prefix(self) -> bytes:
        """What its children's names begin with: x: or nothing."""
        before, colon, _ = self.name.rpartition(b":")
        return before + colon


class Splice(NamedTuple):
    """New bytes for those from start to end."""

    start: int
    end: int
    new: bytes


def spliced(content: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the document with some places changed; they must not overlap."""
    pieces: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        if start < at:
            raise ValueError("two changes of the same place")
        pieces += [content[at:start], new]
        at = end
    return b"".join([*pieces, content[at:]])


def with_content(element: Element, new: bytes) -> list[Splice]:
    """Replace all that an element holds."""
    if element.inside < element.end:
        return [Splice(element.inside, element.closing, new)]
    if not new:
        return []
    tag_end = element.inside - _CLOSED
    return [Splice(tag_end, element.inside, b">" + new + b"</" + element.name + b">")]


def with_more(element: Element, at: int, new: bytes) -> list[Splice]:
    """Add children to an element, at a place inside it."""
    return [Splice(at, at, new)] if element.inside < element.end else with_content(element, new)


def with_attribute(content: bytes, element: Element, name: str, value: str) -> list[Splice]:
    """Set an attribute that has no prefix; the value must need no escaping."""
    quoted = f'"{value}"'.encode()
    spans = _attributes(content, element)
    if span := spans.get(name.encode()):
        return [Splice(span[1], span[2], quoted)]
    at = max((end for _, _, end in spans.values()), default=element.start + 1 + len(element.name))
    return [Splice(at, at, b" " + name.encode() + b"=" + quoted)]


def without_attribute(content: bytes, element: Element, name: str) -> list[Splice]:
    """Remove an attribute, if it is there."""
    span = _attributes(content, element).get(name.encode())
    return [Splice(span[0], span[2], b"")] if span else []


def _attributes(content: bytes, element: Element) -> dict[bytes, tuple[int, int, int]]:
    """Return where each attribute begins, the space before included, its value begins and ends."""
    start = element.start + 1 + len(element.name)
    return {
        found[1]: (found.start(), found.start(2), found.end())
        for found in _ATTRIBUTE.finditer(content, start, element.inside)
    }
