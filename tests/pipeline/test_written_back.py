"""From the edited document back into the workbook, and on to the next document."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.tables_in_grids import find_figures
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.tables import cells_of, grid_of
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.manuscript.review.changes.change import Kind
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.as_generated import Basis
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from tests.few import few
from tests.form.small import SMALL
from tests.pipeline.office import (
    document_of,
    lines_of,
    replaced,
    rezipped,
    staff_edit,
    tables_of,
    workbook_of,
)
from tests.pipeline.small_office import CELL, FIGURE
from tests.reviewing import extras
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import review as edit

SEEDS = range(6)
WRITTEN = (0, 1, 2, 3, 5, 6)
"""Seeds of edits that the small office's workbook can hold, every one."""
NUMBER = re.compile(
    r"^\s*([（(][一二三四五六七八九十]+[）)]|\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)])"
)
"""What stands before a heading or an item, and counts itself again."""


def written_back(office: Path, data: bytes, *, take: Side | None = None) -> Review:
    document_of(office).write_bytes(data)
    return review(document_of(office), apply=True, take=take)


def generated(office: Path) -> bytes:
    return document_of(office).read_bytes()


def with_figure(data: bytes, value: str) -> bytes:
    """Return a document with the cell of a figure typed over."""
    root = etree.fromstring(open_archive(data, "", DOCUMENT)[DOCUMENT])
    tables = list(root.iter(W + "tbl"))
    at, spot = find_figures([grid_of(table) for table in tables], SMALL).spots[FIGURE]
    (text,) = cells_of(tables[at])[spot].iter(W + "t")
    text.text = value
    return rezipped(data, {DOCUMENT: etree.tostring(root)})


def the_next_says_the_same(office: Path, seed: int) -> bool:
    """Write edits back and make the next document; False where it must say something else."""
    truth = edit(generated(office), Random(1000 + seed), tracked=None)
    found = written_back(office, truth.data)
    if found.conflicts or found.leftovers or (found.merge and found.merge.follows):
        return False
    made = make(workbook_of(office), output=office / "next.docx", draft=True)
    assert made.status == Status.WRITTEN
    following = (office / "next.docx").read_bytes()
    numbers_right = [NUMBER.sub("#", line) for line in lines_of(following)]
    assert numbers_right == [NUMBER.sub("#", line) for line in lines_of(truth.data)]
    assert tables_of(following) == tables_of(truth.data)
    return True


@pytest.mark.parametrize("seed", few(WRITTEN, 3))
def test_the_next_document_says_what_the_reviewed_one_does(office: Path, seed: int) -> None:
    assert the_next_says_the_same(office, seed)


@pytest.mark.long  # the test before this one does the same in a smaller report
def test_so_does_that_of_the_published_report_where_all_can_be_written_back(
    published: Path,
) -> None:
    before = [(path, path.read_bytes()) for path in published.rglob("*.*")]
    same = []
    for seed in SEEDS:
        for path, content in before:
            path.write_bytes(content)
        same.append(the_next_says_the_same(published, seed))
    assert same.count(True) > len(SEEDS) / 2


def test_only_the_cells_concerned_are_written(office: Path) -> None:
    before = workbook_of(office).read_bytes()
    found = written_back(office, replaced(generated(office), "均予以公开", "全部予以公开"))
    assert (found.cells, found.applied) == (1, True)
    assert found.kept is not None
    assert found.kept.read_bytes() == before
    old, new = (
        zipfile.ZipFile(BytesIO(content)) for content in (before, workbook_of(office).read_bytes())
    )
    assert old.namelist() == new.namelist()
    assert len([part for part in old.namelist() if old.read(part) != new.read(part)]) == 1


def test_words_left_alone_go_on_citing_their_figure(office: Path) -> None:
    found = written_back(office, replaced(generated(office), "共受理申请", "一共收到申请"))
    assert found.applied
    rows = review(document_of(office)).merge
    assert rows is not None
    (text,) = [row.text for row in rows.report.paragraphs if "一共收到申请" in row.text]
    assert f"一共收到申请【{FIGURE}】" in text


def test_a_figure_changed_in_the_table_is_changed_in_the_workbook(office: Path) -> None:
    found = written_back(office, with_figure(generated(office), "7"))
    assert [change.kind for change in found.comparison.changes] == [Kind.FIGURE]
    assert found.merge is not None
    assert found.merge.report.figures[FIGURE].printed == "7"
    assert found.merge.report.figures[FIGURE].place.within == CELL[0]
    assert any(finding.rule == "F1-01" for finding in found.findings)


def test_a_number_changed_in_the_text_alone_is_a_conflict_with_the_table(office: Path) -> None:
    before = workbook_of(office).read_bytes()
    found = written_back(office, replaced(generated(office), "受理申请5件", "受理申请6件"))
    assert [conflict.what for conflict in found.conflicts] != []
    assert "6" in found.conflicts[0].what
    assert workbook_of(office).read_bytes() == before
    taken = review(document_of(office), take=Side.DOCUMENT, apply=True)
    assert (taken.conflicts, taken.applied) == ([], True)


def test_what_both_sides_changed_alike_is_no_conflict(office: Path) -> None:
    document_of(office).write_bytes(with_figure(generated(office), "7"))
    staff_edit(office, {CELL: 7})
    found = review(document_of(office))
    assert (found.conflicts, found.cells, found.all_in_workbook) == ([], 0, True)


def test_what_both_sides_changed_differently_is_left_to_people(office: Path) -> None:
    staff_edit(office, {CELL: 8})
    before = workbook_of(office).read_bytes()
    found = written_back(office, with_figure(generated(office), "7"))
    assert [(one.base, one.workbook, one.document) for one in found.conflicts] == [("5", "8", "7")]
    assert workbook_of(office).read_bytes() == before
    review(document_of(office), take=Side.WORKBOOK, apply=True)
    assert workbook_of(office).read_bytes() == before
    taken = review(document_of(office), take=Side.DOCUMENT, apply=True)
    assert taken.applied
    assert review(document_of(office)).all_in_workbook


def test_what_the_workbook_alone_changed_stays(office: Path) -> None:
    staff_edit(office, {CELL: 8})
    found = written_back(office, replaced(generated(office), "均予以公开", "全部予以公开"))
    assert found.merge is not None
    assert found.merge.report.figures[FIGURE].printed == "8"
    assert found.conflicts == []


def test_without_a_base_nothing_is_written_unless_a_side_is_taken(office: Path) -> None:
    truth = edit(generated(office), Random(9), kinds=[Edit.REWORD], count=1)
    data = extras.strip_provenance(truth, Random(9)).data
    staff_edit(office, {CELL: 0})
    before = workbook_of(office).read_bytes()
    found = written_back(office, data)
    assert found.basis == Basis.UNKNOWN
    assert found.conflicts
    assert workbook_of(office).read_bytes() == before
    assert review(document_of(office), take=Side.DOCUMENT, apply=True).applied


def test_a_workbook_that_is_open_is_not_written(office: Path) -> None:
    workbook_of(office).with_name("~$2023.xlsx").touch()
    before = workbook_of(office).read_bytes()
    with pytest.raises(Refusal, match="打开"):
        written_back(office, replaced(generated(office), "均予以公开", "全部予以公开"))
    assert workbook_of(office).read_bytes() == before


def test_a_narrative_without_room_is_told_and_not_written(office: Path) -> None:
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): f"占位{row}。" for row in range(5, 130)})
    before = workbook_of(office).read_bytes()
    truth = edit(generated(office), Random(2), kinds=[Edit.INSERT_PARAGRAPH], count=1)
    found = written_back(office, truth.data)
    assert not found.applied
    assert found.leftovers or found.conflicts
    assert workbook_of(office).read_bytes() == before


def test_an_edited_document_is_never_replaced_before_its_edits_are_in_the_workbook(
    office: Path,
) -> None:
    truth = edit(generated(office), Random(7), kinds=[Edit.REWORD])
    truth = extras.add_comment(truth, Random(7))
    document_of(office).write_bytes(truth.data)
    held = make(workbook_of(office))
    assert held.status == Status.EDITED
    assert held.review is not None
    assert len(held.review.comparison.changes) == len(truth.edits)
    assert document_of(office).read_bytes() == truth.data
    review(document_of(office), apply=True)
    made = make(workbook_of(office))
    assert made.status == Status.WRITTEN
    assert made.kept is not None
    assert made.kept.read_bytes() == truth.data
    assert made.review is not None
    assert [remark.text for remark in made.review.comparison.edited.remarks] == [
        comment.text for comment in truth.comments
    ]
    assert make(workbook_of(office)).status == Status.CURRENT


def test_what_no_workbook_can_hold_keeps_the_document(office: Path) -> None:
    truth = edit(generated(office), Random(8), kinds=[Edit.REWORD])
    found = written_back(office, extras.add_table(truth, Random(8)).data)
    assert found.applied
    assert found.leftovers
    assert make(workbook_of(office)).status == Status.EDITED
