"""同比: comparisons with last year, worked out again."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.interpretations import interpretations_of, is_in_the_tables
from generator.checks.rules.quoting import clip
from generator.checks.rules.rates_in_text import rounds_to
from generator.checks.text.naming import Named, subject_in
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.checks.text.statements import Statement
from generator.checks.text.surroundings import masks_of, surroundings_of
from generator.checks.text.unsaid import became
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, unchecked
from generator.model.report import Place

_CHANGE = re.compile(
    r"(?P<than>同比|(?:较|比|与)(?:上年|去年)(?:同期)?(?:相比)?|环比)[^，。；\d]{0,8}?(?P<way>增长|增加|上升|提高|提升|多|下降|减少|降低|下滑|少)了?(?:约|近)?$"
)
_WAY = re.compile(r"(?P<way>增长|增加|上升|提高|提升|多|下降|减少|降低|下滑|少)了?(?:约|近)?$")
_LAST_YEAR = re.compile(r"(?:较|比|与)(?:上年|去年)(?:同期)?的?$")
_GENERIC = re.compile(r"(?:数量|总量|总数)?")
_DOWN = ("下降", "减少", "降低", "下滑", "少")
_HUNDRED = 100


def changes(case: Case, rule: Rule) -> Iterator[Finding]:
    """Work comparisons out again from last year's report, or last year's number beside them."""
    of_a_number: set[Quantity] = set()
    for statement in case.statements:
        change, beside = _change_after(statement.sentence, statement.quantity)
        if change is None:
            continue
        of_a_number.add(change)
        if not statement.qualified and _is_of(case, statement, change):
            yield from _of_a_number(case, rule, statement, change, beside)
            again = _said_again(statement.sentence, change)
            if again:
                yield from _of_a_number(case, rule, statement, again, beside)
    for sentence in case.sentences:
        for change in sentence.quantities:
            if change not in of_a_number:
                yield from _without_a_number(case, rule, sentence, change)


def _of_a_number(
    case: Case, rule: Rule, statement: Statement, change: Quantity, beside: Quantity | None
) -> Iterator[Finding]:
    """Compare a change with the number before it and last year's."""
    quote = clip(statement.sentence.quote, around=number(change.value))
    last = _last_year(case, statement)
    if beside:
        if last and beside.value not in last and is_in_the_tables(case, statement):
            yield _other_last_year(rule, statement, beside, last, quote)
            return
        last = [beside.value]
    if not last:
        if case.previous is None:
            message = "没有上年的报告，同比无法核对"
            advice = "请把上年的工作簿放在旁边，或用 --previous 指定"
            yield unchecked(rule.id, statement.sentence.place, message, advice, quote=quote)
        return
    pairs = [(statement.quantity.value, value) for value in last]
    if _is_unnamed(change):  # it may be said of any number before it
        pairs += [
            (other.quantity.value, value)
            for other in case.stated_in(statement.sentence)
            if other.quantity.end <= statement.quantity.start
            for value in _last_year(case, other)
        ]
    if _fits(pairs, change):
        return
    if found := _wrongly_worked_out(pairs[: len(last)], change):
        place, name = statement.sentence.place, statement.subject.name
        yield _differs(rule, place, quote, change, found, last=last, name=name)


def _without_a_number(
    case: Case, rule: Rule, sentence: Sentence, change: Quantity
) -> Iterator[Finding]:
    """Compare a change of what the tables of both years have, said without this year's number."""
    last_year, found = case.last_year, _CHANGE.search(change.before)
    each = "分别" in change.before
    if last_year is None or change.about or each or not found or found["than"] == "环比":
        return
    words = change.before[: found.start()]
    subject = subject_in(sentence, words, change.start, case.form.wordings)
    if subject is None or change.unit not in ("%", *case.form.wordings.units):
        return
    scope = case.reader.scope(words, masks_of(Named(subject, words), case.reader))
    around = surroundings_of(sentence, change.start, case.reader)
    if scope.unknown or scope.part or scope.beyond or around.time or around.organ or around.head:
        return
    known = [(case.total(names), last_year.total(names)) for names in subject.interpretations]
    stated = [
        (item.quantity.value, then)
        for item in case.stated_beside(sentence)
        for _, then in known
        if item.subject == subject
    ]
    pairs = [(now, then) for now, then in (*known, *stated) if now is not None and then is not None]
    if pairs and not _fits(pairs, change) and (worked := _wrongly_worked_out(pairs, change)):
        quote = clip(sentence.quote, around=number(change.value))
        last = [then for _, then in pairs]
        name, place = subject.name, sentence.place
        yield _differs(rule, place, quote, change, worked, last=last, name=name)


def _differs(
    rule: Rule,
    place: Place,
    quote: str,
    change: Quantity,
    found: tuple[str, str],
    *,
    last: Sequence[Decimal],
    name: str,
) -> Finding:
    way, shown = found
    tried = "、".join(number(value) for value in dict.fromkeys(last))
    return notice(
        rule.id,
        place,
        f"写的是{way} {number(change.value)}{change.unit}，上年是 {tried}，"
        f"算出来{'最接近的' * (len(set(last)) > 1)}是{shown}{change.unit}",
        "请重新计算，或核对两年的数",
        quote=quote,
        about=f"{name}同比",
    )


def _other_last_year(
    rule: Rule, statement: Statement, beside: Quantity, last: Sequence[Decimal], quote: str
) -> Finding:
    tried = "、".join(number(value) for value in dict.fromkeys(last))
    name = statement.subject.name
    return notice(
        rule.id,
        statement.sentence.place,
        f"写的是上年的{name} {number(beside.value)} {beside.unit}，上年的表里是 {tried}",
        "请核对两年的数",
        quote=quote,
        about=f"上年的{name}",
        found=beside.value,
    )


def _fits(pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity) -> bool:
    """Tell whether a change is that between the two numbers of one of some pairs."""
    return any(rounds_to(value, change) for value in _possible(pairs, change))


def _possible(pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity) -> list[Decimal]:
    sign = -1 if _way(change) in _DOWN else 1
    return [_change(now, then, change) * sign for now, then in pairs if then or change.unit != "%"]


def _way(change: Quantity) -> str:
    found = _CHANGE.search(change.before) or _WAY.search(change.before)
    return found["way"] if found else ""


def _wrongly_worked_out(
    pairs: Sequence[tuple[Decimal, Decimal]], change: Quantity
) -> tuple[str, str] | None:
    """Return the way and the nearest right value of a change that is none of those possible."""
    way, possible = _way(change), _possible(pairs, change)
    if not possible:
        return None
    nearest = min(possible, key=lambda value: abs(value - change.value))
    digits = max(change.digits, 2) if change.unit == "%" else 0
    rounded = round(nearest, digits)
    opposite = "增长" if way in _DOWN else "下降"
    return way, f"{opposite if rounded < 0 else way} {number(abs(rounded))}"


def _change_after(
    sentence: Sentence, quantity: Quantity
) -> tuple[Quantity | None, Quantity | None]:
    """Return the change that is said of a number, and last year's number where it is beside it."""
    earlier = [item for item in sentence.quantities if item.end <= quantity.start]
    later = [item for item in sentence.quantities if item.start >= quantity.end][:2]
    if earlier and later and became(earlier[-1], quantity) and _WAY.search(later[0].before):
        return later[0], earlier[-1]
    if not later or "；" in sentence.text[quantity.end : later[-1].start]:
        later = later[:1]
    if not later or "；" in sentence.text[quantity.end : later[0].start]:
        return None, None
    if len(later) > 1 and _LAST_YEAR.search(later[0].before) and _WAY.search(later[1].before):
        alike = later[1].unit in ("%", quantity.unit) and later[0].unit == quantity.unit
        return (later[1], later[0]) if alike else (None, None)
    if not _CHANGE.search(later[0].before) or later[0].unit not in ("%", quantity.unit):
        return None, None
    return later[0], None


def _said_again(sentence: Sentence, change: Quantity) -> Quantity | None:
    """Return the change that follows in another unit: 增加19件，增长23.2%."""
    later = next((item for item in sentence.quantities if item.start >= change.end), None)
    again = later is not None and later.unit != change.unit and _WAY.fullmatch(later.before)
    return later if again else None


def _said_of(change: Quantity) -> str:
    """Return the words before a change that name what changed."""
    named = re.split("同比|[较比与](?:上年|去年)|环比", change.before)[0]
    return "" if _WAY.fullmatch(named) else named


def _is_unnamed(change: Quantity) -> bool:
    return bool(_GENERIC.fullmatch(_said_of(change)))


def _is_of(case: Case, statement: Statement, change: Quantity) -> bool:
    """Tell whether a change is said of the number before it, and not of another by name."""
    named = _said_of(change)
    requests = case.form.wordings.requests
    return bool(
        _GENERIC.fullmatch(named)
        or compiled(requests.volume if requests else "").fullmatch(named)
        or compiled(statement.subject.pattern).search(named)
    )


def _last_year(case: Case, statement: Statement) -> list[Decimal]:
    last = case.last_year
    if last is None:
        return []
    totals = [last.total(names) for names in interpretations_of(case, statement)]
    return [value for value in totals if value is not None]


def _change(value: Decimal, last: Decimal, change: Quantity) -> Decimal:
    return _HUNDRED * (value - last) / last if change.unit == "%" else value - last
