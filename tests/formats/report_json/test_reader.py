"""Reports that other systems hand over."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given

from generator.formats.report_json.reader import read_json
from generator.formats.report_json.writer import json_of
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding, Refusal, Severity
from generator.model.narrative import printed
from generator.model.report import (
    Indicator,
    Paragraph,
    Place,
    Report,
)
from tests.forms import FORM
from tests.generated import REPORTS
from tests.samples import report, typed_totals, workbook

FILE = "2024.json"


def usual() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_usual())
    return data


@cache
def _usual() -> bytes:
    return json_of(report(), FORM)


def read(data: dict[str, Any]) -> tuple[Report, list[Finding]]:
    return read_json(json.dumps(data).encode(), FILE, FORM)


def told(change: Callable[[dict[str, Any]], object]) -> list[str]:
    data = usual()
    change(data)
    return [f"{finding.rule} {finding}" for finding in read(data)[1]]


def test_a_report_comes_back() -> None:
    assert read(usual()) == (report(), [])


@pytest.mark.parametrize("figures", [{}, typed_totals(), {"行政许可": "22（其中修订16件）"}])
def test_a_workbook_comes_back(figures: dict[str, object]) -> None:
    there, _ = read_content(workbook(figures=figures), "2024.xlsx", FORM)
    back, findings = read_json(json_of(there, FORM), FILE, FORM)
    assert back == there
    assert findings == []


def test_what_a_workbook_could_not_read_stays_as_it_was_typed() -> None:
    figures = {"行政许可": "五", "行政处罚": "/", "行政强制": None, "行政事业性收费": 7730.28}
    there, _ = read_content(workbook(figures=figures), "2024.xlsx", FORM)
    back, findings = read_json(json_of(there, FORM), FILE, FORM)
    assert back == there
    assert back.figures["行政许可"].typed == "五"
    assert back.number("行政事业性收费") == Decimal("7730.28")
    assert [finding.rule for finding in findings] == ["T2-01", "T2-06", "T2-06"]


@given(REPORTS)
def test_any_report_comes_back(there: Report) -> None:
    back, findings = read_json(json_of(there, FORM), FILE, FORM)
    assert back == there
    assert json_of(back, FORM) == json_of(there, FORM)
    assert not [finding for finding in findings if finding.rule == "R14"]


def test_places_can_be_looked_up() -> None:
    found, _ = read(usual())
    assert found.figures["本年新收"].place == Place(FILE, "表三", "“本年新收”")
    assert found.paragraphs[1].place == Place(FILE, "一、总体情况", "第1段")
    assert found.entries["年度"].place == Place(FILE, "基本信息", "“年度”")


@pytest.mark.parametrize(
    ("given_figure", "said"),
    [
        (
            "3件",
            "T2-01 2024.json『表二』“行政许可”：行政许可／本年处理决定数量应填数字，填的是“3件”",
        ),
        (-1, "T2-02 2024.json『表二』“行政许可”：行政许可／本年处理决定数量应为不小于 0 的整数"),
        (2.5, "T2-02"),
        (1e300, "T2-01"),
        (1e-300, "T2-01"),
        ({"value": 2, "note": "其中"}, "T2-01"),
        ("1,238", "T2-01 2024.json『表二』“行政许可”：1 格是文字形式的数字，“1,238”读作 1238"),
        (None, "T2-06 2024.json『表二』“行政许可”：1 格空白"),
        ("/", "T2-06"),
    ],
)
def test_figures_are_read_as_those_of_a_workbook(given_figure: object, said: str) -> None:
    (line,) = told(lambda data: data["figures"].update({"行政许可": given_figure}))
    assert line.startswith(said)


def test_what_was_never_given_is_no_blank_and_told_once_for_each_table() -> None:
    def change(data: dict[str, Any]) -> None:
        figures = data["figures"]
        kept = [name for name in figures if name not in ("本年新收", "上年结转", "复议总计")]
        data["figures"] = {name: figures[name] for name in kept if "规章" not in name}
        data["entries"].pop("年度")
        data["parts"].pop("第二部分表前")
        data["parts"]["第五部分"]["complete"] = False

    lines = told(change)
    assert lines == [
        "R13 2024.json『基本信息』：没有给出年度，用到它们的没有核对。请补上。",
        "R13 2024.json『表二』：表二没有给出“规章制发”、“规章废止”、“规章现行有效”，勾稽关系、"
        "正文与表是否一致没有核对。请补上；没有的填 0，空白的填 null。",
        "R13 2024.json『表三』：表三没有给出“本年新收”、“上年结转”，勾稽关系、正文与表是否一致"
        "没有核对。请补上；没有的填 0，空白的填 null。",
        "R13 2024.json『表四』：表四没有给出“复议总计”，勾稽关系、正文与表是否一致没有核对。"
        "请补上；没有的填 0，空白的填 null。",
        "R13 2024.json『正文』：“二、主动公开政府信息情况（表格前）”、"
        "“五、存在的主要问题及改进情况”"
        '没有给出，或者没有给全，有没有缺漏没有核对。请补上；没有文字的写成 "paragraphs": []。',
    ]


def test_what_was_never_given_cannot_be_checked_and_holds_the_document_back() -> None:
    _, findings = read({"schema": 1, "edition": FORM.edition})
    assert len(findings) == 5
    assert {finding.severity for finding in findings} == {Severity.UNCHECKED}
    assert all(finding.holds_back for finding in findings)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(figure={}), "R14 2024.json『figure』：figure 不是规定的名称"),
        (
            lambda data: data.update(parts=[]),
            "R14 2024.json『parts』：parts 应为对象 {…}，写的是数组",
        ),
        (lambda data: data["entries"].update(年度="二〇二四"), "R05 2024.json『基本信息』“年度”"),
        (
            lambda data: data["entries"].update(年度=None),
            "R05 2024.json『基本信息』“年度”：“年度”没有填",
        ),
        (lambda data: data["entries"].update(统计期限起="2024-02-30"), "R05"),
        (lambda data: data["indicators"].update({"【甲】": 1}), "R06 2024.json『指标』“【甲】”"),
        (lambda data: data["indicators"].update(年度=1), "R06"),
        (lambda data: data["indicators"].update(甲={"value": "许多"}), "R06"),
        (
            lambda data: data["parts"]["开头"]["paragraphs"].append({"heading": "甲"}),
            "R04 2024.json『开头』第2段：有标题却没有层级",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    assert told(change)[0].startswith(said)


def test_very_much_that_is_wrong_is_not_told_without_end() -> None:
    lines = told(lambda data: data["figures"].update({f"乱{n}": 1 for n in range(5_000)}))
    assert len(lines) == 101
    assert "还有 4900 处写法不对" in lines[-1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[]", "2024.json 不是一份报告：最外面应为对象"),
        (b'"a"', "不是一份报告"),
        (b"{}", "没有写“schema”"),
        (b'{"schema": 1}', "没有写“edition”"),
        (b'{"schema": 3, "edition": ""}', "的“schema”是 3，本程序只认 1、2"),
        (b'{"schema": true, "edition": ""}', "的“schema”"),
        (b'{"schema": 1, "edition": "x"}', "的“edition”是 x，本程序只认 国办公开办函〔2021〕30号"),
        (b'{"schema": 1, "results": []}', "没有写“edition”"),
    ],
)
def test_json_that_is_no_report_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_json(data, FILE, FORM)
    assert said in str(refusal.value)


def test_an_indicator_may_be_a_number_alone() -> None:
    found, _ = read(usual() | {"indicators": {"甲": 12.5, "乙": {"value": 0.5, "printed": "50%"}}})
    assert found.indicators["甲"] == Indicator(Decimal("12.5"), "12.5")
    assert found.indicators["乙"].printed == "50%"


def test_an_empty_paragraph_is_none() -> None:
    data = usual()
    data["parts"]["第四部分表前"]["paragraphs"] = [{"text": " "}, {"level": 2, "heading": "甲"}]
    found, findings = read(data)
    assert [line.heading for line in found.part("第四部分表前")] == ["甲"]
    assert findings == []


def test_half_a_character_cannot_be_written() -> None:
    there = replace(report(), paragraphs=(Paragraph("开头", 0, "", "\ud800"),))
    with pytest.raises(Refusal, match="不完整的字符"):
        json_of(there, FORM)


def test_what_is_not_printed_comes_back_too() -> None:
    line = replace(report().paragraphs[1], unrevised="沿用2023年，待修改")
    indicators = {"备案公文": replace(report().indicators["备案公文"], note="2023年：38件")}
    whole = replace(report(), paragraphs=(report().paragraphs[0], line), indicators=indicators)
    back, _ = read_json(json_of(whole, FORM), "2024.json", FORM)
    assert [item.unrevised for item in back.paragraphs] == ["", "沿用2023年，待修改"]
    assert back.indicators["备案公文"].note == "2023年：38件"


@pytest.mark.parametrize("note", ["5", ".5", "（未完", "其中修订16件"])
def test_a_note_never_becomes_part_of_the_number(note: str) -> None:
    data = usual()
    data["figures"]["行政许可"] = {"value": 7, "note": note}
    there, findings = read(data)
    assert not there.figures["行政许可"].readable
    assert [finding.rule for finding in findings if finding.holds_back] == ["T2-01"]


def test_a_number_with_an_empty_note_is_a_number() -> None:
    data = usual()
    data["figures"]["行政许可"] = {"value": 7, "note": ""}
    there, findings = read(data)
    assert there.figures["行政许可"].value == 7
    assert findings == []


def test_what_was_not_given_is_not_called_blank_where_it_is_cited() -> None:
    data = usual()
    del data["entries"]["网址"], data["indicators"]
    data["parts"]["第一部分"]["paragraphs"][0]["text"] = "备案公文【备案公文】件。"
    _, unknown = printed(read(data)[0], FORM)
    assert unknown == []
    data["entries"]["网址"], data["indicators"] = None, {}
    _, unknown = printed(read(data)[0], FORM)
    assert [finding.rule for finding in unknown] == ["N01", "N01"]


def test_rules_of_the_place_are_read_as_they_are_typed_and_told_where_they_are_not_clear() -> None:
    data = usual()
    assert "local_rules" not in data
    data["local_rules"] = [
        {"what": "篇幅不超过", "part": "全文", "asked": "1000", "basis": "某号"},
        {"what": "篇幅", "asked": "很短"},
    ]
    found, findings = read(data)
    assert [one.typed for one in found.local_rules] == [
        ("", "篇幅不超过", "全文", "1000", "", "某号"),
        ("", "篇幅", "", "很短", "", ""),
    ]
    assert [f"{one.rule} {one}" for one in findings] == [
        "R17 2024.json『本地规则』第2项：“管什么”填的是“篇幅”，看不懂，这条规则没有核对。"
        "请在列表里选一个：篇幅不超过、篇幅不少于、必须写到、不能出现、必须引用的数、发布期限。"
    ]
