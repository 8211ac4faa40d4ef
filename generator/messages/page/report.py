"""What a page says of a report that was checked, and of what was written back."""

from typing import Any

from generator.messages.command_to_type import without_commands
from generator.messages.findings import tally
from generator.messages.page.forms import heading_of
from generator.messages.page.preview import preview_record
from generator.model.expected_and_found import numbers_said, says_numbers
from generator.model.finding import Finding
from generator.model.reading_order import groups
from generator.pipeline.previewing.preview import Previewed
from generator.pipeline.review import Review


def report_record(shown: Previewed) -> dict[str, Any]:
    """Return what `preview_record` says, and of it what a page says in words.

    {"tally", "previous": the file of last year's report, "local_rules": how many, "form": its id,
    "heading": its name where it is not the usual one, else empty}; of each finding
    {"where": its file or sheet, "numbers": what its message does not say of its numbers}, and its
    "quote" only where the message does not have it. Commands are left out.
    """
    outcome = shown.outcome
    record = preview_record(shown)
    found = zip(record["findings"], outcome.findings, strict=True)
    return {
        **record,
        "tally": tally(groups(outcome.findings, outcome.report, outcome.held_by)),
        "previous": outcome.previous.file if outcome.previous else "",
        "local_rules": len(outcome.local_rules),
        "form": outcome.form.id,
        "heading": heading_of([(outcome.form.id, outcome.form.name)]),
        "findings": [
            {**known, **_in_words(finding, outcome.report.file)} for known, finding in found
        ],
        "rules": {
            name: {key: without_commands(text) for key, text in rule.items()}
            for name, rule in record["rules"].items()
        },
    }


def _in_words(finding: Finding, own: str) -> dict[str, str]:
    place = finding.place
    elsewhere = place.file if place.file not in ("", own) else ""
    return {
        "where": f"{elsewhere}『{place.within}』" if place.within else elsewhere,
        "advice": without_commands(finding.advice),
        "numbers": "" if says_numbers(finding) else numbers_said(finding),
        "quote": "" if finding.quote in finding.message else finding.quote,
    }


def written_back_said(found: Review) -> list[str]:
    """Return what was written into a workbook, and what was not, a line each."""
    if not found.applied or found.workbook is None or found.kept is None:
        why = "还有两边不同的没有选" if found.conflicts else "文档里的修改都在工作簿里了"
        return [f"没有写：{why}"]
    lines = [
        f"已写回：{found.workbook.name}（{found.cells} 格）",
        f"原来的工作簿另存为 {found.kept.name}",
    ]
    if found.conflicts:
        lines.append(f"两边不同、还没有选的 {len(found.conflicts)} 处没有写")
    if found.overruled:
        lines.append(f"以工作簿为准的 {found.overruled} 处，文档里的写法没有写回")
    lines += [f"工作簿里放不下：{one.place}{one.what}。{one.advice}" for one in found.leftovers]
    return [*lines, *(f"跟着变的：{one}" for one in (found.merge.follows if found.merge else ()))]
