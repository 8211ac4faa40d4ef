"""Reports of a sentence or two, over tables of zeros: what the rules of the text are tried on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.checks.rules import check
from generator.form.rules import Rule
from generator.model.finding import Finding
from generator.model.report import Paragraph, Place, Report
from tests.forms import FORM
from tests.samples import FILE, case, report


def report_of(
    *texts: str,
    figures: Mapping[str, int] | None = None,
    heading: str = "依申请公开",
    part: str = "第一部分",
) -> Report:
    """Return a report on 2024 with one paragraph under a heading for each text."""
    zeros = report(dict.fromkeys(FORM.figures, 0) | dict(figures or {}))
    others = tuple(line for line in zeros.paragraphs if line.part != part)
    lines = tuple(
        Paragraph(
            part,
            2 if heading and not index else 0,
            heading if not index else "",
            text,
            Place(FILE, "正文", f"D{index + 5}"),
            Place(FILE, "正文", f"C{index + 5}"),
        )
        for index, text in enumerate(texts)
    )
    return replace(zeros, paragraphs=(*lines, *others))


def found_in(
    *texts: str,
    rules: Sequence[Rule],
    figures: Mapping[str, int] | None = None,
    heading: str = "依申请公开",
    part: str = "第一部分",
) -> list[Finding]:
    """Return what some rules find in a report of these texts."""
    read = report_of(*texts, figures=figures, heading=heading, part=part)
    return check(case(read), rules)


def told(findings: Sequence[Finding]) -> list[str]:
    """Return findings as "X03 错误"."""
    return [f"{finding.rule} {finding.severity}" for finding in findings]


SAID = {
    "第一部分": "主动公开信息；办理依申请公开；规范信息管理；建好网站平台；加强监督考核。",
    "第五部分": "存在公开不够主动的问题。今年加强培训，完善制度。",
    "第六部分": "本年度未收取信息处理费。",
}


def complete(**changed: str) -> Report:
    """Return a report that says everything, with the text of some parts changed."""
    said = SAID | changed
    lines = tuple(
        line if line.part not in said else Paragraph(line.part, 0, "", said[line.part])
        for line in report().paragraphs
    )
    return replace(report(), paragraphs=lines)
