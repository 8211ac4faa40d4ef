"""What a form says that cannot be so: found when it is loaded, not in the report of some office."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain

from generator.form.limits import beyond_limits
from generator.form.mistakes import Mistake, Steps, nearest
from generator.form.tie_validation import mistakes_in_ties, rules_of_ties
from generator.form.vocabulary import ORGAN, YEAR, Form, Term
from generator.form.wordings import Claim, Stated, Subject


def mistakes_in(form: Form) -> list[Mistake]:
    """Return all that contradicts itself in a form, each with the nearest name that there is."""
    return [
        *_names(form),
        *_entries(form),
        *_figures(form),
        *mistakes_in_ties(form),
        *_wordings(form),
        *_rules(form),
        *rules_of_ties(form),
        *_what_rules_look_at(form),
        *beyond_limits(form),
    ]


def _names(form: Form) -> Iterator[Mistake]:
    """Find what a text or a template could not tell apart by its name."""
    yield from _twice(_places_of_names(form), "数字、合计、部分或者基本信息")
    titles = [(steps, table.title) for steps, table in form.tables_in_sections]
    yield from _twice(titles, "表")


def _places_of_names(form: Form) -> Iterator[tuple[Steps, str]]:
    for at, part in enumerate(form.parts):
        yield ("sections", max(part.section - 1, 0)) if at else (), part.name
    for at, entry in enumerate(form.entries):
        yield ("entries", at), entry.name
    for steps, table in form.tables_in_sections:
        for number, block in enumerate(table.blocks):
            for row in block.rows:
                for at, column in enumerate(block.columns):
                    yield (*steps, "blocks", number, "columns", at), row.name + column.name
    for at, total in enumerate(form.sums):
        yield ("sums", at), total.name


def _twice(
    named: Collection[tuple[Steps, str]] | Iterator[tuple[Steps, str]], what: str
) -> Iterator[Mistake]:
    """Find names that come again, each once, at its second place."""
    count: Counter[str] = Counter()
    for steps, name in named:
        count[name] += 1
        if name and count[name] == 2:  # noqa: PLR2004 - the second of a name
            yield Mistake(steps, f"不止一处叫“{name}”：{what}不能重名")


def _entries(form: Form) -> Iterator[Mistake]:
    """Find entries that are asked for and not there."""
    known = [spec.name for spec in form.entries]
    for name in (ORGAN, YEAR):
        if name not in known:
            yield Mistake(("entries",), f"基本信息里缺少“{name}”{nearest(name, known)}")
    kinds = [choice for spec in form.entries if spec.role == "kind" for choice in spec.choices]
    for at, (kind, _) in enumerate(form.deadlines):
        if kinds and kind not in kinds:
            yield Mistake(("deadlines", at), f"没有“{kind}”这一类机关{nearest(kind, kinds)}")


def _figures(form: Form) -> Iterator[Mistake]:
    """Find figures that no table has, and ties of which one side is empty."""
    named: list[tuple[Steps, str]] = [(("example",), form.example)] if form.example else []
    for at, tie in enumerate(form.ties):
        for side in ("left", "divided_by", "right"):
            steps: Steps = ("ties", at, side)
            its_terms: tuple[Term, ...] = getattr(tie, side)
            named += [(steps, term.figure) for term in its_terms]
            if not its_terms and side != "divided_by":
                yield Mistake(steps, f"勾稽关系“{tie.title}”有一边是空的")
    for at, total in enumerate(form.sums):
        named += [(("sums", at, "figures"), figure) for figure in total.figures]
    for steps, figure in named:
        if figure not in form.figures:
            yield Mistake(steps, f"没有叫“{figure}”的数字{nearest(figure, form.figures)}")


def _wordings(form: Form) -> Iterator[Mistake]:
    """Find wordings of rules, figures and sums that the form has not."""
    rules, figures = [rule.id for rule in form.rules], {*form.figures, *(s.name for s in form.sums)}
    for steps, said in _said_in(form.wordings, ("wordings",)):
        if isinstance(said, Stated):
            named = [said.figure]
        elif isinstance(said, Subject):
            named = [*chain.from_iterable(said.interpretations)]
        else:
            named = [*said.figures, *chain.from_iterable(kind.figures for kind in said.kinds)]
        if not isinstance(said, Stated) and said.rule and said.rule not in rules:
            yield Mistake((*steps, "rule"), f"没有规则 {said.rule}{nearest(said.rule, rules)}")
        for name in named:
            if name and name not in figures:
                yield Mistake(steps, f"没有叫“{name}”的数字或合计{nearest(name, figures)}")


def _said_in(wordings: object, steps: Steps) -> Iterator[tuple[Steps, Subject | Claim | Stated]]:
    """Yield every subject, claim and number that is compared, in whatever group it stands."""
    if isinstance(wordings, Subject | Claim | Stated):
        yield steps, wordings
    elif isinstance(wordings, tuple):
        names = getattr(wordings, "_fields", range(len(wordings)))
        for name, one in zip(names, wordings, strict=True):
            yield from _said_in(one, (*steps, name))


def _rules(form: Form) -> Iterator[Mistake]:
    """Find rules that are there twice, say nothing, or are named and not there."""
    yield from _twice([(("rules", at), rule.id) for at, rule in enumerate(form.rules)], "规则")
    for at, rule in enumerate(form.rules):
        if not (rule.title and rule.basis and rule.explanation):
            yield Mistake(("rules", at), f"规则 {rule.id} 要写明 title、basis 和 explanation")
    named: list[tuple[Steps, str]] = [
        (("ties", at, "rule"), tie.rule) for at, tie in enumerate(form.ties)
    ]
    for steps, table in form.tables_in_sections:
        for field in ("not_a_number", "not_a_count", "blank"):
            named.append(((*steps, field), getattr(table, field)))
    known = [rule.id for rule in form.rules]
    for steps, name in named:
        if name and name not in known:
            yield Mistake(steps, f"没有写规则 {name}{nearest(name, known)}")


def _what_rules_look_at(form: Form) -> Iterator[Mistake]:
    """Find what rules look at and the form has not."""
    known = {
        *(part.name for part in form.parts),
        *(table.title for table in form.tables),
        *(tie.rule for tie in form.ties),
    }
    for at, rule in enumerate(form.rules):
        for name in rule.looks_at:
            if name not in known:
                yield Mistake(
                    ("rules", at, "looks_at"),
                    f"规则 {rule.id} 要看的“{name}”，既不是部分，也不是表或勾稽关系的规则"
                    f"{nearest(name, known)}",
                )
