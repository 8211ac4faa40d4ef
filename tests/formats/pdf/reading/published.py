"""A report with another number in every cell, as the pages of our own PDF show it."""

from dataclasses import replace
from functools import cache

from generator.form.grid import grid
from generator.form.vocabulary import Table
from generator.formats.pdf.document import pdf_of
from generator.formats.pdf.fonts import fonts_to_use
from generator.formats.pdf.reading.drawn_page import DrawnPage
from generator.formats.pdf.reading.opening import opened_pdf
from generator.model.publication import Block, Heading, Manner, Paragraph, Piece, PublishedTable
from tests.formats.pdf.drawings import drawn
from tests.forms import FORM
from tests.manuscript.importing.documents import BODY, OPENING
from tests.publications import official, publication
from tests.samples import numbers

TITLE = ("某某市某某局", "2023年政府信息公开工作年度报告")
LONG = "存在公开的渠道不够多的问题，" * 12 + "今年已加强培训。"
TEXTS = {**BODY, 5: (*BODY[5], LONG, LONG)}


def _with_numbers(table: Table, name: str) -> PublishedTable:
    blank = official(table, name)
    figures = {(cell.row, cell.column): cell.figure for cell in grid(table) if cell.figure}
    cells = tuple(
        cell._replace(text=str(numbers()[figures[cell.row, cell.column]]))
        if (cell.row, cell.column) in figures
        else cell
        for cell in blank.cells
    )
    return blank._replace(cells=cells)


def _blocks() -> list[Block]:
    made: list[Block] = [Paragraph((Piece(OPENING),))]
    for number, section in enumerate(FORM.sections, 1):
        made.append(Heading(2, section.heading))
        made += [_with_numbers(table, section.heading) for table in section.tables]
        made += [Paragraph((Piece(text),)) for text in TEXTS[number]]
    return [*made, Paragraph((Piece("某某市某某局"),), Manner.SIGNATURE)]


@cache
def content() -> bytes:
    """Return our PDF of it."""
    whole = replace(publication(), title=TITLE, year=2023, blocks=tuple(_blocks()))
    return pdf_of(whole, fonts_to_use(()), drawn)


@cache
def pages() -> list[DrawnPage]:
    """Return what its pages show."""
    return opened_pdf(content(), "").pages
