"""Reads a PDF with text into lines and tables, as its readers see them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.formats.pdf.reading.drawn_page import DrawnPage, Glyph
from generator.formats.pdf.reading.filled_table import FilledTable, filled
from generator.formats.pdf.reading.joined_tables import goes_on, joined
from generator.formats.pdf.reading.margins import margin_lines, watermarks
from generator.formats.pdf.reading.opening import OpenedPdf, opened_pdf
from generator.formats.pdf.reading.paragraphs import Measure, PageLine, measured, paragraphs_of
from generator.formats.pdf.reading.readable import must_have_text, pages_not_read
from generator.formats.pdf.reading.ruled import RuledTable, tables_in
from generator.formats.pdf.reading.text_lines import TextLine, text_lines
from generator.formats.pdf.reading.uncertain import (
    about_beside,
    about_joined,
    about_table,
    about_unknown,
)
from generator.manuscript.manuscript import Grid, Line, Manuscript, Thing
from generator.model.finding import Finding, Refusal
from generator.model.report import Place

_MOST_TEXT = 500_000  # characters, twenty times the longest report
_TOUCHING = 1.0  # points
_SHOWN = 8
_SMALLEST_PICTURE = 20.0  # points; smaller ones are icons and lines

_Piece = PageLine | FilledTable


class PdfBody(NamedTuple):
    """A PDF that was read."""

    manuscript: Manuscript
    findings: list[Finding]
    """What is not certain in it."""


class _Page(NamedTuple):
    """A page, sorted into text and tables."""

    drawn: DrawnPage
    lines: list[TextLine]
    tables: list[tuple[RuledTable, FilledTable]]


def read_pdf(content: bytes, name: str) -> PdfBody:
    """Read a PDF. Raise Refusal where it cannot be read, or holds no text."""
    opened = opened_pdf(content, name)
    must_have_text(opened.pages, name)
    if sum(len(page.glyphs) for page in opened.pages) > _MOST_TEXT:
        raise Refusal(f"{name} 的文字太多，不像一份年度报告，没有读。请检查是不是拿错了文件。")
    return read_pages(opened, name)


def read_pages(opened: OpenedPdf, name: str) -> PdfBody:
    """Return what pages say; `name` is that of their file."""
    stamps = watermarks(opened.pages)
    pages = [_sorted_out(page, stamps[page.number]) for page in opened.pages]
    outside = margin_lines([page.lines for page in pages])
    margins, inside = list[str](), list[_Page]()
    for page, own in zip(pages, outside, strict=True):
        margins += [page.lines[at].text for at in sorted(own)]
        kept = [line for at, line in enumerate(page.lines) if at not in own]
        inside.append(page._replace(lines=kept))
    blocks = _Blocks(name, _measures(inside))
    for piece in _whole(_flow(inside)):
        blocks.take(piece)
    blocks.end_text()
    marks = [_said(page, stamps[page.number]) for page in opened.pages]
    manuscript = Manuscript(
        tuple(blocks.found), others=tuple(_others(opened, marks)), margins=tuple(margins)
    )
    findings = [
        *pages_not_read(opened.pages, name),
        *(found for page in inside for found in _beside_tables(page, name)),
        *blocks.findings,
        *about_unknown(name, {page.drawn.number: _texts(page) for page in inside}),
    ]
    return PdfBody(manuscript, findings)


class _Blocks:
    """Gathers lines and grids in order."""

    def __init__(self, name: str, measures: dict[float, Measure]) -> None:
        self.found: list[Line | Grid] = []
        self.findings: list[Finding] = []
        self._name, self._measures = name, measures
        self._waiting: list[PageLine] = []
        self._lines = self._tables = 0

    def take(self, piece: _Piece) -> None:
        if isinstance(piece, PageLine):
            if self._waiting and self._waiting[-1].width != piece.width:
                self.end_text()
            self._waiting.append(piece)
            return
        self.end_text()
        self._tables += 1
        first, last = piece.first_page, piece.last_page
        pages = f"第{first}页" if first == last else f"第{first}至{last}页"
        place = Place(self._name, f"{pages}，第{self._tables}个表格")
        cells = {(cell.row, cell.column): cell.text for cell in piece.cells}
        self.found.append(Grid(cells, place, {}))
        self.findings += about_table(piece, place)

    def end_text(self) -> None:
        """Make paragraphs of the lines that came last."""
        if not self._waiting:
            return
        for one in paragraphs_of(self._waiting, self._measures[self._waiting[0].width]):
            self._lines += 1
            start = one.text if len(one.text) <= _SHOWN else f"{one.text[:_SHOWN]}…"
            place = Place(self._name, f"第{one.page}页", f"第{self._lines}段“{start}”")
            self.found.append(Line(one.text, place))
            if one.unsure:
                self.findings.append(about_joined(place, one.text))
        self._waiting = []


def _sorted_out(page: DrawnPage, stamps: set[Glyph]) -> _Page:
    """Sort the characters of a page into its tables and the text around them."""
    tables = tables_in(page.rules)
    inner_first = sorted(range(len(tables)), key=lambda at: _area(tables[at]))
    own: list[list[Glyph]] = [[] for _ in tables]
    text: list[Glyph] = []
    for glyph in page.glyphs:
        if glyph in stamps:
            continue
        middle = glyph.box.middle
        holder = next((at for at in inner_first if tables[at].box.holds(middle, _TOUCHING)), None)
        (text if holder is None else own[holder]).append(glyph)
    filled_in = [
        (table, filled(table, glyphs, page.number))
        for table, glyphs in zip(tables, own, strict=True)
        if any(glyph.text != " " for glyph in glyphs)
    ]
    return _Page(page, text_lines(text, falling=False), filled_in)


def _said(page: DrawnPage, stamps: set[Glyph]) -> str:
    return "".join(glyph.text for glyph in page.glyphs if glyph in stamps)


def _area(table: RuledTable) -> float:
    return (table.box.x1 - table.box.x0) * (table.box.bottom - table.box.top)


def _measures(pages: Sequence[_Page]) -> dict[float, Measure]:
    """Return how text stands on the pages, by their width."""
    by_width = sorted(pages, key=lambda page: page.drawn.width)
    return {
        width: measured([line for page in same for line in _lines_of(page)])
        for width, same in groupby(by_width, key=lambda page: page.drawn.width)
    }


def _lines_of(page: _Page) -> list[PageLine]:
    return [PageLine(page.drawn.number, page.drawn.width, line) for line in page.lines]


def _flow(pages: Sequence[_Page]) -> Iterator[_Piece]:
    """Yield lines and tables in order, from page to page."""
    for page in pages:
        placed: list[tuple[float, int, _Piece]] = [
            *((line.line.box.middle[1], at, line) for at, line in enumerate(_lines_of(page))),
            *((ruled.box.top, at, table) for at, (ruled, table) in enumerate(page.tables)),
        ]
        yield from (piece for *_, piece in sorted(placed, key=lambda one: one[:2]))


def _whole(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield the same with tables as one where they go on over a page's end."""
    last: FilledTable | None = None
    for piece in pieces:
        if isinstance(piece, FilledTable):
            if last is None:
                last = piece
            elif goes_on(last, piece):
                last = joined(last, piece)
            else:
                yield last
                last = piece
            continue
        if last:
            yield last
            last = None
        yield piece
    if last:
        yield last


def _beside_tables(page: _Page, name: str) -> Iterator[Finding]:
    """Tell of text at the height of a table that is in none of its cells."""
    for line in page.lines:
        _, y = line.box.middle
        if any(ruled.box.top < y < ruled.box.bottom for ruled, _ in page.tables):
            yield about_beside(name, page.drawn.number, line.text)


def _texts(page: _Page) -> list[str]:
    cells = [cell.text for _, table in page.tables for cell in table.cells]
    return [*(line.text for line in page.lines), *cells]


def _others(opened: OpenedPdf, marks: Sequence[str]) -> Iterator[Thing]:
    """Yield what is on the pages and is neither text nor table."""
    for page in opened.pages:
        for box in page.pictures:
            if min(box.x1 - box.x0, box.bottom - box.top) >= _SMALLEST_PICTURE:
                yield Thing("图片")
    yield from (Thing("批注或图章") for _ in range(opened.remarks))
    yield from (Thing("水印", mark) for mark in dict.fromkeys(marks) if mark.strip())
