"""What hangs in the file of a document that is to go out, wherever in it: all at once."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.ooxml import kinds_of
from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text

_CALLED = {
    "header+xml": "页眉",
    "footer+xml": "页脚",
    "footnotes+xml": "脚注",
    "endnotes+xml": "尾注",
    "styles+xml": "样式",
    "numbering+xml": "编号",
}
_BEGINNING, _LONGEST = 8, 20


class Hanging(NamedTuple):
    """Something that must not go out."""

    where: str
    """页眉, or how the paragraph begins; empty for the document as a whole."""
    what: str
    advice: str


class Parts(NamedTuple):
    """The parts of a document, and what each is called."""

    parts: Mapping[str, bytes]
    name: str
    """Of the file, for messages."""

    def called(self, part: str) -> str:
        """Return what people call a part; empty for the body."""
        kind = kinds_of(self.parts, self.name).get(part, "")
        return next((called for ending, called in _CALLED.items() if kind.endswith(ending)), "")


def beginning(element: etree._Element) -> str:
    """Return how the paragraph begins in which something stands; empty for none."""
    around = (element, *element.iterancestors())
    paragraph = next((one for one in around if one.tag == W + "p"), None)
    text = "" if paragraph is None else " ".join(visible_text(paragraph).split())
    shown = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"
    return f"“{shown}”" if shown else ""


def shortened(text: str) -> str:
    """Return a text as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"


def in_paragraphs(roots: Mapping[str, etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    """Yield every paragraph with its part."""
    for part, root in roots.items():
        for paragraph in root.iter(W + "p"):
            yield part, paragraph
