"""同比: comparisons with last year, worked out again."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.interpretations import (
    in_units_of_the_tables,
    interpretations_of,
    is_in_the_tables,
    money_of,
)
from generator.checks.rules.quoting import clip
from generator.checks.text.naming import Named, subject_in
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.checks.text.stated_changes import CHANGE, WAY, fits, wrongly_worked_out
from generator.checks.text.statements import Statement
from generator.checks.text.surroundings import masks_of, surroundings_of
from generator.checks.text.unsaid import became
from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import Interpretation, Subject
from generator.model.finding import Finding, notice, unchecked
from generator.model.report import Place

_LAST_YEAR = Pattern(r"(?:较|比|与)(?:上年|去年)(?:同期)?的?$")
_COMPARED = Pattern(r"^[^，。；\d]{0,6}(?:与|同|和|较|比)(?:上年|去年)(?:同期)?(?:相比|比较)?，")
_GENERIC = Pattern(r"(?:数量|总量|总数)?")


def changes(case: Case, rule: Rule) -> Iterator[Finding]:
    """Work comparisons out again from last year's report, or last year's number beside them."""
    of_a_number: set[Quantity] = set()
    for statement in case.statements:
        change, beside = _change_after(statement.sentence, statement.quantity)
        if change is None:
            continue
        of_a_number.add(change)
        known = statement.understood or is_in_the_tables(case, statement)
        if known and not statement.qualified and _is_of(case, statement, change):
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
    then = in_units_of_the_tables(beside, _money(case, statement)) if beside else None
    if beside and then is not None:
        if last and then not in last and is_in_the_tables(case, statement):
            yield _other_last_year(rule, statement, beside, last, quote)
            return
        last = [then]
    if not last:
        if case.previous is None:
            message = "没有上年的报告，同比无法核对"
            advice = "请把上年的工作簿放在旁边（或用 --previous 指定）"
            yield unchecked(rule.id, statement.sentence.place, message, advice, quote=quote)
        return
    pairs = [(_value(case, statement), value) for value in last]
    if _is_unnamed(change):  # it may be said of any number before it
        pairs += [
            (_value(case, other), value)
            for other in case.stated_in(statement.sentence)
            if other.quantity.end <= statement.quantity.start
            for value in _last_year(case, other)
        ]
    if fits(pairs, change):
        return
    if found := wrongly_worked_out(pairs[: len(last)], change):
        place, name = statement.sentence.place, statement.subject.name
        yield _differs(rule, place, quote, change, found, last=last, name=name)


def _without_a_number(
    case: Case, rule: Rule, sentence: Sentence, change: Quantity
) -> Iterator[Finding]:
    """Compare a change of what the tables of both years have, said without this year's number."""
    if change.about or "分别" in change.before:
        return
    beside = _last_year_beside(sentence, change)
    words = _LAST_YEAR.sub("", beside.before) if beside else _what_changed(sentence, change)
    last_year = case.last_year
    if words is None or (last_year is None and beside is None):
        return
    subject = subject_in(sentence, words, change.start, case.form.wordings)
    if subject is None or change.unit not in _units_of(case, subject):
        return
    scope = case.reader.scope(words, masks_of(Named(subject, words), case.reader))
    around = surroundings_of(sentence, change.start, case.reader)
    if scope.unknown or scope.part or scope.beyond or around.time or around.organ or around.head:
        return
    known = [
        (case.total(names), _then(case, names, beside, last_year))
        for names in subject.interpretations
    ]
    stated = [
        (item.quantity.value, then)
        for item in case.stated_beside(sentence)
        for _, then in known
        if item.subject == subject
    ]
    pairs = [(now, then) for now, then in (*known, *stated) if now is not None and then is not None]
    if pairs and not fits(pairs, change) and (worked := wrongly_worked_out(pairs, change)):
        quote = clip(sentence.quote, around=number(change.value))
        last = [then for _, then in pairs]
        name, place = subject.name, sentence.place
        yield _differs(rule, place, quote, change, worked, last=last, name=name)


def _money(case: Case, statement: Statement) -> str:
    return money_of(case, interpretations_of(case, statement))


def _value(case: Case, statement: Statement) -> Decimal:
    """Return a number in the unit that last year's has, as it stands in the tables."""
    return in_units_of_the_tables(statement.quantity, _money(case, statement))


def _units_of(case: Case, subject: Subject) -> tuple[str, ...]:
    """Return the units in which what is counted may change: of money that of the tables."""
    wordings = case.form.wordings
    if subject in wordings.amounts:
        return ("%", money_of(case, subject.interpretations))
    return ("%", *wordings.units)


def _then(
    case: Case, names: Interpretation, beside: Quantity | None, last_year: Case | None
) -> Decimal | None:
    """Return a number as it was last year: as it stands beside the change, else in the tables."""
    if beside:
        return in_units_of_the_tables(beside, money_of(case, [names]))
    return last_year.total(names) if last_year else None


def _last_year_beside(sentence: Sentence, change: Quantity) -> Quantity | None:
    """Return last year's number, where only that stands before a change: 比上年的85件净增17件."""
    at = sentence.quantities.index(change)
    before = sentence.quantities[at - 1] if at else None
    way = WAY.search(change.before)
    if before is None or way is None:
        return None
    if WAY.fullmatch(change.before) and before.unit != change.unit:  # 净增17件，增幅20%
        return _last_year_beside(sentence, before)
    if not _LAST_YEAR.search(before.before):
        return None
    between = change.before[: way.start()]
    alike = change.unit in ("%", before.unit)
    return before if alike and between in ("", "相比", "相比较", "相比，") else None


def _what_changed(sentence: Sentence, change: Quantity) -> str | None:
    """Return the words that name what changed since last year; None where nothing is compared."""
    found = CHANGE.search(change.before)
    if found:
        return None if found["than"] == "环比" else change.before[: found.start()]
    way = WAY.search(change.before)
    if way and _COMPARED.search(sentence.text[: change.start]):
        return change.before[: way.start()]
    return None


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


def _change_after(
    sentence: Sentence, quantity: Quantity
) -> tuple[Quantity | None, Quantity | None]:
    """Return the change that is said of a number, and last year's number where it is beside it."""
    earlier = [item for item in sentence.quantities if item.end <= quantity.start]
    later = [item for item in sentence.quantities if item.start >= quantity.end][:2]
    if earlier and later and became(earlier[-1], quantity) and WAY.search(later[0].before):
        return later[0], earlier[-1]
    if not later or "；" in sentence.text[quantity.end : later[-1].start]:
        later = later[:1]
    if not later or "；" in sentence.text[quantity.end : later[0].start]:
        return None, None
    if len(later) > 1 and _LAST_YEAR.search(later[0].before) and WAY.search(later[1].before):
        alike = later[1].unit in ("%", quantity.unit) and later[0].unit == quantity.unit
        return (later[1], later[0]) if alike else (None, None)
    if not CHANGE.search(later[0].before) or later[0].unit not in ("%", quantity.unit):
        return None, None
    return later[0], None


def _said_again(sentence: Sentence, change: Quantity) -> Quantity | None:
    """Return the change that follows in another unit: 增加19件，增长23.2%."""
    later = next((item for item in sentence.quantities if item.start >= change.end), None)
    again = later is not None and later.unit != change.unit and WAY.fullmatch(later.before)
    return later if again else None


def _said_of(change: Quantity) -> str:
    """Return the words before a change that name what changed."""
    named = re.split("同比|[较比与](?:上年|去年)|环比", change.before)[0]
    return "" if WAY.fullmatch(named) else named


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
