"""Figures that the one who collects has mended: they count as long as the unit says the same."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from generator.form.chinese import number
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, State, UnitStanding
from generator.model.collection.filing import FiledFigure, Filing
from generator.model.collection.unit import UnitList
from generator.model.finding import Finding, notice
from generator.model.report import Place

RULE = "C08"
_Value = TypeVar("_Value")


def renamed(answers: Answers, listed: UnitList) -> Answers:
    """Return the answers under the names that the units have now."""
    names = {unit.name for unit in listed.units}
    now = {other: unit.name for unit in listed.units for other in unit.others if other not in names}

    def by_unit(given: Mapping[tuple[str, str], _Value]) -> dict[tuple[str, str], _Value]:
        return {(now.get(unit, unit), what): value for (unit, what), value in given.items()}

    return replace(
        answers,
        verified=by_unit(answers.verified),
        mended=by_unit(answers.mended),
        received=by_unit(answers.received),
        counted={now.get(unit, unit): value for unit, value in answers.counted.items()},
    )


def still_valid(collection: Collection, answers: Answers) -> tuple[Collection, Answers]:
    """Return the collection and the answers without the figures that units have since changed.

    What was mended before the unit filed something else gives way to that, and it is told.
    """
    now = {one.unit.name: one for one in collection.units}
    stays, told = {}, dict[str, list[Finding]]()
    for (unit, figure), typed in answers.mended.items():
        filed = _filed(now.get(unit), figure)
        received = answers.received.get((unit, figure))
        if unit not in now:
            continue  # it is listed no more
        if filed is None or filed.value in (received, typed):
            stays[unit, figure] = typed
        else:
            told.setdefault(unit, []).append(_overruled(collection, figure, filed, received, typed))
    units = tuple(
        one._replace(findings=(*one.findings, *told.get(one.unit.name, ())))
        for one in collection.units
    )
    return replace(collection, units=units), replace(answers, mended=stays)


def as_mended(collection: Collection, answers: Answers) -> Collection:
    """Return the collection with the figures as somebody mended them, and whom he left out."""
    return replace(collection, units=tuple(_mended(one, answers) for one in collection.units))


def _mended(one: UnitStanding, answers: Answers) -> UnitStanding:
    name, filing = one.unit.name, one.filing or _by_hand(one.unit.name, answers)
    counted = answers.counted.get(name, one.state.counts)
    if counted and filing is not None and not one.state.counts:
        one = one._replace(state=State.WITH_ERRORS)
    elif one.state.counts and not counted:
        one = one._replace(state=State.HELD)
    typed = answers.mended_by_unit.get(name, {})
    if filing is None or not typed:
        return one
    figures = {
        figure: filed._replace(value=typed.get(figure, filed.value))
        for figure, filed in filing.figures.items()
    }
    return one._replace(filing=filing._replace(figures=figures).packed())


def _by_hand(unit: str, answers: Answers) -> Filing | None:
    """Return what somebody typed for a unit that has filed nothing that can be used."""
    typed = answers.mended_by_unit.get(unit, {})
    figures = {figure: FiledFigure(value, Place("", "", unit)) for figure, value in typed.items()}
    return Filing("", "", organ=unit, figures=figures) if figures else None


def _filed(one: UnitStanding | None, figure: str) -> FiledFigure | None:
    return one.filing.figures.get(figure) if one and one.filing else None


def _overruled(
    collection: Collection,
    figure: str,
    filed: FiledFigure,
    received: Decimal | None,
    typed: Decimal | None,
) -> Finding:
    label = collection.form.figures[figure].label
    was, mended, now = (
        "空白" if value is None else number(value) for value in (received, typed, filed.value)
    )
    return notice(
        RULE,
        filed.place,
        f"“{label}”原来报的是 {was}，汇总时改成了 {mended}；现在报来的是 {now}，用了现在报的",
        "请核对；要用另一个数的，请在『各单位数字』里再改",
    )
