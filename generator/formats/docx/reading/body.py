"""Reads a document into lines and tables, as its readers see them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.brought_in import brought_in
from generator.formats.docx.reading.comments import comments_of
from generator.formats.docx.reading.contents import without_contents
from generator.formats.docx.reading.drawn import drawn_of
from generator.formats.docx.reading.fields import read_fields
from generator.formats.docx.reading.list_numbers import list_numbers
from generator.formats.docx.reading.outlined import Outlined
from generator.formats.docx.reading.raised_digits import raised_doubt_of
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.reading.standing_text import doubt_of, leave_what_stands, unseen_of
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.reading.things import links_of, things_of
from generator.formats.docx.reading.word_looks import word_looks_of
from generator.formats.docx.text import Bit, bits, visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import (
    BY,
    GONE,
    HOW,
    TEXT,
    WHEN,
    accepted,
    has_tracked_changes,
)
from generator.manuscript.manuscript import (
    CONTENTS,
    Doubt,
    Grid,
    Line,
    Manuscript,
    Remark,
    Thing,
    Trace,
    Unseen,
    UnseenText,
)
from generator.model.finding import Refusal
from generator.model.report import Place

View = Callable[[etree._Element], etree._Element]
"""Returns a part as it is with its 修订 resolved."""

_Doubts = Callable[[etree._Element], Doubt | None]
"""Returns the first number of a paragraph that is not clear."""

_PARAGRAPH, _RUN = W + "p", W + "r"
_OFF = ("0", "false", "off")
_SHOWN = 8
_MOST_TEXT = 500_000  # characters, twenty times the longest report
_MOST_LINES = 10_000  # 450 pages


@dataclass(frozen=True)
class LineSource:
    """Where a line stands in the XML: for those who write it back."""

    paragraph: etree._Element
    start: int
    """Characters of the paragraph's visible text before it."""
    number: str
    """Automatic number, which is no part of the visible text."""


@dataclass(frozen=True)
class Body:
    """A document that was read, and the elements that it was read from."""

    manuscript: Manuscript
    sources: tuple[LineSource | etree._Element, ...]
    """For every block of the manuscript a source, or the element of a table."""

    @property
    def root(self) -> etree._Element | None:
        """The document as it was read; None where it has no text."""
        first = next(iter(self.sources), None)
        element = first.paragraph if isinstance(first, LineSource) else first
        return None if element is None else element.getroottree().getroot()


def read_body(parts: Mapping[str, bytes], name: str, view: View = accepted) -> Body:
    """Read the parts of a .docx, with all 修订 accepted or, by another view, rejected.

    Raise Refusal where one of them is broken, or there is more text than in any report.
    """
    given = parse(parts[DOCUMENT], DOCUMENT, name)
    root = view(given)
    styles, numbering = (_part(parts, kind, name) for kind in ("styles", "numbering"))
    fields = read_fields(root)
    looks = RunLooks(styles)
    partly_unseen = leave_what_stands(root, looks)
    raised = partial(raised_doubt_of, looks=looks)
    ways = [doubt_of] if partly_unseen else []
    reader = _Reader(
        name,
        list_numbers(root, numbering, styles),
        doubts=[*ways, raised] if looks.may_raise_any(root) else ways,
        partly_unseen=partly_unseen,
        outlined=Outlined(styles),
    )
    blocks, left_out = without_contents(root, styles, fields.contents)
    for element in blocks:
        reader.take(element)
    lines = [len(block.text) for block in reader.blocks if isinstance(block, Line)]
    if sum(lines) > _MOST_TEXT or len(lines) > _MOST_LINES:
        raise Refusal(
            f"{name} 的正文有 {len(lines)} 段、{sum(lines)} 字，不像一份年度报告，没有读。"
            "请检查是不是拿错了文件。"
        )
    manuscript = Manuscript(
        tuple(reader.blocks),
        tuple(_remarks(parts, root, name, reader)),
        (
            *([Thing(CONTENTS)] if left_out else []),
            *(Thing(what, words) for what, words in (*fields.drawn, *word_looks_of(root))),
            *things_of(parts, root, name),
            *(Thing(one) for one in brought_in(parts, root, name)),
        ),
        links_of(parts, root),
        tuple(_margins(parts, name, looks)),
        revised=has_tracked_changes(given),
        unseen=tuple(reader.unseen),
        drawn=tuple(drawn_of(parts, root, reader.begun)),
    )
    return Body(manuscript, tuple(reader.sources))


class _Reader:
    """Gathers the blocks of a body in order."""

    def __init__(
        self,
        file: str,
        numbers: Mapping[etree._Element, str],
        *,
        doubts: Sequence[_Doubts],
        partly_unseen: bool,
        outlined: Outlined,
    ) -> None:
        self.blocks: list[Line | Grid] = []
        self.sources: list[LineSource | etree._Element] = []
        self.places: dict[etree._Element, Place] = {}
        self.unseen: list[UnseenText] = []
        self.begun: dict[etree._Element, int] = {}
        """Which block each table, and each paragraph with text, begins."""
        self._file, self._numbers = file, numbers
        self._doubts, self._partly_unseen, self._outlined = doubts, partly_unseen, outlined
        self._count = self._tables = 0

    def take(self, element: etree._Element) -> None:
        if element.tag == W + "tbl":
            self._tables += 1
            self.begun[element] = len(self.blocks)
            place = Place(self._file, f"第{self._tables}个表格")
            cells = cells_of(element)
            grid = _grid(cells, place, self._doubts)
            self.blocks.append(grid)
            self.sources.append(element)
            for (row, column), cell in cells.items():
                text = grid.cells[row, column]
                spot = Place(self._file, place.within, f"第{row + 1}行“{_start(text)}”")
                for paragraph in cell.iter(_PARAGRAPH):
                    self.places[paragraph] = spot
                    self._note_unseen(paragraph)
            return
        self._paragraph(element)

    def _paragraph(self, element: etree._Element) -> None:
        own = bits(element)
        number, text = self._numbers.get(element, ""), "".join([bit.text for bit in own])
        if self._partly_unseen and not text.strip() and next(unseen_of(element), None):
            number = ""
        if (number + text).strip():
            self._count += 1
        place = Place(self._file, "", f"第{self._count}段“{_start(number + text)}”")
        self.places[element] = place
        self._note_unseen(element)
        doubt, outlined = _doubt([element], self._doubts), self._outlined.has(element)
        traces, lead, start = tuple(_traces(element)), _lead(own), 0
        for nth, text_of_line in enumerate(text.split("\n")):
            label = "" if nth else number
            if (label + text_of_line).strip():
                leading = max(0, min(lead - start, len(text_of_line)))
                whole = label + text_of_line
                leading += len(label) if leading else 0
                self.begun.setdefault(element, len(self.blocks))
                self.blocks.append(Line(whole, place, traces, label, leading, doubt, outlined))
                self.sources.append(LineSource(element, start, label))
            start += len(text_of_line) + 1

    def _note_unseen(self, paragraph: etree._Element) -> None:
        if not self._partly_unseen:
            return
        place = self.places[paragraph]
        self.unseen += [UnseenText(how, text, place) for how, text in unseen_of(paragraph)]


def _grid(cells: Mapping[Spot, etree._Element], place: Place, ways: Sequence[_Doubts]) -> Grid:
    texts: dict[Spot, str] = {}
    traces: dict[Spot, tuple[Trace, ...]] = {}
    doubts: dict[Spot, Doubt] = {}
    for spot, cell in cells.items():
        paragraphs = list(cell.iter(_PARAGRAPH))
        texts[spot] = "\n".join(map(visible_text, paragraphs))
        if found := tuple(trace for paragraph in paragraphs for trace in _traces(paragraph)):
            traces[spot] = found
        if doubt := _doubt(paragraphs, ways):
            doubts[spot] = doubt
    return Grid(texts, place, traces, doubts)


def _doubt(paragraphs: Sequence[etree._Element], ways: Sequence[_Doubts]) -> Doubt | None:
    """Return the first number of paragraphs that is not clear, in any of some ways."""
    found = (way(paragraph) for paragraph in paragraphs for way in ways)
    return next(filter(None, found), None)


def _traces(paragraph: etree._Element) -> Iterator[Trace]:
    """Yield what 修订 says of a paragraph, in order, neighbours of one hand as one."""
    last: Trace | None = None
    for trace in _single_traces(paragraph):
        if last and replace(last, words=trace.words) == trace:
            last = replace(last, words=last.words + trace.words)
        else:
            if last:
                yield last
            last = trace
    if last:
        yield last


def _single_traces(paragraph: etree._Element) -> Iterator[Trace]:
    if BY in paragraph.attrib:
        yield Trace(paragraph.get(BY, ""), paragraph.get(WHEN, ""), "", added=True)
    for element in paragraph.iter(_RUN, GONE):
        if element.tag == GONE:
            words = element.get(TEXT, "")
            how = Unseen(element.get(HOW, "")) if HOW in element.attrib else None
            yield Trace(element.get(BY, ""), element.get(WHEN, ""), words, added=False, how=how)
        elif BY in element.attrib and next(element.iterancestors(W + "r"), None) is None:
            words = "".join(bit.text for bit in bits(element))
            yield Trace(element.get(BY, ""), element.get(WHEN, ""), words, added=True)


def _lead(own: Sequence[Bit]) -> int:
    """Return how long the beginning of a text is that is in another character style, or bold."""
    length = 0
    for bit in own:
        run = next(bit.element.iterancestors(W + "r"), None)
        look = None if run is None else run.find(W + "rPr")
        bold = None if look is None else look.find(W + "b")
        plain = bold is None or bold.get(W + "val", "1") in _OFF
        if look is None or (plain and look.find(W + "rStyle") is None):
            return length
        length += len(bit.text)
    return 0


def _remarks(
    parts: Mapping[str, bytes], root: etree._Element, name: str, reader: _Reader
) -> Iterator[Remark]:
    for comment in comments_of(parts, root, name):
        at = comment.paragraph
        place = reader.places.get(at) if at is not None else None
        yield Remark(
            comment.author,
            comment.when,
            comment.words,
            comment.text,
            place or Place(name),
            done=comment.done,
        )


def _margins(parts: Mapping[str, bytes], name: str, looks: RunLooks) -> Iterator[str]:
    """Yield the lines of headers and footers, whichever pages they are for."""
    for part in sorted(parts):
        if part.startswith(("word/header", "word/footer")) and part.endswith(".xml"):
            root = accepted(parse(parts[part], part, name))
            read_fields(root)
            leave_what_stands(root, looks)
            for paragraph in root.iter(W + "p"):
                if text := visible_text(paragraph).strip():
                    yield text


def _part(parts: Mapping[str, bytes], kind: str, name: str) -> etree._Element | None:
    part = related(parts, kind)
    return parse(parts[part], part, name) if part in parts else None


def _start(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
