"""The words of a document that somebody has marked with a colour, to be looked at again."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.text import visible_text

_HIGHLIGHT = f"{W}rPr/{W}highlight"
_NONE = "none"


def marked_words(parts: Mapping[str, bytes], name: str) -> list[str]:
    """Return the words that are highlighted, neighbours as one; those of deleted text too."""
    root = parse(parts[DOCUMENT], DOCUMENT, name)
    return [words for paragraph in root.iter(f"{W}p") for words in _in_paragraph(paragraph)]


def _in_paragraph(paragraph: etree._Element) -> Iterator[str]:
    words = ""
    for run in paragraph.iter(f"{W}r"):
        mark = run.find(_HIGHLIGHT)
        if mark is not None and mark.get(f"{W}val", _NONE) != _NONE:
            words += visible_text(run)
        elif words.strip():
            yield words.strip()
            words = ""
    if words.strip():
        yield words.strip()
