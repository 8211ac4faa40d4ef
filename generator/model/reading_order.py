"""Findings as people read them: what matters most first, and place by place of the report."""

from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.model.finding import Finding, Severity
from generator.model.report import Place, Report

_CELL = Pattern(r"([A-Z]{1,3})(\d{1,7})")


class Standing(StrEnum):
    """What a finding asks of people, the most pressing first."""

    HOLDS_BACK = "必须改正的错误"
    WRONG = "其他错误，请人工判断"
    NOTICE = "提示"
    VERIFIED = "已核实"
    UNCHECKED = "无法核对"


class Group(NamedTuple):
    """Findings of one standing, by the place in the report on which they are."""

    standing: Standing
    places: tuple[tuple[str, tuple[Finding, ...]], ...]
    """(its name, its findings): a sheet or a section; no name for the report as a whole."""

    @property
    def findings(self) -> list[Finding]:
        """All of them, in order."""
        return [finding for _, findings in self.places for finding in findings]


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
    order = [*_places_in_order(report), *(_place_of(finding.place, report) for finding in ordered)]
    sorted_ones = sorted(ordered, key=lambda finding: order.index(_place_of(finding.place, report)))
    found = []
    for wanted in Standing:
        members = [one for one in sorted_ones if standing(one, held_by) == wanted]
        names = dict.fromkeys(_place_of(one.place, report) for one in members)
        places = tuple(
            (name, tuple(one for one in members if _place_of(one.place, report) == name))
            for name in names
        )
        if places:
            found.append(Group(wanted, places))
    return found


def in_reading_order(
    findings: Iterable[Finding], report: Report, held_by: Sequence[Finding] = ()
) -> list[Finding]:
    """Return the findings as they are grouped."""
    return [finding for group in groups(findings, report, held_by) for finding in group.findings]


def _places_in_order(report: Report) -> Iterator[str]:
    """Yield the report as a whole, then its sheets or sections in the order of the report."""
    yield ""
    for things in (
        report.entries.values(),
        report.figures.values(),
        report.paragraphs,
        report.indicators.values(),
        report.verifications,
        report.local_rules,
    ):
        yield from dict.fromkeys(_place_of(thing.place, report) for thing in things)


def _place_of(place: Place, report: Report) -> str:
    """Name the sheet or section; of another file, such as last year's, with that file's name."""
    elsewhere = place.file not in ("", report.file)
    named = f"『{place.within}』" if place.within else ""
    return f"{place.file}{named}" if elsewhere else named


def _cell(place: Place) -> tuple[int, int, str]:
    """Sort from the top; what stands in no cell keeps its order before the others."""
    found = _CELL.search(place.spot)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, "")
