"""What nobody sees in a template does not get into every report."""

from generator.formats.docx.package.ooxml import serialize
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.template.hidden import hidden
from tests.few import each
from tests.formats.docx.short_template import changed_parts, parts, problems
from tests.formats.docx.tiny import document, element

STYLES = "word/styles.xml"
ENDS = {DOCUMENT: "<w:sectPr", STYLES: "</w:styles>", "word/header1.xml": "</w:hdr>"}
BY = 'w:id="1" w:author="某人"'
WORDS = "<w:r><w:t>内部电话12345</w:t></w:r>"


def said(content: str, part: str = DOCUMENT, style: str = "") -> list[str]:
    """Return what is wrong with a template that holds something more, and a style more."""
    changed = changed_parts((ENDS[part], content + ENDS[part]), part=part)
    styled = changed_parts((ENDS[STYLES], style + ENDS[STYLES]), part=STYLES)
    return problems({**changed, STYLES: styled[STYLES]} if style else changed)


@each(
    "content",
    [
        f"<w:p><w:ins {BY}>{WORDS}</w:ins></w:p>",
        f"<w:p><w:del {BY}><w:r><w:delText>去年</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr></w:p>",
        f"<w:p><w:r><w:rPr><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>",
        f"<w:p><w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr></w:p>",
        f"<w:p><w:pPr><w:numPr><w:ins {BY}/></w:numPr></w:pPr></w:p>",
        f"<w:p><w:pPr><w:sectPr><w:sectPrChange {BY}/></w:sectPr></w:pPr></w:p>",
        f"<w:tbl><w:tblPr><w:tblPrChange {BY}/></w:tblPr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {BY}/></w:tcPr></w:tc></w:tr></w:tbl>",
        f'<w:customXmlInsRangeStart {BY}/><w:customXmlInsRangeEnd w:id="1"/>',
        f'<w:moveFromRangeStart {BY} w:name="a"/><w:moveFromRangeEnd w:id="1"/>',
    ],
)
def test_a_revision_of_any_kind_is_found(content: str) -> None:
    (found,) = hidden({STYLES: parts()[STYLES]}, {DOCUMENT: document(content)})
    assert found.startswith("word/document.xml：还有没接受的修订")


def test_a_revision_in_a_header_or_a_style_is_refused() -> None:
    change = f"<w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>"
    style = f'<w:style w:type="paragraph" w:styleId="甲">{change}</w:style>'
    for part, content in (("word/header1.xml", f"<w:p>{change}</w:p>"), (STYLES, style)):
        assert said(content, part) == [f"{part}：还有没接受的修订，请先接受或拒绝所有修订"]


def style(look: str, kind: str = "character", key: str = "藏", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="隐藏字"/>{more}'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


@each(
    "hiding, user",
    [
        (style("<w:vanish/>"), '<w:r><w:rPr><w:rStyle w:val="藏"/></w:rPr></w:r>'),
        (style("<w:specVanish/>"), '<w:r><w:rPr><w:rStyle w:val="藏"/></w:rPr></w:r>'),
        (style('<w:vanish w:val="on"/>', "paragraph"), '<w:pPr><w:pStyle w:val="藏"/></w:pPr>'),
        (
            style("<w:vanish/>", "paragraph")
            + style("", "paragraph", "乙", '<w:basedOn w:val="藏"/>'),
            '<w:pPr><w:pStyle w:val="乙"/></w:pPr>',
        ),
    ],
)
def test_words_that_a_style_hides_are_refused(hiding: str, user: str) -> None:
    assert said(f"<w:p>{user}</w:p>", style=hiding) == [
        "用到的样式“隐藏字”把文字隐藏了，请在“修改样式”里取消隐藏"
    ]


def test_a_style_that_hides_and_is_not_used_is_let_through() -> None:
    unused = style("<w:vanish/>", more="<w:hidden/>") + style('<w:vanish w:val="0"/>', key="乙")
    shown = '<w:p><w:r><w:rPr><w:rStyle w:val="乙"/></w:rPr></w:r></w:p>'
    assert said(shown, style=unused) == []
    hidden_in_lists = style("", more="<w:hidden/>")
    assert said(shown.replace("乙", "藏"), style=hidden_in_lists) == []


def test_what_is_hidden_by_default_is_refused() -> None:
    changed = changed_parts(
        ("<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>"), part=STYLES
    )
    assert problems(changed) == ["默认的字体设成了隐藏，请取消隐藏"]


def test_what_is_hidden_where_no_tags_are_is_refused_too() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f"<w:footnotes {space}><w:r><w:rPr><w:specVanish/></w:rPr></w:r></w:footnotes>"
    found = problems({**parts(), "word/footnotes.xml": note.encode()})
    assert "word/footnotes.xml：有隐藏的文字或表格行，请取消隐藏" in found


def test_a_hidden_picture_is_refused() -> None:
    spaces = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    shape = f'<w:drawing {spaces}><wp:docPr id="1" name="" hidden="1"/></w:drawing>'
    assert said(f"<w:p><w:r>{shape}</w:r></w:p>")[0].startswith(
        "word/document.xml：有隐藏的图片或图形"
    )


@each("kind, called", [("footnote", "脚注"), ("endnote", "尾注")])
def test_a_note_without_its_mark_is_refused(kind: str, called: str) -> None:
    note = f'<w:{kind} w:id="5"><w:p>{WORDS}</w:p></w:{kind}>'
    ruled = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    notes = serialize(element(f"w:{kind}s", ruled + note))
    marked = document(f'<w:p><w:r><w:{kind}Reference w:id="5"/></w:r></w:p>')
    all_parts = {STYLES: parts()[STYLES], f"word/{kind}s.xml": notes}
    assert list(hidden(all_parts, {DOCUMENT: marked})) == []
    said = f"word/{kind}s.xml：{called}“内部电话12345”在正文里没有标记，印不出来，请删去"
    assert list(hidden(all_parts, {DOCUMENT: document("")})) == [said]


def test_a_hidden_shape_of_an_older_word_is_refused() -> None:
    shape = (
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;visibility: hidden"/>'
    )
    (found,) = hidden(
        {STYLES: parts()[STYLES]}, {DOCUMENT: document(f"<w:p><w:pict>{shape}</w:pict></w:p>")}
    )
    assert found.startswith("word/document.xml：有隐藏的图片或图形")


@each("part, called", [("word/header1.xml", "第一部分"), ("word/footer2.xml", "第五部分")])
def test_paragraphs_of_the_report_in_a_header_are_refused(part: str, called: str) -> None:
    lines = (f"{{%p for 段 in {called} %}}", "{{ 段.正文 }}", "{%p endfor %}")
    loop = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    end = "</w:hdr>" if "header" in part else "</w:ftr>"
    found = problems(changed_parts((end, loop + end), part=part))
    assert found == [f"{part}：{called}的循环会在每一页重复印出，请移到正文里"]
