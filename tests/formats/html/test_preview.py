"""A preview as HTML: nothing typed becomes HTML, no looks in line, each finding marked once."""

from lxml import html

from generator.formats.html.preview import preview_html
from generator.model.place import Place
from generator.model.preview import (
    Preview,
    PreviewBlock,
    PreviewCell,
    PreviewFigure,
    PreviewLine,
    PreviewPart,
    PreviewTable,
    Stretch,
)
from generator.model.publication import Scope
from tests.exhibits import chart, picture
from tests.formats.html.pages import drawn

EVIL = '<img src=x onerror="alert(1)">&"\''
PLACE = Place("2024.xlsx", "正文", "D7")


def written(*blocks: PreviewBlock, **standings: str) -> html.HtmlElement:
    shown = Preview(
        (PreviewLine("title-1", (Stretch("某某局"),), level=1),),
        (PreviewPart("part-1", "一", blocks),),
    )
    text = preview_html(shown, standings, drawn, lambda one: f"/picture/{one.digest}")
    assert "style=" not in text
    assert "<script" not in text
    return html.fragment_fromstring(text)


def line(*stretches: Stretch, marks: tuple[str, ...] = ()) -> PreviewLine:
    return PreviewLine("part-1-0", stretches, PLACE, marks=marks)


def test_whatever_is_typed_stays_text() -> None:
    place = Place(EVIL, EVIL, "D7")
    found = written(
        PreviewLine(EVIL, (Stretch(EVIL, origin=place, marks=(EVIL,)),), place, unrevised=EVIL),
        PreviewTable("t", EVIL, (PreviewCell("c", 0, 0, EVIL, place=place),), 0),
        PreviewFigure("f", None, line(Stretch(EVIL)), EVIL, place),
        **{EVIL: "wrong"},
    )
    assert found.xpath("//img | //script | //*[@onerror]") == []
    assert found.text_content().count(EVIL) == 4


def test_a_number_says_its_cell_to_programs_and_to_people() -> None:
    origin = Place("2024.xlsx", "三、申请", "J30")
    (cited,) = written(line(Stretch("共"), Stretch("5", origin=origin))).xpath("//span[@data-cell]")
    assert (cited.get("data-sheet"), cited.get("data-cell")) == ("三、申请", "J30")
    assert (cited.text, cited.get("title"), cited.get("class")) == ("5", "『三、申请』J30", "cited")


def test_findings_on_the_same_words_lie_in_each_other_and_each_id_is_there_once() -> None:
    found = written(
        line(
            Stretch("前"),
            Stretch("其中", marks=("A", "B")),
            Stretch("5", origin=PLACE, marks=("A", "B")),
            Stretch("件", marks=("A",)),
        ),
        A="wrong",
        B="notice",
    )
    assert [one.text_content() for one in found.xpath("//mark[@data-findings='A']")] == [
        "其中5",
        "件",
    ]
    assert [one.text_content() for one in found.xpath("//mark[@data-findings='B']")] == ["其中5"]
    assert found.xpath("//@id[starts-with(., 'mark-')]") == ["mark-A", "mark-B"]


def test_what_is_about_a_whole_line_or_cell_is_a_class_and_an_anchor() -> None:
    found = written(
        line(Stretch("话"), marks=("A",)),
        PreviewTable("t", "表", (PreviewCell("c", 0, 0, "", blank=True, marks=("A", "B")),), 0),
        A="wrong",
        B="notice",
    )
    (paragraph,), (cell,) = found.xpath("//p"), found.xpath("//td")
    assert paragraph.get("class") == "body found wrong"
    assert paragraph.xpath("span[@id='mark-A']")
    assert cell.get("class") == "blank found wrong notice"
    assert [one.get("id") for one in cell.xpath("span[@id]")] == ["mark-B"]
    assert cell.text_content() == "空白"


def test_headers_have_scopes_and_merged_cells_their_spans() -> None:
    table = PreviewTable(
        "t",
        "表",
        (
            PreviewCell("a", 0, 0, "甲", columns=2, scope=Scope.COLUMNS),
            PreviewCell("b", 1, 0, "乙", rows=2, scope=Scope.ROWS),
            PreviewCell("c", 1, 1, "1"),
            PreviewCell("d", 2, 1, "2"),
        ),
        1,
    )
    found = written(table)
    assert [one.get("scope") for one in found.xpath("//th")] == ["colgroup", "rowgroup"]
    assert found.xpath("//thead//th/@colspan") == ["2"]
    assert len(found.xpath("//tbody/tr")) == 2


def test_pictures_come_from_where_the_page_gets_them_and_charts_are_drawn() -> None:
    shown = picture()
    found = written(
        PreviewFigure("f1", shown, line(Stretch("图1")), "培训", PLACE),
        PreviewFigure("f2", chart(), PreviewLine("x", (Stretch("图2"),)), "柱形图", PLACE),
    )
    (image,) = found.xpath("//img")
    assert (image.get("src"), image.get("alt")) == (f"/picture/{shown.digest}", "培训")
    assert found.xpath("//*[local-name()='svg']")
