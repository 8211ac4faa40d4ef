from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import Body, LineSource, read_body
from generator.formats.docx.text import visible_text
from generator.manuscript.manuscript import Grid, Line, Manuscript, Trace
from generator.model.finding import Refusal
from generator.model.report import Paragraph, Report
from tests import paths, samples
from tests.few import few, fewer
from tests.formats.docx.revised import marked, row, table, tracked
from tests.formats.docx.short_template import filled, filled_in
from tests.formats.docx.templates import compiled
from tests.formats.docx.tiny import document, element, paragraph, parts, run
from tests.forms import FORM
from tests.generated import PARAGRAPHS
from tests.manuscript.review.edited import generated, report_of
from tests.reviewing import extras
from tests.reviewing.record import Reviewed
from tests.reviewing.reviewer import review, unedited

NAME = "修改稿.docx"
WHOLE = paths.DOCUMENT.read_bytes()
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
STYLED = '<w:r><w:rPr><w:rStyle w:val="标题字"/></w:rPr><w:t>{}</w:t></w:r>'
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
SIGNED = ("甲", "2024-01-20T09:30:00Z")


def read(content: str, **others: etree._Element) -> Body:
    return read_body(parts(document(content), **others), NAME)


def lines(content: str) -> list[str]:
    return [line.text for line in read(content).manuscript.lines]


def read_file(data: bytes) -> Manuscript:
    return read_body(open_archive(data, "", DOCUMENT), NAME).manuscript


def made_of(report: Report) -> Manuscript:
    """Return the document of a report, read."""
    return read_file(filled_in(compiled(), FORM, report))


@pytest.fixture(scope="module", params=["short", pytest.param("whole", marks=pytest.mark.long)])
def base(request: pytest.FixtureRequest) -> bytes:
    """Return the document that is reviewed."""
    return filled(samples.report()) if request.param == "short" else WHOLE


def texts(found: Manuscript) -> tuple[list[str], list[dict[tuple[int, int], str]]]:
    return [line.text for line in found.lines], [dict(grid.cells) for grid in found.grids]


def truth(done: Reviewed) -> tuple[list[str], list[list[str]]]:
    """Return the lines of a document, and what is in its tables, as the reviewer says."""
    split = [line for text in done.lines for line in text.split("\n") if line.strip()]
    return split, [[text for cells in grid for text in cells if text] for grid in done.tables]


def test_what_was_printed_is_read_back() -> None:
    assert texts(made_of(samples.report())) == texts(generated(samples.report()))


@given(PARAGRAPHS)
@fewer(4)
def test_any_narrative_that_was_printed_is_read_back(rows: tuple[Paragraph, ...]) -> None:
    report = report_of(*rows)
    found, expected = texts(made_of(report)), texts(generated(report))
    assert [line.strip() for line in found[0]] == [line.strip() for line in expected[0]]
    assert found[1] == expected[1]


@pytest.mark.parametrize("seed", few(range(12), 5))
def test_an_edited_document_reads_as_the_reviewer_left_it(base: bytes, seed: int) -> None:
    rng = Random(seed)
    found = read_file((done := review(base, rng, tracked=None)).data)
    cells = [[text for text in grid.cells.values() if text] for grid in found.grids]
    assert ([line.text for line in found.lines], cells) == truth(done)
    tracked = [edit for edit in done.edits if edit.tracked]
    assert found.revised == bool(tracked)
    blocks = [*(line.traces for line in found.lines)]
    blocks += [traces for grid in found.grids for traces in grid.traces.values()]
    authors = {trace.by for traces in blocks for trace in traces}
    for edit in tracked:
        assert edit.author in authors or not edit.after


@pytest.mark.parametrize(
    ("extra", "what"),
    [
        (extras.add_picture, ("图片",)),
        (extras.add_appendix, ()),
        (extras.add_table, ()),
        (extras.add_link, ()),
        (extras.format_only, ()),
        (extras.strip_provenance, ()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_else_happens_to_a_document(
    base: bytes, extra: Callable[[Reviewed, Random], Reviewed], what: tuple[str, ...]
) -> None:
    assert others_read_in(extra(unedited(base), Random(1))) == [*what]


def test_rows_that_begin_late_are_read() -> None:
    assert others_read_in(extras.late_row(unedited(WHOLE), Random(1))) == []


def others_read_in(done: Reviewed) -> list[str]:
    """Return what else is read in a document without 修订, whose lines and tables must be right."""
    found = read_file(done.data)
    cells = [[text for text in grid.cells.values() if text] for grid in found.grids]
    assert ([line.text for line in found.lines], cells) == truth(done)
    assert not found.revised
    return [str(thing) for thing in found.others]


def test_a_comment_is_a_remark_with_its_line(base: bytes) -> None:
    for seed in range(2):
        rng = Random(seed)
        done = extras.add_comment(review(base, rng), rng)
        (remark,), (comment,) = read_file(done.data).remarks, done.comments
        assert (remark.by, remark.words, remark.text) == (
            comment.author,
            comment.words,
            comment.text,
        )
        assert remark.place.file == NAME
        assert remark.place.spot or remark.place.within
        assert remark.when == "2024-01-19T10:30:00Z"


def test_blank_paragraphs_are_no_lines_and_are_not_counted() -> None:
    found = read(paragraph(run("甲")) + paragraph(run("　")) + paragraph("") + paragraph(run("乙")))
    assert [(line.text, line.place.spot) for line in found.manuscript.lines] == [
        ("甲", "第1段“甲”"),
        ("乙", "第2段“乙”"),
    ]


def test_a_line_break_begins_a_line_of_the_same_paragraph() -> None:
    broken = "<w:r><w:t>甲</w:t><w:br/><w:br/><w:t>乙</w:t></w:r>"
    found = read(paragraph(broken))
    assert [line.text for line in found.manuscript.lines] == ["甲", "乙"]
    assert {line.place.spot for line in found.manuscript.lines} == {"第1段“甲 乙”"}
    starts = [source.start for source in found.sources if isinstance(source, LineSource)]
    assert starts == [0, 3]


def test_a_break_of_the_page_begins_no_line() -> None:
    assert lines(paragraph('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>')) == [
        "甲乙"
    ]


def test_a_name_that_the_program_divided_is_one_line() -> None:
    divided = '<w:r><w:t>某某市</w:t><w:br w:clear="left"/><w:t>某某局</w:t></w:r>'
    assert lines(paragraph(divided)) == ["某某市某某局"]


def test_an_automatic_number_is_part_of_the_line() -> None:
    level = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    numbering = element(
        "w:numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    headed = paragraph(BOLD.format("甲。") + run("乙"), number)
    broken = paragraph("<w:r><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>", number)
    found = read(headed + broken, numbering=numbering)
    assert [(line.text, line.lead) for line in found.manuscript.lines] == [
        ("1.甲。乙", 4),
        ("2.丙", 0),
        ("丁", 0),
    ]
    numbers = [source.number for source in found.sources if isinstance(source, LineSource)]
    assert numbers == ["1.", "2.", ""]


def test_every_block_has_its_source() -> None:
    content = paragraph(run("甲")) + table(row(paragraph(run("乙")))) + paragraph(run("丙"))
    found = read(content)
    assert len(found.sources) == len(found.manuscript.blocks) == 3
    for block, source in zip(found.manuscript.blocks, found.sources, strict=True):
        if isinstance(source, LineSource):
            assert isinstance(block, Line)
            assert visible_text(source.paragraph) == block.text
        else:
            assert isinstance(block, Grid)
            assert source.tag == W + "tbl"


def test_lines_and_tables_in_content_controls_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inside = control.format(paragraph(run("甲")) + table(row(paragraph(run("乙")))))
    found = read(control.format(inside)).manuscript
    assert [line.text for line in found.lines] == ["甲"]
    assert [grid.cells for grid in found.grids] == [{(0, 0): "乙"}]


def test_a_text_box_is_mentioned_once_and_is_no_line() -> None:
    box = BOX.format(paragraph(run("框里")) + paragraph(run("两行")))
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    content = paragraph(run("甲") + f"{twice}</mc:AlternateContent>") + paragraph(run("乙"))
    found = read(content).manuscript
    assert [line.text for line in found.lines] == ["甲", "乙"]
    assert [str(thing) for thing in found.others] == ["文本框：框里／两行"]


def test_a_cell_of_several_paragraphs_is_one_text() -> None:
    (grid,) = read(
        table(row(paragraph(run("甲")) + paragraph(run("乙")), paragraph("")))
    ).manuscript.grids
    assert grid.cells == {(0, 0): "甲\n乙", (0, 1): ""}
    assert grid.place.within == "第1个表格"


@pytest.mark.parametrize(
    ("content", "lead"),
    [
        (BOLD.format("平台。") + run("甲"), 3),
        (STYLED.format("平台。") + run("甲"), 3),
        (BOLD.format("平") + BOLD.format("台。") + run("甲"), 3),
        (BOLD.format("平台。"), 0),
        (run("甲") + BOLD.format("平台。"), 0),
        (run("甲"), 0),
    ],
)
def test_what_stands_out_at_the_beginning_of_a_line_is_its_lead(content: str, lead: int) -> None:
    (line,) = read(paragraph(content)).manuscript.lines
    assert line.lead == lead


def test_traces_say_who_added_and_struck_which_words() -> None:
    content = run("甲") + tracked("ins", run("乙")) + tracked("del", run("丙")) + run("丁")
    found = read(paragraph(content)).manuscript
    assert found.revised
    (line,) = found.lines
    assert line.text == "甲乙丁"
    assert line.traces == (
        Trace(*SIGNED, "乙", added=True),
        Trace(*SIGNED, "丙", added=False),
    )


def test_neighbouring_traces_of_one_hand_are_one() -> None:
    content = tracked("ins", run("甲")) + tracked("ins", run("乙"))
    (line,) = read(paragraph(content)).manuscript.lines
    assert line.traces == (Trace(*SIGNED, "甲乙", added=True),)


def test_a_paragraph_that_was_added_has_a_trace() -> None:
    (line,) = read(marked(run("甲"), "ins") + paragraph("")).manuscript.lines
    assert line.traces == (Trace(*SIGNED, "", added=True),)


def test_traces_in_a_table_are_told_by_cell() -> None:
    cell = paragraph(tracked("del", run("5")) + tracked("ins", run("6")))
    (grid,) = read(table(row(paragraph(run("甲")), cell))).manuscript.grids
    assert grid.cells == {(0, 0): "甲", (0, 1): "6"}
    assert grid.traces == {
        (0, 1): (Trace(*SIGNED, "5", added=False), Trace(*SIGNED, "6", added=True))
    }


def test_pictures_and_notes_are_mentioned() -> None:
    things = "<w:r><w:drawing/><w:object/><w:footnoteReference/><w:endnoteReference/></w:r>"
    found = read(paragraph(things)).manuscript.others
    assert [thing.what for thing in found] == ["图形", "嵌入对象", "脚注", "尾注"]


def test_headers_and_footers_are_the_margins_with_tracked_changes_accepted() -> None:
    header = element("w:hdr", paragraph(run("内部") + tracked("del", run("资料"))))
    given = parts(document(paragraph(run("甲"))))
    given["word/header1.xml"] = etree.tostring(header)
    given["word/footer1.xml"] = etree.tostring(element("w:ftr", paragraph("")))
    assert read_body(given, NAME).manuscript.margins == ("内部",)


def test_a_broken_part_is_refused() -> None:
    given = {**parts(document("")), "word/document.xml": b"<w:document>"}
    with pytest.raises(Refusal, match=NAME):
        read_body(given, NAME)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"<w:r>{'<w:t>甲</w:t><w:br/>' * 10_001}</w:r>", "10001 段"),
        (run("甲" * 500_001), "500001 字"),
    ],
    ids=["lines", "text"],
)
def test_more_than_any_report_has_is_refused(content: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read(paragraph(content))


def test_what_word_shows_from_elsewhere_is_among_the_other_things() -> None:
    (told,) = read(paragraph(run("甲")) + "<w:altChunk/>").manuscript.others
    assert "altChunk" in str(told)
