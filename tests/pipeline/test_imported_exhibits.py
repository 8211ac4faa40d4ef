"""What a published report shows beside text, in the workbook that is made of it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph as Drawn
from PIL import Image

import generator
from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.exhibits.chart_reading import read_chart
from generator.formats.docx.package.media import media_of
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.messages.imported import import_as_json, spoken_import
from generator.model.exhibits import Chart
from generator.model.finding import Refusal
from generator.model.report import Paragraph, Report
from generator.pipeline.import_document import Imported, bring_in
from generator.pipeline.make import make
from tests.exhibits import chart_row, png, table
from tests.few import few
from tests.form.small import CASES, SMALL
from tests.libreoffice import convert, needs_libreoffice
from tests.manuscript.importing.documents import Published
from tests.pipeline.small_office import FIGURES, REPORT
from tests.pipeline.test_import_document import seen, strange

PART = "第二部分"
BODY = "word/document.xml"
Write = Callable[[Published], object]
pytestmark = pytest.mark.usefixtures("small_form")


def published(write: Write, *, after: Write = lambda _: None) -> Published:
    """Return a report of the small form in whose second section something is written."""
    made = Published().lines("某某市某某局2023年度案件统计年报", SMALL.headings[0])
    made.table(CASES, FIGURES)
    made.lines(SMALL.headings[1], "做了许多工作。")
    write(made)
    made.lines(SMALL.headings[2], "没有其他事项。", "某某市某某局", "2024年1月20日")
    after(made)
    return made


def imported(folder: Path, made: Published) -> Imported:
    document = folder / "公布.docx"
    document.write_bytes(made.content())
    return bring_in(document, target=folder / "新" / "2023.xlsx")


def within(line: Drawn, name: str) -> Any:
    """Return the first element of a name in a paragraph."""
    return line._p.find(f".//{{*}}{name}")


def rows(found: Imported) -> list[tuple[str, str, str]]:
    """Return the rows of the second section below its first, as the workbook has them."""
    back, findings = read_content(found.workbook.read_bytes(), "2023.xlsx", SMALL)
    assert findings == []
    return [(row.kind, row.heading, row.text) for row in back.part(PART)[1:]]


def told(found: Imported) -> list[str]:
    return [f"{one.place.spot}：{one.message}" for one in found.findings if one.rule == "I08"]


def test_a_picture_comes_with_its_caption_as_a_file(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.picture(png(50, 30))
        made.centred("图1 培训现场").lines("培训见图1。")

    found = imported(tmp_path, published(write))
    assert rows(found) == [("图", "培训现场", "培训现场.png"), ("", "", "培训见【图：培训现场】。")]
    assert (tmp_path / "新" / "2023" / "培训现场.png").read_bytes() == png(50, 30)
    assert told(found) == []
    assert f"带过来：图 1；图片在文件夹 {tmp_path / '新' / '2023'} 里" in spoken_import(found)
    assert '"pictures": [\n        "培训现场.png"\n      ]' in import_as_json(found)


def test_a_picture_without_a_caption_has_a_number_and_one_shown_twice_one_file(
    tmp_path: Path,
) -> None:
    def write(made: Published) -> None:
        made.picture(png(50, 30))
        made.lines("中间一段。")
        made.picture(png(50, 30), text="后面有图")
        made.picture(png(50, 31))
        made.centred("图3 甲/乙")

    found = imported(tmp_path, published(write))
    assert rows(found) == [
        ("图", "", "图1.png"),
        ("", "", "中间一段。"),
        ("", "", "后面有图"),
        ("图", "", "图1.png"),
        ("图", "甲/乙", "图2.png"),
    ]
    assert sorted(found.pictures) == ["图1.png", "图2.png"]


def test_a_caption_in_a_style_with_a_field_for_its_number_is_read_as_text(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.picture(png(50, 30))
        line = made.document.add_paragraph("图 ", "Caption")
        line._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" SEQ 图 \\* ARABIC ">'
                "<w:r><w:t>1</w:t></w:r></w:fldSimple>"
            )
        )
        line.add_run(" 培训现场。")

    assert rows(imported(tmp_path, published(write))) == [("图", "培训现场。", "培训现场。.png")]


def test_a_further_table_becomes_a_sheet(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.centred("表1 各镇情况").rows(
            ["镇", "收到", "占比"], ["甲镇", "1,200", "12.5%"], ["乙镇", "007", ""]
        )
        made.lines("各镇情况见表1。")

    found = imported(tmp_path, published(write))
    assert rows(found) == [
        ("表", "各镇情况", "【表格：各镇情况】"),
        ("", "", "各镇情况见【表：各镇情况】。"),
    ]
    back, _ = read_content(found.workbook.read_bytes(), "2023.xlsx", SMALL)
    cells = back.further_tables["各镇情况"].cells
    assert [cell.text for cell in cells][3:6] == ["甲镇", "1,200", "12.5%"]
    assert [str(cell.value) for cell in cells][4:6] == ["1200", "0.125"]
    assert "带过来：表 1" in spoken_import(found)
    assert not (tmp_path / "新" / "2023").exists()


@pytest.mark.parametrize("caption", few(["正文", "甲/乙", "很长" * 20], 1))
def test_a_table_whose_caption_is_no_name_of_a_sheet_gets_another(
    tmp_path: Path, caption: str
) -> None:
    def write(made: Published) -> None:
        made.centred(f"表1 {caption}").rows(["镇", "收到"], ["甲镇", "1"])

    found = imported(tmp_path, published(write))
    (row,) = rows(found)
    assert row[:2] == ("表", caption)
    back, _ = read_content(found.workbook.read_bytes(), "2023.xlsx", SMALL)
    assert list(back.further_tables) == [row[2].removeprefix("【表格：").removesuffix("】")]


def nested(made: Published) -> None:
    made.rows(["a", "b"], ["c", "d"])
    cell = made.document.element.body.findall(".//{*}tc")[-1]
    cell.insert(0, parse_xml(f"<w:tbl {nsdecls('w')}><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"))


@pytest.mark.parametrize(
    "write",
    few(
        [
            lambda made: made.rows(["只有一格"]),
            lambda made: made.rows(["一行", "两格"]),
            lambda made: made.rows(["甲", "乙"], ["丙", "很长" * 200]),
            lambda made: made.rows(*[["甲", "乙"]] * 401),
            lambda made: made.table(CASES, FIGURES),
            nested,
        ],
        2,
    ),
    ids=["cell", "row", "text", "too long", "the form's again", "nested"],
)
def test_what_is_no_further_table_is_told_as_ever(tmp_path: Path, write: Write) -> None:
    found = imported(tmp_path, published(write))
    assert rows(found) == []
    assert ["没有带过来" in one for one in told(found)] == [True]


def test_a_caption_makes_a_table_of_one_that_could_be_layout(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.lines("表1 各镇").rows(["甲镇"], ["乙镇"])

    assert rows(imported(tmp_path, published(write))) == [("表", "各镇", "【表格：各镇】")]


def test_a_table_that_only_goes_on_is_no_further_one(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.rows(["镇", "收到"], ["甲镇", "1"]).lines("续表").rows(["镇", "收到"], ["乙镇", "2"])

    found = imported(tmp_path, published(write))
    assert rows(found) == [("表", "", "【表格：表1】")]
    assert any("乙镇" in one for one in told(found))


def float_it(line: Drawn) -> None:
    """Let a picture lie over the text, as seals do."""
    inline = within(line, "inline")
    inline.tag = inline.tag.replace("inline", "anchor")


def test_logos_and_seals_are_told_and_stay_behind(tmp_path: Path) -> None:
    made = published(lambda _: None)
    body = made.document.element.body
    first, last = body.find("{*}p"), list(body.iterchildren("{*}p"))[-1]
    logo, seal = made.picture(png(20, 20)), made.picture(png(30, 30))
    float_it(seal)
    first.addprevious(logo._p)
    last.addprevious(seal._p)
    found = imported(tmp_path, made)
    assert told(found) == [
        "开头：标题上方的图片没有带过来",
        "第7段“某某市某某局”之后：浮在落款上的图片（像是公章）没有带过来",
    ]
    assert found.pictures == {}


def test_what_is_attached_is_no_part_of_the_report(tmp_path: Path) -> None:
    def attach(made: Published) -> None:
        made.lines("附件：说明")
        made.picture(png(20, 20))
        made.rows(["甲", "乙"], ["丙", "丁"])

    found = imported(tmp_path, published(lambda _: None, after=attach))
    assert found.pictures == {}
    assert len(told(found)) == 3


def test_pictures_side_by_side_in_a_table_come_with_the_captions_below_them(
    tmp_path: Path,
) -> None:
    def write(made: Published) -> None:
        made.rows(["", ""], ["图1 左", "图2 右"])
        cells = made.document.element.body.findall(".//{*}tc")[-4:-2]
        for nth, cell in enumerate(cells):
            cell.find("{*}p").append(within(made.picture(png(20, 20 + nth)), "r"))

    found = imported(tmp_path, published(write))
    assert rows(found) == [("图", "左", "左.png"), ("图", "右", "右.png")]
    assert told(found) == []


def bitmap() -> bytes:
    content = BytesIO()
    Image.new("RGB", (20, 10)).save(content, "BMP")
    return content.getvalue()


def linked(line: Drawn) -> None:
    blip = within(line, "blip")
    relation = line.part.rels[blip.attrib.pop(qn("r:embed"))]
    blip.set(qn("r:link"), relation.rId)
    relation._is_external, relation._target = True, "http://example.com/a.png"


def gone(line: Drawn) -> None:
    within(line, "blip").set(qn("r:embed"), "rId999")


def hidden(line: Drawn) -> None:
    line.runs[0].font.hidden = True


def broken(line: Drawn) -> None:
    part = next(iter(line.part.package.image_parts))
    part._blob = part.blob[:60]


@pytest.mark.parametrize(
    ("content", "spoil", "why"),
    few(
        [
            (bitmap(), lambda _: None, "是 BMP 格式"),
            (png(20, 20), linked, "是链接到别处的，文档里没有它的文件，程序不去取"),
            (png(20, 20), gone, "在文档里找不到它的文件"),
            (png(20, 20), hidden, "是隐藏的"),
            (png(20, 20), broken, "已经损坏"),
            (png(400, 2), lambda _: None, "太窄长"),
        ],
        2,
    ),
)
def test_a_picture_that_cannot_be_kept_is_told_with_its_place_and_leaves_its_caption(
    tmp_path: Path, content: bytes, spoil: Callable[[Drawn], None], why: str
) -> None:
    def write(made: Published) -> None:
        spoil(made.picture(content))
        made.centred("图1 现场")

    found = imported(tmp_path, published(write))
    assert rows(found) == [("", "", "图1 现场")]
    (said,) = told(found)
    assert said.startswith("第4段“做了许多工作。”之后：这张图片")
    assert why in said


def test_a_cropped_picture_is_kept_whole_and_told(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        fill = within(made.picture(png(20, 20)), "blipFill")
        fill.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} l="12000" t="0"/>'))

    found = imported(tmp_path, published(write))
    assert found.pictures == {"图1.png": png(20, 20)}
    assert told(found) == [
        "第4段“做了许多工作。”之后：图片在文档里裁剪过，带过来的是原来的整张图片"
    ]


VML = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict><v:shape '
    'style="width:10pt"><v:imagedata r:id="{id}" o:title="开放日"/></v:shape></w:pict></w:r>'
)


def test_a_picture_of_older_word_is_read_and_what_older_word_is_shown_besides_is_none(
    tmp_path: Path,
) -> None:
    def write(made: Published) -> None:
        line = made.picture(png(20, 20))
        blip = within(line, "blip")
        old = VML.format(ns=nsdecls("w"), id=next(iter(blip.attrib.values())))
        drawing = within(line, "drawing")
        choice = parse_xml(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
            '2006"><mc:Choice Requires="wps"/><mc:Fallback/></mc:AlternateContent>'
        )
        drawing.addprevious(choice)
        choice[0].append(drawing)
        choice[1].append(parse_xml(old)[0])
        made.lines("后来。")
        made.document.add_paragraph()._p.append(parse_xml(old))

    found = imported(tmp_path, published(write))
    assert [row[0] for row in rows(found)] == ["图", "", "图"]
    assert len(found.pictures) == 1


@pytest.mark.long  # 200 pictures
def test_two_hundred_pictures_are_kept_in_order(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        for nth in range(200):
            made.picture(png(20 + nth, 20))
            made.centred(f"图{nth + 1} 第{nth}张")

    found = imported(tmp_path, published(write))
    assert len(found.pictures) == 200
    assert [row[1] for row in rows(found)] == [f"第{nth}张" for nth in range(200)]


EXHIBITS = (
    Paragraph(PART, 0, "培训现场", "照片 1.png\n三十余人参加", kind="图"),
    Paragraph(PART, 0, "申请人的构成", "【图表：申请人】", kind="图"),
    Paragraph(PART, 0, "", "见【图：培训现场】和【表：各镇的申请】。"),
    Paragraph(PART, 0, "各镇的申请", "【表格：各镇】", kind="表"),
    Paragraph(PART, 0, "", "照片 2.png", kind="图"),
)
CHART = (
    chart_row(chart="申请人", kind="饼图", unit="件", label="自然人", data="4"),
    chart_row(label="企业", data="1"),
)


def with_exhibits(folder: Path) -> Path:
    """Return the document of a report that shows something of each kind."""
    report: Report = replace(
        REPORT,
        paragraphs=(*REPORT.paragraphs, *EXHIBITS),
        chart_rows=CHART,
        further_tables={"各镇": table()},
    )
    workbook = folder / "inputs" / "2023.xlsx"
    workbook.write_bytes(workbook_of(report, SMALL))
    for nth in (1, 2):
        (folder / "inputs" / f"照片 {nth}.png").write_bytes(png(40, 30 + nth))
    document = folder / "first.docx"
    make(workbook, output=document)
    assert document.exists()
    return document


def shown(document: Path) -> tuple[list[Chart | None], list[str]]:
    parts = open_archive(document.read_bytes(), "", DOCUMENT)
    charts = [name for name in sorted(parts) if name.startswith("word/charts/chart")]
    return [read_chart(parts, name) for name in charts], sorted(media_of(parts))


def made_again(found: Imported, folder: Path) -> Path:
    second = folder / "second.docx"
    make(found.workbook, output=second, template=folder / "templates" / SMALL.template)
    return second


@pytest.mark.long
def test_a_document_of_ours_comes_back_with_its_own_names(office: Path) -> None:
    found = bring_in(with_exhibits(office), target=office / "新" / "2023.xlsx")
    back, findings = read_content(found.workbook.read_bytes(), "2023.xlsx", SMALL)
    assert findings == []
    assert back.part(PART)[-5:] == EXHIBITS
    assert [row.typed for row in back.chart_rows] == [row.typed for row in CHART]
    assert back.further_tables == {"各镇": table()}
    assert sorted(found.pictures) == ["照片 1.png", "照片 2.png"]
    second = made_again(found, office)
    assert seen(second) == seen(office / "first.docx")
    assert shown(second) == shown(office / "first.docx")
    assert len(shown(second)[0]) == 1


@pytest.mark.long
def test_one_that_lost_its_data_comes_back_the_same_by_other_names(office: Path) -> None:
    found = bring_in(strange(with_exhibits(office)), target=office / "新" / "2023.xlsx")
    assert sorted(found.pictures) == ["图1.png", "培训现场.png"]
    assert told(found) == []
    second = made_again(found, office)
    assert seen(second) == seen(office / "first.docx")
    assert shown(second) == shown(office / "first.docx")


@pytest.mark.long
def test_an_edited_caption_and_cell_come_as_they_stand(office: Path) -> None:
    document = with_exhibits(office)
    parts = open_archive(document.read_bytes(), "", DOCUMENT)
    text = (
        parts["word/document.xml"]
        .decode()
        .replace("培训现场", "培训会场")
        .replace("乙街道办事处", "丙镇")
    )
    document.write_bytes(package({**parts, BODY: text.encode()}))
    found = bring_in(document, target=office / "新" / "2023.xlsx")
    back, _ = read_content(found.workbook.read_bytes(), "2023.xlsx", SMALL)
    assert back.part(PART)[-5].heading == "培训会场"
    assert back.part(PART)[-5].text == EXHIBITS[0].text
    assert back.part(PART)[-3].text == "见【图：培训会场】和【表：各镇的申请】。"
    assert "丙镇" in [cell.text for cell in back.further_tables["各镇"].cells]


@needs_libreoffice
def test_one_saved_by_another_program_comes_out_the_same(office: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    found = bring_in(
        convert(with_exhibits(office), "docx", saved), target=saved / "新" / "2023.xlsx"
    )
    assert told(found) == []
    second = made_again(found, office)
    assert seen(second) == seen(office / "first.docx")
    assert shown(second) == shown(office / "first.docx")


@needs_libreoffice
def test_one_of_another_program_saved_by_a_third_is_read_the_same(tmp_path: Path) -> None:
    def write(made: Published) -> None:
        made.picture(png(50, 30))
        made.centred("图1 培训现场", "表1 各镇情况").rows(["镇", "收到"], ["甲镇", "1,200"])
        made.lines("培训见图1。")
        made.picture(png(51, 30), text="后面有图")

    first = imported(tmp_path, published(write))
    saved = tmp_path / "saved"
    saved.mkdir()
    again = bring_in(
        convert(tmp_path / "公布.docx", "docx", saved), target=saved / "新" / "2023.xlsx"
    )
    assert rows(again) == rows(first)
    assert again.pictures == first.pictures
    assert told(again) == told(first) == []


@pytest.mark.long
def test_a_chart_of_two_years_is_told_with_its_place(office: Path) -> None:
    document = with_exhibits(office)
    parts = open_archive(document.read_bytes(), "", DOCUMENT)
    name = "word/charts/chart1.xml"
    head, series, rest = parts[name].decode().partition("<c:ser>")
    one, end, tail = rest.partition("</c:ser>")
    twice = head + (series + one + end) * 2 + tail
    document.write_bytes(package({**parts, name: twice.encode()}))
    found = bring_in(document, target=office / "新" / "2023.xlsx")
    (said,) = told(found)
    assert "这张图表有 2 组数" in said
    assert found.report.chart_rows == ()


@pytest.mark.long
def test_a_chart_of_another_kind_is_told(office: Path) -> None:
    document = with_exhibits(office)
    parts = open_archive(document.read_bytes(), "", DOCUMENT)
    name = "word/charts/chart1.xml"
    radar = parts[name].replace(b"pieChart", b"radarChart")
    document.write_bytes(package({**parts, name: radar}))
    found = bring_in(document, target=office / "新" / "2023.xlsx")
    assert ["这张图表的种类『图表』里没有" in one for one in told(found)] == [True]


def test_nothing_is_written_where_a_folder_of_its_name_is_there(office: Path) -> None:
    document = with_exhibits(office)
    (office / "新" / "2023").mkdir(parents=True)
    (office / "新" / "2023" / "我的.png").write_bytes(b"mine")
    with pytest.raises(Refusal, match="已经有了，图片没有地方放"):
        bring_in(document, target=office / "新" / "2023.xlsx")
    assert [path.name for path in (office / "新").rglob("*")] == ["2023", "我的.png"]


@pytest.mark.long
def test_programs_get_the_pictures_and_nothing_is_written(office: Path) -> None:
    found = generator.bring_in(with_exhibits(office).read_bytes(), form=SMALL)
    assert found.pictures == {f"照片 {nth}.png": png(40, 30 + nth) for nth in (1, 2)}
    generator.bring_in(office / "first.docx", form=SMALL, output=office / "x" / "2023.xlsx")
    assert sorted(path.name for path in (office / "x" / "2023").iterdir()) == sorted(found.pictures)


@pytest.mark.long
def test_a_name_that_lies_beside_the_workbook_is_not_given_again(office: Path) -> None:
    found = bring_in(with_exhibits(office), target=office / "inputs" / "新.xlsx")
    assert sorted(found.pictures) == ["照片 1（2）.png", "照片 2（2）.png"]


@pytest.mark.long
def test_that_holds_where_the_workbook_goes_by_default(office: Path) -> None:
    document = with_exhibits(office).rename(office / "outputs" / "公布.docx")
    (office / "inputs" / "2023.xlsx").unlink()
    found = bring_in(document)
    assert found.workbook.resolve() == (office / "inputs" / "2023.xlsx").resolve()
    assert sorted(found.pictures) == ["照片 1（2）.png", "照片 2（2）.png"]


@pytest.mark.long
def test_what_lies_about_means_nothing_to_programs(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = with_exhibits(office).read_bytes()
    monkeypatch.chdir(office / "inputs")
    assert sorted(generator.bring_in(content, form=SMALL).pictures) == ["照片 1.png", "照片 2.png"]
