"""What a form says that cannot be so: found when it is loaded, not in the report of some office."""

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import chain

from generator.form.rules import TIES_ACROSS_YEARS, TIES_WITHIN
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.form.wordings import Claim, Subject


def mistakes_in(form: Form) -> list[str]:
    """Return all that contradicts itself in a form, each with the nearest name that there is."""
    return [
        *_names(form),
        *_entries(form),
        *_figures(form),
        *_wordings(form),
        *_rules(form),
        *_what_ties_say(form),
        *_what_rules_look_at(form),
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
    known = [spec.name for spec in form.entries]
    for name in (ORGAN, YEAR):
        if name not in known:
            yield f"there is no entry {name}{nearest(name, known)}"
    kinds = [choice for spec in form.entries if spec.role == "kind" for choice in spec.choices]
    for kind, _ in form.deadlines:
        if kinds and kind not in kinds:
            yield f"there is a deadline for the unknown kind of organ {kind}{nearest(kind, kinds)}"


def _figures(form: Form) -> Iterator[str]:
    """Find figures that no table has, and ties of which one side is empty."""
    named = [("the example", form.example)] if form.example else []
    for tie in form.ties:
        place = f"tie {tie.rule} “{tie.title}”"
        named += [(place, term.figure) for term in tie.left + tie.right]
        if not (tie.left and tie.right):
            yield f"{place} has nothing on one side"
    named += [(f"sum {total.name}", figure) for total in form.sums for figure in total.figures]
    for place, figure in named:
        if figure not in form.figures:
            yield f"{place} names the unknown figure {figure}{nearest(figure, form.figures)}"


def _wordings(form: Form) -> Iterator[str]:
    """Find wordings of rules, figures and sums that the form has not."""
    rules, figures = [rule.id for rule in form.rules], {*form.figures, *(s.name for s in form.sums)}
    for stated in form.wordings.stated:
        if stated.figure not in figures:
            near = nearest(stated.figure, figures)
            yield f"“{stated.words}” states the unknown figure {stated.figure}{near}"
    for said in _said_in(form.wordings):
        if isinstance(said, Subject):
            place, named = f"subject {said.name}", [*chain.from_iterable(said.interpretations)]
        else:
            place = f"claim {said.says}"
            named = [*said.figures, *chain.from_iterable(kind.figures for kind in said.kinds)]
        if said.rule not in rules:
            yield f"{place} is of the unknown rule {said.rule}{nearest(said.rule, rules)}"
        for name in named:
            if name not in figures:
                yield f"{place} names the unknown figure {name}{nearest(name, figures)}"


def _said_in(wordings: object) -> Iterator[Subject | Claim]:
    """Yield every subject and claim, in whatever group it stands."""
    if isinstance(wordings, Subject | Claim):
        yield wordings
    elif isinstance(wordings, tuple):
        for one in wordings:
            yield from _said_in(one)


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
