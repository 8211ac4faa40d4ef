"""Findings as people read them: what matters most first, and part by part of the report."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.finding import Finding, Severity
from generator.model.report import Place, Report

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Standing(StrEnum):
    """What a finding asks of people, the most pressing first."""

    HOLDS_BACK = "必须改正的错误"
    WRONG = "其他错误，请人工判断"
    NOTICE = "提示"
    VERIFIED = "已核实"
    UNCHECKED = "无法核对"


@dataclass(frozen=True)
class Group:
    """Findings of one standing, by the part of the report on which they are."""

    standing: Standing
    parts: tuple[tuple[str, tuple[Finding, ...]], ...]
    """(name of the part, its findings); a name is empty for the report as a whole."""

    @property
    def findings(self) -> list[Finding]:
        """All of them, in order."""
        return [finding for _, findings in self.parts for finding in findings]


def standing(finding: Finding, held_by: Container[Finding] = ()) -> Standing:
    """Return what a finding asks; `held_by` holds the document back beside those that always do."""
    if finding.holds_back:
        return Standing.HOLDS_BACK
    if finding.settled:
        return Standing.VERIFIED
    if finding in held_by:
        return Standing.HOLDS_BACK
    return {
        Severity.ERROR: Standing.WRONG,
        Severity.NOTICE: Standing.NOTICE,
        Severity.UNCHECKED: Standing.UNCHECKED,
    }[finding.severity]


def groups(
    findings: Iterable[Finding], report: Report, held_by: Sequence[Finding] = ()
) -> list[Group]:
    """Return the findings grouped, in the order in which people should read them."""
    ordered = sorted(findings, key=lambda finding: _cell(finding.place))
    order = [*_parts(report), *(_part(finding.place, report) for finding in ordered)]
    sorted_ones = sorted(ordered, key=lambda finding: order.index(_part(finding.place, report)))
    found = []
    for wanted in Standing:
        members = [one for one in sorted_ones if standing(one, held_by) == wanted]
        names = dict.fromkeys(_part(one.place, report) for one in members)
        parts = tuple(
            (name, tuple(one for one in members if _part(one.place, report) == name))
            for name in names
        )
        if parts:
            found.append(Group(wanted, parts))
    return found


def in_reading_order(
    findings: Iterable[Finding], report: Report, held_by: Sequence[Finding] = ()
) -> list[Finding]:
    """Return the findings as they are grouped."""
    return [finding for group in groups(findings, report, held_by) for finding in group.findings]


def _parts(report: Report) -> Iterator[str]:
    """Yield the report as a whole, then its parts in the order of the report."""
    yield ""
    for things in (
        report.entries.values(),
        report.figures.values(),
        report.paragraphs,
        report.indicators.values(),
        report.verifications,
    ):
        yield from dict.fromkeys(_part(thing.place, report) for thing in things)


def _part(place: Place, report: Report) -> str:
    """Name the part; of another file, such as last year's, with the name of the file."""
    elsewhere = place.file not in ("", report.file)
    named = f"『{place.within}』" if place.within else ""
    return f"{place.file}{named}" if elsewhere else named


def _cell(place: Place) -> tuple[int, int, str]:
    """Sort from the top; what stands in no cell keeps its order before the others."""
    found = _CELL.search(place.spot)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, "")
