"""What a run found out, as records for programs."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.form.rules import Rule
from generator.form.rules_of_any_form import rule_by_id
from generator.model.finding import Finding
from generator.model.plain_number import plain_number
from generator.model.report import Verification
from generator.pipeline.outcome import Outcome


def record_of(outcome: Outcome) -> dict[str, Any]:
    """Return the record of one workbook."""
    template = outcome.template
    return {
        "workbook": str(outcome.workbook),
        "status": outcome.status.value,
        "output": str(outcome.output) if outcome.output else None,
        "annotated": str(outcome.annotated) if outcome.annotated else None,
        "not_annotated": outcome.not_annotated or None,
        "kept": str(outcome.kept) if outcome.kept else None,
        "template": {"path": str(template.path), "source": template.source} if template else None,
        "previous": outcome.previous.file if outcome.previous else None,
        "figures": outcome.report.filled,
        "indicators": len(outcome.report.indicators),
        "paragraphs": len(outcome.report.paragraphs),
        "findings": [
            finding_record(finding, (*outcome.form.rules, *outcome.local_rules))
            for finding in outcome.findings
        ],
    }


def unusable_record(workbook: Path, why: str) -> dict[str, Any]:
    """Return the record of a workbook that could not be used."""
    return {"workbook": str(workbook), "status": "unusable", "message": why}


def finding_record(finding: Finding, rules: Iterable[Rule]) -> dict[str, Any]:
    """Return a finding of one of these rules for programs."""
    return {
        "rule": finding.rule,
        "title": rule.title if (rule := rule_by_id(rules).get(finding.rule)) else "",
        "severity": finding.severity.value,
        "holds_back": finding.holds_back,
        "key": finding.key,
        "place": str(finding.place),
        "file": finding.place.file,
        "sheet": finding.place.within,
        "cell": finding.place.spot,
        "message": finding.message,
        "advice": finding.advice,
        "quote": finding.quote,
        "about": finding.about,
        "expected": _number(finding.expected),
        "found": _number(finding.found),
        "difference": _number(finding.difference),
        "verified": _verification(finding.verified if finding.settled else None),
    }


def _verification(one: Verification | None) -> dict[str, str] | None:
    return {"person": one.person, "reason": one.reason, "day": one.day} if one else None


def _number(value: Decimal | None) -> int | float | None:
    return None if value is None else plain_number(value)
