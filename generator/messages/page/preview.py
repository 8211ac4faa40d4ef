"""A report as it will be printed, with all that was found, for a page and for programs."""

from collections.abc import Mapping
from typing import Any

from generator.form.rules import Rule
from generator.form.rules_of_any_form import rule_by_id
from generator.form.vocabulary import ORGAN, YEAR
from generator.messages.findings import verification_said
from generator.messages.records import finding_record
from generator.model.finding import Finding
from generator.model.reading_order import Standing, standing
from generator.pipeline.previewing.preview import Previewed
from generator.pipeline.verifying.verify import may_be_verified


def preview_record(shown: Previewed) -> dict[str, Any]:
    """Return what was found and how it stands in the preview, as JSON.

    {"organ", "year", "file", "filled", "figures", "findings", "rules", "counts"}. Of each finding
    what `finding_record` says, and {"id", "standing" (its name: HOLDS_BACK, WRONG, NOTICE,
    VERIFIED, UNCHECKED), "standing_word", "mark": the id of the element that marks it in the
    preview, or null, "sheet_word": where it stands, "may_be_verified", "verified_said"}. "rules"
    are those of the findings by id: {"title", "basis", "explanation"}.
    """
    outcome = shown.outcome
    organ, year = (outcome.report.entries.get(name) for name in (ORGAN, YEAR))
    rules = rule_by_id((*outcome.form.rules, *outcome.local_rules))
    found = list(zip(shown.ids, outcome.findings, strict=True))
    standings = [standing(one, outcome.held_by) for one in outcome.findings]
    return {
        "file": outcome.workbook.name,
        "organ": organ.printed if organ else "",
        "year": year.printed if year else "",
        "filled": outcome.report.filled,
        "figures": len(outcome.form.figures),
        "findings": [
            {
                **finding_record(one, rules.values()),
                "id": key,
                "standing": standings[at].name,
                "standing_word": standings[at].value,
                "mark": shown.preview.marked.get(key),
                "may_be_verified": may_be_verified(one),
                "verified_said": verification_said(one.verified) if one.verified else "",
            }
            for at, (key, one) in enumerate(found)
        ],
        "rules": _explained(rules, outcome.findings),
        "counts": {one.name: standings.count(one) for one in Standing},
    }


def _explained(rules: Mapping[str, Rule], findings: list[Finding]) -> dict[str, Any]:
    named = dict.fromkeys(one.rule for one in findings)
    return {
        name: {"title": rule.title, "basis": rule.basis, "explanation": rule.explanation}
        for name in named
        if (rule := rules.get(name))
    }
