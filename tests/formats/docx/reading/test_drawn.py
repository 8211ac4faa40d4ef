"""The pictures and charts of a document are read where they stand."""

from generator.files.zip_archive import DOCUMENT, unpacked
from generator.formats.docx.reading.body import read_body
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.model.report import Paragraph
from tests.exhibits import ALL, PART, chart, showing
from tests.formats.docx.short_template import filled
from tests.samples import report

AFTER = Paragraph(PART, 0, "", "后面的一段。")


def document(*rows: Paragraph) -> Manuscript:
    content = filled(showing(report(), *rows, AFTER))
    return read_body(unpacked(content, "", DOCUMENT), "").manuscript


def test_what_is_drawn_stands_before_its_caption() -> None:
    read = document(*ALL)
    behind = [read.blocks[one.block] for one in read.drawn]
    assert [block.text for block in behind if isinstance(block, Line)] == [
        "图1　培训现场",
        "图2　申请人的构成",
    ]
    texts = [block.text if isinstance(block, Line) else "" for block in read.blocks]
    assert isinstance(read.blocks[texts.index("表1　各镇的申请") + 1], Grid)


def test_a_picture_has_its_size_in_points_and_a_chart_its_numbers() -> None:
    picture, shown = document(*ALL).drawn
    assert picture.size == (30.0, 22.5)  # 40 and 30 pixels of 96 an inch
    assert picture.chart is None
    assert shown.chart == chart()._replace(name="")
    assert [one.thing.what for one in (picture, shown)] == ["图片", "图表"]


def test_they_are_among_what_else_is_in_a_document() -> None:
    read = document(*ALL)
    assert [one.thing for one in read.drawn] == list(read.others)


def test_nothing_is_drawn_in_most_documents() -> None:
    assert document().drawn == ()
