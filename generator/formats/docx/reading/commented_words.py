"""Where in a document each 批注 hangs: the paragraph and the words."""

from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import FALLBACK, bits, visible_text

_START, _END = W + "commentRangeStart", W + "commentRangeEnd"
_REFERENCE = W + "commentReference"
_PARAGRAPH, _TEXT_BOX = W + "p", W + "txbxContent"
_LONGEST = 2000  # characters; ten thousand comments on a whole document would fill the memory
_AT_ONCE = 100  # pieces; thousands of comments may hang on thousands each

_Story = etree._Element | None
"""A text box, or None for the text around them."""


@dataclass(frozen=True)
class CommentedWords:
    """What a comment hangs on."""

    paragraph: etree._Element | None
    """In which it begins."""
    words: str


def commented_words(root: etree._Element) -> dict[str, CommentedWords]:
    """Return by the id of a comment what it hangs on, in the order of the document.

    That is the text of its range, and that of the whole paragraph where it has no range.
    """
    finder = _CommentFinder()
    for element in root.iter("*"):
        finder.take(element)
    return {name: finder.found(name) for name in finder.names}


class _CommentFinder:
    """Goes through a document once."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self._texts: dict[etree._Element, str] = {}
        self._pieces: defaultdict[_Story, list[str]] = defaultdict(list)
        self._starts: dict[str, tuple[_Story, int]] = {}
        self._ends: dict[str, int] = {}
        self._paragraphs: dict[str, etree._Element] = {}
        self._before_next: list[str] = []
        self._whole: dict[etree._Element, str] = {}

    def take(self, element: etree._Element) -> None:
        """Read one more element, in the order of the document."""
        if element in self._texts:
            self._pieces[_story(element)].append(self._texts[element])
        elif element.tag not in (_PARAGRAPH, _START, _END, _REFERENCE) or _shown_twice(element):
            return
        elif element.tag == _PARAGRAPH:
            self._pieces[_story(element)].append("\n")
            self._texts |= {bit.element: bit.text for bit in bits(element)}
            for name in self._before_next:
                self._paragraphs.setdefault(name, element)
            self._before_next.clear()
        else:
            self._note(str(element.tag), element.get(W + "id", ""), element)

    def found(self, name: str) -> CommentedWords:
        """Return what a comment hangs on, once all has been read."""
        paragraph = self._paragraphs.get(name)
        if name in self._starts and name in self._ends:
            return CommentedWords(paragraph, self._words(*self._starts[name], self._ends[name]))
        if paragraph is None:
            return CommentedWords(None, "")
        if paragraph not in self._whole:
            self._whole[paragraph] = visible_text(paragraph)[:_LONGEST]
        return CommentedWords(paragraph, self._whole[paragraph])

    def _note(self, tag: str, name: str, element: etree._Element) -> None:
        if tag == _END:
            if name in self._starts:
                self._ends.setdefault(name, len(self._pieces[self._starts[name][0]]))
            return
        self.names.setdefault(name)
        story, paragraph = _story(element), next(element.iterancestors(_PARAGRAPH), None)
        if paragraph is not None:
            self._paragraphs.setdefault(name, paragraph)
        elif tag == _START:
            self._before_next.append(name)
        if tag == _START:
            self._starts.setdefault(name, (story, len(self._pieces[story])))

    def _words(self, story: _Story, start: int, end: int) -> str:
        words, pieces = "", self._pieces[story]
        for place in range(start, end, _AT_ONCE):
            words += "".join(pieces[place : min(place + _AT_ONCE, end)])
            if len(words) > _LONGEST:
                break
        return words.strip("\n")[:_LONGEST]


def _story(element: etree._Element) -> _Story:
    return next(element.iterancestors(_TEXT_BOX), None)


def _shown_twice(element: etree._Element) -> bool:
    return next(element.iterancestors(FALLBACK), None) is not None
