"""Reads what a document looks like, line by line and table by table as it was read before."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related, related_parts
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.looks.lettering import lettering, size_of
from generator.formats.docx.reading.looks.paragraphs import paragraph_look
from generator.formats.docx.reading.looks.sections import margin_parts, section_look
from generator.formats.docx.reading.looks.styles import Styles, written
from generator.formats.docx.reading.looks.tables import cell_looks, row_look, table_look
from generator.formats.docx.reading.looks.theme import fonts_of
from generator.formats.docx.reading.looks.whole import pictures_of, whole_look
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.text import bits
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted
from generator.manuscript.looks import (
    EMPTY,
    OF_PICTURES,
    GridLook,
    LineLook,
    Look,
    Looks,
    Stand,
    Stretch,
    Value,
)
from generator.manuscript.manuscript import Line
from generator.model.draft_stamp import is_draft_stamp

_LINKS = frozenset({"hyperlink", "followedhyperlink", "internet link", "超链接"})
_ANY = "甲"
_PAGE_BREAKS = ("page", "column")
_SHOWN = (W + "drawing", W + "pict", W + "object")
_INNER = (W + "tbl", W + "txbxContent")
_PAGE_NUMBERS = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


def looks_of(parts: Mapping[str, bytes], body: Body, name: str) -> Looks:
    """Return what a document looks like; `body` is what was read of it, tracked changes accepted.

    Raise Refusal where a part of it is broken.
    """
    return _Reader(parts, name).looks(body)


class _Reader:
    """Reads looks by the styles of one document."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self._parts, self._name = parts, name
        self._styles = Styles(self._part("styles"))
        self._fonts = fonts_of(self._part("theme"))
        self._paragraphs: dict[bytes, Look] = {}
        self._letterings: dict[tuple[str, bytes], Look | None] = {}

    def looks(self, body: Body) -> Looks:
        root = _root_of(body)
        sections = list(root.iter(W + "sectPr"))
        between = _between(root)
        last = len(body.manuscript.lines) - 1
        lines, grids = [], []
        for block, source in zip(body.manuscript.blocks, body.sources, strict=True):
            if isinstance(block, Line) and isinstance(source, LineSource):
                before = between.get(source.paragraph, {}) if not source.start else {}
                lines.append(self._line(block, source, before))
            elif not isinstance(source, LineSource):
                at = len(lines)
                stands = Stand(at - 1, at if at <= last else None)
                grids.append(self._grid(source, stands))
        return Looks(
            tuple(lines),
            tuple(grids),
            tuple(map(section_look, sections)),
            dict(self._margins(sections[-1])) if sections else {},
            whole_look(root, self._part("settings")),
            self._plain(),
            tuple(pictures_of(self._parts, root, _lines_at(body))),
        )

    def _line(self, line: Line, source: LineSource, before: Look) -> LineLook:
        words = list(self._words(source.paragraph))
        length = len(line.text) - len(source.number)
        own = tuple(_cut(words, source.start, source.start + length))
        number = (Stretch(source.number, None),) if source.number else ()
        return LineLook(
            {**self._paragraph(source.paragraph), **before}, (*number, *own), bool(number)
        )

    def _plain(self) -> LineLook:
        paragraph = etree.Element(W + "p")
        run = etree.SubElement(paragraph, W + "r")
        words = (Stretch(_ANY, self._letters(run, paragraph)),)
        return LineLook(self._paragraph(paragraph), words)

    def _grid(self, table: etree._Element, stands: Stand) -> GridLook:
        properties = self._styles.table(table)
        cells, texts = cells_of(table), {}
        words = {one: tuple(self._words(one)) for one in table.iter(W + "p")}
        for spot, cell in cells.items():
            paragraphs = list(cell.iter(W + "p"))
            of_cell = tuple(word for one in paragraphs for word in words[one])
            if paragraphs and any(word.text.strip() for word in of_cell):
                texts[spot] = LineLook(self._paragraph(paragraphs[0]), of_cell)
        return GridLook(
            table_look(table, properties, self._styles.parts_of(table)),
            tuple(map(row_look, table.iterchildren(W + "tr"))),
            dict(cell_looks(table, cells, words, properties)),
            texts,
            stands,
        )

    def _paragraph(self, paragraph: etree._Element) -> Look:
        key = written(paragraph.find(W + "pPr"))
        if key not in self._paragraphs:
            size = size_of(self._styles.run(None, paragraph))
            self._paragraphs[key] = paragraph_look(self._styles.paragraph(paragraph), size)
        return self._paragraphs[key]

    def _words(self, paragraph: etree._Element) -> Iterator[Stretch]:
        """Yield the text of a paragraph, what is next to each other and of one look together."""
        looks: dict[etree._Element | None, Look | None] = {}
        together: list[str] = []
        last: Look | None = None
        for bit in bits(paragraph):
            run = next(bit.element.iterancestors(W + "r"), None)
            if run not in looks:
                looks[run] = self._letters(run, paragraph)
            look = looks[run]
            if together and last != look:
                yield Stretch("".join(together), last)
                together = []
            together.append(bit.text)
            last = look
        if together:
            yield Stretch("".join(together), last)

    def _letters(self, run: etree._Element | None, paragraph: etree._Element) -> Look | None:
        if run is None or next(run.iterancestors(W + "hyperlink"), None) is not None:
            return None
        key = self._styles.style_of(paragraph), written(run.find(W + "rPr"))
        if key not in self._letterings:
            link = self._styles.name_of(run) in _LINKS
            own = None if link else lettering(self._styles.run(run, paragraph), self._fonts)
            self._letterings[key] = own
        return self._letterings[key]

    def _margins(self, section: etree._Element) -> Iterator[tuple[str, tuple[LineLook, ...]]]:
        targets = related_parts(self._parts, DOCUMENT)
        for name, part in margin_parts(section, targets, self._part("settings")):
            if part in self._parts:
                root = accepted(parse(self._parts[part], part, self._name))
                yield name, tuple(self._margin_lines(root))

    def _margin_lines(self, root: etree._Element) -> Iterator[LineLook]:
        for paragraph in root.iter(W + "p"):
            words = tuple(self._words(paragraph))
            text = "".join(word.text for word in words)
            if text.strip() and not is_draft_stamp(text.strip()):
                numbers = "/".join(_page_numbers(paragraph))
                yield LineLook({**self._paragraph(paragraph), "页码": numbers}, words)

    def _part(self, kind: str) -> etree._Element | None:
        part = related(self._parts, kind)
        return parse(self._parts[part], part, self._name) if part in self._parts else None


def _page_numbers(paragraph: etree._Element) -> Iterator[str]:
    """Yield which numbers of pages a line counts by itself, as fields call them."""
    for element in paragraph.iter(W + "instrText", W + "fldSimple"):
        said = element.text if element.tag == W + "instrText" else element.get(W + "instr")
        yield from map(str.upper, _PAGE_NUMBERS.findall(said or ""))


def _between(root: etree._Element) -> dict[etree._Element, Look]:
    """Return for every paragraph with text what stands between it and the text before it.

    Programs that save again put a page break where they like: a break, a property of the next
    paragraph. A reader sees the same.
    """
    found: dict[etree._Element, Look] = {}
    empty = pictures = breaks = 0
    for block in root.iter(W + "p", W + "tbl"):
        if next(block.iterancestors(*_INNER), None) is not None:
            continue
        if block.tag == W + "tbl":
            empty = pictures = breaks = 0
            continue
        ahead, behind, has_text = _breaks(block)
        breaks += ahead
        if not has_text:
            shows = next(block.iter(*_SHOWN), None) is not None
            empty += not ahead and not shows
            pictures += shows
            continue
        counted = {EMPTY: empty, OF_PICTURES: pictures}
        own: dict[str, Value] = {name: (float(lines),) for name, lines in counted.items() if lines}
        found[block] = {**own, "分页": "pageBreakBefore"} if breaks else own
        empty, pictures, breaks = 0, 0, behind
    return found


def _breaks(paragraph: etree._Element) -> tuple[int, int, bool]:
    """Return how many breaks stand before the text of a paragraph, and after; if it has any."""
    text = {bit.element for bit in bits(paragraph) if bit.text.strip()}
    counts, has_text = [0, 0], False
    for element in paragraph.iter(W + "br", W + "t", W + "sym"):
        has_text = has_text or element in text
        if element.tag == W + "br" and element.get(W + "type") in _PAGE_BREAKS:
            counts[has_text] += 1
    return counts[0], counts[1], bool(text)


def _cut(words: list[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """Yield the words from one character to another."""
    at = 0
    for word in words:
        text = word.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Stretch(text, word.look)
        at += len(word.text)


def _lines_at(body: Body) -> dict[etree._Element, int]:
    """Return which line every paragraph begins."""
    sources = (source for source in body.sources if isinstance(source, LineSource))
    found: dict[etree._Element, int] = {}
    for at, source in enumerate(sources):
        found.setdefault(source.paragraph, at)
    return found


def _root_of(body: Body) -> etree._Element:
    if not body.sources:
        return etree.Element(W + "document")
    source = body.sources[0]
    element = source.paragraph if isinstance(source, LineSource) else source
    return element.getroottree().getroot()
