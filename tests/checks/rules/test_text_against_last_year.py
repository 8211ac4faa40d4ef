"""What a report says in last year's words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.rules import check
from generator.model.finding import Finding, Severity
from generator.model.report import Paragraph, Place, Report
from tests.samples import case, last_year, report, rules_of

YEARS = rules_of("Y01", "Y02", "Y03", "T2-03", "Y04", "Y05", "Y06", "Y07")

OVERVIEW = (
    "{year}年，聚焦就业创业、社会保障、人才服务三个方面，梳理公开事项，修订公开指南，"
    "在门户网站首页增设专题，把群众问得最多的事情写成一问一答，由业务科室逐条核对后发布。"
    "窗口设自助查询机，配专人引导老年人查询。每季度抽查栏目更新，发现过期信息当天通知责任科室更正。"
)
REMEDY = "组织科室互评公开目录，评出的缺项列入下季度计划，由办公室跟踪到补齐为止。"


def narrative(base: Report, *lines: tuple[str, int, str, str], unrevised: str = "") -> Report:
    paragraphs = tuple(
        Paragraph(
            part,
            level,
            heading,
            text,
            Place(base.file, "正文", f"D{row}"),
            Place(base.file, "正文", f"C{row}"),
            unrevised,
        )
        for row, (part, level, heading, text) in enumerate(lines, 4)
    )
    return replace(base, paragraphs=paragraphs)


def of(rule: str, now: Report, then: Report) -> list[Finding]:
    found = [finding for finding in check(case(now, then), YEARS) if finding.rule == rule]
    assert not any(finding.holds_back for finding in found)
    return found


def in_section_one(base: Report, text: str) -> Report:
    return narrative(base, ("第一部分", 0, "", text))


def test_a_section_copied_with_only_the_years_changed_is_told() -> None:
    then = in_section_one(last_year(), OVERVIEW.format(year=2023))
    for year in ("2024", "二〇二四"):
        (found,) = of("Y04", in_section_one(report(), OVERVIEW.format(year=year)), then)
        assert found.severity == Severity.NOTICE
        assert "“一、总体情况”约有 100% 的文字与上年（2023.xlsx）雷同" in found.message


def test_a_paragraph_copied_into_a_new_section_is_told_with_its_cell() -> None:
    then = in_section_one(last_year(), OVERVIEW.format(year=2023))
    fresh = "".join(chr(0x4E00 + 7 * number) for number in range(600))
    now = narrative(
        report(),
        ("第一部分", 0, "", fresh),
        ("第一部分", 0, "", OVERVIEW.format(year=2024)),
    )
    (found,) = of("Y04", now, then)
    assert found.message.startswith("这 1 段文字与上年")
    assert found.place.spot == "D5"


@pytest.mark.parametrize(
    "text",
    [
        "坚持以公开为常态、不公开为例外，保障公民、法人和其他组织的知情权。",
        "本年度，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：没有收取信息处理费，"
        "也没有减免信息处理费，没有因信息处理费引起的争议，没有其他与信息处理费有关而需要报告的事项，"
        "对信息处理费的收取标准没有调整，对信息处理费的收取方式也没有调整。",
        "全年收到申请5件，上年结转1件，答复6件，结转下年0件，其中予以公开3件、部分公开1件、无法提供2件，"
        "申请人中自然人5件、商业企业1件，均在法定期限内答复，未收到行政复议0件、行政诉讼0件，"
        "与上年的5件、1件、6件相比没有变化，办理时间平均为7个工作日，最长为15个工作日。",
        "（一）主动公开。及时更新栏目。",
    ],
    ids=lambda text: text[:12],
)
def test_what_every_report_says_alike_is_not_told(text: str) -> None:
    then = in_section_one(last_year(), text)
    assert of("Y04", in_section_one(report(), text), then) == []


def test_a_real_pair_of_reports_has_nothing_copied() -> None:
    files = [Path(__file__).parent / "suqian" / f"{year}.json" for year in (2023, 2024)]
    reports = []
    for base, file in zip((last_year(), report()), files, strict=True):
        sections = json.loads(file.read_text(encoding="utf-8"))
        lines = [
            (part, 0, "", text)
            for part, whole in sections.items()
            for text in whole.split("\n")
            if text
        ]
        assert len(lines) > 2
        reports.append(narrative(base, *lines))
    assert of("Y04", reports[1], reports[0]) == []
    assert of("Y06", reports[1], reports[0]) == []
    assert len(of("Y04", reports[1], replace(reports[1], file="2023.xlsx"))) == 2


PROBLEMS = (
    ("第五部分", 2, "存在的主要问题", ""),
    ("第五部分", 3, "公开渠道不够广泛。", "专区发布内容不够全面，"),
    ("第五部分", 3, "回应关切不够及时，针对性不强。", ""),
    ("第五部分", 2, "改进情况", ""),
    ("第五部分", 3, "", REMEDY),
)


def test_the_problems_of_last_year_are_told_one_by_one() -> None:
    now = narrative(report(), *PROBLEMS)
    (found,) = of("Y06", now, narrative(last_year(), *PROBLEMS))
    assert found.message.startswith("2 个问题与上年（2023.xlsx）一字不差：“公开渠道不够广泛。专区")
    assert found.place.spot == "D5、C6"
    other = [*PROBLEMS[:1], ("第五部分", 3, "解读形式单一。", "图解少，"), *PROBLEMS[2:]]
    (found,) = of("Y06", now, narrative(last_year(), *other))
    assert found.message.startswith("1 个问题")
    assert found.place.spot == "C6"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("虽有成绩，但还存在差距。一是政策解读的精准性需要加强；二是平台协同需要完善。", 2),
        ("政策解读的精准性需要加强，平台协同需要完善。", 1),
        ("主要是：一是政策解读的精准性需要加强。针对上述问题，一是建立专题政策包并按需推送。", 1),
        ("不足是：" + "\n" * 10_000 + "一是政策解读的精准性需要加强。", 1),
    ],
)
def test_problems_are_told_apart_in_running_text(text: str, count: int) -> None:
    then = narrative(last_year(), ("第五部分", 0, "", text))
    (found,) = of("Y06", narrative(report(), ("第五部分", 0, "", text)), then)
    assert found.message.startswith(f"{count} 个问题")


def test_remedies_and_introductions_may_be_the_same() -> None:
    def with_problem(base: Report, problem: str) -> Report:
        text = f"离公众期望还存在一定差距和不足。一是{problem}。针对上述问题，{REMEDY}"
        return narrative(base, ("第五部分", 0, "", text))

    now = with_problem(report(), "政策解读的精准性需要加强")
    assert of("Y06", now, with_problem(last_year(), "依申请公开的规范性需要提高")) == []


def test_unrevised_rows_are_one_error_with_their_cells() -> None:
    said = "沿用2023年，待修改"
    lines = [("第一部分", 0, "", f"第{n}段。") for n in range(3)]
    now = narrative(report(), *lines, ("第五部分", 3, "问题。", ""), unrevised=said)
    (found,) = of("Y07", now, last_year())
    assert found.severity == Severity.ERROR
    assert str(found).startswith("2024.xlsx『正文』D4:D6、C7：共 4 段沿用上年文字，还没有修改")
    assert [one.rule for one in check(case(now), YEARS)][-1] == "Y07"
    assert of("Y07", narrative(report(), *lines), last_year()) == []


def test_an_unrevised_row_is_not_told_again_as_a_likeness() -> None:
    then = narrative(last_year(), ("第一部分", 0, "", OVERVIEW.format(year=2023)), *PROBLEMS)
    now = narrative(
        report(), ("第一部分", 0, "", OVERVIEW.format(year=2024)), *PROBLEMS, unrevised="沿用"
    )
    assert of("Y04", now, then) == of("Y06", now, then) == []


def test_the_key_of_a_likeness_stays_when_rows_move() -> None:
    then = narrative(last_year(), *PROBLEMS)
    now = narrative(report(), *PROBLEMS)
    moved = tuple(
        replace(line, place=Place("2024.xlsx", "正文", f"D{row}"))
        for row, line in enumerate(now.paragraphs, 40)
    )
    (one,), (other,) = (of("Y06", one, then) for one in (now, replace(now, paragraphs=moved)))
    assert one.key == other.key
    assert one.place != other.place


STALE = (
    ("第一部分", 0, "", "2023 年,我局收到申请999件，全部办结，公告公示和公示公告，并并公开，"),
    ("第一部分", 2, "依申请公开", "（一）主动公开。2023年，公开信息XX条，栏目至今访问5万次。"),
    ("第一部分", 0, "", "全年收到政府信息公开申请9件，同比增长77%。"),
    ("第六部分", 0, "", "申请人王小明不服，手机13800138000，本年度未收取信息处理费"),
)


@pytest.mark.parametrize(
    ("unrevised", "due"),
    [
        ("沿用2023年，待修改", {"P02", "P03", "Y07"}),
        ("", {"P02", "P03", "D01", "D05", "S17", "W01", "W03", "W04", "W07", "W10", "X01", "X14"}),
    ],
)
def test_of_text_that_is_still_last_years_only_that_and_personal_data_are_told(
    unrevised: str, due: set[str]
) -> None:
    stale = narrative(report(), *STALE, unrevised=unrevised).paragraphs
    whole = replace(report(), paragraphs=(*report().paragraphs, *stale))
    known = {finding.rule for finding in check(case(report(), last_year()))}
    found = {finding.rule for finding in check(case(whole, last_year()))} - known
    assert found == due if unrevised else found >= due


def test_what_is_revised_is_not_compared_with_what_is_not() -> None:
    stale = narrative(
        report(), ("第一部分", 0, "", "全年共主动公开政府信息400条。"), unrevised="沿用"
    )
    fresh = replace(
        stale.paragraphs[0],
        text="全年共主动公开政府信息413条。",
        unrevised="",
        place=Place("2024.xlsx", "正文", "D9"),
    )
    read = replace(stale, paragraphs=(*stale.paragraphs, fresh))
    assert check(case(read), rules_of("X17", "W10", "W02")) == []
    both = (replace(stale.paragraphs[0], unrevised=""), fresh)
    assert len(check(case(replace(read, paragraphs=both)), rules_of("X17"))) == 1
