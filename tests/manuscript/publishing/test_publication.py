"""What a document says, block by block, in its order."""

from generator.manuscript.importing.exhibits.beside_text import BesideText
from generator.manuscript.publishing.written import Written
from generator.model.publication import (
    Figure,
    Heading,
    Level,
    Manner,
    Paragraph,
    Piece,
    PublishedTable,
)
from tests.manuscript.publishing.said import (
    HEADINGS,
    TITLE,
    grid,
    line,
    published,
    shown,
    there,
)


def test_the_title_is_none_of_the_blocks() -> None:
    found, unprintable = published(line("某某市某某局"), line(TITLE[6:]), line("一段话。"))
    assert found.name == TITLE
    assert [one.text for one in found.blocks if isinstance(one, Paragraph)] == ["一段话。"]
    assert unprintable == []


def test_what_stands_above_the_title_stays_there() -> None:
    found, _ = published(line("附件1"), line(TITLE), line("一段话。"))
    assert [one.text for one in found.above if isinstance(one, Paragraph)] == ["附件1"]
    assert len(found.blocks) == 1


def test_no_heading_stands_above_the_title() -> None:
    found, _ = published(line("附件1", outlined=True), line(TITLE))
    assert found.above == (Paragraph((Piece("附件1"),), Manner.CENTRED),)


def test_a_title_worded_otherwise_is_the_first_line_and_is_told() -> None:
    found, (told,) = published(line("我们局这一年"), line("一段话。"))
    assert found.title == ("我们局这一年",)
    assert len(found.blocks) == 1
    assert "认不出报告的标题" in told.what


def test_a_document_that_begins_with_text_has_the_title_of_its_form() -> None:
    found, (told,) = published(line("一段话，没有标题。"))
    assert found.name == f"某某市某某局{TITLE[6:]}"
    assert [one.text for one in found.blocks if isinstance(one, Paragraph)] == [
        "一段话，没有标题。"
    ]
    assert told.advice


def test_headings_leave_out_no_level() -> None:
    found, _ = published(
        line(TITLE),
        line(HEADINGS[0]),
        line("1.小标题", outlined=True),
        line("二、又一节", outlined=True),
    )
    levels = [one.level for one in found.blocks if isinstance(one, Heading)]
    assert levels == [2, 3, 2]


def test_lines_of_one_paragraph_stay_in_it() -> None:
    written = Written(going_on=frozenset({2}))
    lines = map(line, (TITLE, "第一行", "第二行", "另一段"))
    found, _ = published(*lines, written=written)
    assert [one.text for one in found.blocks if isinstance(one, Paragraph)] == [
        "第一行\n第二行",
        "另一段",
    ]


def test_a_signature_is_one_only_at_the_end() -> None:
    blocks = (
        line(TITLE),
        line("某某市某某局"),
        line(HEADINGS[-1]),
        line("一段话。"),
        line("某某市某某局"),
        line("2024年1月20日"),
    )
    found, _ = published(*blocks)
    manners = [one.manner for one in found.blocks if isinstance(one, Paragraph)]
    assert manners == [Manner.BODY, Manner.BODY, Manner.SIGNATURE, Manner.ISSUED]


def test_a_figure_stands_where_it_does_with_the_caption_below() -> None:
    beside = BesideText((shown(2),), captions=frozenset({2}))
    found, _ = published(line(TITLE), line("前。"), line("图1　会场"), line("后。"), beside=beside)
    before, figure, after = found.blocks
    assert isinstance(figure, Figure)
    assert (figure.caption, figure.caption_above) == ("图1　会场", False)
    assert [one.text for one in (before, after) if isinstance(one, Paragraph)] == ["前。", "后。"]


def test_a_caption_above_stays_above() -> None:
    beside = BesideText((shown(2),), captions=frozenset({1}))
    found, _ = published(line(TITLE), line("图1　会场"), line("后。"), beside=beside)
    (figure,) = (one for one in found.blocks if isinstance(one, Figure))
    assert figure.caption_above


def test_a_figure_that_no_page_can_show_is_told_and_its_caption_stays() -> None:
    beside = BesideText((shown(1, floating=True),), captions=frozenset({1}))
    found, (told,) = published(line(TITLE), line("图1　印章"), beside=beside)
    assert found.blocks == (Paragraph((Piece("图1　印章"),), Manner.CENTRED),)
    assert "浮在文字上面" in told.what


def test_a_picture_that_was_cut_is_shown_whole_and_told() -> None:
    beside = BesideText((shown(1, altered="裁剪过"),))
    found, (told,) = published(line(TITLE), beside=beside)
    assert isinstance(found.blocks[0], Figure)
    assert "裁剪过" in told.what


def test_a_table_that_no_page_can_show_is_told_unless_it_is_blank() -> None:
    found, told = published(line(TITLE), grid(["甲"]), grid([""]))
    assert found.blocks == ()
    assert len(told) == 1


def test_a_table_has_its_caption_and_the_looks_of_its_words() -> None:
    rows = (["镇", "面积"], ["甲镇", "12m2"])
    pieces = (Piece("12m"), Piece("2", level=Level.RAISED))
    beside = BesideText(tables={0: there(*rows)}, captions=frozenset({1}))
    written = Written(cells={(0, (1, 1)): pieces})
    found, _ = published(
        line(TITLE), line("表1　面积"), grid(*rows), beside=beside, written=written
    )
    (table,) = found.blocks
    assert isinstance(table, PublishedTable)
    assert table.caption == "表1　面积"
    assert table.cells[-1].pieces == pieces
    assert table.cells[0].pieces == (Piece("镇"),)
