"""Words that nobody can see in a template are found, and white ones on a colour let be."""

from lxml import etree

from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.template.faint import faint
from tests.few import each
from tests.formats.docx.short_template import changed_parts, problems
from tests.formats.docx.tiny import document

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F4E79"/>'
STYLES = etree.fromstring(
    f'<w:styles xmlns:w="{W[1:-1]}">'
    f'<w:style w:type="character" w:styleId="白"><w:rPr>{WHITE}</w:rPr></w:style>'
    f'<w:style w:type="table" w:styleId="深"><w:tcPr>{DARK}</w:tcPr></w:style></w:styles>'
)


def paragraph(look: str = "", words: str = "内部电话12345", more: str = "") -> str:
    return f"<w:p><w:pPr>{more}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def table(content: str, *, of_table: str = "", row: str = "", cell: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tr><w:trPr>{row}</w:trPr>"
        f"<w:tc><w:tcPr>{cell}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )


def said(content: str) -> list[str]:
    return list(faint({DOCUMENT: document(content)}, STYLES))


@each(
    "content, why",
    [
        (paragraph(WHITE), "是白色的字"),
        (paragraph('<w:color w:val="fefefe"/>'), "是白色的字"),
        (paragraph('<w:color w:val="auto" w:themeColor="background1"/>'), "是白色的字"),
        (paragraph('<w:rStyle w:val="白"/>'), "是白色的字"),
        (table(paragraph(WHITE)), "是白色的字"),
        (paragraph('<w:sz w:val="2"/>'), "的字太小"),
        (paragraph('<w:w w:val="1"/>'), "的字太小"),
        (paragraph(more='<w:spacing w:line="20" w:lineRule="exact"/>'), "所在的行太矮"),
        (table(paragraph(), row='<w:trHeight w:val="1" w:hRule="exact"/>'), "所在的行太矮"),
        (
            paragraph(
                '<x:textFill xmlns:x="http://schemas.microsoft.com/office/word/2010/wordml">'
                "<x:noFill/></x:textFill>"
            ),
            "没有颜色",
        ),
    ],
)
def test_words_that_nobody_can_see_are_found(content: str, why: str) -> None:
    place = "word/document.xml：“内部电话12345”"
    assert said(content) == [f"{place}{why}，印出来看不见，请删去或者改得看得见"]


@each(
    "content",
    [
        paragraph(),
        paragraph('<w:color w:val="auto"/><w:sz w:val="21"/>'),
        paragraph(WHITE, words="　"),
        paragraph('<w:sz w:val="2"/>', words="{%p for 段 in 开头 %}"),
        paragraph('<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>'),
        paragraph(f'{WHITE}<w:highlight w:val="black"/>'),
        paragraph(WHITE + DARK),
        paragraph(WHITE, more=DARK),
        table(paragraph(WHITE), cell=DARK),
        table(paragraph(WHITE), of_table='<w:tblStyle w:val="深"/>'),
        f"<w:background/>{paragraph(WHITE)}",
        table(paragraph(), row='<w:trHeight w:val="1" w:hRule="atLeast"/>'),
    ],
)
def test_words_that_are_seen_and_steps_of_the_template_are_let_be(content: str) -> None:
    body = document(content)
    if (page := body.find(f".//{W}background")) is not None:
        body.insert(0, page)
    assert list(faint({DOCUMENT: body}, STYLES)) == []


def test_a_template_with_white_words_is_refused() -> None:
    template = changed_parts(("<w:body>", f"<w:body>{paragraph(WHITE)}"))
    (found,) = problems(template)
    assert "是白色的字" in found
