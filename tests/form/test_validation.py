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
            "figure 收案単位; the nearest is 收案单位",
        ),
        (tie(right=()), "tie F1-01 “收案与结案相等” has nothing on one side"),
        (tie(rule="F1-03"), "F1-03, which is nowhere explained; the nearest is F1-0"),
        (tie(rule="F0-01"), "is never checked: rule F0-01 does not check ties_within"),
        (tie(left=terms("收案个人", last_year=True)), "does not check ties_across_years"),
        (
            {"sums": (Sum("全部", ("收案个", "结案单位")),)},
            "figure 收案个; the nearest is 收案个人",
        ),
        (
            {"wordings": Wordings(stated=(Stated("收案个", "收到案件"),))},
            "“收到案件” states the unknown figure 收案个; the nearest is 收案个人",
        ),
        ({"sums": (Sum("收案个人", ("结案单位",)),)}, "2 figures, .* are called 收案个人"),
        ({"sums": (Sum("开头", ("结案单位",)),)}, "are called 开头"),
        ({"entries": SMALL.entries[:1]}, "there is no entry 年度"),
        (
            {"entries": (*SMALL.entries, OF_ORGAN), "deadlines": (("政务", (1, 31)),)},
            "unknown kind of organ 政务; the nearest is 政府",
        ),
        ({"example": "收案公司"}, "unknown figure 收案公司; the nearest is 收案"),
        (
            spoken_of("F1-01", ("收案公司",)),
            "names the unknown figure 收案公司; the nearest is 收案",
        ),
        (spoken_of("F1-1", ("收案单位",)), "of the unknown rule F1-1; the nearest is F1-0"),
        (claimed("F1-01", "结案"), "claim 没有案件 names the unknown figure 结案; .* 结案"),
        (rules(rule("F0-01")), "2 rules have the id F0-01"),
        (rules(rule("F9-01", explanation="")), "rule F9-01 lacks its title"),
        (rules(rule("F9-01", check=TIES_WITHIN)), "rule F9-01 has no tie to check"),
        (rules(rule("F9-01", looks_at=("安件",))), "F9-01 looks at the unknown 安件; .* 案件"),
    ],
)
def test_what_contradicts_itself_is_refused_with_the_nearest_name(
    changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=f"small cannot be used:\n(.*\n)*.*{said}"):
        replace(SMALL, **changed)


def test_the_rules_that_a_table_names_must_be_explained() -> None:
    section = SMALL.sections[0]._replace(table=replace(CASES, blank="F0-02"))
    with pytest.raises(ValueError, match=r"table 案件 names rule F0-02, .*; the nearest is F"):
        replace(SMALL, sections=(section, SMALL.sections[1]))


def test_two_tables_of_one_title_are_refused() -> None:
    again = SMALL.sections[0]._replace(heading="又一张表")
    with pytest.raises(ValueError, match="2 tables are called 案件"):
        replace(SMALL, sections=(*SMALL.sections, again))


def test_all_mistakes_are_told_at_once() -> None:
    wrong = Tie("F7-01", "没有的", terms("甲"), terms("乙"), "没有")
    with pytest.raises(ValueError, match="unknown figure 甲") as refusal:
        replace(SMALL, ties=(*SMALL.ties, wrong), entries=())
    assert len(str(refusal.value).splitlines()) == 1 + 5
