"""From an edited document to the report as it is published: headings, text, figures, tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.form.tables_in_grids import find_tables
from generator.form.vocabulary import Form, Table
from generator.manuscript.importing.exhibits.beside_text import BesideText, Drawn
from generator.manuscript.importing.exhibits.captions import (
    Wanted,
    caption_of,
    matched_captions,
)
from generator.manuscript.importing.title import titles_in
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.publishing.published_tables import published_table
from generator.model.exhibits import FIGURE_KIND, TABLE_KIND, Chart, Picture
from generator.model.publication import (
    Block,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
)
from generator.model.report import Place

_ADDRESS = Pattern(
    r"https?://[\w./?=&%#:~+-]+[\w/]|www\.[\w./?=&%-]+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_NOTE = Pattern(r"(?:备?注|说明)\s*\d{0,2}\s*[：:]")
_SECOND = Pattern(r"[（(][一二三四五六七八九十]+[）)]")
_MILLIMETRES = 25.4
_WIDEST, _HIGHEST = 156.0, 95.0
"""Of a picture on the page, in millimetres."""


@dataclass(frozen=True)
class Signed:
    """By whom a report is, and of which day."""

    organ: str
    year: int
    signature: str
    issued: date
    issued_text: str
    """As the document prints it."""


@dataclass(frozen=True)
class Unprintable:
    """Something of the document that a PDF or a page cannot show."""

    place: Place
    what: str


def publication_of(
    manuscript: Manuscript,
    beside: BesideText,
    signed: Signed,
    form: Form,
    spoken: Callable[[Chart], str],
) -> tuple[Publication, list[Unprintable]]:
    """Return what a document says, and what of it nothing but the document can show.

    `spoken` says a chart in words.
    """
    reader = _Reader(manuscript, beside, signed, form, spoken)
    blocks = tuple(reader.blocks())
    title = reader.title or (signed.organ, form.title.format(year=signed.year))
    return Publication(title, signed.organ, signed.year, signed.issued, blocks), reader.unprintable


class _Reader:
    """Goes through a document from beginning to end."""

    def __init__(
        self,
        manuscript: Manuscript,
        beside: BesideText,
        signed: Signed,
        form: Form,
        spoken: Callable[[Chart], str],
    ) -> None:
        self._spoken = spoken
        self._blocks, self._beside, self._signed = manuscript.blocks, beside, signed
        self._headings = {label_key(heading): heading for heading in form.headings}
        self._tables = _tables_of_the_form(manuscript.grids, form)
        self._section = ""
        self.unprintable: list[Unprintable] = []
        lines = [block.text.strip() for block in self._blocks if isinstance(block, Line)]
        first = next(iter(titles_in(lines[:_TITLE_WITHIN], form)), None)
        self.title = tuple(lines[first.first : first.last + 1]) if first else ()
        self._lines_of_title = range(first.first, first.last + 1) if first else range(0)
        self._captions = self._matched()
        self._caption_blocks = {block for block, _ in self._captions.values()}

    def blocks(self) -> Iterator[Block]:
        """Yield everything in order."""
        lines = grids = 0
        for at, block in enumerate(self._blocks):
            yield from self._figures(at)
            if isinstance(block, Grid):
                yield from self._table(grids, block)
                grids += 1
                continue
            if at not in self._caption_blocks and lines not in self._lines_of_title:
                yield self._line(block)
            lines += 1
        yield from self._figures(len(self._blocks))

    def _figures(self, at: int) -> Iterator[Figure]:
        for number, one in enumerate(self._beside.drawn):
            if one.at != at:
                continue
            if one.grid >= 0 or one.floating or not isinstance(one.shows, Picture | Chart):
                why = one.problem or ("在表格里" if one.grid >= 0 else "浮在文字上面")
                self.unprintable.append(Unprintable(one.place, f"{one.what}{why}"))
                continue
            caption = self._caption(("drawn", number))
            yield _figure(one, one.shows, caption, self._spoken)

    def _table(self, number: int, grid: Grid) -> Iterator[Block]:
        there = self._beside.tables.get(number)
        if there is None:
            self.unprintable.append(Unprintable(grid.place, "表格里又有表格，或者太大"))
            return
        caption = self._caption(("grid", number))
        official = self._tables.get(number)
        name = self._section if official else caption or there.alternative or "表格"
        yield published_table(there, official, caption, name)

    def _caption(self, key: tuple[str, int]) -> str:
        block = self._captions.get(key)
        found = self._blocks[block[0]] if block else None
        return " ".join(found.text.split()) if isinstance(found, Line) else ""

    def _line(self, line: Line) -> Block:
        text = line.text.strip()
        heading = self._headings.get(label_key(text))
        if heading:
            self._section = text
            return Heading(2, text)
        if line.outlined or (_SECOND.match(text) and line.lead >= len(line.text.rstrip())):
            return Heading(3, text)
        if text == self._signed.signature:
            return Paragraph((Piece(text),), Manner.SIGNATURE)
        if text == self._signed.issued_text:
            return Paragraph((Piece(text),), Manner.ISSUED)
        manner = Manner.NOTE if _NOTE.match(text) else Manner.BODY
        return Paragraph(tuple(_pieces(line)), manner)

    def _matched(self) -> dict[tuple[str, int], tuple[int, object]]:
        """Return which block is the caption of which figure or further table."""
        wanted: list[Wanted] = []
        keys: list[tuple[str, int]] = []
        for number, one in enumerate(self._beside.drawn):
            wanted.append(Wanted(FIGURE_KIND, one.at - 1, one.at))
            keys.append(("drawn", number))
        grids = [at for at, block in enumerate(self._blocks) if isinstance(block, Grid)]
        for number, at in enumerate(grids):
            if number not in self._tables:
                wanted.append(Wanted(TABLE_KIND, at - 1, at + 1))
                keys.append(("grid", number))
        beside = {at for one in wanted for at in (one.above, one.below)}
        there = {
            at: caption
            for at in beside
            if 0 <= at < len(self._blocks)
            if isinstance(line := self._blocks[at], Line)
            if (
                caption := caption_of(
                    line.text,
                    styled=at in self._beside.captions,
                    centred=at in self._beside.centred,
                )
            )
        }
        return {keys[at]: found for at, found in matched_captions(wanted, there).items()}


_TITLE_WITHIN = 6
"""Lines from the top in which the title stands."""


def _tables_of_the_form(grids: Sequence[Grid], form: Form) -> Mapping[int, Table]:
    cells = [grid.cells for grid in grids]
    return {at: table for table in form.tables for at in find_tables(cells, table)}


def _pieces(line: Line) -> Iterator[Piece]:
    text = line.text.strip()
    lead = max(0, line.lead - (len(line.text) - len(line.text.lstrip())))
    if 0 < lead < len(text):
        yield Piece(text[:lead], strong=True)
        text = text[lead:]
    end = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()])
        yield Piece(found[0], link=_link(found[0]))
        end = found.end()
    if text[end:]:
        yield Piece(text[end:])


def _link(address: str) -> str:
    if "://" in address:
        return address
    return f"mailto:{address}" if "@" in address else f"http://{address}"


def _figure(
    one: Drawn, exhibit: Picture | Chart, caption: str, spoken: Callable[[Chart], str]
) -> Figure:
    if isinstance(exhibit, Chart):
        return Figure(exhibit, caption, one.alternative or spoken(exhibit))
    alternative = one.alternative or caption or "图片"
    width = exhibit.width / exhibit.dots_per_inch * _MILLIMETRES
    height = exhibit.height / exhibit.dots_per_inch * _MILLIMETRES
    smaller = min(1.0, _WIDEST / width, _HIGHEST / height)
    return Figure(exhibit, caption, alternative, width * smaller, height * smaller)
