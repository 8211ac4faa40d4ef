"""A collection of a few units, of the small form, for whoever needs one."""

from collections.abc import Mapping
from decimal import Decimal

from generator.form.vocabulary import Form
from generator.model.collection.collection import (
    Collection,
    FileStanding,
    FileState,
    State,
    UnitStanding,
)
from generator.model.collection.filing import FiledFigure, Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding
from generator.model.report import Place
from tests.form.small import SMALL

ORGAN, YEAR = "某某区人民政府", 2024


def filing(
    organ: str,
    figures: Mapping[str, int | str | None],
    *findings: Finding,
    form: Form = SMALL,
    year: int = YEAR,
) -> Filing:
    """Return what a unit filed; figures that are not given are blank."""
    return Filing(
        f"{organ}/{year}.xlsx",
        "工作簿",
        digest=f"digest of {organ}",
        modified="2025-01-10 09:00:00",
        form=form.id,
        organ=organ,
        year=year,
        figures={
            name: FiledFigure(
                None if figures.get(name) is None else Decimal(str(figures[name])),
                Place(f"{year}.xlsx", "表", "B2"),
            )
            for name in form.figures
        },
        findings=findings,
    )


def collection(
    *filed: tuple[str, State, Mapping[str, int | str | None]], form: Form = SMALL
) -> Collection:
    """Return what became of some units, each with its state and its figures."""
    standings, files = [], []
    for name, state, figures in filed:
        one = None if state is State.MISSING else filing(name, figures, form=form)
        standings.append(UnitStanding(Unit(name, (f"原{name}",), "部门"), state, one))
        if one:
            files.append(FileStanding(one, FileState.TAKEN, name))
    units = tuple(one.unit for one in standings)
    return Collection(form, UnitList(ORGAN, YEAR, units), tuple(standings), tuple(files))
