"""Runs the rules over examples and counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.checks.case import Case
from generator.checks.rules import check
from generator.model.finding import Finding, Severity
from generator.model.narrative import printed
from generator.model.report import Report
from tests.evaluation.adapter import Example, examples_in, previous_of
from tests.evaluation.comparison import (
    Compared,
    Known,
    compare,
    known_violations,
    shared_words,
)
from tests.forms import FORM

_NOT_CRISP = ("W10", "S12")
"""Rules on which two careful people differ."""


def evaluate(folders: Sequence[Path]) -> list[Compared]:
    """Check every example of some folders."""
    examples = [example for folder in folders for example in examples_in(folder)]
    return [
        compare(example.report, known_violations(example.given), findings_of(example, examples))
        for example in examples
    ]


def findings_of(example: Example, among: Sequence[Example]) -> list[Finding]:
    """Return everything that the program says of an example."""
    return example.findings + findings_in(example.report, previous_of(example, among))


def findings_in(report: Report, previous: Report | None = None) -> list[Finding]:
    """Return everything that the rules say of a report."""
    lines, unknown = printed(report, FORM)
    return [*check(Case(report, FORM, tuple(lines), previous)), *unknown]


def told(compared: Sequence[Compared]) -> str:
    """Return the outcome as plain lines."""
    return "\n".join([*_lists(compared), "", *_per_rule(compared), "", *_totals(compared)])


def _lists(compared: Sequence[Compared]) -> Iterator[str]:
    yield from ("== found", *_of_each(compared, lambda one: map(_pair, one.found)))
    yield from ("== missed", *_of_each(compared, lambda one: map(str, one.missed)))
    yield from (
        "== not in the data",
        *_of_each(compared, lambda one: map(str, one.not_in_the_data)),
    )
    for severity in (Severity.ERROR, Severity.NOTICE):
        yield from (f"== false {severity}", *_of_each(compared, partial(_false, severity)))
    yield "== flagged what must not be flagged"
    yield from _of_each(compared, lambda one: map(_pair, one.flagged))
    yield from ("== 无法核对", *_of_each(compared, lambda one: map(_spoken, one.unchecked)))


def _of_each(
    compared: Sequence[Compared], lines: Callable[[Compared], Iterable[str]]
) -> Iterator[str]:
    for one in compared:
        yield from (f"{one.file}: {line}" for line in lines(one))


def _pair(pair: tuple[Known, Finding]) -> str:
    return f"{pair[0]}\n    {_spoken(pair[1])}"


def _false(severity: Severity, one: Compared) -> Iterator[str]:
    for finding in one.false:
        if finding.severity == severity:
            same = [item for item in one.known if shared_words(item, finding)]
            yield "\n    same words as known ".join([_spoken(finding), *map(str, same)])


def _spoken(finding: Finding) -> str:
    quote = f" 『{finding.quote}』" if finding.quote else ""
    return f"[{finding.rule}] {finding.severity} {finding.place}：{finding.message}{quote}"


def _per_rule(compared: Sequence[Compared]) -> Iterator[str]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in compared:
        for item, _ in one.found:
            counts[item.rule, item.severity, "found"] += 1
        for item in one.missed:
            counts[item.rule, item.severity, "missed"] += 1
        for finding in one.false:
            counts[finding.rule, finding.severity, "false"] += 1
    yield "rule    错误: found  missed   false   提示: found  missed   false"
    for rule in sorted({rule for rule, _, _ in counts}):
        cells = [
            [counts[rule, severity, kind] or "" for kind in ("found", "missed", "false")]
            for severity in (Severity.ERROR, Severity.NOTICE)
        ]
        shown = "      ".join("".join(f"{cell:>8}" for cell in half) for half in cells)
        yield f"{rule:8}     {shown}"


def _totals(compared: Sequence[Compared]) -> Iterator[str]:
    found = [(item, finding) for one in compared for item, finding in one.found]
    missed = [item for one in compared for item in one.missed]
    false = [finding for one in compared for finding in one.false]

    def recall(title: str, *, wrong: bool, without: Sequence[str] = ()) -> str:
        hit = sum(item.wrong == wrong and item.rule not in without for item, _ in found)
        all_ = hit + sum(item.wrong == wrong and item.rule not in without for item in missed)
        return f"{title}: {hit} of {all_} ({100 * hit / all_ if all_ else 100:.0f} %)"

    reports = len(compared) or 1
    notices = sum(finding.severity == Severity.NOTICE for finding in false)
    unsure = sum(finding.severity == Severity.UNCHECKED for _, finding in found)
    softer = sum(item.wrong and finding.severity == Severity.NOTICE for item, finding in found)
    yield f"reports: {len(compared)}"
    yield recall("known 错误 found", wrong=True)
    yield recall("known 错误 found, crisp rules", wrong=True, without=_NOT_CRISP)
    yield recall("known 提示 found, crisp rules", wrong=False, without=_NOT_CRISP)
    yield recall("known 提示 found", wrong=False)
    yield f"    of all found, only 无法核对: {unsure}; known 错误 found as 提示: {softer}"
    yield f"    left out, not in the data: {sum(len(one.not_in_the_data) for one in compared)}"
    yield f"false 错误: {sum(finding.severity == Severity.ERROR for finding in false)}"
    yield f"false 提示: {notices} ({notices / reports:.1f} a report)"
    yield f"flagged what must not be flagged: {sum(len(one.flagged) for one in compared)}"
