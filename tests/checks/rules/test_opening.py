"""The opening paragraph and the period."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.rules import check
from generator.model.finding import Finding
from generator.model.report import Entry, Paragraph, Report
from tests.checks.texts import told
from tests.forms import FORM
from tests.samples import case, report, rules_of

OPENING = rules_of("S07", "S08", "S09", "S10")

NAMES = "、".join(section.heading for section in FORM.sections)
RIGHT = (
    "根据《条例》和国办公开办函〔2021〕30号编制。全文包括{names}。统计期限为2024年1月1日至"
    "2024年12月31日。可从www.gov.cn下载，电话：021-22050738。"
)


def opened(text: str) -> Report:
    return replace(report(), paragraphs=(Paragraph("开头", 0, "", text), *report().paragraphs[1:]))


def found_in(text: str) -> list[Finding]:
    return check(case(opened(text)), OPENING)


def test_an_endless_opening_is_read_through_at_once() -> None:
    assert "S07" in {finding.rule for finding in found_in("总体情况" + "由" * 50_000)}


@pytest.mark.parametrize(
    "names",
    [
        NAMES,
        f"{NAMES}等六部分",
        f"{NAMES}共6个部分",
        "六个部分：" + "；".join(FORM.headings),
        NAMES.replace("、其他需要", "以及其他需要"),
    ],
)
def test_an_opening_that_says_everything_has_no_finding(names: str) -> None:
    assert found_in(RIGHT.format(names=names)) == []


@pytest.mark.parametrize(
    ("was", "is_now", "due"),
    [
        ("统计期限为2024年1月1日至2024年12月31日。", "", ["S07 错误"]),
        ("，电话：021-22050738", "", ["S07 提示"]),
        ("可从www.gov.cn下载，", "邮箱：zwgk@gov.cn，", ["S07 提示"]),
        ("可从www.gov.cn下载，", "登录xxgk.gov.cn，邮箱：zwgk@gov.cn，", []),
        ("行政复议、行政诉讼情况", "行政复议及行政诉讼情况", ["S08 提示"]),
        ("及改进情况", "和改进措施", ["S08 提示"]),
        ("总体情况、", "政府信息公开工作总体情况、", []),
        (NAMES, f"{NAMES}等五部分", ["S08 错误"]),
        (NAMES, NAMES.replace("主动公开政府信息情况、", "") + "等六部分", ["S08 错误"]),
        ("2024年1月1日至2024年", "2023年1月1日至2023年", ["S09 错误"]),
        ("12月31日", "12月30日", ["S09 错误"]),
        ("〔2021〕30号", "〔2019〕60号", ["S10 提示"]),
        ("〔2021〕30号", "[2021]30号", ["S10 提示"]),
        ("国办公开办函", "国办公开办涵", ["S10 提示"]),
    ],
)
def test_what_is_wrong_or_missing_is_found(was: str, is_now: str, due: list[str]) -> None:
    assert told(found_in(RIGHT.format(names=NAMES).replace(was, is_now))) == due


def test_an_empty_opening_is_wrong_but_does_not_hold_back() -> None:
    left = report().paragraphs[1:]
    found = check(case(replace(report(), paragraphs=left)), OPENING)
    assert [(finding.rule, finding.holds_back) for finding in found] == [("S07", False)]


def test_an_opening_known_in_part_cannot_be_checked() -> None:
    read = replace(opened("根据《条例》编制。"), unknown=frozenset({"开头"}))
    assert told(check(case(read), OPENING)) == ["S07 无法核对"]


def test_the_period_is_the_whole_year() -> None:
    text = RIGHT.format(names=NAMES)
    for name, day in (("统计期限起", date(2023, 1, 1)), ("统计期限止", date(2024, 12, 30))):
        entries = {**report().entries, name: Entry(day)}
        found = check(case(replace(opened(text), entries=entries)), OPENING)
        assert [(finding.rule, finding.holds_back) for finding in found] == [("S09", True)]
        assert f"{name}应为 2024年" in found[0].message


def test_an_opening_under_the_first_heading_is_read_as_one() -> None:
    first = Paragraph("第一部分", 0, "", RIGHT.format(names=NAMES))
    phone = Paragraph("第一部分", 0, "", "如对本报告有疑问，请与办公室联系（13800138000）。")
    others = tuple(line for line in report().paragraphs if line.part != "开头")
    rules = (*OPENING, *rules_of("P02"))
    read = replace(report(), paragraphs=(first, phone, *others))
    assert told(check(case(read), rules)) == []
    late = replace(first, text=first.text.replace("2024年12月31日", "2024年11月30日"))
    read = replace(read, paragraphs=(late, phone, *others))
    assert told(check(case(read), rules)) == ["S09 错误"]
    below = (others[0], first, *others[1:])
    assert told(check(case(replace(read, paragraphs=below)), rules)) == ["S07 错误"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("依据《某办公室关于统计数据的通知》（国办公开办函〔2016〕201号）和《条例》编制。", []),
        ("依据国办公开办函〔2016〕201号编制。", ["S10 提示"]),
        ("依据《关于年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。", ["S10 提示"]),
        ("依据《<年度报告格式>的通知》（国办公开办函〔2021〕3号）编制。", ["S10 提示"]),
        (
            "依据《关于做好政府网站年度报表发布工作的通知》（国办函〔2018〕12号）编制。",
            ["S10 提示"],
        ),
    ],
)
def test_a_notice_cited_with_its_own_title_is_right(text: str, due: list[str]) -> None:
    assert [one for one in told(found_in(text)) if one.startswith("S10")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("按照国办公开办函〔2019〕60号要求公开。", ["S10 提示"]),
        ("按照国办公开办涵〔2021〕30号要求公开。", ["S10 提示"]),
        ("按照国办公开办函〔2021〕30号要求公开。", []),
        ("落实国办公开办函〔2019〕61号，规范平台。", []),
    ],
)
def test_below_the_opening_only_the_old_form_is_wrong(text: str, due: list[str]) -> None:
    lines = (*opened(RIGHT.format(names=NAMES)).paragraphs, Paragraph("第一部分", 0, "", text))
    assert told(check(case(replace(report(), paragraphs=lines)), OPENING)) == due
