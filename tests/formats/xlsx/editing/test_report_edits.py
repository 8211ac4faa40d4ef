"""Of figures, entries and indicators, only the cells that differ are written."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.formats.xlsx.editing.report_edits import WorkbookEdits, workbook_edits_of
from generator.formats.xlsx.editing.workbook import rewritten
from generator.formats.xlsx.layout import ENTRY_SHEET, INDICATOR_SHEET
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.report import Entry, Figure, Indicator, Report
from tests import samples
from tests.formats.xlsx.editing.kept_rows import kept
from tests.forms import FORM


@pytest.fixture(scope="module")
def now() -> Report:
    """Return what the workbook holds."""
    return samples.read(samples.workbook())[0]


def edits(now: Report, wanted: Report, data: bytes | None = None) -> WorkbookEdits:
    parts = workbook_parts(data or samples.workbook(), samples.FILE)
    return workbook_edits_of(read_sheets(parts, samples.FILE), now, wanted, kept(now), FORM)


def cells(found: WorkbookEdits) -> dict[str, CellValue]:
    """Return what is written, by sheet and cell."""
    return {f"{sheet}!{address(spot)}": value for (sheet, spot), value in found.cells.items()}


def with_figure(now: Report, name: str, figure: Figure) -> Report:
    return replace(now, figures={**now.figures, name: figure})


def test_nothing_is_written_for_the_same_report(now: Report) -> None:
    found = edits(now, now)
    assert (found.cells, found.heights, found.formulas) == ({}, {}, [])
    data = samples.workbook()
    assert rewritten(data, samples.FILE, now, now, rows=kept(now), form=FORM).content == data


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (Figure(Decimal(77)), Decimal(77)),
        (Figure(Decimal("7.5")), Decimal("7.5")),
        (Figure(Decimal(77), "（其中修订1件）"), "77（其中修订1件）"),
    ],
)
def test_a_figure_is_written_into_its_cell(now: Report, figure: Figure, value: CellValue) -> None:
    place = now.figures["规章制发"].place
    found = edits(now, with_figure(now, "规章制发", figure))
    assert cells(found) == {f"{place.within}!{place.spot}": value}


def test_an_entry_and_an_indicator_are_written_into_their_cells(now: Report) -> None:
    day = Entry(date(2024, 11, 30))
    wanted = replace(
        now,
        entries={**now.entries, "统计期限止": day},
        indicators={"备案公文": Indicator(Decimal(40), "40", "件")},
    )
    entry, indicator = now.entries["统计期限止"].place, now.indicators["备案公文"].place
    assert cells(edits(now, wanted)) == {
        f"{ENTRY_SHEET}!{entry.spot}": date(2024, 11, 30),
        f"{INDICATOR_SHEET}!{indicator.spot}": Decimal(40),
    }


def test_nothing_is_written_over_a_formula(now: Report) -> None:
    found = edits(
        now, with_figure(now, "本年新收", replace(now.figures["本年新收"], value=Decimal(1)))
    )
    assert found.cells == {}
    assert found.formulas == [("本年新收", now.figures["本年新收"].place)]


def test_a_total_that_was_typed_is_written() -> None:
    data = samples.workbook(figures=samples.typed_totals())
    now, _ = samples.read(data)
    found = edits(now, with_figure(now, "本年新收", Figure(Decimal(1))), data)
    assert (list(found.cells.values()), found.formulas) == ([Decimal(1)], [])


def test_what_the_workbook_does_not_have_is_not_written(now: Report) -> None:
    indicators = {**now.indicators, "新指标": Indicator(Decimal(1), "1")}
    assert edits(now, replace(now, indicators=indicators)).cells == {}
