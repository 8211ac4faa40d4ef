"""结构: the parts that a report must have."""

import re
from collections.abc import Sequence
from datetime import date

from generator.chinese import day
from generator.finding import Finding, Severity, held_back
from generator.form.organ import PERIOD_END, PERIOD_START, YEAR
from generator.form.vocabulary import Form
from generator.report import Paragraph, Place, Report

_TYPED_NUMBER = re.compile(
    r"[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+(?:[、．]|\.(?!\d))"
)
_JANUARY, _DECEMBER = (1, 1), (12, 31)


def empty_sections(report: Report, form: Form) -> list[Finding]:
    """S11, S12, S13, S07: a section, or the opening, with nothing but its proposed headings."""
    findings = []
    for part in form.parts:
        section = form.sections[part.section - 1] if part.section else None
        rule = section.empty if section else "S07"
        proposed = section.topics if section else ()
        if not rule or _says_anything(report.part(part.name), proposed):
            continue
        findings.append(
            Finding(
                rule=rule,
                severity=Severity.ERROR,
                place=Place(report.file, "正文"),
                message=f"“{part.label}”一个字的正文也没有",
                advice=f"请在『正文』表“部分”为“{part.label}”的行里填写",
                holds_back=bool(part.section),
            )
        )
    return findings


def _says_anything(paragraphs: Sequence[Paragraph], proposed: Sequence[str]) -> bool:
    """Tell whether there is more than the headings that a new workbook proposes."""
    return any(
        paragraph.text.strip() or paragraph.heading.strip() not in ("", *proposed)
        for paragraph in paragraphs
    )


def typed_numbers(report: Report, form: Form) -> list[Finding]:  # noqa: ARG001 - a rule's shape
    """S06: a number typed before a heading, which the program numbers once more."""
    findings = []
    for paragraph in report.paragraphs:
        start = paragraph.heading or paragraph.text
        typed = _TYPED_NUMBER.match(start.lstrip())
        if paragraph.level and typed:
            findings.append(
                Finding(
                    rule="S06",
                    severity=Severity.ERROR,
                    place=paragraph.heading_place if paragraph.heading else paragraph.place,
                    message=f"开头已经写了序号“{typed[0]}”，程序还会再编一次，印出来就重复了",
                    advice="请删去写上的序号；不要程序编号的，“层级”选“正文”",
                )
            )
    return findings


def nothing_filled_in(report: Report, form: Form) -> list[Finding]:  # noqa: ARG001 - a rule's shape
    """T0-01: not one figure of the tables is filled in; printing them all as 0 would be a guess."""
    if not report.figures or any(
        figure.value is not None or figure.typed for figure in report.figures.values()
    ):
        return []
    advice = "请填写各表；确实没有的填 0"
    return [held_back("T0-01", Place(report.file), "各张表里一个数字也没有填", advice)]


def statistics_period(report: Report, form: Form) -> list[Finding]:  # noqa: ARG001 - a rule's shape
    """S09: the period is 1 January to 31 December of the report's year."""
    year = report.entries.get(YEAR)
    if year is None or not isinstance(year.value, int):
        return []
    findings = []
    for name, month_day in ((PERIOD_START, _JANUARY), (PERIOD_END, _DECEMBER)):
        entry = report.entries.get(name)
        due = date(year.value, *month_day)
        if entry is not None and entry.value != due:
            message = f"{name}应为 {day(due)}，填的是 {entry.printed}"
            advice = "请改为报告年度的起止日期，或者改正年度"
            findings.append(held_back("S09", entry.place, message, advice))
    return findings
