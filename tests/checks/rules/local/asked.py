"""What a rule of the place says of a report of a sentence or two."""

from collections.abc import Mapping
from dataclasses import replace

from generator.checks.rules.local.check import check_local_rules
from generator.model.finding import Finding
from generator.model.local_rules_in_force import in_force
from generator.model.report import LocalRule, Report
from tests.checks.texts import report_of
from tests.forms import FORM
from tests.samples import case


def rule(
    what: str, asked: str, part: str = "第一部分", level: str = "", basis: str = "某号第3条"
) -> LocalRule:
    return LocalRule("", what, part, asked, level, basis)


def found_by(asked: LocalRule, read: Report) -> list[Finding]:
    """Return what a rule finds in a report, where it could be understood."""
    required = in_force([asked], (), FORM)
    assert len(required) == 1, asked
    return check_local_rules(replace(case(read), local_rules=required))


def found_in(
    asked: LocalRule, *texts: str, figures: Mapping[str, int] | None = None, part: str = "第一部分"
) -> list[Finding]:
    """Return what a rule finds in a part of these texts."""
    return found_by(asked, report_of(*texts, figures=figures, part=part, heading="公开"))
