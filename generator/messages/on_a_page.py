"""What a page shows of a report that was checked: its findings as people read them."""

from typing import Any

from generator.form.vocabulary import ORGAN, YEAR
from generator.messages.findings import tally, verification_said
from generator.messages.records import finding_record, record_of
from generator.model.expected_and_found import numbers_said, says_numbers
from generator.model.finding import Finding
from generator.model.reading_order import Group, Standing, groups
from generator.pipeline.outcome import Outcome

LEVELS = {
    Standing.HOLDS_BACK: "alarm",
    Standing.WRONG: "wrong",
    Standing.NOTICE: "notice",
    Standing.VERIFIED: "verified",
    Standing.UNCHECKED: "unchecked",
}
"""The standings as a page's looks know them."""


def report_record(outcome: Outcome) -> dict[str, Any]:
    """Return a checked report: whose it is, how many findings there are, and each in its place."""
    found = groups(outcome.findings, outcome.report, outcome.held_by)
    entries = outcome.report.entries
    record = record_of(outcome)
    del record["findings"]
    return {
        **record,
        "organ": entries[ORGAN].printed if ORGAN in entries else "",
        "year": entries[YEAR].printed if YEAR in entries else "",
        "tally": tally(found),
        "local_rules": len(outcome.local_rules),
        "groups": [_group_record(group, outcome) for group in found],
        "rules": _rules(outcome),
    }


def _rules(outcome: Outcome) -> dict[str, dict[str, str]]:
    """Return what the rules check, of which there are findings, and why."""
    asked = {finding.rule for finding in outcome.findings}
    return {
        rule.id: {"title": rule.title, "basis": rule.basis, "explanation": rule.explanation}
        for rule in (*outcome.form.rules, *outcome.local_rules)
        if rule.id in asked
    }


def _group_record(group: Group, outcome: Outcome) -> dict[str, Any]:
    return {
        "standing": group.standing.value,
        "level": LEVELS[group.standing],
        "places": [
            {"name": name, "findings": [_finding_record(one, outcome) for one in findings]}
            for name, findings in group.places
        ],
    }


def _finding_record(finding: Finding, outcome: Outcome) -> dict[str, Any]:
    """Return a finding, and what of its numbers and of who verified it is still to be said."""
    verified = finding.verified
    return {
        **finding_record(finding, (*outcome.form.rules, *outcome.local_rules)),
        "numbers": "" if says_numbers(finding) else numbers_said(finding),
        "quote": "" if finding.quote in finding.message else finding.quote,
        "verified_said": verification_said(verified) if verified else "",
    }
