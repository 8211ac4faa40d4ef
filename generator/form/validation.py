"""What a form says that cannot be so: found when it is loaded, not in the report of some office."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain

from generator.form.entry_validation import mistakes_in_entries
from generator.form.limits import beyond_limits
from generator.form.mistakes import Mistake, Steps, nearest
from generator.form.tie_validation import added_and_divided, mistakes_in_ties, rules_of_ties
from generator.form.unit_validation import mistakes_in_units
from generator.form.vocabulary import Form, Term
from generator.form.wordings import Claim, Stated, Subject

_CITED = re.compile(r"【([^【】]*)】")


def mistakes_in(form: Form) -> list[Mistake]:
    """Return all that contradicts itself in a form, each with the nearest name that there is."""
    return [
        *_names(form),
        *mistakes_in_entries(form),
        *_figures(form),
        *mistakes_in_ties(form),
        *added_and_divided(form),
        *mistakes_in_units(form),
        *_namings(form),
        *_opening(form),
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
        if not total.figures:
            yield Mistake(("sums", at, "figures"), f"合计“{total.name}”没有写是哪些数的和")
        for figure, count in Counter(total.figures).items():
            if count > 1:
                said = f"合计“{total.name}”里写了 {count} 次“{figure}”"
                yield Mistake(("sums", at, "figures"), said)
    for steps, figure in named:
        if figure not in form.figures:
            yield Mistake(steps, f"没有叫“{figure}”的数字{nearest(figure, form.figures)}")


def _namings(form: Form) -> Iterator[Mistake]:
    """Find names of one thing of which there is nothing to choose."""
    for at, naming in enumerate(form.namings):
        steps: Steps = ("namings", at, "others")
        if naming.preferred in naming.others:
            yield Mistake(steps, f"“{naming.preferred}”是应当用的，不写在 others 里")
        if len({*naming.others, naming.preferred} - {""}) < 2:  # noqa: PLR2004 - one or the other
            yield Mistake(steps, "至少要有两种叫法：不用的写在 others，应当用的写在 preferred")


def _opening(form: Form) -> Iterator[Mistake]:
    """Find what the usual opening cites and the form has not."""
    known = {*form.figures, *(one.name for one in form.entries), *(one.name for one in form.sums)}
    for name in _CITED.findall(form.opening):
        if name.strip() not in known:
            said = f"开头引用的【{name}】不是数字、合计、基本信息的名称{nearest(name, known)}"
            yield Mistake(("opening",), said)
    if set("【】") & set(_CITED.sub("", form.opening)):
        yield Mistake(("opening",), "开头的【和】不成对")


def _wordings(form: Form) -> Iterator[Mistake]:
    """Find wordings of rules, figures and sums that the form has not."""
    rules, figures = [rule.id for rule in form.rules], {*form.numbers, *(s.name for s in form.sums)}
    for steps, said in _said_in(form.wordings, ("wordings",)):
        if isinstance(said, Stated):
            named = [said.figure]
        elif isinstance(said, Subject):
            named = [*chain.from_iterable(said.interpretations)]
        else:
            named = [*said.figures, *chain.from_iterable(kind.figures for kind in said.kinds)]
        if isinstance(said, Subject) and not said.pattern:
            yield Mistake((*steps, "pattern"), f"“{said.name}”的 pattern 是空的")
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
                    f"规则 {rule.id} 要看的“{name}”，既不是部分（写成 第…部分），"
                    f"也不是表或勾稽关系的规则{nearest(name, known)}",
                )
