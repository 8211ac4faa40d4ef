"""Rows of the narrative are reworded, moved, added and taken out, in the rows of their part."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.formats.xlsx.editing.report_edits import NewRow, WorkbookEdits, workbook_edits_of
from generator.formats.xlsx.editing.workbook import rewritten
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import Paragraph, Report
from tests.few import fewer
from tests.form.small import SMALL
from tests.form.small_report import small_report
from tests.formats.xlsx.editing.kept_rows import kept
from tests.generated import paragraphs_of
from tests.typed_cells import typed

FILE = "2024.xlsx"
PARTS = [part.name for part in SMALL.parts]
OPENING, FIRST, *_, LAST = PARTS


@cache
def workbook(unrevised: str = "") -> bytes:
    """Return one with a paragraph in each part, of which each but the opening has a heading."""
    opening = Paragraph(OPENING, 0, "", "开头的话。", unrevised=unrevised)
    others = [
        Paragraph(part, 2, f"{part}的标题", "说了一句。", unrevised=unrevised) for part in PARTS[1:]
    ]
    return workbook_of(small_report([opening, *others]), SMALL)


def read(data: bytes) -> Report:
    return read_content(data, FILE, SMALL)[0]


@pytest.fixture(scope="module")
def now() -> Report:
    """Return what the workbook holds."""
    return read(workbook())


def edits(now: Report, rows: list[NewRow], data: bytes | None = None) -> WorkbookEdits:
    sheets = read_sheets(workbook_parts(data or workbook(), FILE), FILE)
    return workbook_edits_of(sheets, now, now, rows, SMALL)


def narrative(found: WorkbookEdits) -> dict[str, CellValue]:
    assert {sheet for sheet, _ in found.cells} <= {NARRATIVE_SHEET}
    return {address(spot): value for (_, spot), value in found.cells.items()}


def in_order(rows: list[NewRow]) -> list[NewRow]:
    return sorted(rows, key=lambda row: PARTS.index(row.paragraph.part))


def written(now: Report, rows: list[NewRow], data: bytes | None = None) -> Report:
    """Return the report that is read back after a narrative was written."""
    found = rewritten(data or workbook(), FILE, now, now, rows=rows, form=SMALL)
    assert found.cells == len(edits(now, rows, data).cells)
    return read(found.content)


def row_of(paragraph: Paragraph) -> int:
    return int(paragraph.place.spot[1:])


def test_only_the_cells_of_a_row_that_differ_are_written(now: Report) -> None:
    row = now.paragraphs[1]
    changed = replace(row, text="新的文字。")
    found = edits(
        now, [replace(one, paragraph=changed) if one.here == 1 else one for one in kept(now)]
    )
    assert narrative(found) == {row.place.spot: "新的文字。"}
    assert list(found.heights) == [(NARRATIVE_SHEET, row_of(row))]
    as_body = replace(row, level=0, heading="")
    rows = [replace(one, paragraph=as_body) if one.here == 1 else one for one in kept(now)]
    assert list(narrative(edits(now, rows)).values()) == ["正文", None]


def test_a_row_becomes_one_that_shows_a_table_and_back(now: Report) -> None:
    shows = replace(now.paragraphs[1], level=0, kind="表", text="【表格：各镇情况】")
    rows = [replace(one, paragraph=shows) if one.here == 1 else one for one in kept(now)]
    found = written(now, rows)
    assert found.paragraphs[1] == shows
    number = row_of(now.paragraphs[1])
    assert narrative(edits(now, rows)) == {f"B{number}": "表", f"D{number}": "【表格：各镇情况】"}
    data = rewritten(workbook(), FILE, now, now, rows=rows, form=SMALL).content
    assert written(found, kept(now), data).paragraphs == now.paragraphs


def test_a_deleted_row_is_emptied_but_keeps_its_part(now: Report) -> None:
    row = row_of(now.paragraphs[1])
    found = edits(now, [one for one in kept(now) if one.here != 1])
    assert narrative(found) == {f"B{row}": None, f"C{row}": None, f"D{row}": None}


def test_a_new_row_goes_into_a_spare_row_of_its_part(now: Report) -> None:
    added = Paragraph(FIRST, 3, "平台", "更新信息。")
    rows = in_order([*kept(now), NewRow(added, None)])
    assert written(now, rows).part(FIRST) == (*now.part(FIRST), added)
    assert list(narrative(edits(now, rows)).values()) == ["1.", "平台", "更新信息。"]


def test_a_row_that_moves_within_its_part_takes_what_it_says_with_it(now: Report) -> None:
    first = Paragraph(FIRST, 0, "", "先说一句。")
    opening, *others = kept(now)
    found = written(now, [opening, NewRow(first, None), *others])
    assert found.part(FIRST) == (first, *now.part(FIRST))


def test_a_row_that_moves_to_another_part_leaves_its_own(now: Report) -> None:
    moved = replace(now.paragraphs[1], part=LAST)
    found = written(now, [*(one for one in kept(now) if one.here != 1), NewRow(moved, 1)])
    assert found.part(FIRST) == ()
    assert found.part(LAST) == (*now.part(LAST), moved)


def test_more_rows_than_there_is_room_for_are_refused_with_how_many_are_wanting(
    now: Report,
) -> None:
    many = [NewRow(Paragraph(LAST, 0, "", f"第{n}句。"), None) for n in range(60)]
    with pytest.raises(Refusal, match=r"“三、.*”只有 \d+ 行，写不下 61 段。请在.*插入 \d+ 行空行"):
        edits(now, [*kept(now), *many])


def test_a_row_that_could_not_be_read_is_not_written_over(now: Report) -> None:
    spot = now.paragraphs[1].place.spot
    data = typed(workbook(), {(NARRATIVE_SHEET, spot): "=1+1"})
    left = read(data)
    added = NewRow(Paragraph(FIRST, 0, "", "新的一句。"), None)
    changed = narrative(edits(left, in_order([*kept(left), added]), data))
    assert not [cell for cell in changed if cell[1:] == spot[1:]]
    assert "新的一句。" in changed.values()


def test_what_a_row_says_of_being_last_year_s_goes_with_it() -> None:
    data = workbook("沿用上年，待修改")
    now = read(data)
    opening, row, *others = kept(now)
    assert now.paragraphs[1].unrevised
    first = NewRow(Paragraph(FIRST, 0, "", "先说一句。"), None)
    new, moved = written(now, [opening, first, row, *others], data).part(FIRST)
    assert (new.text, new.unrevised) == ("先说一句。", "")
    assert (moved.text, moved.unrevised) == (now.paragraphs[1].text, now.paragraphs[1].unrevised)
    assert written(now, [opening, *others], data).part(FIRST) == ()


@given(paragraphs_of(PARTS))
@fewer(2)
def test_any_narrative_is_read_back_as_it_was_written(
    now: Report, rows: tuple[Paragraph, ...]
) -> None:
    rows_to_spare = [row for part in PARTS for row in [one for one in rows if one.part == part][:3]]
    stripped = [
        replace(row, heading=shown(row.heading), text=f"甲{shown(row.text)}。")
        for row in rows_to_spare
    ]
    found = written(now, [NewRow(row, None) for row in stripped])
    assert found.paragraphs == tuple(stripped)


def shown(text: str) -> str:
    """Return what of a text a cell can hold and keeps."""
    return "".join(character for character in text if character.isprintable()).strip()


@pytest.mark.parametrize("part", PARTS[1:])
def test_rows_stay_where_they_are_while_a_new_one_finds_room_behind_them(
    now: Report, part: str
) -> None:
    new = NewRow(Paragraph(part, 0, "", "新的一句。"), None)
    (number,) = {spot[0] for _, spot in edits(now, in_order([*kept(now), new])).cells}
    assert number > max(row_of(row) for row in now.part(part))
