"""The rules as a whole, known by ids that people can refer to."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.checks.case import Case
from generator.checks.rules import CHECKS, check, must_be_checkable
from generator.checks.rules.rules_to_check import LOOKING, WORDS_DUE
from generator.form.general_rules import GENERAL_RULES
from generator.form.reading.check_words import CHECK_WORDS
from generator.form.rules import Rule, Words
from generator.form.vocabulary import Form
from generator.model.narrative import printed
from generator.model.report import Figure, Paragraph, Place, Report
from tests.checks.texts import report_of
from tests.few import each
from tests.form.small import SMALL
from tests.forms import FORM, OLDER
from tests.paths import ROOT
from tests.samples import FILE, case, last_year

FORMS = (FORM, OLDER)
OF_REVIEW = {"S06"}  # only the form in force comes back from reviewers
CATALOGUE = {
    *("S01", "S03", "S04", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S15"),
    *("S16", "S17"),
    *("T2-01", "T2-02", "T2-03", "T2-06", "T3-01", "T3-02", "T3-03", "T3-04", "T3-05", "T3-06"),
    *("T3-08", "T3-11", "T4-01", "T4-02", "T4-03", "T4-04"),
    *(f"X{number:02}" for number in range(1, 19)),
    *("Y01", "Y02", "Y03", "Y04", "Y05", "Y06"),
    *("D01", "D02", "D03", "D05", "P01", "P02", "P03", "P09", "W01", "W02", "W03", "W04"),
    *("W07", "W10"),
}
WRONG = (
    "（一）主动公开,2022 年发布信息2022年30条，其中政策20条、动态30条。",
    "截至2023年底，栏目上线以来访问5万次。",
    "共受理政府信息公开申请5件（均为自然人），上年结转3件，答复4件，结转下年2件，全部办结。",
    "其中，予以公开2件、不予公开3件、咨询件1件，占90%，同比增长3%。自然人申请9件。",
    "未收到行政复议、行政诉讼案件，行政复议2件均获维持。制定规范性文件9件，作出行政许可决定9件。",
    "行政事业性收费9万元。共主动公开条，申请人王小明不服，手机13800138000，的的确",
    "3家单位（甲某单位、乙某单位）公告公示、公示公告栏目，落实《要点》，落实《要点》",
)


def test_every_rule_of_the_catalogue_is_there_once() -> None:
    ids = [rule.id for rule in FORM.rules]
    assert len(ids) == len(set(ids))
    assert set(ids) >= CATALOGUE


@each("rule", FORM.rules)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.title
    assert rule.basis
    assert rule.explanation.endswith("。")


@cache
def wrong_in_most_ways() -> tuple[Case, Case]:
    """Return a report without last year's, and with it."""
    return case(report_of(*WRONG)), case(report_of(*WRONG), last_year())


@each("rule", [rule for rule in FORM.rules if rule.check])
def test_a_rule_finds_nothing_but_its_own(rule: Rule) -> None:
    for wrong in wrong_in_most_ways():
        found = check(wrong, [rule])
        assert {finding.rule for finding in found} <= {rule.id}
        assert all(finding.message and finding.advice for finding in found)


def test_the_wrong_texts_are_wrong_in_most_ways() -> None:
    looked_at = case(report_of(*WRONG), last_year())
    found = {finding.rule for finding in check(looked_at)}
    assert len(found) > 25


def test_every_check_is_that_of_some_rule() -> None:
    assert set(CHECKS) == {rule.check for rule in FORM.rules if rule.check}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_rule_of_a_form_can_be_checked(form: Form) -> None:
    must_be_checkable(form)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"check": "tie_within_the_report"},
            "没有“tie_within_the_report”这一种；最接近的是“ties_within_the_re",
        ),
        ({"check": "notice_cited"}, "规则 F0-01 的 words 有 0 项，notice_cited 要 3 项"),
        ({"check": "topics_of_a_section"}, "topics_of_a_section 至少要 1 项"),
        ({"check": "same_problems"}, "规则 F0-01 的 looks_at 要写看哪个部分，没有写"),
        (
            {"check": "same_problems", "looks_at": ("案件",)},
            "looks_at 要写看哪个部分，写的是“案件”",
        ),
        (
            {"check": "more_left_than_there_was", "words": 2 * (Words("全部"),)},
            "words 有 2 项，more_left_than_there_was 要 1 项",
        ),
        (
            {"check": "remains_of_older_forms", "words": (Words("旧栏目"),)},
            "“旧栏目”没有写 pattern",
        ),
    ],
)
def test_a_rule_that_cannot_be_checked_is_refused(changed: dict[str, Any], said: str) -> None:
    rule = SMALL.rules[0]._replace(**changed)
    with pytest.raises(ValueError, match=said):
        must_be_checkable(replace(SMALL, rules=(rule, *SMALL.rules[1:])))


def test_what_checks_need_is_said_of_checks_that_there_are() -> None:
    assert {*WORDS_DUE, *LOOKING} <= set(CHECKS)


def test_every_check_is_explained_to_those_who_write_a_form() -> None:
    assert set(CHECK_WORDS) == set(CHECKS)
    assert all("words" in CHECK_WORDS[check] for check in WORDS_DUE)
    assert all("looks_at" in CHECK_WORDS[check] for check in LOOKING)


def test_what_the_readers_of_files_find_is_explained() -> None:
    named = {
        rule
        for path in sorted((ROOT / "generator").rglob("*.py"))
        if path.relative_to(ROOT / "generator").parts[0] not in ("form", "checks")
        for rule in re.findall(r"[\"']([A-Z]\d\d)[\"']", path.read_text(encoding="utf-8"))
    }
    assert {"N01", "R01", "R14", "I01", "I09"} <= named
    for form in FORMS:
        assert named - OF_REVIEW <= {rule.id for rule in form.rules}, form.id


@each("rule", FORM.rules)
def test_the_patterns_of_a_rule_are_regular_expressions(rule: Rule) -> None:
    for words in rule.words:
        assert words.name
        re.compile(words.pattern)


def test_the_general_rules_hold_for_any_form() -> None:
    form = replace(SMALL, rules=(*SMALL.rules, *GENERAL_RULES.values()))
    must_be_checkable(form)
    line = Paragraph("第二部分", 0, "", "共收到条，请拨13800138000。", Place(FILE, "正文", "D3"))
    read = Report({}, {name: Figure(None) for name in form.figures}, {}, (line,), FILE)
    lines, _ = printed(read, form)
    assert [found.rule for found in check(Case(read, form, tuple(lines)))] == ["P02", "W07"]
