"""A raised digit beside a number is asked, never joined with it."""

import pytest

from generator.formats.docx.reading.body import read_body
from generator.manuscript.manuscript import Doubt
from tests.formats.docx.tiny import document, element, paragraph, parts, run

RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
MOVED = '<w:r><w:rPr><w:position w:val="12"/></w:rPr><w:t>{}</w:t></w:r>'
STYLED = '<w:r><w:rPr><w:rStyle w:val="note"/></w:rPr><w:t>{}</w:t></w:r>'
STYLES = element(
    "w:styles",
    '<w:style w:type="character" w:styleId="note"><w:rPr><w:vertAlign w:val="superscript"/>'
    "</w:rPr></w:style>",
)


@pytest.mark.parametrize("raised", [RAISED, MOVED, STYLED])
def test_a_number_with_a_raised_digit_beside_it_is_not_clear(raised: str) -> None:
    content = paragraph(run("公开228") + raised.format("1") + run("件"))
    found = read_body(parts(document(content), styles=STYLES), "").manuscript
    assert [line.doubt for line in found.lines] == [Doubt("228", "2281", raised=True)]


def test_so_it_is_in_a_cell() -> None:
    cell = f"<w:tc>{paragraph(run('5') + RAISED.format('2'))}</w:tc>"
    found = read_body(parts(document(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")), "").manuscript
    assert dict(found.grids[0].doubts) == {(0, 0): Doubt("5", "52", raised=True)}


@pytest.mark.parametrize(
    "content",
    [
        run("120m") + RAISED.format("2") + run("。"),
        RAISED.format("228") + RAISED.format("1"),
        run("228") + RAISED.format("注") + run("1"),
        run("228") + RAISED.replace("superscript", "baseline").format("1"),
    ],
)
def test_what_joins_with_no_number_is_clear(content: str) -> None:
    found = read_body(parts(document(paragraph(content))), "").manuscript
    assert [line.doubt for line in found.lines] == [None]
