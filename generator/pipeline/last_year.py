"""Last year's workbook: the one that is named, or the one that lies beside this year's."""

import re
from pathlib import Path
from typing import NamedTuple

from generator.form.labels import label_key
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.model.finding import Refusal
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.pipeline.edition import is_of_another
from generator.pipeline.example import is_example
from generator.pipeline.sources import A_WORKBOOK, Given, read_report, read_source, source_of

_NO_YEAR = "没有填年度，不知道上年是哪一年"


class LastYear(NamedTuple):
    """Last year's report, or why there is none."""

    report: Report | None = None
    why_not: str = ""
    """A Chinese clause; empty where there simply is no such file."""


def last_year_of(workbook: Path | None, report: Report, form: Form) -> LastYear:
    """Return the report in the workbook beside this one that is last year's of the same organ.

    The example that comes with the program is last year's of no other organ, and a report of
    another form that of none. What is wrong with that file is no concern of this year's: it never
    raises.
    """
    year = year_of(report)
    if year is None:
        return LastYear(why_not=_NO_YEAR)
    beside = beside_in(workbook, year, year - 1) if workbook else None
    if beside is None or not beside.is_file() or is_of_another(beside, form):
        return LastYear()
    try:
        found = read_report(beside, form).report
    except Refusal as refusal:
        return LastYear(why_not=f"旁边的 {beside.name} 用不了：{str(refusal).rstrip('。')}")
    except Exception:  # noqa: BLE001 - another year's file must never stop this year's report
        return LastYear(why_not=f"旁边的 {beside.name} 读不了")
    why_not = _why_not(found, report, year)
    if not why_not:
        return LastYear(found)
    return LastYear(why_not="" if is_example(beside) else f"旁边的 {beside.name} 里{why_not}")


def _why_not(found: Report, report: Report, year: int) -> str:
    """Say why a report is not last year's of the same organ; empty where it is."""
    if year_of(found) != year - 1:
        return f"年度填的是{_said(found, YEAR)}，不是 {year - 1}"
    if not _organ(found) or _organ(found) != _organ(report):
        return f"机关名称填的是{_said(found, ORGAN)}，与本年的不同"
    return ""


def named_last_year(named: Given, report: Report, form: Form) -> LastYear:
    """Return the report in a workbook that the user says is last year's.

    Its organ may have another name, for organs are renamed and merged. Raise Refusal where it
    cannot be used.
    """
    source = source_of(named, A_WORKBOOK)
    found, year = read_source(source, form).report, year_of(report)
    if year is None:
        return LastYear(why_not=_NO_YEAR)
    if year_of(found) != year - 1:
        raise Refusal(
            f"{source.name} 不是上年的工作簿：它的年度填的是{_said(found, YEAR)}，应为 {year - 1}。"
            "请把上一年度的工作簿放在旁边（或用 --previous 指定）。"
        )
    return LastYear(found)


def beside_in(workbook: Path, year: int, other: int) -> Path | None:
    """Return the file named like a workbook but for another year; None where it names no year."""
    stem, count = re.subn(rf"(?<!\d){year}(?!\d)", str(other), workbook.stem)
    return workbook.with_name(stem + workbook.suffix) if count else None


def _said(report: Report, entry: str) -> str:
    return f"“{report.entries[entry].printed}”" if entry in report.entries else "空白"


def _organ(report: Report) -> str:
    entry = report.entries.get(ORGAN)
    return label_key(entry.printed) if entry else ""
