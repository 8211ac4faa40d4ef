"""Captions: counted for each kind, cited by name, never by number."""

import pytest

from generator.model.captions import Source, captioned, citable_captions, shown_by
from generator.model.narrative import citable, cite, printed
from generator.model.report import Paragraph, Place
from tests.exhibits import ALL, row, showing
from tests.forms import FORM
from tests.samples import report

REPORT = showing(report(), *ALL)


def test_pictures_and_charts_are_counted_together_and_tables_apart() -> None:
    assert [number for _, number in captioned(REPORT, FORM)] == ["图1", "图2", "表1"]


def test_they_are_counted_in_the_order_of_print() -> None:
    late, early = row("图", "后", "a.png", "第五部分"), row("图", "前", "b.png", "第一部分")
    numbers = {
        one.heading: number for one, number in captioned(showing(report(), late, early), FORM)
    }
    assert numbers == {"前": "图1", "后": "图2"}


def test_a_caption_is_printed_with_its_number() -> None:
    lines, findings = printed(REPORT, FORM)
    shown = [line.number + line.heading + line.text for line in lines if line.source.kind]
    assert shown == ["图1　培训现场", "图2　申请人的构成", "表1　各镇的申请"]
    assert not findings


def test_text_cites_them_by_caption_or_by_what_they_show() -> None:
    names = citable_captions(REPORT, FORM)
    assert names["图：申请人的构成"] == names["图：申请人"] == "图2"
    assert names["表：各镇的申请"] == names["表：各镇"] == "表1"


@pytest.mark.parametrize("cited", ["【图：培训现场】", "【图:培训现场】", "【 图： 培训现场 】"])
def test_a_colon_of_either_width_is_understood(cited: str) -> None:
    text, findings = cite(f"见{cited}。", citable(REPORT, FORM), Place("2024.xlsx"), FORM)
    assert text == "见图1。"
    assert not findings


def test_one_that_is_not_there_is_told() -> None:
    _, findings = cite("见【图：没有】。", citable(REPORT, FORM), Place("2024.xlsx"), FORM)
    assert [finding.rule for finding in findings] == ["N01"]


@pytest.mark.parametrize(
    ("text", "source", "name", "alternative"),
    [
        ("培训.png", Source.PICTURE, "培训.png", ""),
        (" 照片/培训.png \n 会场里坐满了人 ", Source.PICTURE, "照片/培训.png", "会场里坐满了人"),
        ("【图表：申请人】", Source.CHART, "申请人", ""),
        ("【 表格: 各镇 】", Source.TABLE, "各镇", ""),
        ("【表格：各镇】后面", Source.PICTURE, "【表格：各镇】后面", ""),
        ("", Source.PICTURE, "", ""),
    ],
)
def test_what_a_row_shows(text: str, source: Source, name: str, alternative: str) -> None:
    found = shown_by(Paragraph("第一部分", 0, "", text, kind="图"))
    assert (found.source, found.name, found.alternative) == (source, name, alternative)
