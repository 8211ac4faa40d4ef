from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.formats.xlsx.editing.report_edits import NewRow, WorkbookEdits, workbook_edits_of
from generator.formats.xlsx.editing.workbook import rewritten
from generator.formats.xlsx.layout import (
    ENTRY_SHEET,
    INDICATOR_SHEET,
    NARRATIVE_SHEET,
    REVISED_COLUMN,
)
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Refusal
from generator.model.report import Entry, Figure, Indicator, Paragraph, Report
from tests import samples
from tests.few import fewer
from tests.generated import PARAGRAPHS

DATA = samples.workbook()
NOW, _ = samples.read(DATA)
KEPT = [NewRow(row, here) for here, row in enumerate(NOW.paragraphs)]
PARTS = [part.name for part in FORM.parts]


@cache
def sheets(data: bytes) -> list[Sheet]:
    return read_sheets(workbook_parts(data, samples.FILE), samples.FILE)


def edits(
    wanted: Report = NOW, rows: list[NewRow] = KEPT, data: bytes = DATA, now: Report = NOW
) -> WorkbookEdits:
    return workbook_edits_of(sheets(data), now, wanted, rows, FORM)


def cells(found: WorkbookEdits) -> dict[str, CellValue]:
    """Return what is written, by sheet and cell."""
    return {f"{sheet}!{address(spot)}": value for (sheet, spot), value in found.cells.items()}


def narrative(found: WorkbookEdits) -> dict[str, CellValue]:
    assert {sheet for sheet, _ in found.cells} <= {NARRATIVE_SHEET}
    return {address(spot): value for (_, spot), value in found.cells.items()}


def in_order(rows: list[NewRow]) -> list[NewRow]:
    return sorted(rows, key=lambda row: PARTS.index(row.paragraph.part))


def written(rows: list[NewRow]) -> Report:
    """Return the report that is read back after a narrative was written."""
    found = rewritten(DATA, samples.FILE, NOW, NOW, rows=rows, form=FORM)
    assert found.cells == len(edits(rows=rows).cells)
    return samples.read(found.content)[0]


def with_figure(name: str, value: Decimal | None, note: str = "") -> Report:
    figure = replace(NOW.figures[name], value=value, note=note)
    return replace(NOW, figures={**NOW.figures, name: figure})


def test_nothing_is_written_for_the_same_report() -> None:
    found = edits()
    assert (found.cells, found.heights, found.formulas) == ({}, {}, [])
    assert rewritten(DATA, samples.FILE, NOW, NOW, rows=KEPT, form=FORM).content == DATA


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (Figure(Decimal(77)), Decimal(77)),
        (Figure(Decimal("7.5")), Decimal("7.5")),
        (Figure(Decimal(77), "（其中修订1件）"), "77（其中修订1件）"),
    ],
)
def test_a_figure_is_written_into_its_cell(figure: Figure, value: CellValue) -> None:
    wanted = replace(NOW, figures={**NOW.figures, "规章制发": figure})
    place = NOW.figures["规章制发"].place
    assert cells(edits(wanted)) == {f"{place.within}!{place.spot}": value}


def test_an_entry_and_an_indicator_are_written_into_their_cells() -> None:
    day = Entry(date(2024, 11, 30))
    wanted = replace(
        NOW,
        entries={**NOW.entries, "统计期限止": day},
        indicators={"备案公文": Indicator(Decimal(40), "40", "件")},
    )
    entry, indicator = NOW.entries["统计期限止"].place, NOW.indicators["备案公文"].place
    assert cells(edits(wanted)) == {
        f"{ENTRY_SHEET}!{entry.spot}": date(2024, 11, 30),
        f"{INDICATOR_SHEET}!{indicator.spot}": Decimal(40),
    }


def test_nothing_is_written_over_a_formula() -> None:
    found = edits(with_figure("本年新收", Decimal(1)))
    assert found.cells == {}
    assert found.formulas == [("本年新收", NOW.figures["本年新收"].place)]


def test_a_total_that_was_typed_is_written() -> None:
    data = samples.workbook(figures=samples.typed_totals())
    now, _ = samples.read(data)
    wanted = replace(now, figures={**now.figures, "本年新收": Figure(Decimal(1))})
    rows = [NewRow(row, here) for here, row in enumerate(now.paragraphs)]
    found = edits(wanted, rows, data, now)
    assert (list(found.cells.values()), found.formulas) == ([Decimal(1)], [])


def test_what_the_workbook_does_not_have_is_not_written() -> None:
    wanted = replace(NOW, indicators={**NOW.indicators, "新指标": Indicator(Decimal(1), "1")})
    assert edits(wanted).cells == {}


def test_only_the_cells_of_a_row_that_differ_are_written() -> None:
    row = NOW.paragraphs[1]
    changed = replace(row, text="新的文字。")
    rows = [replace(one, paragraph=changed) if one.here == 1 else one for one in KEPT]
    found = edits(rows=rows)
    assert narrative(found) == {row.place.spot: "新的文字。"}
    assert list(found.heights) == [(NARRATIVE_SHEET, spot_row(row))]
    as_body = replace(row, level=0, heading="")
    rows = [replace(one, paragraph=as_body) if one.here == 1 else one for one in KEPT]
    assert list(narrative(edits(rows=rows)).values()) == ["正文", None]


def test_a_deleted_row_is_emptied_but_keeps_its_part() -> None:
    row = spot_row(NOW.paragraphs[1])
    found = edits(rows=[one for one in KEPT if one.here != 1])
    assert narrative(found) == {f"B{row}": None, f"C{row}": None, f"D{row}": None}


def test_a_new_row_goes_into_a_spare_row_of_its_part() -> None:
    added = Paragraph("第一部分", 3, "平台", "更新信息。")
    rows = in_order([*KEPT, NewRow(added, None)])
    assert written(rows).part("第一部分") == (*NOW.part("第一部分"), added)
    changed = narrative(edits(rows=rows))
    assert list(changed.values()) == ["1.", "平台", "更新信息。"]


def test_a_row_that_moves_within_its_part_takes_what_it_says_with_it() -> None:
    first = Paragraph("第一部分", 0, "", "先说一句。")
    rows = [*KEPT[:1], NewRow(first, None), *KEPT[1:]]
    assert written(rows).part("第一部分") == (first, *NOW.part("第一部分"))


def test_a_row_that_moves_to_another_part_leaves_its_own() -> None:
    moved = replace(NOW.paragraphs[1], part="第六部分")
    rows = [*(one for one in KEPT if one.here != 1), NewRow(moved, 1)]
    found = written(rows)
    assert found.part("第一部分") == ()
    assert found.part("第六部分") == (*NOW.part("第六部分"), moved)


def test_more_rows_than_there_is_room_for_are_refused_with_how_many_are_wanting() -> None:
    many = [NewRow(Paragraph("第六部分", 0, "", f"第{n}句。"), None) for n in range(60)]
    with pytest.raises(Refusal, match=r"“六、.*”只有 \d+ 行，写不下 61 段。请在.*插入 \d+ 行空行"):
        edits(rows=[*KEPT, *many])


def test_a_row_that_could_not_be_read_is_not_written_over() -> None:
    spot = NOW.paragraphs[1].place.spot
    data = samples.workbook({(NARRATIVE_SHEET, spot): "=1+1"})
    now, _ = samples.read(data)
    added = NewRow(Paragraph("第一部分", 0, "", "新的一句。"), None)
    rows = in_order([*(NewRow(row, here) for here, row in enumerate(now.paragraphs)), added])
    changed = narrative(edits(now, rows, data, now))
    assert not [cell for cell in changed if cell[1:] == spot[1:]]
    assert "新的一句。" in changed.values()


def from_last_year() -> bytes:
    """Return a workbook whose text is last year's, as is said beside each row."""
    rows = [int(row.place.spot[1:]) for row in NOW.paragraphs]
    said = {(NARRATIVE_SHEET, f"E{row}"): "沿用上年，待修改" for row in rows}
    return samples.workbook({(NARRATIVE_SHEET, "E3"): REVISED_COLUMN, **said})


def test_what_a_row_says_of_being_last_year_s_goes_with_it() -> None:
    data = from_last_year()
    now, _ = samples.read(data)
    assert now.paragraphs[1].unrevised
    first = NewRow(Paragraph("第一部分", 0, "", "先说一句。"), None)
    rows = [NewRow(row, here) for here, row in enumerate(now.paragraphs)]
    found = rewritten(data, samples.FILE, now, now, rows=[*rows[:1], first, *rows[1:]], form=FORM)
    back, _ = samples.read(found.content)
    new, moved = back.part("第一部分")
    assert (new.text, new.unrevised) == ("先说一句。", "")
    assert (moved.text, moved.unrevised) == (now.paragraphs[1].text, now.paragraphs[1].unrevised)
    gone = rewritten(data, samples.FILE, now, now, rows=[*rows[:1], *rows[2:]], form=FORM)
    assert samples.read(gone.content)[0].part("第一部分") == ()


@given(PARAGRAPHS)
@fewer(5)
def test_any_narrative_is_read_back_as_it_was_written(rows: tuple[Paragraph, ...]) -> None:
    rows_to_spare = [row for part in PARTS for row in [one for one in rows if one.part == part][:3]]
    stripped = [
        replace(row, heading=shown(row.heading), text=f"甲{shown(row.text)}。")
        for row in rows_to_spare
    ]
    found = written([NewRow(row, None) for row in stripped])
    assert found.paragraphs == tuple(stripped)


def shown(text: str) -> str:
    """Return what of a text a cell can hold and keeps."""
    return "".join(character for character in text if character.isprintable()).strip()


@pytest.mark.parametrize("part", PARTS[1:])
def test_rows_stay_where_they_are_while_a_new_one_finds_room_behind_them(part: str) -> None:
    new = NewRow(Paragraph(part, 0, "", "新的一句。"), None)
    (number,) = {spot[0] for _, spot in edits(rows=in_order([*KEPT, new])).cells}
    assert number > max(spot_row(row) for row in NOW.part(part))


def spot_row(paragraph: Paragraph) -> int:
    return int(paragraph.place.spot[1:])
