"""What a run says: a short Chinese summary for people, the same facts as JSON for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.finding import Finding, Severity
from generator.form.organ import ORGAN, YEAR
from generator.pipeline import Outcome, Status
from generator.report import Report

SCHEMA = 1


def spoken(outcome: Outcome) -> str:
    """Return the summary of one workbook as lines of Chinese."""
    return "\n".join([_headline(outcome), *(f"  {line}" for line in _details(outcome))])


def as_json(outcomes: Sequence[Outcome | tuple[Path, str]], *, message: str = "") -> str:
    """Return the facts of a run; a workbook that could not be used comes with its message.

    `message` says why the command itself could not be used.
    """
    results = [
        _record(item)
        if isinstance(item, Outcome)
        else {"workbook": str(item[0]), "status": "unusable", "message": item[1]}
        for item in outcomes
    ]
    facts = {"schema": SCHEMA, "results": results} | ({"message": message} if message else {})
    return json.dumps(facts, ensure_ascii=False, indent=2)


def spoken_template(template: Path, problems: Sequence[str] | str) -> str:
    """Return what is wrong with a template; a string is why it could not even be read."""
    if isinstance(problems, str):
        return problems
    if not problems:
        return f"模板可以用：{template}"
    numbered = (f"  {number}. {problem}" for number, problem in enumerate(problems, 1))
    return "\n".join([f"模板要改正（{len(problems)} 处）：{template}", *numbered])


def templates_as_json(found: Mapping[Path, Sequence[str] | str]) -> str:
    """Return the same for programs."""
    results = [
        {"template": str(template), "status": "unusable", "message": problems}
        if isinstance(problems, str)
        else {
            "template": str(template),
            "status": "problems" if problems else "usable",
            "problems": list(problems),
        }
        for template, problems in found.items()
    ]
    return json.dumps({"schema": SCHEMA, "results": results}, ensure_ascii=False, indent=2)


def _headline(outcome: Outcome) -> str:
    wrong = sum(finding.severity == Severity.ERROR for finding in outcome.findings)
    match outcome.status:
        case Status.WRITTEN:
            if outcome.draft:
                return f"已生成草稿：{outcome.output}"
            return f"已生成：{outcome.output}" + (
                f"，但有 {wrong} 处错误，请看下面" if wrong else ""
            )
        case Status.CURRENT:
            return f"已是最新：{outcome.output} 与工作簿一致，没有重写"
        case Status.EDITED:
            return f"没有生成：{outcome.output} 生成之后有人改过，没有覆盖"
        case Status.HELD:
            return f"没有生成：{outcome.workbook.name} {_in_the_way(outcome.held_by)}"
        case Status.CHECKED:
            return f"已核对：{outcome.workbook}"


def _in_the_way(held_by: Sequence[Finding]) -> str:
    wrong = sum(finding.severity == Severity.ERROR for finding in held_by)
    not_given = len(held_by) - wrong
    said = [f"有 {wrong} 处错误必须先改正"] if wrong else []
    return "，".join([*said, *([f"还有 {not_given} 项没有给出"] if not_given else [])])


def _details(outcome: Outcome) -> Iterator[str]:
    report = outcome.report
    organ, year = (report.entries.get(name) for name in (ORGAN, YEAR))
    yield (
        f"{organ.printed if organ else '（没有机关名称）'}　"
        f"{f'{year.printed} 年度' if year else '（没有年度）'}　"
        f"已填数字 {_filled(report)} 个（共 {outcome.figures_due} 个），"
        f"指标 {len(report.indicators)} 个，正文 {len(report.paragraphs)} 段"
    )
    if outcome.template:
        yield f"模板：{outcome.template.source}“{outcome.template.path.name}”"
    if outcome.kept:
        yield f"改过的那一份另存为：{outcome.kept}"
    yield from _findings(outcome)
    if outcome.status == Status.HELD and outcome.template:
        yield "改正后再运行一次；想先看看样子，可以加 --draft 生成草稿。"
    if outcome.status == Status.EDITED:
        yield (
            "要保留这些修改，就不要再生成；要按工作簿重新生成，请加 --force，"
            "改过的那一份会另存为带日期的副本。"
        )


def _filled(report: Report) -> int:
    return sum(figure.value is not None for figure in report.figures.values())


def _findings(outcome: Outcome) -> Iterator[str]:
    errors = [found for found in outcome.findings if found.severity == Severity.ERROR]
    if not outcome.findings:
        yield "核对结果：没有发现问题"
    for title, group in (
        ("必须改正的错误", [found for found in errors if found in outcome.held_by]),
        ("其他错误，请人工判断", [found for found in errors if found not in outcome.held_by]),
        ("提示", _of(Severity.NOTICE, outcome)),
        ("无法核对", _of(Severity.UNCHECKED, outcome)),
    ):
        if group:
            yield f"{title}（{len(group)} 处）："
        for number, finding in enumerate(group, 1):
            yield f"  {number}. [{finding.rule}] {finding}"


def _of(severity: Severity, outcome: Outcome) -> list[Finding]:
    return [found for found in outcome.findings if found.severity == severity]


def _record(outcome: Outcome) -> dict[str, Any]:
    template = outcome.template
    return {
        "workbook": str(outcome.workbook),
        "status": outcome.status.value,
        "output": str(outcome.output) if outcome.output else None,
        "kept": str(outcome.kept) if outcome.kept else None,
        "template": {"path": str(template.path), "source": template.source} if template else None,
        "figures": _filled(outcome.report),
        "indicators": len(outcome.report.indicators),
        "paragraphs": len(outcome.report.paragraphs),
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "holds_back": finding.holds_back,
        "file": finding.place.file,
        "sheet": finding.place.part,
        "cell": finding.place.spot,
        "message": finding.message,
        "advice": finding.advice,
        "expected": _number(finding.expected),
        "found": _number(finding.found),
        "difference": _number(finding.difference),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
