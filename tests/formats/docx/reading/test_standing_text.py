"""What is struck out or hidden is no text: by whatever a reader sees it so."""

import pytest

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.tracked_changes.read.accepted_and_original import original
from generator.manuscript.manuscript import Doubt, Grid, Line, Manuscript, Unseen
from tests.formats.docx.revised import row, table
from tests.formats.docx.tiny import document, element, paragraph, parts, run

NAME = "修改稿.docx"
STYLES = element(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="常"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="作废"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="也作废"><w:basedOn w:val="作废"/></w:style>'
    '<w:style w:type="character" w:styleId="划去"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="双划"><w:rPr><w:dstrike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="藏"><w:rPr><w:vanish/></w:rPr></w:style>',
)
STRUCK, HIDDEN = "<w:strike/>", "<w:vanish/>"
TWICE, ON_THE_WEB, NOT = "<w:dstrike/>", "<w:webHidden/>", '<w:strike w:val="0"/>'


def look(text: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'


def read(content: str) -> Manuscript:
    return read_body(parts(document(content), styles=STYLES), NAME).manuscript


def texts(content: str) -> list[str]:
    return [line.text for line in read(content).lines]


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        (STRUCK, Unseen.STRUCK),
        (TWICE, Unseen.STRUCK),
        (styled("划去"), Unseen.STRUCK),
        (styled("双划"), Unseen.STRUCK),
        (HIDDEN, Unseen.HIDDEN),
        (styled("藏"), Unseen.HIDDEN),
        (STRUCK + HIDDEN, Unseen.HIDDEN),
    ],
)
def test_struck_and_hidden_words_do_not_stand_and_are_told(properties: str, how: Unseen) -> None:
    found = read(paragraph(run("甲") + look("乙", properties) + run("丙")))
    (line,) = found.lines
    assert line.text == "甲丙"
    assert [(trace.words, trace.added, trace.how) for trace in line.traces] == [("乙", False, how)]
    assert [(one.how, one.text, one.place) for one in found.unseen] == [(how, "乙", line.place)]


@pytest.mark.parametrize("properties", ["", NOT, ON_THE_WEB, styled("划去") + NOT])
def test_words_that_a_printed_page_shows_stand(properties: str) -> None:
    found = read(paragraph(run("甲") + look("乙", properties)))
    assert ([line.text for line in found.lines], found.unseen) == (["甲乙"], ())


def test_the_style_of_a_paragraph_strikes_and_one_of_words_takes_it_back() -> None:
    """17.7.3: what both styles say, a reader does not see."""
    for name in ("作废", "也作废"):
        content = run("甲") + look("乙", styled("划去")) + look("丙", NOT)
        assert texts(paragraph(content, f'<w:pStyle w:val="{name}"/>')) == ["乙丙"]


def test_a_mark_that_is_struck_strikes_no_words() -> None:
    assert texts(paragraph(run("甲"), f"<w:rPr>{STRUCK}</w:rPr>")) == ["甲"]


def test_a_paragraph_struck_as_a_whole_is_no_line_and_has_no_number() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = element(
        "w:numbering",
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    content = paragraph(look("甲", STRUCK), listed) + paragraph(run("乙"), listed)
    given = parts(document(content), numbering=numbering)
    assert [line.text for line in read_body(given, NAME).manuscript.lines] == ["2.乙"]


def test_after_a_hidden_mark_the_next_paragraph_goes_on() -> None:
    content = paragraph(run("甲"), f"<w:rPr>{HIDDEN}</w:rPr>") + paragraph(run("乙"))
    assert texts(content) == ["甲乙"]


def test_what_was_struck_under_tracked_changes_stands_in_the_original() -> None:
    change = (
        '<w:rPrChange w:id="1" w:author="甲" w:date="2024-01-20T09:30:00Z"><w:rPr/></w:rPrChange>'
    )
    given = parts(document(paragraph(run("甲") + look("乙", STRUCK + change))))
    before, after = (
        read_body(given, NAME, *view).manuscript.lines[0].text for view in ((original,), ())
    )
    assert (before, after) == ("甲乙", "甲")


def test_a_struck_number_with_a_new_one_beside_it_is_the_new_one() -> None:
    cell = paragraph(look("5", STRUCK) + run("7"))
    (grid,) = read(table(row(paragraph(run("收到")), cell))).grids
    assert (grid.cells, grid.doubts) == ({(0, 0): "收到", (0, 1): "7"}, {})
    (line,) = read(paragraph(run("收到") + look("5", STRUCK) + run("7件"))).lines
    assert (line.text, line.doubt) == ("收到7件", None)


@pytest.mark.parametrize(
    ("content", "doubt"),
    [
        (run("1") + look("2", STRUCK) + run("3"), Doubt("13", "123")),
        (run("约1") + look("2", STRUCK) + look("4", HIDDEN) + run("3件"), Doubt("13", "1243")),
        (run("3") + look("件、", STRUCK) + run("5件"), Doubt("35", "3件、5")),
        (run("1,") + look("2", STRUCK) + run("38"), Doubt("1,38", "1,238")),
        (run("12") + look("3", STRUCK) + run("件"), None),
        (look("1", STRUCK) + run("23"), None),
        (run("甲") + look("乙", STRUCK) + run("丙"), None),
    ],
)
def test_digits_that_join_over_what_was_struck_are_a_doubt(
    content: str, doubt: Doubt | None
) -> None:
    (line, grid) = read(paragraph(content) + table(row(paragraph(content)))).blocks
    assert isinstance(line, Line)
    assert isinstance(grid, Grid)
    assert line.doubt == doubt
    assert grid.doubts == ({(0, 0): doubt} if doubt else {})


def test_struck_words_in_headers_and_text_boxes_do_not_stand_either() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('框') + look('外', STRUCK))}"
    content = paragraph(run("甲") + f"{box}</w:txbxContent></w:pict></w:r>")
    given = parts(document(content))
    header = element("w:hdr", paragraph(run("内部") + look("资料", HIDDEN)))
    given["word/header1.xml"] = parts(header)["word/document.xml"]
    found = read_body(given, NAME).manuscript
    assert str(found.others[0]) == "文本框：框"
    assert found.margins == ("内部",)
