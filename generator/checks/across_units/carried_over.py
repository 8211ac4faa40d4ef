"""跨年的勾稽关系 unit by unit, against last year's collection."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.across_units.unknown_last_year import unknown_last_year
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.vocabulary import Form, Term, Tie
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding, unchecked


def carried_over(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find the ties with last year's collection that do not hold, and what cannot be checked."""
    ties = [tie for tie in handed_in.form.ties if tie.across_years]
    if not ties or not handed_in.units:
        return
    if handed_in.previous is None:
        yield AcrossFinding(
            (),
            unchecked(
                rule.id,
                handed_in.place,
                "没有上年的汇总，各单位的数没有与上年核对",
                "请一并给出上年的汇总，再汇总一次",
            ),
        )
        return
    for unit in handed_in.units:
        for tie in ties:
            yield from _broken(handed_in.form, rule, unit, tie)
        if unknown := unknown_last_year(handed_in, rule, unit, ties):
            yield unknown


def _broken(form: Form, rule: Rule, unit: UnitFiled, tie: Tie) -> Iterator[AcrossFinding]:
    """Compare the first figure on the right with what the others make it."""
    left = [_value(unit, term) for term in tie.left]
    right = [_value(unit, term) for term in tie.right]
    sides = [value for value in left + right if value is not None]
    if len(sides) < len(left) + len(right):
        return
    result = tie.right[0].figure
    count = len(left)
    found = sides[count]
    expected = sum(sides[:count], Decimal(0)) - sum(sides[count + 1 :], Decimal(0))
    if found == expected or _told(unit, tie, expected):
        return
    gap = f"{'多' if found > expected else '少'} {number(abs(found - expected))}"
    sources = "＋".join(_source(unit, term) for term in tie.left)
    sources += "".join(f"－{_source(unit, term)}" for term in tie.right[1:])
    label = form.figures[result].label
    yield AcrossFinding(
        (unit.name,),
        Finding(
            rule.id,
            rule.severity,
            unit.place(result),
            f"“{unit.name}”的{label}应为 {number(expected)}（{sources}），"
            f"填的是 {number(found)}，{gap}",
            f"请单位核对两年的数，改正填错的；上年报告没有错、确有原因的，请写明原因（{tie.clause}）",
            expected=expected,
            found=found,
            about=f"“{unit.name}”{tie.title}",
        ),
    )


def _value(unit: UnitFiled, term: Term) -> Decimal | None:
    numbers = (unit.last_year or {}) if term.last_year else unit.numbers
    return numbers.get(term.figure)


def _told(unit: UnitFiled, tie: Tie, expected: Decimal) -> bool:
    """Tell whether a unit's own report was already found wrong in the same way."""
    return any(
        one.rule == tie.rule and one.about == tie.title and one.expected == expected
        for one in unit.filing.findings
    )


def _source(unit: UnitFiled, term: Term) -> str:
    value = _value(unit, term) or Decimal(0)
    return f"{'上年' if term.last_year else '今年'}“{term.figure}” {number(value)}"
