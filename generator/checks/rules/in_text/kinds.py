"""Kinds of results in the text that the table does not have."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.in_text.enumerated_wholes import subjects_of
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import Quantity
from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import RequestWordings, Subject
from generator.model.finding import Finding, notice

_SEVERAL = 2  # items
_TOLD = Pattern("告知|引导|建议|转")
"""How offices tell what they did with a request that is none of the form's kinds."""


def kinds_without_a_row(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a kind of result that the table does not have, while it counts that case elsewhere."""
    requests = case.form.wordings.requests
    if requests is None:
        return
    for enumeration in case.enumerations:
        subjects = subjects_of(case, enumeration.items)
        named = [item for item in subjects.values() if item and item.dimension == "result"]
        if len(named) < _SEVERAL or enumeration.open_ended:
            continue
        unnamed = [item for item, subject in subjects.items() if subject is None]
        strange = [item for item in unnamed if item.value and _label(item) and _no_row(case, item)]
        silent = _rows_not_mentioned(case, list(subjects.values()), requests)
        others = set(requests.results.other.interpretations[-1])
        told_otherwise = all(_TOLD.search(_label(item)) for item in strange)
        if told_otherwise and set(silent) == others:  # it is how 其他 is told
            continue
        if strange and silent and sum(item.value for item in strange) == sum(silent.values()):
            shown = "、".join(
                f"“{item.before or item.after}”{item.value}{item.unit}" for item in strange
            )
            counted = "、".join(
                f"“{name}”{number(value)} {requests.unit}" for name, value in silent.items()
            )
            yield notice(
                rule.id,
                enumeration.sentence.place,
                f"{requests.table}没有{shown}这种情形；{requests.table}里正文没有提到的是{counted}",
                f"请照{requests.table}的情形来写，或核对这件算在{requests.table}哪一行",
                quote=clip(enumeration.sentence.quote, around=strange[0].before),
                about=shown,
            )


def _label(item: Quantity) -> str:
    """Return the words that name a kind, before its number or after it."""
    return item.before.strip("其中有共为的计含、，") or item.after.strip("为的系属、，")


def _no_row(case: Case, item: Quantity) -> bool:
    """Tell whether a kind has no words in common with any row of the table."""
    words = _label(item)
    labels = "".join("".join(figure.row.label) for figure in case.form.figures.values())
    pairs = {words[at : at + 3] for at in range(len(words) - 2)}
    return bool(words) and not any(pair in labels for pair in pairs)


def _rows_not_mentioned(
    case: Case, subjects: Sequence[Subject | None], requests: RequestWordings
) -> dict[str, Decimal]:
    """Return the results that the table counts and the sentence does not name."""
    named = {
        figure
        for subject in subjects
        for names in (subject.interpretations if subject else ())
        for name in names
        for figure in case.figures_of(name)
    }
    (total,) = requests.answered.interpretations[0]
    return {
        name: value
        for name in case.form.totals.get(total, ())
        if name not in named and (value := case.report.number(name))
    }
