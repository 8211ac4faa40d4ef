"""Figures that the one who collects has mended: they count as long as the unit says the same."""

from dataclasses import replace
from decimal import Decimal

from generator.form.chinese import number
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, State, UnitStanding
from generator.model.collection.filing import FiledFigure
from generator.model.finding import Finding, notice

RULE = "C08"


def still_valid(collection: Collection, answers: Answers) -> tuple[Collection, Answers]:
    """Return the collection and the answers without the figures that units have since changed.

    What was mended before the unit filed something else gives way to that, and it is told.
    """
    now = {one.unit.name: one for one in collection.units}
    stays, told = {}, dict[str, list[Finding]]()
    for (unit, figure), typed in answers.mended.items():
        filed = _filed(now.get(unit), figure)
        received = answers.received.get((unit, figure))
        if filed is None:
            continue  # the unit is listed no more, or has no file
        if filed.value in (received, typed):
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
    name, filing = one.unit.name, one.filing
    counted = answers.counted.get(name, one.state.counts)
    if counted and not one.state.counts:
        one = one._replace(state=State.WITH_ERRORS)
    elif one.state.counts and not counted:
        one = one._replace(state=State.HELD)
    if filing is None:
        return one
    figures = {
        figure: filed._replace(value=answers.mended.get((name, figure), filed.value))
        for figure, filed in filing.figures.items()
    }
    return one._replace(filing=filing._replace(figures=figures))


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
