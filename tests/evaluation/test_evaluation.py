"""The evaluation itself, on a made-up example, so that it cannot rot."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.model.finding import Finding, Severity, notice, unchecked, wrong
from generator.model.report import Place
from tests.evaluation import wordings
from tests.evaluation.adapter import example, examples_in, previous_of
from tests.evaluation.comparison import compare, known_violations
from tests.evaluation.evaluation import evaluate, told
from tests.samples import numbers

ROWS, COLUMNS = 25, 7


def given(**changed: Any) -> dict[str, Any]:
    values = list(numbers().values())
    requests, reviews = values[10 : 10 + ROWS * COLUMNS], values[10 + ROWS * COLUMNS :]
    rows = [requests[at : at + COLUMNS] for at in range(0, len(requests), COLUMNS)]
    usual = {
        "source": "made up",
        "organ": "某某市（全市汇总）",
        "year": 2024,
        "title": "某某市2024年政府信息公开工作年度报告（标题据文件名）",
        "opening": "由某某市编制。统计期限从 2024 年 1 月 1 日起至 12 月 31 日止。",
        "sections": [
            {"no": 1, "title": "一、总体情况", "text": "（一）主动公开\n新收5件。"},
            {"no": None, "title": "二、其他工作", "text": "做了许多。"},
            {"no": 2, "title": "二、主动公开政府信息情况", "text": ""},
            {"no": 5, "title": "（标题在抽取中缺失）", "text": "有问题。"},
            {"title": "六", "text": "未收费。……已改进。"},
        ],
        "table_active": {"规章": {"本年制发件数": 1}, "行政许可": "/", "行政事业性收费_万元": 1.5},
        "table_requests": rows,
        "table_review": reviews,
        "label_deviations": ["表二行名写『规范性文件』（2021格式为『行政规范性文件』）"],
    }
    return usual | changed


def test_an_example_becomes_a_report() -> None:
    report = example(given(), Path("one.json")).report
    assert report.title is not None
    assert report.title.text == "某某市2024年政府信息公开工作年度报告"
    assert {name: entry.printed for name, entry in report.entries.items()} == {
        "机关名称": "某某市",
        "机关类型": "部门",
        "年度": "2024",
        "统计期限起": "2024年1月1日",
        "统计期限止": "2024年12月31日",
    }
    assert [heading.text for heading in report.headings] == [
        "一、总体情况",
        "二、其他工作",
        "二、主动公开政府信息情况",
    ]
    assert [(line.part, line.place.spot, line.text) for line in report.paragraphs[1:]] == [
        ("第一部分", "第1段", "（一）主动公开"),
        ("第一部分", "第2段", "新收5件。"),
        ("第一部分", "第3段", "二、其他工作"),
        ("第一部分", "第4段", "做了许多。"),
        ("第五部分", "第1段", "有问题。"),
        ("第六部分", "第1段", "未收费。"),
        ("第六部分", "第2段", "已改进。"),
    ]
    assert report.unknown == {"第五部分", "第六部分"}, "a section that is not given is missing"
    assert not {"开头", "第一部分", "第二部分表后"} & report.unknown
    assert [(one.official, one.found) for one in report.deviations] == [
        ("行政规范性文件", "规范性文件")
    ]


def test_what_is_not_given_is_unknown() -> None:
    partial = {"二、上年结转政府信息公开申请数量": [1, None, None, None, None, None, 1]}
    read = example(
        given(
            table_requests=None,
            table_requests_partial=partial,
            table_review=None,
            text_truncated=True,
            title=None,
            opening="关于某某市2024年工作的报告",
        ),
        Path("one.json"),
    )
    report = read.report
    assert report.title is not None
    assert report.title.text == "关于某某市2024年工作的报告"
    assert len(report.unknown) == 10
    assert report.number("上年结转自然人") == 1
    assert report.figures["上年结转商业企业"].value is None
    assert "本年新收" not in report.figures
    assert "复议总计" not in report.figures
    assert {finding.rule for finding in read.findings} == {"T2-06", "T3-05"}


def test_a_published_text_is_found_beside_the_examples(tmp_path: Path) -> None:
    folder = tmp_path / "examples" / "some"
    folder.mkdir(parents=True)
    (tmp_path / "text.txt").write_text(
        "\n某某局 2024 年报告\n\n由某某局编制。\n\n一、总体情况\n\n第一段，\n\n第二段。\n"
        "\n二、主动公开政府信息情况\n\n规范性文件\t1\t0\n1. 属于国家秘密\t0\n",
        encoding="utf-8",
    )
    told_so = given(source="text.txt", sections=None, label_deviations=None)
    (folder / "one.json").write_text(json.dumps(told_so), encoding="utf-8")
    (read,) = examples_in(folder)
    assert read.report.title is not None
    assert read.report.title.text == "某某局 2024 年报告"
    assert [line.text for line in read.report.paragraphs] == [
        "由某某局编制。",
        "第一段，",
        "第二段。",
    ]
    assert [(one.official, one.found) for one in read.report.deviations] == [
        ("行政规范性文件", "规范性文件"),
        ("1.属于国家秘密", "1. 属于国家秘密"),
    ]


def test_last_years_report_is_that_of_the_same_organ() -> None:
    this, last = (example(given(year=year), Path(f"{year}.json")) for year in (2024, 2023))
    other = example(given(year=2023, organ="别处"), Path("other.json"))
    assert previous_of(this, [other, this, last]) == last.report
    assert previous_of(last, [other, this, last]) is None


SENTENCE = "共答复4件，其中予以公开2件、咨询件1件。全年发布信息2139条，其中动态1744条、政务416条。"
ANSWERED = {
    "rule": "X15",
    "severity": "错误",
    "quote": "共答复4件，其中予以公开2件、咨询件1件",
    "detail": "3 ≠ 4",
}
ISSUED = {
    "rule": "X15",
    "severity": "错误",
    "detail": "『发布信息2139条，其中动态1744条』合计 2160",
}
ALLOWED = {"rule": "FP", "severity": "不应报错", "detail": "1744+416=2160", "rule_checked": "FP"}


def compared(known: list[dict[str, Any]], findings: list[Finding]) -> tuple[list[str], ...]:
    sections = [{"no": 1, "title": "一、总体情况", "text": SENTENCE}]
    violations = known_violations({"known_violations": known})
    report = example(given(sections=sections), Path("one.json")).report
    outcome = compare(report, violations, findings)
    return (
        [item.quote or item.detail for item, _ in outcome.found],
        [item.quote or item.detail for item in outcome.missed],
        [finding.message for finding in outcome.false],
        [finding.message for _, finding in outcome.flagged],
    )


def say(rule: str, message: str, quote: str = "") -> Finding:
    return wrong(rule, Place("one.json"), message, "请改正", quote=quote)


def test_a_violation_is_found_by_a_finding_of_its_rule_about_the_same_words() -> None:
    first = say("X15", "比总数多", "全年发布信息2139条，其中动态1744条、政务416条")
    assert compared([ANSWERED, ISSUED], [first]) == (
        [ISSUED["detail"]],
        [ANSWERED["quote"]],
        [],
        [],
    )


def test_one_finding_finds_one_violation() -> None:
    both = [ANSWERED, ANSWERED | {"detail": "另一处"}]
    found, missed, *_ = compared(both, [say("X15", "多了", "共答复4件")])
    assert (len(found), len(missed)) == (1, 1)


def test_an_alone_finding_of_a_rule_needs_no_words_in_common() -> None:
    assert compared([ANSWERED], [say("X15", "两处不一致")])[1:] == ([], [], [])


def test_a_short_quote_is_known_by_standing_in_what_people_found() -> None:
    brackets = {"rule": "S06", "severity": "提示", "quote": "（一）（二）／(一) (二)", "detail": ""}
    other = {"rule": "S06", "severity": "提示", "quote": "(二) 本年度未收取", "detail": "无小标题"}
    found, missed, *_ = compared([other, brackets], [say("S06", "4 处半角", "(一)")])
    assert (found, missed) == ([brackets["quote"]], [other["quote"]])


def test_another_rule_that_is_right_too_counts() -> None:
    found, *_ = compared([ANSWERED | {"also_right": ["X05"]}], [say("X05", "咨询件", "咨询件1件")])
    assert found


def test_more_findings_in_the_same_sentence_are_not_false() -> None:
    findings = [
        say("X15", "甲", "共答复4件"),
        say("X15", "乙", "咨询件1件"),
        say("X15", "丙", "2139条"),
    ]
    assert compared([ANSWERED], findings)[2] == ["丙"]


def test_what_must_not_be_flagged_is_told() -> None:
    about = say("X15", "应为 2160", "全年发布信息2139条，其中动态1744条、政务416条")
    typographic = notice("W03", Place("one.json"), "空格", "请改", quote="动态1744条、政务416条")
    assert compared([ALLOWED], [about, typographic])[2:] == (["应为 2160", "空格"], ["应为 2160"])


def test_what_could_not_be_checked_counts_as_found_and_never_as_false() -> None:
    unsure = unchecked("X15", Place("one.json"), "没有表", "请给出", quote="共答复4件")
    assert compared([ANSWERED], [unsure]) == ([ANSWERED["quote"]], [], [], [])
    assert compared([], [unsure]) == ([], [], [], [])


def test_a_folder_is_counted(tmp_path: Path) -> None:
    off = given(known_violations=[{"rule": "T2-06", "severity": "提示", "detail": "以『/』代替"}])
    off["table_review"] = [*off["table_review"][:-1], 0]
    (tmp_path / "one.json").write_text(json.dumps(off), encoding="utf-8")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    (outcome,) = evaluate([tmp_path])
    assert [item.rule for item, _ in outcome.found] == ["T2-06"]
    assert "T4-03" in {found.rule for found in outcome.false if found.severity == Severity.ERROR}
    lines = told([outcome]).splitlines()
    assert "reports: 1" in lines
    assert any(line.startswith("known 提示 found, crisp rules: 1 of 1") for line in lines)


@pytest.mark.parametrize("organ", ["某某局（某某中心）", "某某局"])
def test_brackets_of_a_name_stay(organ: str) -> None:
    assert example(given(organ=organ), Path("one.json")).organ == organ


def test_wordings_are_tried_as_they_stand_and_with_each_value_changed(tmp_path: Path) -> None:
    values = {"新收+上年结转": 4, "上年结转": 2, "诉讼": 1, "元": 380}
    quote = "共收到申请4件，其中上年度结转2件…收费380元"
    wording = {"quote": quote, "values": values, "source": "某某局2022"}
    file = tmp_path / "wordings.json"
    file.write_text(json.dumps([wording]), encoding="utf-8")
    (tried,) = wordings.try_wordings(file)
    assert tried.false == []
    assert tried.beyond == ["元"]
    assert len(tried.noticed + tried.missed) == 3
    assert wordings.figures_for(values) == {
        "上年结转": 2,
        "本年新收": 2,
        "直接起诉总计": 1,
        "复议后起诉总计": 0,
    }
    assert "wordings: 1, with figures of a table: 1" in wordings.told([tried])
