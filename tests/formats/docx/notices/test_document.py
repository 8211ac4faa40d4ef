"""A notice as a Word document."""

import pytest
from lxml import etree

from generator.files.delivery import AlreadyThere
from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.notices.document import compared, notice_document, whose_notice
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse
from generator.formats.docx.package.part_names import CORE, CUSTOM, W
from generator.model.collection.notices.notice import Notice, NoticeKind
from tests.formats.docx.notices.sent import MENDED, NOTICE, template

COLLECTION = "汇总2024"


def parts_of(notice: Notice = NOTICE) -> dict[str, bytes]:
    return open_archive(notice_document(notice, template(), COLLECTION), "a.docx", DOCUMENT)


def root_of(notice: Notice = NOTICE) -> etree._Element:
    return parse(parts_of(notice)[DOCUMENT], DOCUMENT, "")


def lines_of(notice: Notice = NOTICE) -> list[str]:
    return [paragraph_text(one) for one in paragraphs(root_of(notice))]


def rows(table: etree._Element) -> list[list[str]]:
    return [
        ["".join(map(paragraph_text, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def test_it_says_to_whom_from_whom_and_on_what() -> None:
    lines = lines_of()
    assert lines[0] == "某某区民政局2024年政府信息公开工作年度报告整改单"
    assert lines[1] == "某某区民政局："
    assert lines[2:4] == ["已经核对。", "不计入汇总。"]
    assert lines[-2] == "某某区人民政府办公室"
    assert any("月　　日前把整份报告重新报来" in line for line in lines)


def test_each_part_has_a_table_and_items_are_numbered_throughout() -> None:
    lines = lines_of()
    assert "一、仍要改正的（2 处）" in lines
    assert "二、已经改好的（1 处）" in lines
    assert [rows(table) for table in root_of().iter(f"{W}tbl")] == [
        [
            ["序号", "位置", "问题", "怎么办"],
            ["必须改正"],
            ["1", "『三、申请办理』K28", "总计应为 12，填的是 11。", "请改正。"],
            ["请看一看，没有错的不用改"],
            ["2", "『正文』D4", "用了“A&B<C”。", "请看一看。"],
        ],
        [["序号", "位置", "上次指出的问题"], ["3", "『正文』D9", "写重了。"]],
    ]


def test_a_single_part_has_no_number() -> None:
    assert MENDED.heading in lines_of(NOTICE._replace(parts=(MENDED,)))


def test_headers_are_repeated_and_rows_are_not_parted() -> None:
    lines = list(root_of().iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in lines)
    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in lines) == 2


@pytest.mark.parametrize("beyond", ["", "此外还有 3 处没有列出。"])
def test_the_signature_has_a_page_with_something_of_the_list(beyond: str) -> None:
    *_, table = root_of(NOTICE._replace(beyond=beyond)).iter(f"{W}tbl")
    *_, last = table.iter(f"{W}tr")
    after = [one for one in table.itersiblings() if one.tag == f"{W}p"]
    going_along = [*last.iter(f"{W}p"), *after[:-1]]
    assert len(after) == (3 if beyond else 2)
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in going_along)


def test_what_is_not_listed_is_told_below() -> None:
    lines = lines_of(NOTICE._replace(beyond="此外还有 3 处没有列出。"))
    assert lines.index("此外还有 3 处没有列出。") == lines.index("写重了。") + 1


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (NoticeKind.MEND, "请照下面逐条改正"),
        (NoticeKind.REPLACE, "日前重新报来。"),
        (NoticeKind.FILE, "日前报来。已经报送的"),
    ],
)
def test_each_kind_asks_for_something_else(kind: NoticeKind, asked: str) -> None:
    text = "\n".join(lines_of(NOTICE._replace(kind=kind, parts=())))
    assert asked in text
    assert text.count("　　月　　日前") == 1
    assert kind.called in text


def test_a_long_name_is_broken_between_words_and_a_long_signature_moves_left() -> None:
    name = "某某市某某区城市管理和综合行政执法局（某某区城市更新局）"
    root = root_of(NOTICE._replace(unit=name, organ=name, parts=()))
    title, *_, signature, _day = paragraphs(root)
    assert len(list(title.iter(f"{W}br"))) == 2
    assert paragraph_text(signature) == name
    styles = [one.get(f"{W}val") for one in root.iter(f"{W}pStyle")]
    assert styles[-2:] == ["公文长落款", "公文长落款"]


def test_nothing_people_wrote_breaks_a_document() -> None:
    hostile = "</w:t>{{ 年度 }}\n\x07\ufdd00\ufdd1&"
    notice = NOTICE._replace(unit=hostile, organ=hostile, said=(hostile,))
    assert "</w:t>{{ 年度 }} 0&" in lines_of(notice)


def test_nothing_of_the_machine_is_in_it_and_the_same_input_gives_the_same_bytes() -> None:
    first, again = (notice_document(NOTICE, template(), COLLECTION) for _ in range(2))
    assert first == again
    core = parts_of()[CORE].decode()
    assert core.count("2025-01-01T00:00:00Z") == 2
    assert "<dc:creator>某某区人民政府办公室</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core


def test_no_year_keeps_a_notice_from_being_written() -> None:
    for year in (0, 99_999):
        assert lines_of(NOTICE._replace(year=year))


def edited(content: bytes) -> bytes:
    parts = open_archive(content, "a.docx", DOCUMENT)
    changed = parts[DOCUMENT].decode().replace("　　月　　日前", "3月5日前")
    return package({**parts, DOCUMENT: changed.encode()})


def test_a_notice_is_known_edited_or_not() -> None:
    content = notice_document(NOTICE, template(), COLLECTION)
    assert whose_notice(content) == ("某某区民政局", "汇总2024", "2024")
    assert whose_notice(edited(content)) == whose_notice(content)
    parts = open_archive(content, "a.docx", DOCUMENT)
    parts[CUSTOM] = parts[CUSTOM].replace(b"notice-of-unit", b"other")
    assert whose_notice(package(parts)) is None
    assert whose_notice(b"no document") is None


def test_what_people_wrote_into_one_stands_as_long_as_there_is_nothing_else_to_say() -> None:
    content = notice_document(NOTICE, template(), COLLECTION)
    other = notice_document(NOTICE._replace(said=("重新核对。",)), template(), COLLECTION)
    assert compared(content, edited(content)) == AlreadyThere.SAME
    assert compared(other, edited(content)) == AlreadyThere.EDITED
    assert compared(other, content) == AlreadyThere.OLDER
    assert compared(content, b"no document") == AlreadyThere.EDITED
