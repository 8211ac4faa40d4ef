"""The tables of a page: which of them hold data, and the text of their cells."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from generator.form.labels import Spot
from generator.formats.html.reading.cells import PlacedCell, layout_of
from generator.formats.html.reading.flow import Flow, Item, PageLine, PageTable, PageThing
from generator.formats.html.reading.landmarks import Landmarks
from generator.formats.html.reading.looks import Look
from generator.formats.html.reading.markup import text_in
from generator.formats.html.reading.one_line import text_line
from generator.formats.html.reading.repeated_cells import without_repeats
from generator.manuscript.manuscript import Doubt, Unseen

_HOLDERS = ("thead", "tbody", "tfoot", "tr")


class TableText(NamedTuple):
    """What stands in the cells of a table."""

    cells: dict[Spot, str]
    doubts: dict[Spot, Doubt]
    unseen: list[tuple[Spot | None, Unseen, str]]
    """Each in its cell; a cell that is not shown is nowhere."""
    things: list[tuple[Spot, PageThing]]
    placed: list[PlacedCell]


class Tables:
    """Reads the tables of one page, each once."""

    def __init__(self, flow: Flow, landmarks: Landmarks) -> None:
        """Take what is known wherever it stands."""
        self._flow, self._landmarks = flow, landmarks
        self._data: dict[etree._Element, bool] = {}
        self._texts: dict[tuple[etree._Element, bool], TableText] = {}

    def has_data(self, table: etree._Element) -> bool:
        """Tell whether a table holds data, rather than parts of the page side by side."""
        if table not in self._data:
            self._data[table] = self._has_data(table)
        return self._data[table]

    def texts(self, table: PageTable) -> dict[Spot, str]:
        """Return the texts of a table, or of those rows of it, by their cells."""
        cells = self.text_of(table.element).cells
        return {spot: text for spot, text in cells.items() if table.first <= spot[0] < table.end}

    def is_official(self, table: PageTable) -> bool:
        """Tell whether a table with data is one of a form."""
        return self._landmarks.is_official(self.texts(table))

    def official_texts(self, table: PageTable) -> dict[Spot, str] | None:
        """Return the texts of a table of a form, each once; None for another table."""
        cells = self.texts(table)
        return without_repeats(cells) if self._landmarks.is_official(cells) else None

    def parts(self, table: etree._Element) -> list[Item]:
        """Return a table with what stands above it.

        Rows that hold one text each are lines where one of them is an official heading: the
        report, or its heading, stands in a table that goes on as the official one.
        """
        rows: dict[int, list[Spot]] = {}
        cells = self.text_of(table).cells
        for spot, text in sorted(cells.items()):
            if text.strip():
                rows.setdefault(spot[0], []).append(spot)
        alone = {row: cells[spots[0]] for row, spots in rows.items() if len(spots) == 1}
        found: list[Item] = [*self.lines_above(table)]
        if not self._landmarks.headings([*alone.values()]):
            return [*found, PageTable(table)]
        begun: list[int] = []
        elements = {(one.row, one.column): one.element for one in self.text_of(table).placed}
        for row, spots in rows.items():
            if row not in alone or self._landmarks.is_label(alone[row]):
                begun.append(row)
                continue
            found += [PageTable(table, begun[0], begun[-1] + 1)] if begun else []
            begun = []
            items = self._flow.items(elements[spots[0]])
            found += (one for one in items if isinstance(one, PageLine))
        return [*found, *([PageTable(table, begun[0], begun[-1] + 1)] if begun else [])]

    def lines_above(self, table: etree._Element) -> list[PageLine]:
        """Return its caption, and what stands in it but in no cell: browsers show that above it."""
        lines = [
            item
            for caption in table.iterchildren("caption")
            if not self._flow.hides(caption)
            for item in self._flow.items(caption)
            if isinstance(item, PageLine)
        ]
        stray = text_line([(text, Look()) for text in _outside_cells(table)])
        return [*lines, *([PageLine(stray, table)] if stray.text.strip() else [])]

    def _has_data(self, table: etree._Element) -> bool:
        text = self.text_of(table, enters_tables=False)
        if self._landmarks.is_official(text.cells):
            return True
        if _holds_tables(table):
            return False
        columns = {cell.column for cell in text.placed}
        if len(columns) <= 1 or table.get("role") in ("presentation", "none"):
            return False
        lines = [line for said in text.cells.values() for line in said.split("\n")]
        return not (self._landmarks.headings(lines) or self._landmarks.titles(lines))

    def text_of(self, table: etree._Element, *, enters_tables: bool = True) -> TableText:
        """Return what stands in a table, with the tables in it or without.

        Raise TooMuch.
        """
        key = table, enters_tables or not _holds_tables(table)
        if key not in self._texts:
            self._texts[key] = self._text_of(table, enters_tables=enters_tables)
        return self._texts[key]

    def _text_of(self, table: etree._Element, *, enters_tables: bool) -> TableText:
        layout = layout_of(table, self._flow.hides)
        found = TableText({}, {}, [], [], layout.shown)
        found.unseen.extend(
            (None, Unseen.HIDDEN, " ".join(text_in(cell).split())) for cell in layout.hidden
        )
        for cell in layout.shown:
            spot = cell.row, cell.column
            lines: list[str] = []
            for item in self._flow.items(cell.element, enters_tables=enters_tables):
                if isinstance(item, PageThing):
                    found.things.append((spot, item))
                elif isinstance(item, PageLine):
                    lines.append(item.shown.text)
                    found.unseen.extend((spot, how, text) for how, text in item.shown.unseen)
                    if item.shown.doubt:
                        found.doubts.setdefault(spot, item.shown.doubt)
            found.cells[spot] = "\n".join(lines)
        return found


def _holds_tables(table: etree._Element) -> bool:
    return next(table.iterdescendants("table"), None) is not None


def _outside_cells(table: etree._Element) -> Iterator[str]:
    for one in (table, *table.iterchildren(*_HOLDERS), *table.iterfind("*/tr")):
        yield one.text or ""
        yield from (child.tail or "" for child in one)
