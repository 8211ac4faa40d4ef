"""What a document may hold only once, or must hold for what refers to it, is there once."""

from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    PACKAGE_RELATIONSHIPS,
    TYPES,
    W,
)
from generator.formats.docx.template.told_apart import told_apart
from tests.few import each
from tests.formats.docx.short_template import NAME, changed_parts, parts, problems

STYLES = "word/styles.xml"
RELATION = f'Type="{OFFICE}/relationships'
BOOKMARK = '<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>'
FALLBACK = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
)


def with_paragraph(content: str) -> dict[str, bytes]:
    return changed_parts(("<w:sectPr", f"<w:p>{content}</w:p><w:sectPr"))


@each(
    "part, end, content, said",
    [
        (
            DOCUMENT_RELATIONSHIPS,
            "</Relationships>",
            f'<Relationship Id="rId3" {RELATION}/image" Target="fontTable.xml"/>',
            "编号 rId3 用了两次",
        ),
        (
            DOCUMENT_RELATIONSHIPS,
            "</Relationships>",
            f'<Relationship Id="x" {RELATION}/styles" Target="styles.xml"/>',
            "有两个“styles”",
        ),
        (
            PACKAGE_RELATIONSHIPS,
            "</Relationships>",
            f'<Relationship Id="x" {RELATION}/extended-properties" Target="docProps/app.xml"/>',
            "有两个“extended-properties”",
        ),
        (TYPES, "</Types>", '<Default Extension="XML" ContentType="text/plain"/>', "xml 的类型"),
        (
            TYPES,
            "</Types>",
            '<Override PartName="/word/Document.xml" ContentType="application/vnd.x"/>',
            "/word/document.xml 的类型写了两次",
        ),
        (
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="Heading1"/>',
            "样式“Heading1”定义了两次",
        ),
        (
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:default="1" w:styleId="x"/>',
            "有两个默认的样式（paragraph）",
        ),
        (DOCUMENT, "</w:document>", "<w:body/>", "应当正好有一个正文"),
    ],
)
def test_what_may_be_there_once_is_refused_when_it_is_there_twice(
    part: str, end: str, content: str, said: str
) -> None:
    found = problems(changed_parts((end, content + end), part=part))
    assert said in "\n".join(found)


def test_parts_that_differ_only_in_capitals_are_refused() -> None:
    found = problems({**parts(), "word/Styles.xml": parts()[STYLES]})
    assert any(one.startswith("内部文件 word/styles.xml 有两份") for one in found)


@each("first, second", [(("1", "甲"), ("2", "甲")), (("1", "甲"), ("1", "乙"))])
def test_bookmarks_that_cannot_be_told_apart_are_refused(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    marks = "".join(BOOKMARK.format(key, name, key) for key, name in (first, second))
    found = problems(with_paragraph(marks))
    assert found
    assert all("和别的书签重复" in one for one in found)


def test_what_word_writes_once_more_for_older_programs_is_no_double() -> None:
    twice = FALLBACK.format(BOOKMARK.format("1", "甲", "1"))
    assert problems(with_paragraph(twice)) == []


@each("kind, called", [("comment", "批注"), ("footnote", "脚注"), ("endnote", "尾注")])
def test_the_mark_of_a_note_that_is_not_there_is_refused(kind: str, called: str) -> None:
    marked = with_paragraph(f'<w:r><w:{kind}Reference w:id="7"/></w:r>')
    said = f"word/document.xml：有{called}的标记，却没有{called}，请删去这个标记"
    assert problems(marked) == [said]


SPACES = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def body(content: str) -> str:
    return f'<w:body xmlns:w="{W[1:-1]}" {SPACES}>{content}</w:body>'


def apart(content: str) -> tuple[bool, list[str]]:
    """Tell whether anything was changed, and the ids that are left."""
    root = parse(body(content).encode(), DOCUMENT, NAME)
    changed = told_apart(root)
    return changed, [str(value) for one in root.iter() for value in one.attrib.values()]


@each(
    "content, ids",
    [
        ('<w:p w14:paraId="0A"/><w:p w14:paraId="0A"/><w:p w14:paraId="0B"/>', ["0A", "0B"]),
        ('<wp:docPr id="2"/><wp:docPr id="2"/><wp:docPr id="1"/>', ["2", "3", "1"]),
        ('<w:sdtPr><w:id w:val="5"/></w:sdtPr>' * 2, ["5"]),
    ],
)
def test_ids_that_may_be_others_are_made_others(content: str, ids: list[str]) -> None:
    assert apart(content) == (True, ids)


def test_ids_that_are_there_once_are_left_alone() -> None:
    once = '<w:p w14:paraId="0A"/><wp:docPr id="1"/><w:sdtPr><w:id w:val="1"/></w:sdtPr>'
    assert apart(once) == (False, ["0A", "1", "1"])
    assert apart(FALLBACK.format(once))[0] is False
