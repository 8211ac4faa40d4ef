"""What a form says that cannot be so: found when it is loaded, not in the report of some office."""

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from generator.form.rules import TIES_ACROSS_YEARS, TIES_WITHIN
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.form.wordings import Subject, Wordings


def mistakes_in(form: Form) -> list[str]:
    """Return all that contradicts itself in a form, each with the nearest name that there is."""
    return [
        *_names(form),
        *_entries(form),
        *_figures(form),
        *_rules(form),
        *_what_ties_say(form),
        *_what_rules_look_at(form),
        *_what_texts_say(form),
    ]


def nearest(name: str, known: Collection[str]) -> str:
    """Return a remark on the name that is nearest, empty where none is near."""
    near = get_close_matches(name, known, n=1, cutoff=0.3)
    return f"; the nearest is {near[0]}" if near else ""


def _names(form: Form) -> Iterator[str]:
    """Find what a text or a template could not tell apart by its name."""
    names = Counter(spec.name for table in form.tables for spec in table.figures)
    for others in (form.sums, form.parts, form.entries):
        names.update(one.name for one in others)
    for name, count in names.items():
        if count > 1:
            yield f"{count} figures, sums, parts or entries are called {name}"
    for title, count in Counter(table.title for table in form.tables).items():
        if count > 1:
            yield f"{count} tables are called {title}"


def _entries(form: Form) -> Iterator[str]:
    """Find entries that are asked for and not there."""
    due = [ORGAN, YEAR]
    if form.publication:
        due += [form.publication.issued, form.publication.kind]
    known = [spec.name for spec in form.entries]
    for name in due:
        if name not in known:
            yield f"there is no entry {name}{nearest(name, known)}"


def _figures(form: Form) -> Iterator[str]:
    """Find figures of ties and sums that no table has, and ties of which one side is empty."""
    for tie in form.ties:
        if not (tie.left and tie.right):
            yield f"tie {tie.rule} “{tie.title}” has nothing on one side"
        for term in tie.left + tie.right:
            if term.figure not in form.figures:
                near = nearest(term.figure, form.figures)
                yield f"tie {tie.rule} “{tie.title}” has the unknown figure {term.figure}{near}"
    for total in form.sums:
        for figure in total.figures:
            if figure not in form.figures:
                near = nearest(figure, form.figures)
                yield f"sum {total.name} has the unknown figure {figure}{near}"


def _rules(form: Form) -> Iterator[str]:
    """Find rules that are there twice, say nothing, or are named and not there."""
    for name, count in Counter(rule.id for rule in form.rules).items():
        if count > 1:
            yield f"{count} rules have the id {name}"
    for rule in form.rules:
        if not (rule.title and rule.basis and rule.explanation):
            yield f"rule {rule.id} lacks its title, its basis or its explanation"
    named = {tie.rule: f"tie “{tie.title}”" for tie in form.ties}
    for table in form.tables:
        rules = (table.not_a_number, table.not_a_count, table.blank)
        named |= dict.fromkeys(rules, f"table {table.title}")
    known = [rule.id for rule in form.rules]
    for name, place in named.items():
        if name not in known:
            yield f"{place} names rule {name}, which is nowhere explained{nearest(name, known)}"


def _what_ties_say(form: Form) -> Iterator[str]:
    """Find ties whose rule would not check them, and rules of ties that have none."""
    checks = {rule.id: rule.check for rule in form.rules}
    for tie in form.ties:
        due = TIES_ACROSS_YEARS if tie.across_years else TIES_WITHIN
        if tie.rule in checks and checks[tie.rule] != due:
            yield f"tie “{tie.title}” is never checked: rule {tie.rule} does not check {due}"
    tied = {tie.rule for tie in form.ties}
    for rule, check in checks.items():
        if check in (TIES_WITHIN, TIES_ACROSS_YEARS) and rule not in tied:
            yield f"rule {rule} has no tie to check"


def _what_rules_look_at(form: Form) -> Iterator[str]:
    """Find what rules look at and the form has not."""
    known = {
        *(part.name for part in form.parts),
        *(table.title for table in form.tables),
        *(tie.rule for tie in form.ties),
    }
    for rule in form.rules:
        for name in rule.looks_at:
            if name not in known:
                yield f"rule {rule.id} looks at the unknown {name}{nearest(name, known)}"


def _what_texts_say(form: Form) -> Iterator[str]:
    """Find wordings for figures, or under rules, that the form has not."""
    figures = {*form.figures, *(total.name for total in form.sums)}
    rules = {rule.id for rule in form.rules}
    said = [
        (subject.name, subject.rule, [name for names in subject.interpretations for name in names])
        for subject in _subjects(form.wordings)
    ]
    for claim in form.wordings.claims:
        of_kinds = (figure for kind in claim.kinds for figure in kind.figures)
        said.append((claim.says, claim.rule, [*claim.figures, *of_kinds]))
    for words, rule, named in said:
        if rule not in rules:
            yield f"the wording “{words}” names the unknown rule {rule}{nearest(rule, rules)}"
        for name in named:
            if name not in figures:
                near = nearest(name, figures)
                yield f"the wording “{words}” has the unknown figure {name}{near}"


def _subjects(wordings: Wordings) -> Iterator[Subject]:
    yield from wordings.subjects
    yield from wordings.amounts
    if documents := wordings.documents:
        yield from documents.subjects
    if reviews := wordings.reviews:
        yield from reviews.subjects
    if requests := wordings.requests:
        yield from (requests.brought_forward, requests.newly_received, requests.received)
        yield from (requests.answered, requests.processed, requests.carried_forward)
        yield from requests.results.kinds
        yield from requests.applicants.kinds
