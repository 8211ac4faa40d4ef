"""结构: the parts that a report must have."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.case import Case, Rule
from generator.chinese import day
from generator.finding import Finding, Severity, held_back
from generator.form.organ import PERIOD_END, PERIOD_START
from generator.report import Paragraph, Place

_TYPED_NUMBER = re.compile(
    r"[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+(?:[、．]|\.(?!\d))"
)
_JANUARY, _DECEMBER = (1, 1), (12, 31)


def empty_opening(case: Case) -> Iterator[Finding]:
    """S07: an opening without a word."""
    return _empty(case, "S07")


def empty_overview(case: Case) -> Iterator[Finding]:
    """S11: section 1 with nothing but its proposed headings."""
    return _empty(case, "S11")


def empty_problems(case: Case) -> Iterator[Finding]:
    """S12: section 5 with nothing but its proposed headings."""
    return _empty(case, "S12")


def empty_matters(case: Case) -> Iterator[Finding]:
    """S13: section 6 with nothing but its proposed headings."""
    return _empty(case, "S13")


def _empty(case: Case, rule: str) -> Iterator[Finding]:
    for part in case.form.parts:
        section = case.form.sections[part.section - 1] if part.section else None
        due = section.empty if section else "S07"
        proposed = section.topics if section else ()
        if due != rule or part.name in case.report.unknown:
            continue
        if not _says_anything(case.report.part(part.name), proposed):
            yield Finding(
                rule=rule,
                severity=Severity.ERROR,
                place=Place(case.report.file, "正文"),
                message=f"“{part.label}”一个字的正文也没有",
                advice=f"请在『正文』表“部分”为“{part.label}”的行里填写",
                holds_back=bool(part.section),
            )


def _says_anything(paragraphs: Sequence[Paragraph], proposed: Sequence[str]) -> bool:
    """Tell whether there is more than the headings that a new workbook proposes."""
    return any(
        paragraph.text.strip() or paragraph.heading.strip() not in ("", *proposed)
        for paragraph in paragraphs
    )


def typed_numbers(case: Case) -> Iterator[Finding]:
    """S06: a number typed before a heading, which the program numbers once more."""
    for paragraph in case.report.paragraphs:
        start = paragraph.heading or paragraph.text
        typed = _TYPED_NUMBER.match(start.lstrip())
        if paragraph.level and typed:
            yield Finding(
                rule="S06",
                severity=Severity.ERROR,
                place=paragraph.heading_place if paragraph.heading else paragraph.place,
                message=f"开头已经写了序号“{typed[0]}”，程序还会再编一次，印出来就重复了",
                advice="请删去写上的序号；不要程序编号的，“层级”选“正文”",
            )


def nothing_filled_in(case: Case) -> Iterator[Finding]:
    """T0-01: not one figure of the tables is filled in; printing them all as 0 would be a guess."""
    if case.report.figures and not case.begun:
        brought = any(figure.value is not None for figure in case.report.figures.values())
        but = "，除了从上年带来的数" if brought else ""
        advice = "请填写各表；确实没有的填 0"
        yield held_back("T0-01", case.whole, f"各张表里一个数字也没有填{but}", advice)


def statistics_period(case: Case) -> Iterator[Finding]:
    """S09: the period is 1 January to 31 December of the report's year."""
    if case.year is None:
        return
    for name, month_day in ((PERIOD_START, _JANUARY), (PERIOD_END, _DECEMBER)):
        entry = case.report.entries.get(name)
        due = date(case.year, *month_day)
        if entry is not None and entry.value != due:
            message = f"{name}应为 {day(due)}，填的是 {entry.printed}"
            advice = "请改为报告年度的起止日期，或者改正年度"
            yield held_back("S09", entry.place, message, advice)


_ARTICLE = "《政府信息公开条例》第五十条"

STRUCTURE = (
    Rule(
        "T0-01",
        "三张表不能一个数字也不填",
        Severity.ERROR,
        "空白不等于 0",
        "三张表里一个数字也没有填时，不替填报人把全部空白当作 0。从上年带来的上年结转数不算。",
        nothing_filled_in,
    ),
    Rule(
        "S06",
        "标题序号",
        Severity.ERROR,
        "年度报告格式：一、（一）1.（1）",
        "选了层级的段落由程序编序号，开头再写“（一）”“1.”就会印两遍。",
        typed_numbers,
    ),
    Rule("S07", "开头一段", Severity.ERROR, "年度报告的惯例", "开头不能空着。", empty_opening),
    Rule(
        "S09",
        "统计期限",
        Severity.ERROR,
        "《政府信息公开条例》第四十九条：上一年度报告",
        "统计期限应为报告年度的1月1日至12月31日。",
        statistics_period,
    ),
    Rule("S11", "总体情况", Severity.ERROR, _ARTICLE, "第一部分不能空着。", empty_overview),
    Rule("S12", "问题和改进", Severity.ERROR, _ARTICLE, "第五部分不能空着。", empty_problems),
    Rule("S13", "信息处理费", Severity.ERROR, _ARTICLE, "第六部分不能空着。", empty_matters),
)
