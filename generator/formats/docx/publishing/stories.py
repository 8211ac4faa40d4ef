"""The parts of a document that hold text: the body, headers and footers, notes."""

from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import kinds_of, parse

_KINDS = (
    "document.main+xml",
    "document.macroEnabled.main+xml",
    "header+xml",
    "footer+xml",
    "footnotes+xml",
    "endnotes+xml",
)


def stories(parts: Mapping[str, bytes], name: str) -> dict[str, etree._Element]:
    """Return them by name, parsed anew. Raise Refusal where one is broken."""
    kinds = kinds_of(parts, name)
    return {
        part: parse(content, part, name)
        for part, content in parts.items()
        if kinds.get(part, "").endswith(_KINDS)
    }
