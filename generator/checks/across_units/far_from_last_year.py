"""A unit far from its own last year: a digit too many, a point slipped, lines in the wrong place.

Only what is tenfold or so is told, and beyond what figures of its size move in this collection.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log
from typing import NamedTuple

from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.across_units.misplaced_lines import Lines, Misplaced
from generator.checks.across_units.own_figures import OwnFigures
from generator.checks.across_units.yearly_change import YearlyChange, both
from generator.form.chinese import listed, number
from generator.form.rules import Rule
from generator.form.vocabulary import FigureSpec, Form
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding

_TIMES, _SURPRISE = 5, 2.8
"""How many times last year's figure, and how many times the usual spread."""
_SMALLEST = 20
"""Of two counts the larger: below it a few more or less are many times as much."""
_YUAN_FOR_WAN = 1000
"""10000 times as much, beside the change of the year."""
_NEAR_TEN, _NEAR = 1.7, 1.6
"""Factors within which something is about ten times as much, and about the same."""
_MOST_SHOWN = 5


class _Far(NamedTuple):
    """A figure that is far from last year's."""

    figure: str
    then: Decimal
    now: Decimal
    surprise: float


def far_from_last_year(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find the units with figures far from last year's, one finding for each."""
    form = handed_in.form
    own = OwnFigures(form)
    units = [unit for unit in handed_in.units if unit.last_year]
    change = YearlyChange(units, own)
    lines = Lines(form, own)
    for unit in units:
        misplaced = lines.misplaced(unit.numbers, unit.last_year or {}, change)
        explained = misplaced.figures if misplaced else ()
        far = [one for one in _far(unit, own, change) if one.figure not in explained]
        if misplaced or far:
            yield _finding(form, rule, unit, misplaced, far)


def _far(unit: UnitFiled, own: OwnFigures, change: YearlyChange) -> list[_Far]:
    """Return the figures that are far from last year's, the farthest first."""
    together = change.of_unit(unit)
    found = []
    for name in own.moving:
        pair = both(unit, name)
        if pair is None or max(pair) < _SMALLEST:
            continue
        then, now = pair
        times = log(now / then)
        if min(abs(times), abs(times - together)) < log(_TIMES):
            continue
        surprise = abs(change.surprise(then, now, together))
        if surprise >= _SURPRISE:
            found.append(_Far(name, then, now, surprise))
    return sorted(found, key=lambda one: -one.surprise)


def _finding(
    form: Form, rule: Rule, unit: UnitFiled, misplaced: Misplaced | None, far: Sequence[_Far]
) -> AcrossFinding:
    said = (
        [f"{misplaced.said}（{_then_and_now(form, unit, misplaced.figures)}）"] if misplaced else []
    )
    said += [_said(form.figures[one.figure], one) for one in far[:_MOST_SHOWN]]
    if len(far) > _MOST_SHOWN:
        said.append(f"另有 {len(far) - _MOST_SHOWN} 个数也是")
    figures = (*(misplaced.figures if misplaced else ()), *(one.figure for one in far))
    first = next((name for name in figures if unit.numbers.get(name)), figures[0])
    lone = far[0] if far and not misplaced else None
    return AcrossFinding(
        (unit.name,),
        Finding(
            rule.id,
            rule.severity,
            unit.place(first),
            f"“{unit.name}”与上年的汇总相差很大：{'；'.join(said)}",
            "请单位核对有没有多打、少打一位，填错行、列或者单位；属实的不必改",
            expected=lone.then if lone else None,
            found=lone.now if lone else None,
            about=f"“{unit.name}”与上年相差很大：{listed(sorted(set(figures)))}",
        ),
    )


def _then_and_now(form: Form, unit: UnitFiled, figures: Sequence[str]) -> str:
    """Show what stood there last year and what stands there now, where either is not 0."""
    before = unit.last_year or {}
    known = [
        (name, then, now)
        for name in figures
        if (then := before.get(name, Decimal(0))) != (now := unit.numbers.get(name, Decimal(0)))
    ]
    known.sort(key=lambda one: -max(one[1:]))
    changes = listed(
        f"“{form.figures[name].label}” 上年 {number(then)}、今年 {number(now)}"
        for name, then, now in known[:_MOST_SHOWN]
    )
    return changes + "等" * (len(known) > _MOST_SHOWN)


def _said(spec: FigureSpec, far: _Far) -> str:
    said = f"{shown_then(spec, far.then)}，今年 {number(far.now)}"
    return f"{said}，{_how(spec, far)}"


def shown_then(spec: FigureSpec, then: Decimal) -> str:
    """Return last year's figure with its label and what it counts."""
    return f"“{spec.label}”上年 {number(then)} {spec.column.unit}"


def _how(spec: FigureSpec, far: _Far) -> str:
    """Say what people do that makes such a number, where it is such a one."""
    more = far.now > far.then
    times = far.now / far.then if more else far.then / far.now
    rounded = f"{number(times.quantize(Decimal(1)))} 倍"
    ratio = f"是上年的 {rounded}" if more else f"上年是今年的 {rounded}"
    if not spec.whole and times >= _YUAN_FOR_WAN:
        return (
            f"{ratio}，像是{'按元填的' if more else '上年按元填的'}，这里的单位是{spec.column.unit}"
        )
    if more and (digit := _typed_twice(far)):
        return f"{ratio}，像是多打了一个 {digit}"
    for power in (10, 100, 1000, 10_000):
        if 1 / _NEAR_TEN <= float(times) / power <= _NEAR_TEN:
            slipped = "多打了" if more else "少打了"
            digits = len(str(power)) - 1
            return f"{ratio}，像是{slipped}{'一二三四'[digits - 1]}位" + (
                "，或者小数点错位" if not spec.whole else ""
            )
    return ratio


def _typed_twice(far: _Far) -> str:
    """Return the digit without whose repetition the figure is about last year's."""
    typed = number(far.now)
    for at in range(1, len(typed)):
        if typed[at] == typed[at - 1] and typed[at].isdigit() and typed[at] != "0":
            without = Decimal(typed[:at] + typed[at + 1 :])
            if without and 1 / _NEAR <= float(without / far.then) <= _NEAR:
                return typed[at]
    return ""
