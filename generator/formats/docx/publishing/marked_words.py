"""The words of a document that somebody has marked with a colour, to be looked at again."""

from collections.abc import Iterator

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text

_MARKS = (f"{W}rPr/{W}highlight", f"{W}rPr/{W}shd")
_NONE = ("none", "auto", "FFFFFF", "ffffff", "clear", "nil")


def marked_words(root: etree._Element) -> list[str]:
    """Return the words that are highlighted or shaded, neighbours as one."""
    return [words for paragraph in root.iter(f"{W}p") for words in _in_paragraph(paragraph)]


def _in_paragraph(paragraph: etree._Element) -> Iterator[str]:
    words = ""
    for run in paragraph.iter(f"{W}r"):
        if any(map(_colours, (run.find(mark) for mark in _MARKS))):
            words += visible_text(run)
        elif words.strip():
            yield words.strip()
            words = ""
    if words.strip():
        yield words.strip()


def _colours(mark: etree._Element | None) -> bool:
    if mark is None:
        return False
    if mark.tag == f"{W}highlight":
        return mark.get(f"{W}val", "none") not in _NONE
    pattern, fill = mark.get(f"{W}val", "clear"), mark.get(f"{W}fill", "auto")
    return fill not in _NONE or pattern not in _NONE or mark.get(f"{W}themeFill") is not None
