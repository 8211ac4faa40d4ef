"""Which pictures, charts and tables of a document belong to the report, and with which caption."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.manuscript.importing.closing import Closing
from generator.manuscript.importing.exhibits.beside_text import (
    BesideText,
    Drawn,
    TableThere,
    What,
)
from generator.manuscript.importing.exhibits.captions import (
    Caption,
    Wanted,
    caption_of,
    matched_captions,
)
from generator.manuscript.importing.exhibits.charts import Known, why_no_rows
from generator.manuscript.importing.exhibits.picture_tables import pictures_in_tables
from generator.manuscript.importing.sorting import SortedLines, is_of_the_web, is_page
from generator.manuscript.importing.table_remarks import NOT_TAKEN
from generator.manuscript.importing.tables import FoundTable, is_like_one
from generator.manuscript.importing.title import Title
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.model.exhibits import FIGURE_KIND, TABLE_KIND, Chart
from generator.model.finding import Finding, notice

_LAYOUT_TEXT = 300
"""Characters of a cell that holds text of the report rather than something of a table."""
_INSERT = "要保留的，请在最后定稿的文档里插入"
_SEAL = "公章不必带；不是公章的，请把它放在工作簿旁边，在『正文』加一行“图”"


class Kept(NamedTuple):
    """Something that the report shows."""

    at: int
    """How many blocks of the document stand before it."""
    lines_before: int
    part: str
    shows: Drawn | TableThere
    grid: int
    """Number of a table among those of the document; -1 of what is drawn."""
    caption: Caption | None = None

    @property
    def kind(self) -> str:
        """图 or 表."""
        return FIGURE_KIND if isinstance(self.shows, Drawn) else TABLE_KIND

    @property
    def wanted(self) -> Wanted:
        """Where its caption may stand."""
        below = self.at if isinstance(self.shows, Drawn) else self.at + 1
        return Wanted(self.kind, self.at - 1, below)


class Sorted(NamedTuple):
    """What a document shows, sorted."""

    kept: tuple[Kept, ...] = ()
    caption_lines: frozenset[int] = frozenset()
    """Numbers of lines that are captions of what is kept."""
    grids: frozenset[int] = frozenset()
    """Numbers of the tables of which nothing has to be told."""
    told: tuple[Finding, ...] = ()


class Around(NamedTuple):
    """What is known of a document by its lines and the tables of the form."""

    editions: Sequence[Form]
    """The form in force, and earlier ones."""
    manuscript: Manuscript
    placed: SortedLines
    tables: Sequence[FoundTable]
    in_sections: Sequence[int]
    """In which section each table stands."""
    title: Title | None
    closing: Closing
    first_heading: int
    """The line of it; 0 where there is none."""
    without_table: Collection[int]
    """Sections whose table was not found."""
    known: Known


def sorted_exhibits(beside: BesideText, around: Around) -> Sorted:
    """Say of everything that a document shows whether the report can show it."""
    lines_before = [0]
    for block in around.manuscript.blocks:
        lines_before.append(lines_before[-1] + isinstance(block, Line))
    of_the_form = {at for found in around.tables for at, _ in found.pieces}
    of_the_form |= {at for found in around.tables for at in found.repeats}
    in_tables = pictures_in_tables(beside, around.manuscript.grids, of_the_form)
    shown = [
        *_tables(beside, around, of_the_form | in_tables.grids),
        *((one.at, one, -1, in_tables.captions.get(at)) for at, one in enumerate(beside.drawn)),
    ]
    candidates = [
        Kept(at, lines_before[at], around.placed.at_blocks[at], shows, grid, caption)
        for at, shows, grid, caption in sorted(shown, key=lambda one: one[0])
    ]
    captions = matched_captions(
        [one.wanted for one in candidates], dict(_captions(beside, around, lines_before))
    )
    kept: list[Kept] = []
    told: list[Finding] = []
    used: set[int] = set()
    silent = set(in_tables.grids)
    for nth, bare in enumerate(candidates):
        line, caption = captions.get(nth, (-1, None))
        one = bare._replace(caption=caption or bare.caption)
        if isinstance(one.shows, TableThere):
            if _is_no_further_table(one, one.shows, around):
                continue
            silent.add(one.grid)
        elif why_not := _why_not(one, one.shows, around, in_tables.grids):
            told.append(why_not)
            silent.discard(one.shows.grid)
            continue
        kept.append(one)
        used |= {lines_before[line]} if caption else set()
    return Sorted(tuple(kept), frozenset(used), frozenset(silent), tuple(_each_once(told)))


def _tables(
    beside: BesideText, around: Around, others: Collection[int]
) -> Iterator[tuple[int, Drawn | TableThere, int, Caption | None]]:
    """Yield the tables but some `others`, each with how many blocks stand before it."""
    number = -1
    for at, block in enumerate(around.manuscript.blocks):
        if isinstance(block, Grid):
            number += 1
            if number in beside.tables and number not in others:
                yield at, beside.tables[number], number, None


def _captions(
    beside: BesideText, around: Around, lines_before: Sequence[int]
) -> Iterator[tuple[int, Caption]]:
    """Yield the lines that may be captions, by the number of their block."""
    for at, block in enumerate(around.manuscript.blocks):
        if isinstance(block, Line) and around.placed.parts[lines_before[at]]:
            styled, centred = at in beside.captions, at in beside.centred
            if caption := caption_of(block.text, styled=styled, centred=centred):
                yield at, caption


def _each_once(told: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, those that say the same as one, at the first place."""
    for message, count in Counter(one.message for one in told).items():
        same = [one for one in told if one.message == message]
        many = f"（共 {count} 处）" if count > 1 else ""
        where = "\n".join(one.place.spot for one in same)
        yield same[0]._replace(message=message + many, quote=where if many else "")


def _why_not(
    one: Kept, drawn: Drawn, around: Around, picture_tables: Collection[int]
) -> Finding | None:
    """Say why a picture or a chart is not taken over; None where it is."""
    what = drawn.what
    if found := _outside(one, around):
        return _not_taken(drawn, f"{found}的{what}没有带过来", _INSERT)
    closing = around.closing.lines
    seal = drawn.what is What.PICTURE and drawn.floating and one.caption is None
    if seal and closing and one.lines_before >= closing[0]:
        return _not_taken(drawn, "浮在落款上的图片（像是公章）没有带过来", _SEAL)
    if closing and one.lines_before > closing[0]:
        return _not_taken(drawn, f"落款处的{what}没有带过来", _SEAL)
    if drawn.grid >= 0 and drawn.grid not in picture_tables:
        return _not_taken(drawn, f"表格里的{what}没有带过来", _INSERT)
    problem = drawn.problem
    if isinstance(drawn.shows, Chart):
        problem = why_no_rows(drawn.shows, around.known)
    if problem:
        return _not_taken(drawn, f"这张{what}{problem}，没有带过来", drawn.advice)
    return None


def _not_taken(drawn: Drawn, message: str, advice: str) -> Finding:
    return notice(NOT_TAKEN, drawn.place, message, advice)


def _outside(one: Kept, around: Around) -> str:
    """Return in which part of a document something stands that is no part of a report."""
    if around.title and one.lines_before <= around.title.last:
        return "标题上方"
    if 0 <= around.closing.attached < one.lines_before:
        return "附件里"
    return ""


def _is_no_further_table(one: Kept, there: TableThere, around: Around) -> bool:
    """Tell whether a table is not one that the report shows; it is told with those that are not."""
    table, closing = there.table, around.closing.lines
    cells = [cell.text for cell in table.cells if cell.text]
    of_layout = min(table.width, table.height) == 1 or max(map(len, cells)) > _LAYOUT_TEXT
    may_be_the_forms = around.in_sections[one.grid] in around.without_table
    return bool(
        len(cells) == 1
        or (one.caption is None and (of_layout or may_be_the_forms or _goes_on(one, around)))
        or _outside(one, around)
        or is_like_one(around.manuscript.grids[one.grid].cells, around.editions)
        or (closing and one.lines_before > closing[0])
        or (one.lines_before < around.first_heading and any(map(is_of_the_web, cells)))
    )


def _goes_on(one: Kept, around: Around) -> bool:
    """Tell whether a table follows another with nothing between them, so that it is its end."""
    for block in reversed(around.manuscript.blocks[: one.at]):
        if isinstance(block, Grid):
            return True
        if not is_page(block.text):
            return False
    return False
