"""Goes through a page in the order in which it is read: lines, tables, and what is neither."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from generator.formats.html.reading.limits import MOST_ITEMS, TooMuch
from generator.formats.html.reading.list_numbers import ListNumbers
from generator.formats.html.reading.looks import Hidden, Look, look_of, style_of
from generator.formats.html.reading.markup import tag_of, text_in
from generator.formats.html.reading.one_line import Piece, TextLine, text_line
from generator.manuscript.manuscript import Unseen

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre"),
    *("search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    *("colgroup", "frameset"),
}
_NO_TEXT = {
    *("script", "style", "noscript", "template", "head", "title", "xml", "select", "button", "rp"),
    *("textarea", "datalist", "applet", "map", "noframes", "rt", "area"),
}
_DRAWN = {"img", "svg", "canvas"}
_OTHER = {"video": "视频", "audio": "音频", "object": "插入的对象", "embed": "插入的对象"}
_FRAMES = {"iframe", "frame"}
_TYPED = {"", "text", "number", "tel"}
_CAPTIONS = {"caption", "figcaption"}


class PageLine(NamedTuple):
    """A line of text; one that holds only what is unseen has no text."""

    shown: TextLine
    element: etree._Element
    """The block that it stands in."""
    heading: bool = False
    caption: bool = False


class PageTable(NamedTuple):
    """A table with data, not one for the layout; or some rows of it."""

    element: etree._Element
    first: int = 0
    """Its first row, from 0."""
    end: int = MOST_ITEMS


class PageThing(NamedTuple):
    """A picture, a frame, a film."""

    what: str
    element: etree._Element


Item = PageLine | PageTable | PageThing
PICTURE, FRAME = "图片", "框架"


class Flow:
    """Reads parts of one page."""

    def __init__(self, root: etree._Element) -> None:
        """Read what the page says of itself."""
        self._hidden = Hidden(root)

    def items(
        self,
        element: etree._Element,
        is_table: Callable[[etree._Element], bool] = lambda _: False,
        *,
        enters_tables: bool = True,
    ) -> list[Item]:
        """Return what is in an element, in order.

        A table is an item of its own where it has data; else it is gone through, unless tables
        are not entered. Raise TooMuch.
        """
        found = _Found(element)
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, one in walk:
            if len(found.items) > MOST_ITEMS:
                raise TooMuch("段落、表格")
            if event == "end":
                found.end(one)
                continue
            found.begin(one)
            tag = tag_of(one)
            is_other_table = tag == "table" and one is not element
            if self._hidden.hides(one):
                found.hidden(one)
            elif self._hidden.is_aloud(one):
                pass  # it says what is seen
            elif tag in _FRAMES:
                found.things.append(PageThing(FRAME, one))
            elif tag in _DRAWN or tag in _OTHER:
                found.things.append(PageThing(_OTHER.get(tag, PICTURE), one))
            elif is_other_table and enters_tables and is_table(one):
                found.items.append(PageTable(one))
            elif not (is_other_table and not enters_tables) and not _has_no_text(tag):
                found.enter(one, tag)
                continue
            walk.skip_subtree()
        return found.items

    def hides(self, element: etree._Element) -> bool:
        """Tell whether readers do not see an element."""
        return self._hidden.hides(element)


class _Found:
    """What was met so far."""

    def __init__(self, element: etree._Element) -> None:
        self.items: list[Item] = []
        self._whole = element
        self._looks = [Look()]
        self._blocks = [element]
        self._pieces: list[Piece] = []
        self.things: list[PageThing] = []
        """Those of the line that has begun, which come behind it."""
        self._numbers = ListNumbers()
        self._number = ""

    def begin(self, one: etree._Element) -> None:
        if is_block(one):
            self._end_line()
            self._blocks.append(one)
        self._looks.append(look_of(one, self._looks[-1]))

    def end(self, one: etree._Element) -> None:
        self._looks.pop()
        if is_block(one):
            self._end_line()
            self._blocks.pop()
        if one is not self._whole:
            self._text(one.tail or "")

    def enter(self, one: etree._Element, tag: str) -> None:
        if tag == "br":
            self._end_line()
        elif tag == "li":
            self._number = self._numbers.of(one)
        elif tag == "input" and (one.get("type") or "").lower() in _TYPED:
            self._text(one.get("value") or "")
        self._text(one.text or "")

    def hidden(self, one: etree._Element) -> None:
        text = " ".join(text_in(one).split())
        if text:
            self._pieces.append((text, self._looks[-1]._replace(unseen=Unseen.HIDDEN)))

    def _text(self, text: str) -> None:
        look = self._looks[-1]
        lines = text.split("\n") if look.keeps_lines else [text]
        for nth, line in enumerate(lines):
            if nth:
                self._end_line()
            if line:
                self._pieces.append((line, look))

    def _end_line(self) -> None:
        """Close the line that has begun; the number of an item waits for its first text."""
        if any(text.strip() for text, _ in self._pieces):
            shown = text_line(self._pieces, self._number)
            block = self._blocks[-1]
            heading = tag_of(block) in _HEADINGS
            self.items.append(PageLine(shown, block, heading, tag_of(block) in _CAPTIONS))
            if shown.text.strip():
                self._number = ""
        self._pieces = []
        self.items += self.things
        self.things = []


def is_block(element: etree._Element) -> bool:
    """Tell whether an element begins and ends a line."""
    shown = style_of(element).get("display")
    return tag_of(element) in _BLOCKS or shown in ("block", "list-item", "table", "flex", "grid")


def _has_no_text(tag: str) -> bool:
    """Tell whether what is in an element is no text of the page; Word's own markup is none."""
    return tag in _NO_TEXT or (tag.startswith("w:") and tag != "w:sdt")
