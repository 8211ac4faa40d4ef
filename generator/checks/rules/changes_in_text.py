"""同比: comparisons with last year, worked out again."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.agreement import interpretations_of
from generator.checks.rules.quoting import clip
from generator.checks.rules.rates_in_text import rounds_to
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, unchecked

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
    for statement in case.statements:
        sentence, quantity = statement.sentence, statement.quantity
        change, beside = _change_after(sentence, quantity)
        if change is None or statement.qualified or not _is_of(case, statement, change):
            continue
        place = sentence.place
        quote = clip(sentence.quote, around=number(change.value))
        last = [beside.value] if beside else _last_year(case, statement)
        if not last:
            if case.previous is None:
                message = "没有上年的报告，同比无法核对"
                advice = "请把上年的工作簿放在旁边，或用 --previous 指定"
                yield unchecked(rule.id, place, message, advice, quote=quote)
            continue
        if found := _wrongly_worked_out(quantity, change, last):
            way, shown = found
            tried = "、".join(number(value) for value in dict.fromkeys(last))
            yield notice(
                rule.id,
                place,
                f"写的是{way} {number(change.value)}{change.unit}，上年是 {tried}，"
                f"算出来最接近的是{shown}{change.unit}",
                "请重新计算，或核对两年的数",
                quote=quote,
                about=f"{statement.subject.name}同比",
            )


def _wrongly_worked_out(
    quantity: Quantity, change: Quantity, last: Sequence[Decimal]
) -> tuple[str, str] | None:
    """Return the way and the nearest right value of a change that is none of those possible."""
    found = _CHANGE.search(change.before) or _WAY.search(change.before)
    way = found["way"] if found else ""
    sign = -1 if way in _DOWN else 1
    possible = [_change(quantity.value, value, change) * sign for value in last if value]
    if not possible or any(rounds_to(value, change) for value in possible):
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
    later = [item for item in sentence.quantities if item.start >= quantity.end][:2]
    if not later or "；" in sentence.text[quantity.end : later[-1].start]:
        later = later[:1]
    if not later or "；" in sentence.text[quantity.end : later[0].start]:
        return None, None
    if len(later) > 1 and _LAST_YEAR.search(later[0].before) and _WAY.search(later[1].before):
        return (later[1], later[0]) if later[1].unit == "%" else (None, None)
    if not _CHANGE.search(later[0].before) or later[0].unit not in ("%", quantity.unit):
        return None, None
    return later[0], None


def _is_of(case: Case, statement: Statement, change: Quantity) -> bool:
    """Tell whether a change is said of the number before it, and not of another by name."""
    named = re.split("同比|[较比与](?:上年|去年)|环比", change.before)[0]
    named = "" if _WAY.fullmatch(named) else named
    requests = case.form.wordings.requests
    return bool(
        _GENERIC.fullmatch(named)
        or compiled(requests.volume if requests else "").fullmatch(named)
        or compiled(statement.subject.pattern).search(named)
    )


def _last_year(case: Case, statement: Statement) -> list[Decimal]:
    if case.previous is None:
        return []
    last = Case(case.previous, case.form, ())
    totals = [last.total(names) for names in interpretations_of(case, statement)]
    return [value for value in totals if value]


def _change(value: Decimal, last: Decimal, change: Quantity) -> Decimal:
    return _HUNDRED * (value - last) / last if change.unit == "%" else value - last
