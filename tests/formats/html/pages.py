"""The two forms of a report as a page, read again by lxml, and a report that is awkward."""

from datetime import date

from lxml import html

from generator.formats.html.fragment import fragment_of
from generator.formats.html.looks import FONTS
from generator.formats.html.page import page_of
from generator.formats.svg.chart import chart_svg
from generator.model.exhibits import Chart
from generator.model.publication import (
    Block,
    Cell,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
    PublishedTable,
    Scope,
)
from tests.exhibits import chart


def drawn(figure: Figure) -> str:
    """Draw the chart of a figure."""
    assert isinstance(figure.exhibit, Chart)
    return chart_svg(figure.exhibit, figure.width, figure.height, FONTS, figure.alternative)


def page(publication: Publication) -> html.HtmlElement:
    """Return the whole page."""
    return html.document_fromstring(page_of(publication, drawn).encode())


def fragment(publication: Publication) -> html.HtmlElement:
    """Return the piece for a site."""
    return html.fragment_fromstring(fragment_of(publication, drawn))


def said(element: html.HtmlElement) -> str:
    """Return all text in an element."""
    return str(element.text_content())


def of(*blocks: Block, title: tuple[str, ...] = ("某某局", "报告")) -> Publication:
    """Return a report of some blocks."""
    return Publication(title, "某某局", 2024, date(2025, 1, 20), blocks)


def table(
    *cells: Cell, header_rows: int = 0, shares: tuple[int, ...] = (), caption: str = ""
) -> PublishedTable:
    """Return a table of some cells."""
    height = max((cell.row + cell.rows for cell in cells), default=0)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    return PublishedTable(caption, "表的名称", cells, height, width, header_rows, shares)


def awkward() -> Publication:
    """Return a report of what reviewers can do to a document."""
    reaching = (
        Cell(0, 0, "上下", 3, scope=Scope.COLUMN),
        Cell(0, 1, "甲\n乙", 1, 2, Scope.COLUMNS),
        Cell(1, 1, "", 2, 2, Scope.COLUMN),
        Cell(3, 0, "丙", 2, scope=Scope.ROWS),
        Cell(3, 1, "1", 2, 2),
        Cell(5, 0, "丁", scope=Scope.ROW),
        Cell(5, 1, "2", 1, 2),
    )
    return of(
        Heading(4, "1.先是第四级"),
        Heading(1, "与题目同级"),
        Heading(2, ""),
        Paragraph((Piece("前后有空格 "), Piece("见", link="https://a.gov.cn/某 某?a=1&b=%zz<x>"))),
        Paragraph((Piece("", link="https://a.gov.cn"), Piece("\x0b\x85\x7f\ufdd0&amp;"))),
        Paragraph(()),
        table(*reaching, header_rows=1, shares=(1, 2, 2)),
        table(Cell(0, 0, "只有一格")),
        Figure(chart(), "", '"><script>alert(1)</script>', 40, 30),
        Paragraph((Piece("2025年1月20日"),), Manner.ISSUED),
        Paragraph((Piece("附件说明"),), Manner.CENTRED),
        title=("某某局<&>", "2024年\n报告"),
    )
