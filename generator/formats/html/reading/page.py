"""Reads a page on which a report was published into lines and tables, as its readers see them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from generator.form.labels import Spot
from generator.formats.html.reading.drawn import Files, drawn_at, is_spacer
from generator.formats.html.reading.encoding import Decoded
from generator.formats.html.reading.flow import (
    FRAME,
    PICTURE,
    Flow,
    Item,
    PageLine,
    PageTable,
    PageThing,
)
from generator.formats.html.reading.further_tables import table_there
from generator.formats.html.reading.landmarks import Forms, Landmarks
from generator.formats.html.reading.limits import MOST_TEXT, TooMuch
from generator.formats.html.reading.looks import style_of
from generator.formats.html.reading.markup import tag_of, tree_of
from generator.formats.html.reading.no_report import why_no_report
from generator.formats.html.reading.report_on_page import said_by, sorted_items
from generator.formats.html.reading.tables import Tables
from generator.formats.html.reading.told import told_of_page
from generator.manuscript.importing.exhibits.beside_text import BesideText, Drawn, TableThere
from generator.manuscript.manuscript import Grid, Line, Manuscript, Thing, UnseenText
from generator.model.exhibits import EXHIBIT_KINDS
from generator.model.finding import Finding, Refusal
from generator.model.place import Place

_SHOWN = 8
_NEAR = 3  # elements around a line that may put it in the middle


class PageRead(NamedTuple):
    """A page that was read."""

    manuscript: Manuscript
    beside: BesideText
    findings: list[Finding]
    """What belongs to the site, and what of the page is not in its file."""
    no_report: str
    """Why it may be no report; empty where nothing speaks against it."""


def read_page(page: Decoded, name: str, forms: Forms, files: Files) -> PageRead:
    """Read a page. `forms` are those that it may be a report of, each with its editions.

    Raise Refusal where it holds several reports, or more than any report.
    """
    root = tree_of(page.text, name)
    flow, landmarks = Flow(root), Landmarks(forms)
    tables = Tables(flow, landmarks)
    try:
        items = list(_items(root, flow, tables))
    except TooMuch as limit:
        raise Refusal(
            f"{name} 里的{limit.what}太多，不像一份年度报告，没有读。请检查是不是拿错了文件。"
        ) from None
    found = sorted_items(items, tables, landmarks, name)
    reader = _Reader(name, tables, files)
    for one in found.kept:
        reader.take(one)
    left = said_by(found.left, tables)
    findings = [*told_of_page(page, left, items, Place(name), again=found.again)]
    no_report = why_no_report(root, items, landmarks, name)
    return PageRead(reader.manuscript(), reader.beside_text(), findings, no_report)


def _items(root: etree._Element, flow: Flow, tables: Tables) -> Iterator[Item]:
    """Yield all of a page in order. Raise TooMuch."""
    length = 0
    for one in flow.items(root, tables.has_data):
        if isinstance(one, PageTable):
            yield from tables.parts(one.element)
            continue
        length += len(one.shown.text) if isinstance(one, PageLine) else 0
        if length > MOST_TEXT:
            raise TooMuch("文字")
        yield one


class _Reader:
    """Gathers lines and tables in order."""

    def __init__(self, file: str, tables: Tables, files: Files) -> None:
        self._file, self._tables, self._files = file, tables, files
        self._blocks: list[Line | Grid] = []
        self._drawn: list[Drawn] = []
        self._others: list[Thing] = []
        self._there: dict[int, TableThere] = {}
        self._unseen: list[UnseenText] = []
        self._captions: set[int] = set()
        self._centred: set[int] = set()
        self._lines = 0
        self._numbers: dict[etree._Element, int] = {}
        """Of the tables, as people count them."""

    def take(self, one: Item) -> None:
        """Add an item of the report."""
        match one:
            case PageLine():
                self._line(one)
            case PageTable():
                self._table(one)
            case PageThing():
                self._thing(one, self._place_behind(), -1, (0, 0))

    def manuscript(self) -> Manuscript:
        """Return the lines and tables."""
        return Manuscript(
            tuple(self._blocks), others=tuple(self._others), unseen=tuple(self._unseen)
        )

    def beside_text(self) -> BesideText:
        """Return what stands beside text."""
        return BesideText(
            tuple(self._drawn),
            self._there,
            frozenset(self._captions),
            frozenset(self._centred),
        )

    def _line(self, one: PageLine) -> None:
        shown = one.shown
        if not shown.text.strip():
            behind = self._place_behind()
            self._unseen += [UnseenText(how, text, behind) for how, text in shown.unseen]
            return
        self._lines += 1
        place = Place(self._file, "", f"第{self._lines}段“{_start(shown.text)}”")
        self._unseen += [UnseenText(how, text, place) for how, text in shown.unseen]
        at = len(self._blocks)
        if one.caption:
            self._captions.add(at)
        if shown.text.lstrip().startswith(EXHIBIT_KINDS) and _is_centred(one.element):
            self._centred.add(at)
        line = Line(
            shown.text,
            place,
            number=shown.number,
            lead=shown.lead,
            doubt=shown.doubt,
            outlined=one.heading,
        )
        self._blocks.append(line)

    def _table(self, table: PageTable) -> None:
        number = self._numbers.setdefault(table.element, len(self._numbers) + 1)
        text, grid = (
            self._tables.text_of(table.element),
            sum(isinstance(one, Grid) for one in self._blocks),
        )
        place = Place(self._file, f"第{number}个表格")
        for spot, how, unseen in text.unseen:
            if _is_part(spot or (table.first, 0), table):
                there = f"第{spot[0] + 1}行第{spot[1] + 1}列" if spot else ""
                self._unseen.append(UnseenText(how, unseen, place._replace(spot=there)))
        for spot, thing in text.things:
            if _is_part(spot, table):
                there = f"{place.within}第{spot[0] + 1}行第{spot[1] + 1}列"
                self._thing(thing, Place(self._file, "", there), grid, spot)
        official = self._tables.official_texts(table)
        if official is None and (further := table_there(text)):
            self._there[grid] = further
        doubts = {spot: doubt for spot, doubt in text.doubts.items() if _is_part(spot, table)}
        self._blocks.append(Grid(official or self._tables.texts(table), place, {}, doubts))

    def _thing(self, one: PageThing, place: Place, grid: int, cell: tuple[int, int]) -> None:
        if one.what == FRAME or (one.what == PICTURE and is_spacer(one.element)):
            return
        if one.what != PICTURE:
            self._others.append(Thing(one.what))
            return
        at = len(self._blocks) + (grid >= 0)
        self._drawn.append(
            drawn_at(one.element, self._files, at=at, place=place, grid=grid, cell=cell)
        )

    def _place_behind(self) -> Place:
        if not self._blocks:
            return Place(self._file, "", "开头")
        there = self._blocks[-1].place
        return Place(self._file, "", f"{there.spot or there.within}之后")


def _is_part(spot: Spot, table: PageTable) -> bool:
    return table.first <= spot[0] < table.end


def _is_centred(element: etree._Element) -> bool:
    return any(
        tag_of(one) == "center"
        or one.get("align") == "center"
        or style_of(one).get("text-align") == "center"
        for one in _up(element)
    )


def _up(element: etree._Element) -> Iterator[etree._Element]:
    around: Sequence[etree._Element] = [element, *element.iterancestors()]
    yield from around[:_NEAR]


def _start(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
