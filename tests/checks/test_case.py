"""What every rule must bear: any report, and any form."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from generator.checks.case import Case
from generator.checks.rules import check
from generator.form.rules import Rule, Severity
from generator.form.vocabulary import Block, Column, Form, Row
from generator.form.wordings import Claim, Subject, Wordings
from generator.formats.report_json.reader import read_json
from generator.formats.report_json.writer import json_of
from generator.model.narrative import printed
from generator.model.report import Entry, Figure, Paragraph, Place, Report
from tests.few import fewer
from tests.form.small import SMALL
from tests.forms import FORM
from tests.generated import REPORTS
from tests.samples import case

OF_THE_TEXT = tuple(rule for rule in FORM.rules if rule.id.startswith("X"))
"""The rules under which text is compared with tables, and with itself."""


@given(REPORTS, REPORTS)
@fewer(3)
def test_any_report_can_be_checked_and_every_finding_has_a_place(
    this: Report, previous: Report
) -> None:
    placed, _ = read_json(json_of(this, FORM), "2024.json", FORM)
    last, _ = read_json(json_of(previous, FORM), "2023.json", FORM)
    for found in (*check(case(placed)), *check(case(placed, last))):
        assert found.place.file, found


def said(form: Form, text: str) -> list[str]:
    """Return what is found in a text of a report with three cases, all of them of persons."""
    counted = {"收案个人": 3, "收案单位": 0, "结案个人": 3, "结案单位": 0}
    counted |= {name: 30000 if "元" in name else 3 for name in form.figures if name not in counted}
    read = Report(
        entries={"机关名称": Entry("某某市某某局"), "年度": Entry(2024)},
        figures={
            name: Figure(Decimal(value), place=Place("2024.xlsx", "案件", "B2"))
            for name, value in counted.items()
        },
        indicators={},
        paragraphs=(Paragraph("第二部分", 0, "", text, Place("2024.xlsx", "正文", "D5")),),
        file="2024.xlsx",
    )
    lines, _ = printed(read, form)
    return [
        f"{found.rule} {found.severity}：{found.message}"
        for found in check(Case(read, form, tuple(lines)))
    ]


WITHOUT_WORDINGS = replace(SMALL, rules=(*SMALL.rules, *OF_THE_TEXT))

CASES = Rule("F2-01", "案件数与表一致", Severity.ERROR, "依据", "说明。", check="stated_figures")
FINES = replace(
    SMALL.tables[0],
    title="罚没",
    blocks=(
        Block(
            rows=(Row((), ""),),
            columns=(
                Column(("罚没收入",), "罚没收入", "万元", decimals=True),
                Column(("罚没收入（元）",), "按元的罚没收入", "元", decimals=True),
            ),
        ),
    ),
)
WITH_WORDINGS = replace(
    SMALL,
    sections=(SMALL.sections[0]._replace(tables=(*SMALL.tables, FINES)), *SMALL.sections[1:]),
    rules=(*SMALL.rules, CASES),
    wordings=Wordings(
        units=("宗",),
        subjects=(Subject("收案", "F2-01", r"收案(?:总数)?为?$", (("收案个人", "收案单位"),)),),
        amounts=(Subject("罚没收入", "F2-01", r"罚没收入", (("罚没收入",),)),),
        claims=(Claim("没有单位的案件", "F2-01", r"没有单位的案件", ("收案单位", "结案单位")),),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "本年新收政府信息公开申请5件，上年结转1件，答复4件，其中予以公开3件、不予公开1件。",
        "申请人均为自然人，全部办结，没有结转。因政府信息公开被申请行政复议2件，均获维持。",
        "制发规范性文件5件，行政处罚决定9件，行政事业性收费3.5万元，答复率为50%。",
    ],
)
def test_a_form_without_wordings_is_not_compared_with_the_wordings_of_another(text: str) -> None:
    assert said(WITHOUT_WORDINGS, text) == []


def test_a_text_must_agree_with_itself_whatever_its_form() -> None:
    assert said(WITHOUT_WORDINGS, "共开展培训5场，其中线上4场、线下3场。") == [
        "X15 错误：列举的各项相加是 7（4＋3），比总数 5 场多 2"
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("我局收案总数为3宗，没有单位的案件。", []),
        ("全系统收案总数为560宗，近三年收案总数为800宗。", []),
        ("立案科收案总数为2宗；拟收案5宗。", []),
        ("上半年收案总数为2宗。", []),
        ("办公室收案293宗。", []),
        ("我局罚没收入30000元，即罚没收入3.0万元。", []),
        (
            "我局罚没收入11817.5万元。",
            ["F2-01 错误：正文写的是罚没收入 11817.5 万元，表里“罚没收入”是 3，正文多 11814.5"],
        ),
        (
            "我局收案总数为293宗。",
            ["F2-01 错误：正文写的是收案 293 宗，表里“收案个人”＋“收案单位”是 3，正文多 290"],
        ),
    ],
)
def test_the_wordings_of_any_form_are_compared_with_its_tables(text: str, due: list[str]) -> None:
    assert said(WITH_WORDINGS, text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("我局罚没收入30000元，即罚没收入3.0万元。", []),
        (
            "我局罚没收入3.5万元。",
            ["F2-01 错误：正文写的是罚没收入 3.5 万元，表里“按元的罚没收入”是 30000，正文多 5000"],
        ),
    ],
)
def test_money_that_a_table_has_in_yuan_is_compared_in_yuan(text: str, due: list[str]) -> None:
    (amount,) = WITH_WORDINGS.wordings.amounts
    in_yuan = amount._replace(interpretations=(("按元的罚没收入",),))
    wordings = WITH_WORDINGS.wordings._replace(amounts=(in_yuan,))
    assert said(replace(WITH_WORDINGS, wordings=wordings), text) == due


def test_a_claim_of_any_form_is_compared_with_its_tables() -> None:
    claimed = WITH_WORDINGS.wordings.claims[0]._replace(figures=("收案个人", "收案单位"))
    form = replace(WITH_WORDINGS, wordings=WITH_WORDINGS.wordings._replace(claims=(claimed,)))
    assert said(form, "本年没有单位的案件。") == [
        "F2-01 错误：正文说没有单位的案件，表里“收案个人”是 3"
    ]
