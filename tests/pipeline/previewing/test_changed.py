"""What is other than before in a preview."""

from pathlib import Path

from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.model.preview import Preview
from generator.pipeline.previewing.changed import changed
from generator.pipeline.previewing.preview import preview
from tests.pipeline.office import row_with, staff_edit, workbook_of
from tests.pipeline.small_office import CELL


def after(office: Path, *cells: tuple[tuple[str, tuple[int, int]], CellValue]) -> Preview:
    staff_edit(office, dict(cells))
    return preview(workbook_of(office)).preview


def test_nothing_changed_where_nothing_was_typed(office: Path) -> None:
    before = preview(workbook_of(office)).preview
    assert changed(before, preview(workbook_of(office)).preview) == []


def test_a_number_changes_its_cell_its_total_and_the_sentence_that_cites_it(office: Path) -> None:
    before = preview(workbook_of(office)).preview
    now = after(office, (CELL, 6))
    texts = dict(now.texts())
    found = [texts[key] for key in changed(before, now)]
    assert found[:2] == ["6", "6"]
    assert [text for text in found[2:] if "受理申请6件" in text] == found[2:] != []


def test_words_change_their_own_paragraph_alone(office: Path) -> None:
    before = preview(workbook_of(office)).preview
    row, text = row_with(office, "均予以公开")
    now = after(office, (("正文", (row, 4)), f"{text}另有一句。"))
    (key,) = changed(before, now)
    assert dict(now.texts())[key].endswith("另有一句。")


def test_a_row_that_is_gone_does_not_make_those_below_it_new(office: Path) -> None:
    before = preview(workbook_of(office)).preview
    row, _ = row_with(office, "均予以公开")
    sheet = "正文"
    now = after(office, ((sheet, (row, 3)), None), ((sheet, (row, 4)), None))
    texts = dict(now.texts())
    assert [texts[key] for key in changed(before, now)] == [
        "1.政府信息公开。政府信息共413条，做到及时更新，方便群众查询。"
    ]
