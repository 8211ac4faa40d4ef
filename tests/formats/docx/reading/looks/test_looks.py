"""What is in effect for words and paragraphs, wherever a file has it from."""

import pytest
from lxml import etree

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.reading.looks import styles
from generator.formats.docx.reading.looks.looks import looks_of
from generator.manuscript.looks import LineLook, Look, Looks, differing
from tests.formats.docx.tiny import document, element, paragraph, parts, run

SIZE_16 = '<w:sz w:val="32"/>'
BOLD = "<w:b/>"
STYLES = element(
    "w:styles",
    f"<w:docDefaults><w:rPrDefault><w:rPr>{SIZE_16}</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="head"><w:basedOn w:val="a"/>'
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:spacing w:before="240"/></w:pPr>'
    f"<w:rPr>{BOLD}</w:rPr></w:style>"
    f'<w:style w:type="character" w:styleId="lead"><w:rPr>{BOLD}</w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="grid"/>'
    '<w:style w:type="table" w:styleId="striped"><w:basedOn w:val="grid"/>'
    '<w:tblStylePr w:type="band1Horz"/></w:style>',
)
PLAIN = paragraph(run("甲"))


def lettered(properties: str, text: str = "甲") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def line(content: str, defined: etree._Element = STYLES) -> LineLook:
    found = parts(document(content), styles=defined)
    return looks_of(found, read_body(found, ""), "").lines[-1]


def letters(content: str) -> Look:
    (stretch,) = line(content).words
    assert stretch.look is not None
    return stretch.look


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLAIN, paragraph(lettered(SIZE_16))),
        (PLAIN, paragraph(run("甲"), '<w:pStyle w:val="a"/><w:jc w:val="both"/>')),
        (PLAIN, paragraph(lettered('<w:color w:val="000000"/><w:lang w:val="en-US"/>'))),
        (PLAIN, paragraph(lettered('<w:b w:val="0"/><w:u w:val="none"/><w:kern w:val="2"/>'))),
        (
            paragraph(lettered('<w:highlight w:val="yellow"/>')),
            paragraph(lettered('<w:shd w:val="clear" w:fill="ffff00"/>')),
        ),
        (
            paragraph(run("甲"), '<w:pStyle w:val="head"/>'),
            paragraph(run("甲"), '<w:pStyle w:val="head"/><w:ind w:firstLine="643"/>'),
        ),
        (PLAIN, paragraph(run("甲"), "<w:snapToGrid/><w:widowControl/><w:kinsoku/>")),
        (PLAIN, paragraph(run("甲"), '<w:tabs><w:tab w:val="clear" w:pos="400"/></w:tabs>')),
        (
            paragraph('<w:r><w:br w:type="page"/></w:r>') + PLAIN,
            paragraph(run("甲"), "<w:pageBreakBefore/>"),
        ),
    ],
)
def test_what_looks_alike_is_alike_however_it_is_written(one: str, other: str) -> None:
    assert differing(line(one).paragraph, line(other).paragraph) == []
    assert differing(letters(one), letters(other)) == []


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (paragraph(lettered('<w:sz w:val="33"/>')), ["字号"]),
        (paragraph(lettered(BOLD)), ["加粗"]),
        (paragraph(lettered('<w:rStyle w:val="lead"/>')), ["加粗"]),
        (paragraph(lettered('<w:color w:val="FF0000"/>')), ["字体颜色"]),
        (paragraph(lettered('<w:color w:val="000000" w:themeColor="accent2"/>')), ["字体颜色"]),
        (paragraph(lettered('<w:color w:val="000000" w:themeColor="text1"/>')), []),
        (paragraph(lettered('<w:rFonts w:eastAsia="隶书"/>')), ["中文字体"]),
        (paragraph(run("甲"), '<w:jc w:val="center"/>'), ["对齐方式"]),
        (paragraph(run("甲"), '<w:spacing w:line="276"/>'), ["行距"]),
        (paragraph("") + PLAIN, ["空行"]),
        (paragraph("<w:r><w:drawing/></w:r>") + PLAIN, []),
        (paragraph("<w:r><w:drawing/></w:r>") + paragraph("") + PLAIN, ["空行"]),
        (paragraph(run("甲"), '<w:snapToGrid w:val="0"/>'), ["对齐网格"]),
        (paragraph(run("甲"), '<w:widowControl w:val="0"/>'), ["孤行控制"]),
        (paragraph(run("甲"), '<w:kinsoku w:val="0"/>'), ["避头尾"]),
        (paragraph(run("甲"), "<w:bidi/>"), ["文字方向"]),
        (paragraph(run("甲"), '<w:textDirection w:val="tbRlV"/>'), ["文字方向"]),
        (paragraph(run("甲"), '<w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs>'), ["制表位"]),
        (paragraph(run("甲"), '<w:framePr w:w="4000" w:wrap="around"/>'), ["图文框"]),
        (paragraph(lettered('<w:fitText w:val="4000"/>')), ["调整宽度"]),
        (paragraph(lettered('<w14:glow w14:rad="63500"/>')), ["文字效果"]),
        (paragraph(lettered('<w:vertAlign w:val="superscript"/>')), ["上标下标"]),
    ],
)
def test_what_a_person_sees_has_a_name(content: str, names: list[str]) -> None:
    was, now = line(PLAIN), line(content)
    found = differing(was.paragraph, now.paragraph) + differing(letters(PLAIN), letters(content))
    assert found == names


def test_a_line_that_a_picture_left_empty_is_no_new_one() -> None:
    was = line(paragraph("<w:r><w:drawing/></w:r>") + PLAIN)
    left, one_more = (line(paragraph("") * empty + PLAIN) for empty in (1, 2))
    assert differing(was.paragraph, left.paragraph) == []
    assert differing(was.paragraph, one_more.paragraph) == ["空行"]


def test_bold_of_a_character_style_in_a_bold_paragraph_is_not_bold() -> None:
    content = paragraph(lettered('<w:rStyle w:val="lead"/>'), '<w:pStyle w:val="head"/>')
    assert "加粗" not in letters(content)
    assert "加粗" in letters(paragraph(run("甲"), '<w:pStyle w:val="head"/>'))


def test_an_indent_of_the_paragraph_itself_goes_over_that_of_its_style() -> None:
    styled = line(paragraph(run("甲"), '<w:pStyle w:val="head"/>'))
    own = line(paragraph(run("甲"), '<w:pStyle w:val="head"/><w:ind w:firstLine="0"/>'))
    assert differing(styled.paragraph, own.paragraph) == ["缩进"]
    assert own.paragraph["段前段后间距"] == (12.0, 0.0)


def test_the_look_of_links_is_the_programs() -> None:
    (stretch,) = line(paragraph(f"<w:hyperlink>{lettered(BOLD)}</w:hyperlink>")).words
    assert stretch.look is None


SECTION = "<w:sectPr>{}</w:sectPr>"


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ('<w:docGrid w:linePitch="312"/>', []),
        ('<w:docGrid w:type="default" w:linePitch="312" w:charSpace="2000"/>', []),
        ('<w:titlePg w:val="0"/><w:vAlign w:val="top"/>', []),
        ('<w:docGrid w:type="lines" w:linePitch="600"/>', ["文档网格"]),
        ("<w:titlePg/>", ["首页不同"]),
        ('<w:vAlign w:val="center"/>', ["页面垂直对齐"]),
        ('<w:lnNumType w:countBy="1"/>', ["行号"]),
    ],
)
def test_pages_are_looked_at_but_for_what_programs_write_on_saving(
    content: str, names: list[str]
) -> None:
    (was,), (now,) = (all_looks(PLAIN + SECTION.format(one)).sections for one in ("", content))
    assert differing(was, now) == names


DIAGONAL, ENDS = '<w:tl2br w:val="single"/>', "</w:tcBorders></w:tcPr>"
MARGINS = '<w:tblCellMar><w:left w:w="{0}"/><w:right w:w="{0}"/></w:tblCellMar>'
OWN_MARGINS = '<w:tcPr><w:tcMar><w:start w:w="{0}"/><w:end w:w="{0}"/></w:tcMar></w:tcPr>'
TABLE = "<w:tbl><w:tblPr>{}</w:tblPr><w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (TABLE.format('<w:tblpPr w:tblpY="1000"/>', "", PLAIN), ["文字环绕"]),
        (TABLE.format("", "<w:hidden/>", PLAIN), ["隐藏的行"]),
        (TABLE.format("", "", PLAIN + "<w:p/>"), ["空行"]),
        (TABLE.format("", "", PLAIN + PLAIN), []),
        (TABLE.format('<w:tblStyle w:val="grid"/>', "", PLAIN), []),
        (TABLE.format('<w:tblStyle w:val="striped"/>', "", PLAIN), ["表格样式"]),
        (TABLE.format("<w:bidiVisual/>", "", PLAIN), ["表格方向"]),
        (TABLE.format('<w:tblInd w:w="600"/>', "", PLAIN), ["表格缩进"]),
        (TABLE.format('<w:jc w:val="center"/><w:tblInd w:w="600"/>', "", PLAIN), ["表格对齐"]),
        (TABLE.format("", "", f"<w:tcPr><w:tcBorders>{DIAGONAL}{ENDS}" + PLAIN), ["边框"]),
        (TABLE.format(MARGINS.format(57), "", PLAIN), ["单元格边距"]),
        (TABLE.format(MARGINS.format(108), "", PLAIN), []),
        (TABLE.format(MARGINS.format(57), "", OWN_MARGINS.format(108) + PLAIN), []),
    ],
)
def test_tables_are_looked_at_as_a_whole_row_by_row_and_cell_by_cell(
    table: str, names: list[str]
) -> None:
    (was,), (now,) = (all_looks(one).grids for one in (TABLE.format("", "", PLAIN), table))
    found = differing(was.table, now.table) + differing(was.rows[0], now.rows[0])
    assert found + differing(was.cells[0, 0], now.cells[0, 0]) == names


def test_which_numbers_of_pages_a_footer_counts_is_looked_at() -> None:
    field = '<w:r><w:instrText xml:space="preserve"> {} \\* MERGEFORMAT </w:instrText></w:r>'
    for said, numbers in ((field.format("page"), "PAGE"), ("", "")):
        (shown,) = footer(paragraph(said + run("— 1 —")))
        assert shown.paragraph["页码"] == numbers


def footer(content: str) -> tuple[LineLook, ...]:
    reference = SECTION.format('<w:footerReference r:id="rId1" w:type="default"/>')
    found = parts(document(PLAIN + reference), footer=element("w:ftr", content))
    return looks_of(found, read_body(found, ""), "").margins["页脚"]


def test_who_may_type_where_is_looked_at() -> None:
    locked = '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{}'
    content = (locked + "</w:sdtContent></w:sdt>").format(PLAIN)
    assert differing(all_looks(PLAIN).whole, all_looks(content).whole) == ["锁定的内容控件"]


DRAWN = (
    '<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{cx}" cy="25400"/><a:srcRect l="{cut}"/></w:drawing></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("cx", "cut", "sizes", "cropped"),
    [
        ("12700", "12500", (1.0, 2.0), 12.5),
        ("12700", "12.5%", (1.0, 2.0), 12.5),
        ("²", "viel", (2.0,), None),
    ],
)
def test_a_picture_may_be_measured_in_any_way(
    cx: str, cut: str, sizes: tuple[float, ...], cropped: float | None
) -> None:
    found = all_looks(PLAIN + DRAWN.format(cx=cx, cut=cut)).whole
    assert found["图片大小"] == sizes
    assert found.get("图片裁剪") == (None if cropped is None else (cropped, 0.0, 0.0, 0.0))


def all_looks(content: str) -> Looks:
    found = parts(document(content), styles=STYLES)
    return looks_of(found, read_body(found, ""), "")


def test_the_style_of_a_paragraph_is_sought_once_for_all_its_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sought: list[str] = []
    within = styles._within

    def counting(holder: etree._Element, kind: str) -> styles.Properties:
        sought.append(kind)
        return within(holder, kind)

    monkeypatch.setattr(styles, "_within", counting)
    sizes = "".join(lettered(f'<w:sz w:val="{size}"/>') for size in range(20, 120))
    assert len(line(f"<w:p>{sizes}</w:p>").words) == 100
    assert 0 < sought.count("pPr") < 20


def test_runs_that_look_alike_are_one_stretch() -> None:
    (stretch,) = line(paragraph(run("甲") * 3_000)).words
    assert stretch.text == "甲" * 3_000
