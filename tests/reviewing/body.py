"""Read paragraphs and tables of a document that has no tracked changes."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from tests.reviewing.ooxml import Package, w
from tests.reviewing.record import Cell, Grid
from tests.reviewing.runs import runs_of, text_of

REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_FIGURE = re.compile(r"\d+(\.\d+)?")
_LEVELS = {"title": "title", "heading 1": "1", "heading 2": "2"}


@dataclass(eq=False)
class Line:
    """A non-empty paragraph; two with the same text are two."""

    text: str
    paragraph: Element
    level: str  # title, 1, 2 or body
    seams: tuple[int, ...] = ()  # where its runs meet


def lines_of(package: Package) -> list[Line]:
    """Return the non-empty paragraphs outside tables."""
    names = {
        style.get(w("styleId")): (style.find(w("name")), style)
        for style in package.tree("word/styles.xml").iter(w("style"))
    }
    found = []
    for paragraph in package.body.iterchildren(w("p")):
        if not text_of(paragraph).strip():
            continue
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name, _ = names.get(style.get(w("val")) if style is not None else None, (None, None))
        called = (name.get(w("val")) or "").lower() if name is not None else ""
        found.append(
            Line(text_of(paragraph), paragraph, _LEVELS.get(called, "body"), _seams(paragraph))
        )
    return found


def tables_of(package: Package) -> list[Element]:
    """Return the tables of the body."""
    return list(package.body.iterchildren(w("tbl")))


def cells_of(table: Element) -> dict[tuple[int, int], Element]:
    """Return each cell by the row and the column of the grid where it begins."""
    found = {}
    for number, row in enumerate(table.iterchildren(w("tr"))):
        column = _value(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        for cell in row.iterchildren(w("tc")):
            found[number, column] = cell
            column += span(cell)
    return found


def grid_of(table: Element) -> Grid:
    """Return the texts of a table, each where its cell begins."""
    width = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    grid = [[""] * width for _ in table.iterchildren(w("tr"))]
    for (row, column), cell in cells_of(table).items():
        grid[row][column] = words_in(cell)
    return grid


def words_in(cell: Element) -> str:
    """Return the text of a cell."""
    return "\n".join(text_of(paragraph) for paragraph in cell.iterchildren(w("p"))).strip()


def figures_of(table: Element) -> dict[tuple[int, int], Element]:
    """Return those cells that hold nothing but a number."""
    return {
        place: cell for place, cell in cells_of(table).items() if _FIGURE.fullmatch(words_in(cell))
    }


def span(cell: Element) -> int:
    """Return how many columns of the grid a cell takes up."""
    return _value(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)


def continues(cell: Element) -> bool:
    """Tell whether a cell belongs to the one above it."""
    merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def labelled(number: int, table: Element, row: int, column: int) -> Cell:
    """Return a cell with the labels to its left and the nearest ones above it."""
    covered = _covered(table)
    rows = [covered[row, left] for left in range(column) if (row, left) in covered]
    above: list[str] = []
    for upper in range(row - 1, -1, -1):
        text = covered.get((upper, column), "")
        if _FIGURE.fullmatch(text) and above:
            break
        if text and not _FIGURE.fullmatch(text):
            above.insert(0, text)
    return Cell(number, row, column, _labels(rows), _labels(above))


def _labels(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text and not _FIGURE.fullmatch(text)))


def _covered(table: Element) -> dict[tuple[int, int], str]:
    """Return for every place of the grid the text that a reader sees there."""
    covered: dict[tuple[int, int], str] = {}
    for (row, column), cell in cells_of(table).items():
        for place in range(column, column + span(cell)):
            text = covered.get((row - 1, place), "") if continues(cell) else words_in(cell)
            covered[row, place] = text
    return covered


def _seams(paragraph: Element) -> tuple[int, ...]:
    ends, end = [], 0
    for one in runs_of(paragraph):
        end += len(text_of(one))
        ends.append(end)
    return tuple(sorted({seam for seam in ends if 0 < seam < end}))


def _value(found: Element | None, usual: int) -> int:
    return usual if found is None else int(found.get(w("val")) or usual)
