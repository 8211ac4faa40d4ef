"""Last year's figures handed in again: a run of cells, or one large figure, as they were."""

from collections.abc import Iterator, Sequence, Set
from math import log2

from generator.checks.across_units.figures_shown import shown
from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.across_units.own_figures import Coincidence, OwnFigures, copied_run
from generator.checks.across_units.yearly_change import YearlyChange
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding

_CHANCES, _CHANCES_OF_A_TABLE = 3, 0
"""Bits beyond the number of units and of runs in them, or of tables without any difference."""
_EXPECTED = 0.2
"""How often chance may make a figure as large as one the same again, in the whole collection."""
_COPIED, _DIFFERS = 0.5, -1.0
_MOST_SHOWN = 6


def copied_from_last_year(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find the units that have more figures as last year than chance makes the same."""
    own = OwnFigures(handed_in.form)
    units = [unit for unit in handed_in.units if unit.last_year]
    change = YearlyChange(units, own)
    tables = [{spec.name for spec in table.figures} for table in handed_in.form.tables]
    tables.insert(0, set(handed_in.form.figures))
    telling = _telling_alone(units, own, change)
    for unit in units:
        each = _cells(unit, own, change)
        copied = _whole_table(each, tables, len(units)) or _some_run(each, len(units))
        copied = copied or [
            name
            for name in own.moving
            if (value := unit.numbers.get(name)) and _same(unit, name) and value >= telling
        ]
        if copied:
            yield _finding(handed_in, rule, unit, copied, len(each))


def _whole_table(
    cells: Sequence[Coincidence], tables: Sequence[Set[str]], units: int
) -> Sequence[str]:
    """Return the figures of all tables, or of one, where nothing in it tells against copying."""
    for table in tables:
        inside = [one for one in cells if one.figure in table]
        alike = all(one.weight >= 0 for one in inside)
        weight = sum(one.weight for one in inside)
        if alike and weight >= log2(units * len(tables)) + _CHANCES_OF_A_TABLE:
            return [one.figure for one in inside]
    return ()


def _some_run(cells: Sequence[Coincidence], units: int) -> Sequence[str]:
    """Return the figures of the run that tells most, where chance hardly makes such a one."""
    run = copied_run(cells)
    enough = log2(units * max(len(cells), 1)) + _CHANCES
    return run.same if run.weight >= enough else ()


def _same(unit: UnitFiled, name: str) -> bool:
    return (unit.last_year or {}).get(name) == unit.numbers.get(name)


def _cells(unit: UnitFiled, own: OwnFigures, change: YearlyChange) -> list[Coincidence]:
    """Return what each figure tells that is not 0 in one of the two years."""
    before = unit.last_year or {}
    names = [name for name in own.moving if unit.numbers.get(name) or before.get(name)]
    told: dict[str, float] = {}
    for name in names:
        told[name] = _DIFFERS
        if _same(unit, name):
            chance = change.chance_of_the_same(unit.numbers[name])
            told[name] = log2((_COPIED + (1 - _COPIED) * chance) / chance)
    same = [name for name in names if _same(unit, name)]
    free = own.free(same, told)
    return [
        Coincidence(name, 0.0 if _same(unit, name) and name not in free else told[name])
        for name in names
    ]


def _telling_alone(units: Sequence[UnitFiled], own: OwnFigures, change: YearlyChange) -> float:
    """Return how large a figure must be, so that chance hardly makes any such the same again."""
    values = sorted(
        (value for unit in units for name in own.moving if (value := unit.numbers.get(name))),
        reverse=True,
    )
    expected = 0.0
    for value in values:
        expected += change.chance_of_the_same(value)
        if expected > _EXPECTED:
            return float(value) + 1
    return float(values[-1]) if values else 0.0


def _finding(
    handed_in: HandedIn, rule: Rule, unit: UnitFiled, copied: Sequence[str], filled: int
) -> AcrossFinding:
    cells = listed(shown(handed_in.form, name, unit.numbers[name]) for name in copied[:_MOST_SHOWN])
    shown_all = "等" * (len(copied) > _MOST_SHOWN)
    message = (
        f"“{unit.name}”不全是 0 的 {filled} 格（合计不算）里，有 {len(copied)} 格与上年的汇总"
        f"完全相同：{cells}{shown_all}，不像是碰巧"
    )
    return AcrossFinding(
        (unit.name,),
        Finding(
            rule.id,
            rule.severity,
            unit.place(copied[0]),
            message,
            "请单位核对是不是照抄了上年的数；确实相同的不必改",
            about=f"“{unit.name}”照抄上年：{listed(sorted(copied))}",
        ),
    )
