"""Looks of words that a workbook cannot hold: the characters are read, the look is told."""

import pytest

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.text import visible_text
from tests.formats.docx.tiny import document, element, paragraph, parts, run

RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yèwù</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>业务</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
LAYOUT = '<w:r><w:rPr><w:eastAsianLayout w:id="{}" w:{}="1"/></w:rPr><w:t>{}</w:t></w:r>'
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
AS_TEXT = '<w:r><w:rPr><w:rFonts w:ascii="{}"/></w:rPr><w:t>{}</w:t></w:r>'
HALF = "<m:oMath><m:f><m:num>{}</m:num><m:den>{}</m:den></m:f></m:oMath>".format(
    *(f"<m:r><m:t>{digit}</m:t></m:r>" for digit in "12")
)


@pytest.mark.parametrize(
    ("content", "text", "told"),
    [
        (RUBY + run("培训"), "业务培训", ("拼音指南：业务",)),
        (LAYOUT.format(1, "vert", "51") + run("场"), "51场", ("纵横混排：51",)),
        (
            LAYOUT.format(1, "combine", "政务") + LAYOUT.format(1, "combine", "公开"),
            "政务公开",
            ("双行合一：政务公开",),
        ),
        (
            LAYOUT.format(1, "vert", "51") + LAYOUT.format(2, "vert", "8"),
            "518",
            ("纵横混排：51", "纵横混排：8"),
        ),
        (HALF, "1/2", ("公式：1/2",)),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x", ("公式：x",)),
        (SYMBOL.format("Wingdings", "F0FE"), "☑", ()),
        (SYMBOL.format("Wingdings 2", "F0A3"), "☐", ()),
        (SYMBOL.format("Webdings", "F04D") + run("甲"), "甲", ("符号：Webdings F04D",)),
        (AS_TEXT.format("Wingdings", "\uf0fc"), "✓", ()),
        (AS_TEXT.format("宋体", "\uf0fc"), "\uf0fc", ("符号：宋体 F0FC",)),
    ],
)
def test_the_characters_are_read_and_the_look_is_told(
    content: str, text: str, told: tuple[str, ...]
) -> None:
    found = read_body(parts(document(paragraph(content))), "修改稿.docx").manuscript
    assert ([line.text for line in found.lines], (*map(str, found.others),)) == ([text], told)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:smartTag>{}</w:smartTag>", "甲"),
        ("<w:customXml>{}</w:customXml>", "甲"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "甲"),
        ('<w:fldSimple w:instr=" DATE ">{}</w:fldSimple>', "甲"),
        ('<w:bdo w:val="ltr">{}</w:bdo>', "甲"),
        ('<w:dir w:val="ltr">{}</w:dir>', "甲"),
        ("{}<w:r><w:noBreakHyphen/><w:t>1</w:t></w:r>", "甲-1"),
        ("{}<w:r><w:softHyphen/><w:t>1</w:t></w:r>", "甲1"),
        ('{}<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', "甲①"),
        ("{}<w:r><w:ptab/><w:t>1</w:t></w:r>", "甲\t1"),
        (
            "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
            "</mc:AlternateContent>",
            "甲",
        ),
    ],
)
def test_text_is_read_once_whatever_holds_it(content: str, text: str) -> None:
    assert visible_text(element("w:p", content.format(run("甲")))) == text
