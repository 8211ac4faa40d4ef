"""Fields are read as what people see of them."""

import pytest

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.reading.drawn_characters import drawn
from generator.manuscript.manuscript import Manuscript
from tests.formats.docx.tiny import document, element, paragraph, parts, run

NAME = "修改稿.docx"
STYLES = element(
    "w:styles",
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC"><w:name w:val="TOC Heading"/></w:style>',
)
ENTRY = "<w:r><w:t>一、总体情况</w:t><w:tab/><w:t>1</w:t></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, result: str | None = None) -> str:
    shown = "" if result is None else mark("separate") + result
    return mark("begin") + code(instruction) + shown + mark("end")


def read(content: str) -> Manuscript:
    return read_body(parts(document(content), styles=STYLES), NAME).manuscript


def texts(content: str) -> list[str]:
    return [line.text for line in read(content).lines]


@pytest.mark.parametrize(
    ("instruction", "what", "text"),
    [
        (r" eq \o\ac(○,1) ", "带圈字符", "①"),
        (r" eq \o\ac(○,12) ", "带圈字符", "⑫"),
        (r"EQ \o\ac(○,50)", "带圈字符", "㊿"),
        (r" eq \o\ac(○,77) ", "带圈字符", "（77）"),
        (r" eq \o\ac(○,一) ", "带圈字符", "㊀"),
        (r" eq \o\ac(○,印) ", "带圈字符", "印"),
        (r" eq \o\ac(□,印) ", "带圈字符", "印"),
        (r" eq \o\ac(□,3) ", "带圈字符", "（3）"),
        (r" eq \o(\s\up 8(政务),\s\do 3(公开)) ", "合并字符", "政务公开"),
        (r" eq \o\al(\s\up 8(甲\,),\s\do 3(乙)) ", "合并字符", "甲,乙"),
        (r' eq \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yè),业) ', "拼音指南", "业"),
        (r" eq \f(1,2) ", "公式域", ""),
        (r" symbol 9312 \u \f 宋体 ", "符号域", "①"),
        (r" symbol 183 \f Symbol ", "符号域", ""),
    ],
)
def test_what_a_field_without_result_draws(instruction: str, what: str, text: str) -> None:
    found = drawn(instruction)
    assert found is not None
    assert (found.what, found.text) == (what, text)


@pytest.mark.parametrize("instruction", [" PAGE ", "", "eq", " HYPERLINK eq ", "EQUIP 3"])
def test_other_fields_draw_nothing(instruction: str) -> None:
    assert drawn(instruction) is None


def test_a_drawn_character_is_read_where_it_stands_and_told() -> None:
    content = (
        run("第") + mark("begin") + code(r" eq \o\ac(") + code("○") + code(",3)") + mark("end")
    )
    found = read(paragraph(content + run("条")))
    assert [line.text for line in found.lines] == ["第③条"]
    assert (*map(str, found.others),) == ("带圈字符：③",)
    simple = r'<w:fldSimple w:instr=" eq \o\ac(○,3) "/>'
    assert texts(paragraph(run("第") + simple + run("条"))) == ["第③条"]


def test_a_field_that_cannot_be_read_is_told_by_what_it_says() -> None:
    found = read(paragraph(run("甲") + field(r" eq \f(1,2) ")))
    assert ([line.text for line in found.lines], (*map(str, found.others),)) == (
        ["甲"],
        (r"公式域：eq \f(1,2)",),
    )


def test_a_field_with_a_result_is_its_result() -> None:
    assert texts(paragraph(field(" DATE ", run("1月")) + run("乙"))) == ["1月乙"]
    assert texts(paragraph(field(r" eq \o\ac(○,3) ", run("3")))) == ["3"]


def test_what_stands_in_the_instruction_of_a_field_is_not_seen() -> None:
    inner = field(" MERGEFIELD 甲 ", run("是"))
    whole = mark("begin") + code(" IF ") + inner + code(' = "是" ') + mark("separate")
    assert texts(paragraph(whole + run("公开") + mark("end") + run("。"))) == ["公开。"]


def test_a_field_without_end_swallows_nothing() -> None:
    content = paragraph(mark("begin") + code(" TOC ") + mark("separate") + run("甲"))
    assert texts(content + paragraph(run("乙"))) == ["甲", "乙"]
    assert texts(paragraph(mark("begin") + run("甲"))) == ["甲"]


IN_GALLERY = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    f"</w:sdtPr><w:sdtContent>{paragraph(run('目录'))}{paragraph(ENTRY)}</w:sdtContent></w:sdt>"
)
BY_FIELD = (
    paragraph(run("目　录"))
    + paragraph("")
    + paragraph(mark("begin") + code(" TOC ") + mark("separate") + ENTRY)
    + paragraph(field(" PAGEREF x ", run("（一）主动公开　1")))
    + paragraph(mark("end"))
)
BY_STYLE = paragraph(run("目录"), '<w:pStyle w:val="TOC"/>') + paragraph(
    ENTRY, '<w:pStyle w:val="a3"/>'
)


@pytest.mark.parametrize("made", [IN_GALLERY, BY_FIELD, BY_STYLE])
def test_a_table_of_contents_is_no_text_and_told_once(made: str) -> None:
    found = read(made + paragraph(run("一、总体情况")))
    assert [line.text for line in found.lines] == ["一、总体情况"]
    assert (*map(str, found.others),) == ("目录",)


def test_a_table_of_contents_that_was_typed_is_none_of_the_text() -> None:
    entries = ["一、总体情况\t1", "（一）主动公开……2", "", "二、其他 ····· 3"]
    content = "".join(paragraph(run(text)) for text in ["目　录", *entries, "一、总体情况", "甲"])
    found = read_body(parts(document(content)), "").manuscript
    assert [line.text for line in found.lines] == ["一、总体情况", "甲"]
    assert (*map(str, found.others),) == ("目录",)


@pytest.mark.parametrize(
    "content",
    [["目录", "更新1……2", "甲"], ["编制目录", "更新1……2", "修订2……3"], ["甲……1", "乙……2"]],
)
def test_lines_that_end_in_a_number_are_text_where_no_table_of_contents_is(
    content: list[str],
) -> None:
    assert texts("".join(paragraph(run(text)) for text in content)) == content


def test_text_in_the_style_of_an_entry_without_a_page_is_text() -> None:
    content = paragraph(run("公开了目录。"), '<w:pStyle w:val="a3"/>')
    assert texts(paragraph(run("目录")) + content) == ["目录", "公开了目录。"]


def test_text_behind_a_table_of_contents_in_its_last_paragraph_stays() -> None:
    last = paragraph(
        mark("begin") + code(" TOC ") + mark("separate") + ENTRY + mark("end") + run("甲")
    )
    assert texts(last) == ["甲"]
