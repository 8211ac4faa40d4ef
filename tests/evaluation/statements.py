"""Sentences that are true of their tables, and the same made wrong, each alone in a report.

A file has `tables`, figures by name (what is not named is 0, a total that is not named follows),
with the year before under the name of the table and `_last_year`; and `statements`, each with a
`heading`, the sentence that is `true`, and one that is `wrong` or the figures of `wrong_when`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.form.vocabulary import ORGAN, YEAR
from generator.model.finding import Finding, Severity
from generator.model.report import Entry, Figure, Paragraph, Place, Report
from tests.evaluation.evaluation import findings_in
from tests.forms import FORM

_TEXT = "第一部分"
_HERE = Place("statement", "一、总体情况", "第1段")
_YEAR = 2024


@dataclass(frozen=True)
class Said:
    """What became of one statement."""

    text: str
    false: list[Finding]
    """What the rules say of it although it is true."""
    wrong: str
    """The same made wrong, empty where there is no such thing."""
    noticed: list[Finding]
    """What they say of that."""


def try_statements(file: Path) -> list[Said]:
    """Try every statement of a file."""
    given = json.loads(file.read_text(encoding="utf-8-sig"))
    return [tried(record, given["tables"]) for record in given["statements"]]


def tried(record: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Said:
    """Try one statement as it stands, and made wrong."""
    name = record.get("table", "")
    figures = record.get("figures") or tables.get(name, {})
    last = tables.get(f"{name}_last_year")
    year = record.get("year", _YEAR)
    previous = None if last is None else _report(year - 1, last)
    heading, text = record["heading"], record["true"]
    false = findings_on(text, heading, figures, previous, year)
    changed = record.get("wrong_when")
    wrong = record.get("wrong") or (f"{text} ← {changed}" if changed else "")
    noticed: list[Finding] = []
    if wrong:
        said = record.get("wrong", text)
        found = findings_on(said, heading, {**figures, **(changed or {})}, previous, year)
        as_it_stands = {finding.key for finding in false}
        noticed = [finding for finding in found if finding.key not in as_it_stands]
    return Said(text, false, wrong, noticed)


def findings_on(
    text: str,
    heading: str,
    figures: Mapping[str, Any],
    previous: Report | None = None,
    year: int = _YEAR,
) -> list[Finding]:
    """Return what the rules say of a sentence that stands alone under a heading."""
    paragraph = Paragraph(_TEXT, 2, heading, text, _HERE, _HERE)
    found = findings_in(_report(year, figures, paragraph), previous)
    return [
        one
        for one in found
        if one.place.spot == _HERE.spot
        and one.place.within == _HERE.within
        and one.severity != Severity.UNCHECKED
    ]


def _report(year: int, figures: Mapping[str, Any], *paragraphs: Paragraph) -> Report:
    return Report(
        entries={ORGAN: Entry("某某市某某局"), YEAR: Entry(year)},
        figures={
            name: Figure(value, place=Place("statement", "表", name))
            for name, value in with_totals(figures).items()
        },
        indicators={},
        paragraphs=paragraphs,
        file="statement",
        unknown=frozenset(part.name for part in FORM.parts),
    )


def with_totals(figures: Mapping[str, Any]) -> dict[str, Decimal]:
    """Return every figure of the form: those given, totals that follow, and zeros."""
    known = {name: Decimal(str(value)) for name, value in figures.items()}

    def value(name: str) -> Decimal:
        parts: Iterable[str] = FORM.totals.get(name, ())
        return known[name] if name in known else sum((value(part) for part in parts), Decimal(0))

    return {name: value(name) for name in FORM.figures}


def told(said: Sequence[Said]) -> str:
    """Return the outcome as plain lines."""
    flagged = [one for one in said if one.false]
    wrong = [one for one in said if one.wrong]
    missed = [one for one in wrong if not one.noticed]
    lines = ["== true, and doubted"]
    lines += [f"『{one.text}』\n    {_spoken(found)}" for one in flagged for found in one.false]
    lines += ["== wrong, and not noticed", *(f"『{one.wrong}』" for one in missed)]
    noticed = len(wrong) - len(missed)
    share = 100 * noticed / len(wrong) if wrong else 100
    return "\n".join(
        [
            *lines,
            "",
            f"true statements doubted: {len(flagged)} of {len(said)}",
            f"wrong statements noticed: {noticed} of {len(wrong)} ({share:.0f} %)",
        ]
    )


def _spoken(finding: Finding) -> str:
    return f"[{finding.rule}] {finding.severity} {finding.message}"
