"""What a rule of the place looks at, and how what it finds is told."""

from decimal import Decimal

from generator.checks.case import Case
from generator.model.finding import Finding, unchecked
from generator.model.narrative import PrintedParagraph
from generator.model.report import Place
from generator.model.typed_input.local_rules import Requirement


def lines_of(case: Case, requirement: Requirement) -> list[PrintedParagraph]:
    """Return the lines that a rule is about, in the order of print."""
    return [line for line in case.lines if line.source.part in requirement.parts]


def wholly_known(case: Case, requirement: Requirement) -> bool:
    """Tell whether all of the text that a rule is about is known."""
    return not case.report.unknown.intersection(requirement.parts)


def place_among(lines: list[PrintedParagraph], case: Case) -> Place:
    """Return where the text begins; the report where there is none."""
    return lines[0].place if lines else case.place


def told(
    requirement: Requirement,
    place: Place,
    message: str,
    advice: str,
    *,
    quote: str = "",
    about: str = "",
    expected: Decimal | None = None,
    found: Decimal | None = None,
) -> Finding:
    """Return a finding of a rule, with the clause that demands it."""
    basis = requirement.typed.basis
    return Finding(
        requirement.id,
        requirement.severity,
        place,
        message,
        f"{advice}（依据：{basis}）" if basis else advice,
        quote=quote,
        about=about,
        expected=expected,
        found=found,
    )


def not_known(case: Case, requirement: Requirement) -> Finding:
    """Say that a rule could not be checked, for not all of the text is there."""
    message = f"“{requirement.scope}”的文字没有给全，本地规则 {requirement.id} 没有核对"
    return unchecked(requirement.id, case.place, message, "请补上")
