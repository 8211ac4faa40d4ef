"""The checks of a report, by the names under which the rules of a form call them."""

from collections.abc import Callable, Iterable, Mapping

from generator.checks.case import Case
from generator.checks.rules.against_last_year import (
    amount_in_yuan,
    same_figures,
    swings,
    ties_across_years,
)
from generator.checks.rules.contents import (
    matters_of_a_section,
    problems_and_remedies,
    topics_of_a_section,
)
from generator.checks.rules.dates import (
    dates_of_reckoning,
    not_this_years_figures,
    other_years,
    published_late,
)
from generator.checks.rules.exhibits import captions, further_tables_add_up
from generator.checks.rules.headings import (
    headings_verbatim,
    labels_verbatim,
    remains_of_older_forms,
    sections_in_order,
    title,
)
from generator.checks.rules.implausible_figures import (
    case_in_the_wrong_column,
    more_left_than_there_was,
    nothing_but_zeros,
    nothing_filled_in,
)
from generator.checks.rules.in_text.changes import changes
from generator.checks.rules.in_text.consistency import one_value_each, requests_balance_in_text
from generator.checks.rules.in_text.counted_names import counted_names
from generator.checks.rules.in_text.enumerations import items_and_wholes
from generator.checks.rules.in_text.rates import shares
from generator.checks.rules.in_text.tables import stated_figures, stated_results
from generator.checks.rules.local.check import check_local_rules
from generator.checks.rules.namings import names_of_one_thing
from generator.checks.rules.numbering import headings_in_text, numbering
from generator.checks.rules.opening import (
    notice_cited,
    reporting_period,
    sections_named_in_the_opening,
    what_the_opening_says,
)
from generator.checks.rules.privacy import (
    identity_numbers,
    mobile_numbers,
    names_of_persons,
    organs_elsewhere,
)
from generator.checks.rules.rules_to_check import mistakes_in_rules
from generator.checks.rules.text_against_last_year import copied_text, not_revised, same_problems
from generator.checks.rules.ties import ties_within_the_report
from generator.checks.rules.wording import (
    broken_paragraphs,
    doubled,
    numbers_left_out,
    punctuation,
    repeated_text,
)
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.rules import Rule, Severity
from generator.form.vocabulary import Form
from generator.model.finding import Finding

Check = Callable[[Case, Rule], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        title,
        sections_in_order,
        headings_verbatim,
        labels_verbatim,
        remains_of_older_forms,
        what_the_opening_says,
        sections_named_in_the_opening,
        reporting_period,
        notice_cited,
        topics_of_a_section,
        problems_and_remedies,
        matters_of_a_section,
        numbering,
        headings_in_text,
        nothing_filled_in,
        nothing_but_zeros,
        more_left_than_there_was,
        case_in_the_wrong_column,
        ties_within_the_report,
        stated_figures,
        stated_results,
        shares,
        changes,
        items_and_wholes,
        counted_names,
        requests_balance_in_text,
        one_value_each,
        ties_across_years,
        swings,
        amount_in_yuan,
        copied_text,
        same_figures,
        same_problems,
        not_revised,
        other_years,
        dates_of_reckoning,
        published_late,
        not_this_years_figures,
        identity_numbers,
        mobile_numbers,
        names_of_persons,
        organs_elsewhere,
        doubled,
        repeated_text,
        punctuation,
        broken_paragraphs,
        numbers_left_out,
        names_of_one_thing,
        captions,
        further_tables_add_up,
    )
}
"""Every check; a rule names one by the name of its function."""


def check(case: Case, rules: Iterable[Rule] | None = None) -> list[Finding]:
    """Return what every rule of the form and of the place finds, or what these rules do.

    Raise FormMistakes where the form has a rule that no check can find.
    """
    must_be_checkable(case.form)
    chosen = case.form.rules if rules is None else rules
    last_years = {
        place
        for line in case.lines
        if line.source.unrevised
        for place in (line.source.place, line.source.heading_place)
    }
    found = [
        finding
        for rule in chosen
        if rule.check
        for said in (*CHECKS[rule.check](case, rule), *_beside_text(case, rule))
        if (finding := _as_grave_as_its_rule(said, rule))
        if rule.of_any_text or finding.holds_back or finding.place not in last_years
    ]
    return [*found, *(check_local_rules(case) if rules is None else ())]


def _as_grave_as_its_rule(finding: Finding, rule: Rule) -> Finding:
    """Return a finding no graver than the form says that its rule's gravest are."""
    if finding.severity == Severity.ERROR and rule.severity != Severity.ERROR:
        return finding._replace(severity=Severity.NOTICE, holds_back=False)
    return finding if rule.holds_back else finding._replace(holds_back=False)


def _beside_text(case: Case, rule: Rule) -> Iterable[Finding]:
    if not rule.beside_text or not case.beside_text.lines:
        return ()
    return CHECKS[rule.check](case.beside_text, rule)


def must_be_checkable(form: Form) -> None:
    """Raise FormMistakes where a rule names no check that there is, or brings too little for it."""
    if mistakes := not_checkable(form):
        raise FormMistakes(form.id, mistakes)


def not_checkable(form: Form) -> list[Mistake]:
    """Return what is wrong with rules that no check can find."""
    return mistakes_in_rules(form, CHECKS)
