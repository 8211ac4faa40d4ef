"""A form that contradicts itself is refused when it is loaded."""

from dataclasses import replace
from typing import Any

import pytest

from generator.form.rules import TIES_WITHIN, Rule, Severity
from generator.form.vocabulary import EntrySpec, Sum, Tie, terms
from generator.form.wordings import Claim, Stated, Subject, Wordings
from tests.form.small import CASES, SMALL

FIRST, SECOND = SMALL.ties
OF_ORGAN = EntrySpec("机关", "哪一类", "choice", role="kind", choices=("部门", "政府"))


def tie(**changed: Any) -> dict[str, Any]:
    return {"ties": (FIRST._replace(**changed), SECOND)}


def rules(*more: Rule) -> dict[str, Any]:
    return {"rules": (*SMALL.rules, *more)}


def rule(known_by: str, **changed: Any) -> Rule:
    return Rule(known_by, "名称", Severity.ERROR, "依据", "说明。")._replace(**changed)


def spoken_of(of: str, *interpretations: tuple[str, ...]) -> dict[str, Any]:
    return {"wordings": Wordings(subjects=(Subject("案件", of, "案件", interpretations),))}


def claimed(of: str, figure: str) -> dict[str, Any]:
    return {"wordings": Wordings(claims=(Claim("没有案件", of, "没有案件", (figure,)),))}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            tie(left=terms("收案个人", "收案単位")),
            "没有叫“收案単位”的数字；最接近的是“收案单位”",
        ),
        (tie(right=()), "勾稽关系“收案与结案相等”有一边是空的"),
        (tie(rule="F1-03"), "没有写规则 F1-03；最接近的是“F1-0"),
        (tie(rule="F0-01"), "规则 F0-01 不核对“收案与结案相等”：它的 check 应是 ties_within"),
        (tie(left=terms("收案个人", last_year=True)), "它的 check 应是 ties_across_years"),
        (
            {"sums": (Sum("全部", ("收案个", "结案单位")),)},
            "没有叫“收案个”的数字；最接近的是“收案个人”",
        ),
        (
            {"wordings": Wordings(stated=(Stated("收案个", "收到案件"),))},
            "没有叫“收案个”的数字或合计；最接近的是“收案个人”",
        ),
        ({"sums": (Sum("收案个人", ("结案单位",)),)}, "不止一处叫“收案个人”：数字、合计"),
        ({"sums": (Sum("开头", ("结案单位",)),)}, "不止一处叫“开头”"),
        ({"entries": SMALL.entries[:1]}, "基本信息里缺少“年度”"),
        (
            {"entries": (*SMALL.entries, OF_ORGAN), "deadlines": (("政务", (1, 31)),)},
            "没有“政务”这一类机关；最接近的是“政府”",
        ),
        ({"example": "收案公司"}, "没有叫“收案公司”的数字；最接近的是“收案"),
        (
            spoken_of("F1-01", ("收案公司",)),
            "没有叫“收案公司”的数字或合计；最接近的是“收案",
        ),
        (spoken_of("F1-1", ("收案单位",)), "没有规则 F1-1；最接近的是“F1-0"),
        (claimed("F1-01", "结案"), "没有叫“结案”的数字或合计；最接近的是“结案"),
        (rules(rule("F0-01")), "不止一处叫“F0-01”：规则"),
        (rules(rule("F9-01", explanation="")), "规则 F9-01 要写明 title"),
        (rules(rule("F9-01", check=TIES_WITHIN)), "规则 F9-01 没有勾稽关系可以核对"),
        (rules(rule("F9-01", looks_at=("安件",))), "规则 F9-01 要看的“安件”.*最接近的是“案件”"),
    ],
)
def test_what_contradicts_itself_is_refused_with_the_nearest_name(
    changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=f"表式“small”用不了：\n(.*\n)*.*{said}"):
        replace(SMALL, **changed)


def test_the_rules_that_a_table_names_must_be_explained() -> None:
    section = SMALL.sections[0]._replace(tables=(replace(CASES, blank="F0-02"),))
    with pytest.raises(ValueError, match=r"没有写规则 F0-02；最接近的是“F"):
        replace(SMALL, sections=(section, SMALL.sections[1]))


def test_two_tables_of_one_title_are_refused() -> None:
    again = SMALL.sections[0]._replace(heading="又一张表")
    with pytest.raises(ValueError, match="不止一处叫“案件”：表"):
        replace(SMALL, sections=(*SMALL.sections, again))


def test_all_mistakes_are_told_at_once() -> None:
    wrong = Tie("F7-01", "没有的", terms("甲"), terms("乙"), "没有")
    with pytest.raises(ValueError, match="没有叫“甲”的数字") as refusal:
        replace(SMALL, ties=(*SMALL.ties, wrong), entries=())
    assert len(str(refusal.value).splitlines()) == 1 + 5
