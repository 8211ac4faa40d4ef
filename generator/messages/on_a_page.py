"""What a page shows of a report that was checked: its findings as people read them."""

from typing import Any

from generator.messages.findings import tally
from generator.messages.preview import preview_record
from generator.model.expected_and_found import numbers_said, says_numbers
from generator.model.finding import Finding
from generator.model.reading_order import groups
from generator.pipeline.previewing.preview import Previewed


def report_record(shown: Previewed) -> dict[str, Any]:
    """Return what `preview_record` says, and of it what a page says in words.

    {"tally", "previous": the file of last year's report, "local_rules": how many}; of each finding
    {"where": its file or sheet, "numbers": what its message does not say of its numbers}, and its
    "quote" only where the message does not have it.
    """
    outcome = shown.outcome
    record = preview_record(shown)
    found = zip(record["findings"], outcome.findings, strict=True)
    return {
        **record,
        "tally": tally(groups(outcome.findings, outcome.report, outcome.held_by)),
        "previous": outcome.previous.file if outcome.previous else "",
        "local_rules": len(outcome.local_rules),
        "findings": [
            {**known, **_in_words(finding, outcome.report.file)} for known, finding in found
        ],
    }


def _in_words(finding: Finding, own: str) -> dict[str, str]:
    place = finding.place
    elsewhere = place.file if place.file not in ("", own) else ""
    return {
        "where": f"{elsewhere}『{place.within}』" if place.within else elsewhere,
        "numbers": "" if says_numbers(finding) else numbers_said(finding),
        "quote": "" if finding.quote in finding.message else finding.quote,
    }
