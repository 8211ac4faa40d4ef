"""What the workbook changed comes into the reviewers' document, and all that they did stays."""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import View
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted, original
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.manuscript.edits import AUTHOR
from generator.manuscript.review.changes.change import Kind
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.make import make
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from tests.few import few
from tests.formats.docx.rejected import canonical, without
from tests.libreoffice import needs_libreoffice
from tests.opened import to_look_at
from tests.pipeline.office import (
    Cells,
    document_in,
    document_of,
    lines_of,
    row_with,
    rows_of,
    staff_edit,
    tables_of,
    workbook_of,
)
from tests.pipeline.small_office import CELL, FIGURE
from tests.pipeline.test_review import leading_outside
from tests.reviewing import extras
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import Reviewed
from tests.reviewing.reviewer import review as edit
from tests.sound_documents import unsound

SEEDS = range(4)
APART = [(2, None), *product(SEEDS, (False, True))]
"""Seeds by which reviewers and staff of the small office touch different things."""
NEW_REQUESTS = ("三、申请办理", (7, 4))  # 本年新收自然人, in the published report


def spare_row(office: Path) -> int:
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    return next(
        row
        for row in range(5, sheet.max_row)
        if sheet.cell(row, 1).value
        and not sheet.cell(row, 3).value
        and not sheet.cell(row, 4).value
    )


def random_changes(
    office: Path, rng: Random, *, cell: tuple[str, tuple[int, int]] = CELL, cited: str = FIGURE
) -> Cells:
    rows = {row: text for row, text in rows_of(office).items() if len(text) > 20}
    cells: Cells = {cell: rng.randint(10, 99)}
    for row in rng.sample(sorted(rows), 2):
        cells[NARRATIVE_SHEET, (row, 4)] = f"{rows[row]}全年组织培训{rng.randint(2, 9)}次。"
    if rng.random() < 0.5:
        cells[NARRATIVE_SHEET, (spare_row(office), 4)] = f"又写的一段，新收【{cited}】件。"
    return cells


def both_sides_are_in_it(office: Path, truth: Reviewed) -> bool:
    """Revise a document that reviewers edited, and look at it; False where nothing was written."""
    before = review(document_of(office))
    revised = revise(document_of(office))
    if revised.conflicts:
        assert document_in(office) == truth.data
        return False
    assert revised.written
    assert revised.kept is not None
    assert revised.kept.read_bytes() == truth.data
    old, new = (open_archive(data, "", DOCUMENT) for data in (truth.data, document_in(office)))
    roots = [parse(parts[DOCUMENT], DOCUMENT, "") for parts in (old, new)]
    assert canonical(without(roots[1], AUTHOR)) == canonical(roots[0])
    changed = {part for part in new if new[part] != old.get(part)}
    assert foreign(new, "") == foreign(old, "") == []
    assert unsound(new) == unsound(old)
    assert {part for part in changed if not part.startswith("customXml/")} == {
        DOCUMENT,
        "docProps/custom.xml",
    }
    after = review(document_of(office))
    assert len(after.comparison.changes) == len(before.comparison.changes)
    assert [remark.text for remark in after.comparison.edited.remarks] == [
        comment.text for comment in truth.comments
    ]
    return True


def edited_at_random(office: Path, rng: Random, *, tracked: bool | None) -> Reviewed:
    truth = extras.add_comment(edit(document_in(office), rng, tracked=tracked), rng)
    document_of(office).write_bytes(truth.data)
    return truth


@pytest.mark.parametrize(("seed", "tracked"), few(APART, 3))
def test_accepted_it_is_both_sides_and_rejected_it_is_the_reviewers(
    office: Path, seed: int, *, tracked: bool | None
) -> None:
    rng = Random(seed)
    truth = edited_at_random(office, rng, tracked=tracked)
    staff_edit(office, random_changes(office, rng))
    assert both_sides_are_in_it(office, truth)


@pytest.mark.long  # the same in a smaller report
@pytest.mark.parametrize(("seed", "tracked"), [*product(SEEDS, (False, True, None))])
def test_so_it_is_with_the_published_report(
    published: Path, seed: int, *, tracked: bool | None
) -> None:
    rng = Random(seed)
    truth = edited_at_random(published, rng, tracked=tracked)
    staff_edit(published, random_changes(published, rng, cell=NEW_REQUESTS, cited="本年新收"))
    both_sides_are_in_it(published, truth)


def test_in_a_document_that_nobody_edited_it_is_the_next_document(office: Path) -> None:
    staff_edit(office, random_changes(office, Random(1)))
    assert revise(document_of(office)).written
    make(workbook_of(office), output=office / "next.docx", draft=True)
    following = (office / "next.docx").read_bytes()
    assert lines_of(document_in(office)) == lines_of(following)
    assert tables_of(document_in(office)) == tables_of(following)


def test_figures_rows_and_words_are_counted(office: Path) -> None:
    row, text = row_with(office, "培训")
    item, _ = row_with(office, "信息发布不够全面")
    cells: Cells = {CELL: 7}
    cells[NARRATIVE_SHEET, (row, 4)] = text.replace("培训", "专题培训", 1)
    cells |= {(NARRATIVE_SHEET, (item, column)): None for column in (3, 4)}
    staff_edit(office, cells)
    done = revise(document_of(office)).edits
    assert done.figures == 2  # with the one that is the same by a formula
    assert (done.gone, done.added) == (1, 0)


def revised_twice(office: Path, rng: Random) -> None:
    """Let reviewers edit the document with 修订, and staff bring changes into it, twice."""
    for _ in range(2):
        staff_edit(office, random_changes(office, rng))
        assert revise(document_of(office), take=Side.WORKBOOK).written


@pytest.mark.parametrize("seed", few(SEEDS, 1))
def test_what_the_program_brought_is_never_said_to_be_changed_without_tracking(
    office: Path, seed: int
) -> None:
    rng = Random(seed)
    truth = edit(document_in(office), rng, tracked=True, nested=False)
    document_of(office).write_bytes(truth.data)
    revised_twice(office, rng)
    found = review(document_of(office))
    assert found.comparison.edited.revised
    assert found.untracked == []


def test_nor_what_reviewers_recorded_and_the_workbook_has_by_now(office: Path) -> None:
    generated = document_in(office)
    truth = edit(generated, Random(2), kinds=[Edit.INSERT_PARAGRAPH, Edit.REWORD], tracked=True)
    document_of(office).write_bytes(truth.data)
    assert review(document_of(office), apply=True).applied
    staff_edit(office, {CELL: 13})
    assert revise(document_of(office)).written
    assert review(document_of(office)).untracked == []


@pytest.mark.parametrize("decided", [accepted, original])
def test_nor_once_somebody_has_accepted_it_and_what_was_rejected_is_a_change(
    office: Path, decided: View
) -> None:
    staff_edit(office, {CELL: 13})
    assert revise(document_of(office)).written
    parts = open_archive(document_in(office), "", DOCUMENT)
    parts[DOCUMENT] = serialize(decided(parse(parts[DOCUMENT], DOCUMENT, "")))
    truth = edit(package(parts), Random(1), kinds=[Edit.REWORD], count=1, tracked=True)
    document_of(office).write_bytes(truth.data)
    told = {change.kind for change in review(document_of(office)).untracked}
    assert told == (set() if decided is accepted else {Kind.FIGURE, Kind.REWORDED})


@needs_libreoffice
@pytest.mark.long
def test_nor_after_libreoffice_has_saved_the_document(office: Path) -> None:
    rng = Random(3)
    truth = edit(document_in(office), rng, tracked=True, nested=False)
    document_of(office).write_bytes(truth.data)
    revised_twice(office, rng)
    (saved,) = resave([document_of(office)], "docx", office / "saved")
    found = review(saved, workbook=workbook_of(office))
    assert found.comparison.edited.revised
    assert found.untracked == []


def test_a_second_run_has_nothing_to_do(office: Path) -> None:
    staff_edit(office, {CELL: 7})
    assert revise(document_of(office)).written
    content = document_in(office)
    again = revise(document_of(office))
    assert (again.written, again.conflicts) == (False, [])
    assert document_in(office) == content


def test_a_document_that_is_open_is_not_written(office: Path) -> None:
    staff_edit(office, {CELL: 7})
    document_of(office).with_name("~$23.docx").touch()
    with pytest.raises(Refusal, match="打开"):
        revise(document_of(office))


def test_a_document_without_a_paragraph_is_not_written(office: Path) -> None:
    staff_edit(office, {CELL: 7})
    parts = open_archive(document_in(office), "", DOCUMENT)
    root = parse(parts[DOCUMENT], DOCUMENT, "")
    for paragraph in root.findall(f"{W}body/{W}p"):
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
    document_of(office).write_bytes(package({**parts, DOCUMENT: serialize(root)}))
    with pytest.raises(Refusal, match="一段正文也没有"):
        revise(document_of(office))


def test_what_must_not_be_published_with_a_document_is_told_and_stays(office: Path) -> None:
    document_of(office).write_bytes(leading_outside(document_in(office)))
    staff_edit(office, {CELL: 7})
    revised = revise(document_of(office))
    assert revised.written
    assert len(revised.foreign) == 2
    assert review(document_of(office)).foreign == revised.foreign


def test_without_a_workbook_there_is_nothing_to_bring(office: Path) -> None:
    workbook_of(office).unlink()
    with pytest.raises(Refusal, match="--workbook"):
        revise(document_of(office))


def test_without_a_record_of_what_was_generated_nothing_is_brought(office: Path) -> None:
    truth = edit(document_in(office), Random(3), kinds=[Edit.REWORD], count=1)
    document_of(office).write_bytes(extras.strip_provenance(truth, Random(3)).data)
    staff_edit(office, {CELL: 7})
    with pytest.raises(Refusal, match="记录丢了"):
        revise(document_of(office))
