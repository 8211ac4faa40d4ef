"""Enumerations in the text: the items against their whole."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.in_text.enumerated_wholes import subjects_of, wholes_of
from generator.checks.rules.quoting import clip
from generator.checks.text.enumerations import Enumeration
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.totals import every_period, totals_after
from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import Dimension, RequestWordings, Subject
from generator.model.finding import Finding, notice, wrong

_TAIL = 30  # characters of the sentence before
_SEVERAL = 2  # items
_BARE_NUMBER = Pattern(r"(?<![\d.])\d+(?=[，、；。\u4e00-\u9fff])(?![件条份封宗起例次个项年月日])")
_ENDED = Pattern("[。；！）]$")


def items_and_wholes(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find items of an enumeration that do not sum to their whole; above it they are wrong."""
    if case.report.figures and not case.begun:  # what the text cites is still to be filled in
        return
    told: set[str] = set()
    for enumeration in case.enumerations:
        if enumeration.sentence.quote in told:
            continue
        requests = case.form.wordings.requests
        if requests and _is_of_requests(case, enumeration):
            found = _of_requests(case, rule, enumeration, requests)
        else:
            found = _of_anything(case, rule, enumeration)
        if found:
            told.add(enumeration.sentence.quote)
            yield found
    for enumeration in totals_after(case.sentences, case.form.wordings):
        found = None if enumeration.sentence.quote in told else _of_a_total(case, rule, enumeration)
        if found:
            told.add(enumeration.sentence.quote)
            yield found


def _of_a_total(case: Case, rule: Rule, enumeration: Enumeration) -> Finding | None:
    """Compare a total with what stands before it, unless that is not of one kind."""
    subjects = subjects_of(case, enumeration.items).values()
    flows = {subject for subject in subjects if subject and subject.dimension == "flow"}
    if not _of_one_kind(case, flows) and not every_period(enumeration.items):
        return None
    if enumeration.total > enumeration.whole.value:
        return _above(rule, enumeration, enumeration.items, enumeration.total)
    if enumeration.total < enumeration.whole.value:
        return _below(rule, enumeration, enumeration.items, enumeration.total)
    return None


def _of_one_kind(case: Case, flows: set[Subject]) -> bool:
    """Tell whether flows may be added: one alone, or what came in with what was brought."""
    requests = case.form.wordings.requests
    if requests is None or len(flows) < _SEVERAL:
        return True
    return requests.brought_forward in flows and flows <= {
        requests.brought_forward,
        requests.newly_received,
        requests.received,
    }


def _is_of_requests(case: Case, enumeration: Enumeration) -> bool:
    kinds = [subject for subject in subjects_of(case, enumeration.items).values() if subject]
    return enumeration.sentence.about_requests and len(kinds) >= _SEVERAL


def _of_requests(
    case: Case, rule: Rule, enumeration: Enumeration, requests: RequestWordings
) -> Finding | None:
    """Compare an enumeration of results, or of applicants, with what was answered or received."""
    subjects = subjects_of(case, enumeration.items)
    left_over = requests.carried_forward
    dimensions: tuple[Dimension, ...] = ("result", "applicant")
    for dimension in dimensions:
        items = _series(case, subjects, dimension, requests)
        named = [
            item for item in items if (subject := subjects[item]) and subject.dimension == dimension
        ]
        if len(named) < _SEVERAL:
            continue
        left_items = [item for item in items if subjects[item] is left_over]
        wholes = wholes_of(case, enumeration, with_left=bool(left_items))
        if any(_total(run) in wholes for run in enumeration.runs_of(items)):
            continue
        total, left = _total(items), _total(left_items)
        own_whole = set() if enumeration.guessed else {enumeration.whole.value}
        if {total, total - left} & {*wholes, *own_whole}:
            continue
        if total - left > max(wholes):
            own = [item for item in items if item not in left_items]
            return _above(rule, enumeration, own, total - left)
        all_results = dimension == "result" and not enumeration.out_of
        everything = all_results or _all_applicants(named, subjects, requests)
        if everything and len(items) == len(subjects) and _complete(enumeration, subjects):
            return _below(rule, enumeration, items, total)
    return None


def _series(
    case: Case,
    subjects: Mapping[Quantity, Subject | None],
    dimension: Dimension,
    requests: RequestWordings,
) -> list[Quantity]:
    """Return the items of one dimension, with those without a name of the form between them."""
    channels = compiled(case.form.wordings.channels)
    items: list[Quantity] = []
    started = False
    for item, subject in subjects.items():
        belongs = _belongs(subject, dimension, requests)
        if belongs and (subject or not channels.search(item.before)):
            items.append(item)
            started = started or bool(subject and subject.dimension == dimension)
        elif not started:
            items = []  # what came before was of another dimension
    return items


def _belongs(subject: Subject | None, dimension: Dimension, requests: RequestWordings) -> bool:
    if dimension == "result" and subject in (requests.carried_forward, None):
        return True
    return subject is not None and subject.dimension == dimension


def _all_applicants(
    items: Sequence[Quantity],
    subjects: Mapping[Quantity, Subject | None],
    requests: RequestWordings,
) -> bool:
    everybody = {requests.applicants.natural_persons, requests.applicants.entities}
    return everybody <= {subjects[item] for item in items}


def _complete(enumeration: Enumeration, subjects: Mapping[Quantity, Subject | None]) -> bool:
    """Tell whether an enumeration claims to name everything, and is understood."""
    understood = all(subjects.values()) and not _BARE_NUMBER.search(enumeration.text)
    ended = _ENDED.search(enumeration.sentence.text)
    return bool(understood and ended and not enumeration.open_ended)


def _of_anything(case: Case, rule: Rule, enumeration: Enumeration) -> Finding | None:
    """Compare any other enumeration with its whole: only what is above it is wrong for certain."""
    whole, elsewhere = enumeration.whole, enumeration.whole_sentence is not enumeration.sentence
    if whole.about or all(item.value > whole.value for item in enumeration.items):
        return None
    if elsewhere and any(item.value > whole.value for item in enumeration.items):
        return None  # whatever it divides, it is not that number
    subject = subjects_of(case, [whole])[whole]
    if subject is not None and subject.dimension == "flow":
        subjects = subjects_of(case, enumeration.items)
        items = [item for item, of in subjects.items() if not of or of.dimension != "review"]
        total = _total(items)
        above = total > max(wholes_of(case, enumeration))
        return _above(rule, enumeration, items, total) if above else None
    if all(total > whole.value for total in enumeration.totals()):
        return _above(rule, enumeration, enumeration.items, enumeration.total)
    if every_period(enumeration.items) and enumeration.total < whole.value:
        return _below(rule, enumeration, enumeration.items, enumeration.total)
    return None


def _total(items: Sequence[Quantity]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def _above(
    rule: Rule, enumeration: Enumeration, items: Sequence[Quantity], total: Decimal
) -> Finding:
    whole = enumeration.whole
    return wrong(
        rule.id,
        enumeration.sentence.place,
        f"列举的各项相加是 {number(total)}（{_sum(items)}），"
        f"比总数 {number(whole.value)} {whole.unit}多 {number(total - whole.value)}",
        "请核对总数和各项，改正写错的数",
        quote=_both(enumeration),
        about="列举与总数",
        expected=whole.value,
        found=total,
    )


def _below(
    rule: Rule, enumeration: Enumeration, items: Sequence[Quantity], total: Decimal
) -> Finding:
    whole = enumeration.whole
    return notice(
        rule.id,
        enumeration.sentence.place,
        f"列举的各项相加是 {number(total)}（{_sum(items)}），"
        f"与总数 {number(whole.value)} {whole.unit}不相等",
        "请核对总数和各项；没有列全的，请写明“等”",
        quote=_both(enumeration),
        about="列举与总数",
        expected=whole.value,
        found=total,
    )


def _sum(items: Sequence[Quantity]) -> str:
    return "＋".join(number(item.value) for item in items)


def _both(enumeration: Enumeration) -> str:
    """Quote an enumeration with its whole, which may stand in the sentence before."""
    if enumeration.whole_sentence is enumeration.sentence:
        return clip(enumeration.sentence.quote, around=enumeration.text[:6])
    before = enumeration.whole_sentence.quote
    tail = ("…" if len(before) > _TAIL else "") + before[-_TAIL:]
    return tail + clip(enumeration.sentence.quote)
