from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.files.zip_archive import DOCUMENT, unpacked
from generator.formats.docx.exhibits.chart_part import chart_parts
from generator.formats.docx.exhibits.chart_reading import read_chart
from generator.model.exhibits import Chart, ChartKind, Series
from generator.model.printed_lines import NOT_IN_XML
from tests.few import each
from tests.formats.docx.exhibits.charts import (
    LAST,
    THIS,
    chart,
    document_with,
    every_kind,
    series,
)
from tests.libreoffice import convert, needs_libreoffice

NAME = "word/charts/chart1.xml"
SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
POINTS = '<c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2.50</c:v></c:pt>'
VALUES = f"<c:val><c:numLit>{POINTS}</c:numLit></c:val>"


def read(content: str | bytes) -> Chart | None:
    return read_chart({NAME: content.encode() if isinstance(content, str) else content}, NAME)


def of_others(plots: str, before: str = "", after: str = "") -> str:
    """Return a chart as other programs may write it."""
    area = f"<c:plotArea>{plots}{after}</c:plotArea>"
    return f"<c:chartSpace {SPACES}><c:chart>{before}{area}</c:chart></c:chartSpace>"


def pie(series_of_it: str) -> str:
    return f"<c:pieChart><c:ser>{series_of_it}</c:ser></c:pieChart>"


def found(content: str) -> Chart:
    chart_found = read(content)
    assert chart_found is not None
    return chart_found


def test_what_was_written_is_read_again() -> None:
    for shown in every_kind():
        assert read(chart_parts(shown, 1).content) == shown


NAMES = st.text(max_size=25).map(lambda name: NOT_IN_XML.sub("", name) if name.strip() else "")
NUMBERS = (
    st.none() | st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**20), 10**20).map(Decimal)
)


@given(st.sampled_from(ChartKind), st.lists(st.tuples(NAMES, NUMBERS, NUMBERS), max_size=40))
def test_whatever_was_written_is_read_again(kind: ChartKind, points: list[Any]) -> None:
    names = tuple(name if name.strip() else "" for name, _, _ in points)
    values = [tuple(point[at] for point in points) for at in (1, 2)]
    two = Series("2023年", values[0]), Series("2024年", values[1])
    shown = chart(kind, *two, categories=names)
    assert read(chart_parts(shown, 1).content) == shown


def test_a_number_that_people_changed_is_read() -> None:
    content = chart_parts(chart(ChartKind.BAR, LAST, THIS), 1).content
    changed = content.replace(b"<c:v>72</c:v>", b"<c:v>73</c:v>")
    assert changed != content
    expected = series("2024年", "73.0", 15, 3, 0, 24, 8)
    assert read(changed) == chart(ChartKind.BAR, LAST, expected)


def test_numbers_and_names_may_be_typed_into_the_chart() -> None:
    names = POINTS.replace("2.50", "乙")
    names = f"<c:cat><c:strLit>{names}</c:strLit></c:cat>"
    shown = found(of_others(pie(f"<c:tx><c:v>件数</c:v></c:tx>{names}{VALUES}")))
    assert shown.categories == ("1", "乙")
    assert shown.series == (series("件数", 1, "2.5"),)


def test_categories_without_names_are_counted() -> None:
    assert found(of_others(pie(VALUES))).categories == ("1", "2")


def test_categories_of_several_levels_are_joined() -> None:
    inner = "".join(f'<c:pt idx="{at}"><c:v>{"上下"[at % 2]}半年</c:v></c:pt>' for at in range(4))
    outer = "".join(f'<c:pt idx="{at}"><c:v>{2023 + at // 2}年</c:v></c:pt>' for at in (0, 2))
    levels = f'<c:ptCount val="4"/><c:lvl>{inner}</c:lvl><c:lvl>{outer}</c:lvl>'
    cache = (
        f"<c:multiLvlStrRef><c:multiLvlStrCache>{levels}</c:multiLvlStrCache></c:multiLvlStrRef>"
    )
    shown = found(of_others(pie(f"<c:cat>{cache}</c:cat>{VALUES}")))
    assert shown.categories == ("2023年 上半年", "2023年 下半年", "2024年 上半年", "2024年 下半年")
    assert shown.series == (series("", 1, "2.5", None, None),)


@each(
    "title, expected",
    [
        ("收到的申请（单位：件）", ("收到的申请", "件")),
        ("收到的申请 (单位: 万元)", ("收到的申请", "万元")),
        ("单位：件", ("", "件")),
        ("收到的申请", ("收到的申请", "")),
        ("各单位：申请", ("各单位：申请", "")),
    ],
)
def test_the_unit_stands_after_the_title(title: str, expected: tuple[str, str]) -> None:
    rich = f"<c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx>"
    shown = found(of_others(pie(VALUES), f"<c:title>{rich}</c:title>"))
    assert (shown.title, shown.unit) == expected


def test_the_unit_may_stand_beside_an_axis() -> None:
    rich = "<c:tx><c:rich><a:p><a:r><a:t>单位：件</a:t></a:r></a:p></c:rich></c:tx>"
    axis = f"<c:valAx><c:title>{rich}</c:title></c:valAx>"
    assert found(of_others(pie(VALUES), after=axis)).unit == "件"


def test_a_title_without_words_is_the_name_of_the_series() -> None:
    named = f"<c:tx><c:v>新收申请</c:v></c:tx>{VALUES}"
    assert found(of_others(pie(named), "<c:title><c:overlay/></c:title>")).title == "新收申请"


def with_count(count: str) -> str:
    return of_others(pie(VALUES.replace('"2"', f'"{count}"')))


@each(
    "content",
    [
        b"",
        b"<c:chartSpace",
        b"<chartSpace/>",
        of_others(""),
        of_others("<c:scatterChart/>"),
        of_others("<c:doughnutChart/>"),
        of_others("<c:lineChart/><c:barChart/>"),
        of_others('<c:barChart><c:barDir val="up"/></c:barChart>'),
        of_others(pie(VALUES.replace("2.50", "1e99999"))),
        of_others(pie(VALUES.replace('idx="1"', 'idx="-1"'))),
        of_others(pie(VALUES.replace('idx="1"', 'idx="²"'))),
        of_others("<c:pieChart>" + "<c:ser/>" * 26 + "</c:pieChart>"),
        with_count("999999999"),
        with_count("many"),
        of_others(pie("<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f></c:numRef></c:val>")),
    ],
)
def test_what_is_broken_or_of_another_kind_is_no_chart_of_ours(content: str | bytes) -> None:
    assert read(content) is None


def test_a_part_that_is_missing_is_no_chart() -> None:
    assert read_chart({}, NAME) is None


@each("value", ["#N/A", "", "NaN", "Infinity", "—"])
def test_what_is_no_number_is_a_gap(value: str) -> None:
    shown = found(of_others(pie(VALUES.replace("2.50", value))))
    assert shown.series == (series("", 1, None),)


def test_a_chart_without_series_is_an_empty_one() -> None:
    assert found(of_others("<c:lineChart/>")) == Chart("", ChartKind.LINE, "", "", (), ())


@pytest.mark.long
def test_any_element_may_be_missing() -> None:
    """Nothing is raised for it, whatever is read then."""
    whole = chart_parts(chart(ChartKind.LINE, LAST, THIS), 1).content
    count = len(list(etree.fromstring(whole).iter()))
    assert count > 100
    for at in range(1, count):
        root = etree.fromstring(whole)
        element = list(root.iter())[at]
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
        shown = read(etree.tostring(root))
        assert shown is None or {len(one.values) for one in shown.series} <= {len(shown.categories)}


@needs_libreoffice
def test_all_is_there_after_libreoffice_saved_it(tmp_path: Path) -> None:
    source = tmp_path / "charts.docx"
    source.write_bytes(document_with(every_kind()))
    (tmp_path / "saved").mkdir()
    saved = convert(source, "docx", tmp_path / "saved")
    parts = unpacked(saved.read_bytes(), saved.name, DOCUMENT)
    for number, shown in enumerate(every_kind(), 1):
        assert read_chart(parts, f"word/charts/chart{number}.xml") == shown
