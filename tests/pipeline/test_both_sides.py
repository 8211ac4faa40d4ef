"""What the workbook changed where reviewers edited the document too."""

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.manuscript.review.side import Side
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from tests.opened import to_look_at
from tests.pipeline.office import (
    Cells,
    document_in,
    document_of,
    lines_of,
    reviewer_edits,
    row_with,
    rows_of,
    staff_edit,
    workbook_of,
)
from tests.pipeline.small_office import CELL
from tests.reviewing.numbering import automatic_number
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import review as edit
from tests.reviewing.reviewer import unedited

REWRITTEN = "整段重写，与审核人写的完全不一样。" * 3
LAST_CELL = ("一、案件", (6, 3))  # 结案单位


def paragraph_with(data: bytes, words: str) -> tuple[etree._Element, etree._Element]:
    """Return the body of a document, and the paragraph that holds some words."""
    root = parse(open_archive(data, "", DOCUMENT)[DOCUMENT], DOCUMENT, "")
    found = next(paragraph for paragraph in root.iter(f"{W}p") if words in visible_text(paragraph))
    return root, found


def with_body(data: bytes, root: etree._Element) -> bytes:
    return package({**open_archive(data, "", DOCUMENT), DOCUMENT: serialize(root)})


def reviewer_deletes(office: Path, words: str) -> None:
    data = document_in(office)
    root, paragraph = paragraph_with(data, words)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
    document_of(office).write_bytes(with_body(data, root))


def test_where_both_sides_differ_nothing_is_written_until_a_side_is_taken(office: Path) -> None:
    truth = edit(document_in(office), Random(4), kinds=[Edit.REWORD], count=1)
    document_of(office).write_bytes(truth.data)
    (now,), (was,) = truth.edits[0].now, truth.edits[0].was
    row = next(row for row, text in rows_of(office).items() if text and text[-12:] in was)
    text = rows_of(office)[row]
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): REWRITTEN, CELL: 7})
    assert text != now
    held = revise(document_of(office))
    assert len(held.conflicts) == 1
    assert document_in(office) == truth.data
    assert revise(document_of(office), take=Side.WORKBOOK).written
    assert any("整段重写" in line for line in lines_of(document_in(office)))
    assert review(document_of(office)).conflicts == []


def test_the_document_may_win_and_the_rest_still_comes(office: Path) -> None:
    truth = edit(document_in(office), Random(4), kinds=[Edit.REWORD], count=1)
    document_of(office).write_bytes(truth.data)
    was = truth.edits[0].was[0]
    row = next(row for row, text in rows_of(office).items() if text and text[-12:] in was)
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): REWRITTEN, CELL: 7})
    revised = revise(document_of(office), take=Side.DOCUMENT)
    assert (revised.written, revised.edits.figures) == (True, 2)
    assert truth.edits[0].now[0] in lines_of(document_in(office))


def test_what_a_reviewer_deleted_does_not_come_back_because_staff_moved_it(office: Path) -> None:
    reviewer_deletes(office, "2.政府信息公开")
    swapped = (row_with(office, "均予以公开")[0], row_with(office, "政府信息共")[0])
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    rows = [[str(sheet.cell(row, at).value or "") for at in (2, 3, 4)] for row in swapped]
    cells: Cells = {}
    for row, values in zip(swapped, reversed(rows), strict=True):
        cells |= {(NARRATIVE_SHEET, (row, at)): value for at, value in enumerate(values, 2)}
    staff_edit(office, cells)
    revise(document_of(office))
    assert not any("政府信息共" in line for line in lines_of(document_in(office)))


def test_words_struck_by_staff_and_edited_by_a_reviewer_are_a_conflict(office: Path) -> None:
    reviewer_edits(office, "扩大公开渠道", "进一步扩大公开渠道")
    row, text = row_with(office, "，扩大公开渠道")
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): text.replace("，扩大公开渠道", "")})
    found = revise(document_of(office))
    assert len(found.conflicts) == 1
    assert not found.written


@pytest.mark.parametrize("gone", ["row", "cell"])
def test_a_figure_without_a_place_in_the_document_is_told(office: Path, gone: str) -> None:
    data = document_in(office)
    root, paragraph = paragraph_with(data, "结案")
    row = next(paragraph.iterancestors(f"{W}tr"))
    table = row.getparent()
    assert table is not None
    if gone == "row":
        table.remove(row)
    else:
        row.remove(row[-1])
    document_of(office).write_bytes(with_body(data, root))
    staff_edit(office, {LAST_CELL: 9})
    found = revise(document_of(office))
    assert [conflict.workbook for conflict in found.conflicts] == ["9"]


def test_automatic_numbers_count_themselves(office: Path) -> None:
    truth = unedited(document_in(office))
    numbered = automatic_number(truth, Random(4), whole=True)
    document_of(office).write_bytes(numbered.data)
    before = [line for line in lines_of(document_in(office)) if line.startswith("（")]
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    row = next(row for row in range(4, 30) if sheet.cell(row, 3).value == "依申请公开")
    staff_edit(office, {(NARRATIVE_SHEET, (row, 3)): "受理申请公开"})
    assert revise(document_of(office)).written
    after = [line for line in lines_of(document_in(office)) if line.startswith("（")]
    assert after == [line.replace("）依申请公开", "）受理申请公开") for line in before]


def test_a_new_row_behind_one_that_a_reviewer_deleted_is_left_to_people(office: Path) -> None:
    row, _ = row_with(office, "全面落实《2023")
    reviewer_deletes(office, "全面落实《2023")
    staff_edit(office, {(NARRATIVE_SHEET, (row + 1, 4)): "监督保障又写的一段。"})
    found = revise(document_of(office))
    assert [conflict.workbook for conflict in found.conflicts] == ["监督保障又写的一段。"]
    assert not found.written


def test_a_new_heading_among_automatic_numbers_is_left_to_people(office: Path) -> None:
    truth = automatic_number(unedited(document_in(office)), Random(4), whole=True)
    document_of(office).write_bytes(truth.data)
    row, _ = row_with(office, "全面落实《2023")
    cells: Cells = {(NARRATIVE_SHEET, (row + 1, 2)): "（一）"}
    cells[NARRATIVE_SHEET, (row + 1, 3)] = "新增小节"
    staff_edit(office, cells)
    found = revise(document_of(office))
    assert ["自动编号" in conflict.what for conflict in found.conflicts] == [True]
    assert not found.written
