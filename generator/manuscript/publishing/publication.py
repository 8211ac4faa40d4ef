"""From an edited document to the report as it is published: headings, text, figures, tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.form.labels import label_key
from generator.form.organ_and_year import heading_key
from generator.form.tables_in_grids import find_tables
from generator.form.vocabulary import Form, Table
from generator.manuscript.importing.exhibits.beside_text import NOTHING, BesideText
from generator.manuscript.importing.title import titles_in
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.publishing.captions import captions_in, captions_of_the_form
from generator.manuscript.publishing.figures import figure_of, why_not
from generator.manuscript.publishing.paragraphs import (
    GAP,
    Signed,
    heading_level,
    manner_of,
    pieces_of,
)
from generator.manuscript.publishing.published_tables import published_table
from generator.manuscript.publishing.written import PLAIN, Written
from generator.model.exhibits import Chart
from generator.model.publication import (
    Block,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
)
from generator.model.report import Place

_TITLE_WITHIN = 6
"""Lines from the top in which the title stands."""
_LONGEST_TITLE = 60
_JOINED = (Manner.BODY, Manner.NOTE)


@dataclass(frozen=True)
class Unprintable:
    """Something of the document that a PDF or a page cannot show, or not as it is."""

    place: Place
    what: str
    advice: str


@dataclass(frozen=True)
class Said:
    """All that a document says."""

    manuscript: Manuscript
    beside: BesideText = NOTHING
    written: Written = PLAIN


def publication_of(
    said: Said, signed: Signed, form: Form, spoken: Callable[[Chart], str]
) -> tuple[Publication, list[Unprintable]]:
    """Return what a document says, and what of it nothing but the document can show.

    `spoken` says a chart in words.
    """
    reader = _Reader(said, signed, form, spoken)
    above, blocks = reader.read()
    title = reader.title or (signed.organ, form.title.format(year=signed.year))
    found = Publication(title, signed.organ, signed.year, signed.issued, blocks, above)
    return found, reader.unprintable


class _Reader:
    """Goes through a document from beginning to end."""

    def __init__(
        self, said: Said, signed: Signed, form: Form, spoken: Callable[[Chart], str]
    ) -> None:
        self._spoken, self._signed = spoken, signed
        self._blocks, self._beside, self._written = (
            said.manuscript.blocks,
            said.beside,
            said.written,
        )
        self._form, self._headings = form, {label_key(heading) for heading in form.headings}
        self._tables = _tables_of_the_form(said.manuscript.grids, form)
        self._section, self._level = "", 1
        self.unprintable: list[Unprintable] = []
        self._title = self._find_title(form)
        self.title = tuple(self._blocks[at].text.strip() for at in self._title)  # type: ignore[union-attr]
        headings = [at for at in range(len(self._blocks)) if self._is_heading(at)]
        self._closing = max(headings, default=0)
        found = captions_in(self._blocks, self._beside, self._tables.keys(), form)
        own = captions_of_the_form(self._blocks, self._tables, signed.organ, str(signed.year))
        self._captions = found._replace(of_grids={**found.of_grids, **own})
        self._no_text = {*self._captions.blocks, *self._title}

    def read(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Return all blocks in order, those above the title and those below it."""
        above: list[Block] = []
        blocks: list[Block] = []
        first = next(iter(self._title), 0)
        grids = 0
        for at, block in enumerate([*self._blocks, None]):
            into = above if at <= first and self._title else blocks
            into += self._figures(at)
            if isinstance(block, Grid):
                into += self._table(grids, block)
                grids += 1
            elif isinstance(block, Line) and at not in self._no_text:
                _put(into, self._line(at, block), goes_on=at in self._written.going_on)
        return tuple(map(_no_heading, above)), tuple(blocks)

    def _figures(self, at: int) -> Iterator[Block]:
        for number, one in enumerate(self._beside.drawn):
            if one.at != at:
                continue
            block = self._captions.of_drawn.get(number)
            caption = self._caption(block)
            if why := why_not(one):
                advice = "请移到正文里，或者换成普通的图片、图表"
                what = f"{one.what}{why}，PDF 和网页里放不下"
                self.unprintable.append(Unprintable(one.place, what, advice))
                if caption:
                    yield Paragraph((Piece(caption),), Manner.CENTRED)
                continue
            if one.altered:
                advice = "请在 Word 里用“压缩图片”删除裁掉的部分，或者换成改好的图片"
                what = f"{one.what}{one.altered}，PDF 和网页里是整张，裁掉的也还在文件里"
                self.unprintable.append(Unprintable(one.place, what, advice))
            figure = figure_of(one, caption, self._spoken)
            yield figure._replace(caption_above=block is not None and block < at)

    def _table(self, number: int, grid: Grid) -> Iterator[Block]:
        there, block = self._beside.tables.get(number), self._captions.of_grids.get(number)
        caption = self._caption(block)
        if there is None:
            if any(text.strip() for text in grid.cells.values()):
                what = "表格里又有表格，或者太大，PDF 和网页里放不下"
                advice = "请拆成普通的表格"
                self.unprintable.append(Unprintable(grid.place, what, advice))
            if caption:
                yield Paragraph((Piece(caption),), Manner.CENTRED)
            return
        official = self._tables.get(number)
        name = caption or (self._section if official else there.alternative) or "表格"
        down, across = there.corner
        written = {
            (row - down, column - across): pieces
            for (grid_of, (row, column)), pieces in self._written.cells.items()
            if grid_of == number
        }
        yield published_table(there, official, caption, name, written)

    def _caption(self, block: int | None) -> str:
        found = None if block is None else self._blocks[block]
        return found.text.strip().replace("\t", GAP) if isinstance(found, Line) else ""

    def _line(self, at: int, line: Line) -> Block:
        pieces = pieces_of(line, self._written.lines.get(at, ()))
        text = "".join(piece.text for piece in pieces)
        of_the_form = self._is_heading(at)
        level = 2 if of_the_form else heading_level(line)
        if of_the_form:
            self._section = text
        if level:
            self._level = min(level, self._level + 1)  # those who listen go from one to the next
            return Heading(self._level, text)
        if at in self._captions.notes:
            return Paragraph(pieces, Manner.NOTE)
        return Paragraph(pieces, manner_of(text, self._signed, closing=at > self._closing))

    def _is_heading(self, at: int) -> bool:
        """Tell whether a block is a heading of the form."""
        block = self._blocks[at]
        return isinstance(block, Line) and heading_key(block.text, self._form) in self._headings

    def _find_title(self, form: Form) -> range:
        """Return the blocks of the title; the first line, short, where none is worded like one."""
        at_top = [at for at, one in enumerate(self._blocks) if isinstance(one, Line)]
        at_top = at_top[:_TITLE_WITHIN]
        lines = [self._blocks[at].text.strip() for at in at_top]  # type: ignore[union-attr]
        found = next(iter(titles_in(lines, form)), None)
        if found:
            return range(at_top[found.first], at_top[found.last] + 1)
        place = Place(self._blocks[0].place.file) if self._blocks else Place("")
        what, advice = "开头认不出报告的标题", "请把标题改回规定的写法"
        self.unprintable.append(Unprintable(place, what, advice))
        begins = lines[0] if lines and at_top[0] == 0 else ""
        like_one = 0 < len(begins) <= _LONGEST_TITLE and begins[-1] not in "。；，："
        return range(1) if like_one and not self._is_heading(0) else range(0)


def _no_heading(block: Block) -> Block:
    """Return a block as it may stand above the title, which is the first heading of all."""
    if isinstance(block, Heading):
        return Paragraph((Piece(block.text),), Manner.CENTRED)
    return block


def _put(into: list[Block], block: Block, *, goes_on: bool) -> None:
    """Add a block; what goes on after a break within a paragraph is joined with what it began."""
    last = into[-1] if into else None
    both = [one for one in (last, block) if isinstance(one, Paragraph) and one.manner in _JOINED]
    if goes_on and len(both) > 1:
        first, second = both
        into[-1] = first._replace(pieces=(*first.pieces, Piece("\n"), *second.pieces))
    else:
        into.append(block)


def _tables_of_the_form(grids: Sequence[Grid], form: Form) -> Mapping[int, Table]:
    cells = [grid.cells for grid in grids]
    return {at: table for table in form.tables for at in find_tables(cells, table)}
