"""Documents as lines and tables, made from a report and edited, without any file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.form.grid import grid
from generator.form.labels import Spot
from generator.form.vocabulary import Table
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.review.comparison import Comparison, compare
from generator.model.narrative import printed
from generator.model.printed_lines import laid_out, printable
from generator.model.report import Figure, Paragraph, Place, Report
from tests import samples
from tests.forms import FORM

DOCUMENT = "2024.docx"
FEW_FIGURES = {"本年新收自然人": Figure(Decimal(3)), "结转下年自然人": Figure(Decimal(12))}


def report_of(*paragraphs: Paragraph) -> Report:
    """Return the sample report with another narrative."""
    return replace(samples.report(), paragraphs=paragraphs)


def small(*paragraphs: Paragraph) -> Report:
    """Return a report that has little to cite and prints no tables, where there are many tests."""
    return replace(report_of(*paragraphs), figures=FEW_FIGURES)


def body(text: str, part: str = "第一部分") -> Paragraph:
    """Return a row of body text."""
    return Paragraph(part, 0, "", text)


def generated(report: Report) -> Manuscript:
    """Return a report as it is printed: title, headings, lines and tables."""
    organ, year = report.entries["机关名称"], report.entries["年度"]
    blocks: list[Line | Grid] = [
        line(organ.printed, 0),
        line(FORM.title.format(year=year.printed), 0),
    ]
    lines, _ = printed(report, FORM)
    section = 0
    for part in FORM.parts:
        if part.section != section:
            section = part.section
            blocks.append(line(FORM.headings[section - 1], len(blocks)))
        elif (table := _table_of(section)) and len(report.figures) == len(FORM.figures):
            blocks.append(grid_of(table, report.figures))
        blocks += [
            line(laid.whole, len(blocks))
            for one in lines
            if one.source.part == part.name
            for laid in laid_out(
                one.source.level, one.number, printable(one.heading), printable(one.text)
            )
            if laid.whole.strip()
        ]
    return Manuscript(tuple(blocks))


def _table_of(section: int) -> Table | None:
    return next(iter(FORM.sections[section - 1].tables), None) if section else None


def line(text: str, number: int = 1, lead: int = 0) -> Line:
    """Return a line of the document."""
    return Line(text, Place(DOCUMENT, "", f"第{number}段"), lead=lead)


def grid_of(table: Table, figures: Mapping[str, Figure]) -> Grid:
    """Return a table as it is printed."""
    cells = {
        (cell.row, cell.column): cell.label or figures[cell.figure].printed for cell in grid(table)
    }
    number = FORM.tables.index(table) + 1
    return Grid(cells, Place(DOCUMENT, f"第{number}个表格"), {})


def spot_of(figure: str) -> tuple[int, Spot]:
    """Return the grid and the cell in which a figure is printed."""
    return next(
        (number, (cell.row, cell.column))
        for number, table in enumerate(FORM.tables)
        for cell in grid(table)
        if cell.figure == figure
    )


def retyped(document: Manuscript, changed: Mapping[str, str | Sequence[str] | None]) -> Manuscript:
    """Return a document with some lines, by their text, made other lines, several or none."""
    left = dict(changed)
    blocks: list[Line | Grid] = []
    for block in document.blocks:
        if not isinstance(block, Line) or block.text not in left:
            blocks.append(block)
            continue
        now = left.pop(block.text)
        texts = [now] if isinstance(now, str) else now or []
        blocks += [replace(block, text=text) for text in texts]
    assert not left
    return replace(document, blocks=tuple(blocks))


def refigured(document: Manuscript, changed: Mapping[str, str]) -> Manuscript:
    """Return a document with other texts in the cells of some figures."""
    by_spot = {spot_of(figure): text for figure, text in changed.items()}
    return recelled(document, by_spot)


def recelled(document: Manuscript, changed: Mapping[tuple[int, Spot], str]) -> Manuscript:
    """Return a document with other texts in some cells, by grid and cell."""
    blocks: list[Line | Grid] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Grid):
            own = {spot: text for (at, spot), text in changed.items() if at == number}
            blocks.append(replace(block, cells={**block.cells, **own}))
            number += 1
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def compared(
    report: Report, changed: Mapping[str, str | Sequence[str] | None] | None = None
) -> Comparison:
    """Compare the document of a report with itself after some lines were retyped."""
    document = generated(report)
    return compare(report, document, retyped(document, changed or {}), FORM)
