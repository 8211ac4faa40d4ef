"""Other years, dates of reckoning, the day of publication."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.rules import check
from generator.model.report import Entry
from tests.checks.texts import found_in, told
from tests.samples import case, report, rules_of

DATES = rules_of("D01", "D02", "D03", "D05")


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局主动公开信息30条。",
        "推送短视频34条，累计播放80万余次。",
        "公开2023年度部门决算。",
        "按时发布某某街道2023年政府信息公开工作年度报告。",
        "落实《2023年政务公开工作要点》。",
        "2023年问题整改情况：已全部完成。",
        "2023年收到34件，2024年收到40件。",
        "较2023年增长5%。",
        "自2019年以来，持续推进公开。",
        "2025年，我局将继续做好公开。",
        "根据国办公开办函〔2021〕30号编制。",
        "截至2024年12月31日，共公开信息30条。",
        "全年累计发布信息2139条。",
        "今年以来发布信息30条。",
        "党的二十大以来，公开工作不断深化。",
        "2023年，国务院办公厅印发《意见》，我局认真对照落实。",
        "2023年4月，市委办公室下发文件，我局逐条落实。",
        "2023年，新一届市政府成立，调整了职责。",
        "2023年市政府办公室印发的意见，我局逐条落实。",
        "2023年全国政务公开工作会议精神持续落实。",
        "2023年，我局建成政务公开专区，沿用至今。",
        "2023年，我局被评为先进单位，今年再接再厉。",
        "2023年2月起，我局在专栏公开信息30条。",
        "2023年，我局收到申请30件，同比下降5%。",
    ],
)
def test_other_years_that_are_right_are_not_reported(text: str) -> None:
    assert told(found_in(text, rules=DATES)) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2023年，我局主动公开信息30条。", "D01 错误"),
        ("2022年度，全局共受理申请5件。", "D01 错误"),
        ("2022年，某局认真贯彻落实国务院、省委关于政务公开的部署要求，成效明显。", "D01 错误"),
        ("2022年某某市人力资源和社会保障局认真贯彻落实国务院部署，成效明显。", "D01 错误"),
        ("2022年度某某街道办事处坚持以公开为常态。", "D01 错误"),
        ("2023年，我局坚持问题导向，围绕中央规划，将政务公开纳入考核。", "D01 错误"),
        ("2023年，在市委、市政府坚强领导下，我局按照上级要求，取得较好成绩。", "D01 错误"),
        ("2023年，我局深入学习贯彻党的二十大精神，一起推进公开，出台制度3项。", "D01 错误"),
        ("2022年，街道认真执行《条例》，对照国家规定，全面推进政务公开。", "D01 错误"),
        ("截至2023年12月31日，共公开信息30条。", "D02 提示"),
        ("截止2025年1月20日，共公开信息30条。", "D02 提示"),
        ("开播至今已开展51场直播。", "D05 提示"),
        ("栏目上线以来访问量达5万人次。", "D05 提示"),
        ("本报告于2025年2月6日在网站公布。", "D03 提示"),
    ],
)
def test_other_years_that_are_not_are(text: str, due: str) -> None:
    assert told(found_in(text, rules=DATES)) == [due]


def test_the_opening_publishes_this_year_s_report() -> None:
    text = "现公布某某局2023年政府信息公开工作年度报告。"
    assert told(found_in(text, rules=DATES, part="开头", heading="")) == ["D01 错误"]
    assert told(found_in(text, rules=DATES)) == []  # as a work of the year it is right


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("本局认真编制了《某某局2023年政府信息公开工作年度报告》。", ["D01 错误"]),
        ("本局认真编制了《某某局2024年政府信息公开工作年度报告》。", []),
        ("按时公布了《某某局2023年政府信息公开工作年度报告》。", []),
    ],
)
def test_the_opening_names_this_year_s_report_by_its_title(text: str, due: list[str]) -> None:
    assert told(found_in(text, rules=DATES, part="开头", heading="")) == due


@pytest.mark.parametrize(
    ("kind", "day", "due"),
    [
        ("部门", date(2025, 1, 31), []),
        ("部门", date(2025, 2, 1), ["D03 提示"]),
        ("各级政府", date(2025, 3, 31), []),
        ("各级政府", date(2025, 4, 1), ["D03 提示"]),
    ],
)
def test_departments_have_until_january_and_governments_until_march(
    kind: str, day: date, due: list[str]
) -> None:
    entries = {**report().entries, "机关类型": Entry(kind), "成文日期": Entry(day)}
    assert told(check(case(replace(report(), entries=entries)), DATES)) == due
