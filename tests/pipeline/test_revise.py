"""What the workbook changed comes into the reviewers' document, and all that they did stays."""

import shutil
from itertools import product
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import View, read_body
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted, original
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.formats.xlsx.reading.workbook import read_content
from generator.manuscript.edits import AUTHOR
from generator.manuscript.review.changes import Kind
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.make import make
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from tests.few import few
from tests.formats.docx.rejected import canonical, without
from tests.libreoffice import needs_libreoffice
from tests.opened import to_look_at
from tests.paths import ROOT
from tests.pipeline.test_review import leading_outside
from tests.reviewing import extras
from tests.reviewing.numbering import automatic_number
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import review as edit
from tests.reviewing.reviewer import unedited
from tests.sound_documents import unsound

SEEDS = range(4)
FIGURE = ("三、申请办理", (7, 4))  # 本年新收自然人
REWRITTEN = "整段重写，与审核人写的完全不一样。" * 3
Cells = dict[tuple[str, tuple[int, int]], CellValue]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with inputs/2023.xlsx and outputs/2023.docx."""
    (tmp_path / "inputs").mkdir()
    (tmp_path / "outputs").mkdir()
    shutil.copy(ROOT / "inputs" / "2023.xlsx", tmp_path / "inputs")
    shutil.copy(ROOT / "outputs" / "2023.docx", tmp_path / "outputs")
    return tmp_path


def document_of(office: Path) -> Path:
    return office / "outputs" / "2023.docx"


def workbook_of(office: Path) -> Path:
    return office / "inputs" / "2023.xlsx"


def staff_edit(office: Path, cells: Cells) -> None:
    path = workbook_of(office)
    path.write_bytes(edit_cells(path.read_bytes(), path.name, cells))


def lines_of(path: Path) -> list[str]:
    manuscript = read_body(open_archive(path.read_bytes(), "", DOCUMENT), "").manuscript
    return [line.text.strip() for line in manuscript.lines]


def tables_of(path: Path) -> list[list[str]]:
    manuscript = read_body(open_archive(path.read_bytes(), "", DOCUMENT), "").manuscript
    return [list(grid.cells.values()) for grid in manuscript.grids]


def rows_of(office: Path) -> dict[int, str]:
    """Return the texts of the narrative by the row of its sheet."""
    report, _ = read_content(workbook_of(office).read_bytes(), "2023.xlsx", FORM)
    return {coordinate_to_tuple(row.place.spot)[0]: row.text for row in report.paragraphs}


def spare_row(office: Path) -> int:
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    return next(
        row
        for row in range(5, sheet.max_row)
        if sheet.cell(row, 1).value
        and not sheet.cell(row, 3).value
        and not sheet.cell(row, 4).value
    )


def random_changes(office: Path, rng: Random) -> Cells:
    rows = {row: text for row, text in rows_of(office).items() if len(text) > 20}
    cells: Cells = {FIGURE: rng.randint(10, 99)}
    for row in rng.sample(sorted(rows), 2):
        cells[NARRATIVE_SHEET, (row, 4)] = f"{rows[row]}全年组织培训{rng.randint(2, 9)}次。"
    if rng.random() < 0.5:
        cells[NARRATIVE_SHEET, (spare_row(office), 4)] = "又写的一段，新收【本年新收】件。"
    return cells


@pytest.mark.parametrize(("seed", "tracked"), few(product(SEEDS, (False, True, None)), 1))
def test_accepted_it_is_both_sides_and_rejected_it_is_the_reviewers(
    office: Path, seed: int, *, tracked: bool | None
) -> None:
    rng = Random(seed)
    truth = edit((ROOT / "outputs" / "2023.docx").read_bytes(), rng, tracked=tracked)
    truth = extras.add_comment(truth, rng)
    document_of(office).write_bytes(truth.data)
    staff_edit(office, random_changes(office, rng))
    before = review(document_of(office))
    revised = revise(document_of(office))
    if revised.conflicts:
        assert document_of(office).read_bytes() == truth.data
        return
    assert revised.written
    assert revised.kept is not None
    assert revised.kept.read_bytes() == truth.data
    old, new = (
        open_archive(data, "", DOCUMENT) for data in (truth.data, document_of(office).read_bytes())
    )
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


def test_in_a_document_that_nobody_edited_it_is_the_next_document(office: Path) -> None:
    staff_edit(office, random_changes(office, Random(1)))
    assert revise(document_of(office)).written
    make(workbook_of(office), output=office / "next.docx", draft=True)
    assert lines_of(document_of(office)) == lines_of(office / "next.docx")
    assert tables_of(document_of(office)) == tables_of(office / "next.docx")


def test_figures_rows_and_words_are_counted(office: Path) -> None:
    row, text = next((row, text) for row, text in rows_of(office).items() if "培训" in text)
    gone = max(rows_of(office))
    cells: Cells = {FIGURE: 7, (NARRATIVE_SHEET, (row, 4)): text.replace("培训", "专题培训", 1)}
    cells |= {(NARRATIVE_SHEET, (gone, column)): None for column in (3, 4)}
    staff_edit(office, cells)
    done = revise(document_of(office)).edits
    assert done.figures == 2  # with its total
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
    truth = edit((ROOT / "outputs" / "2023.docx").read_bytes(), rng, tracked=True, nested=False)
    document_of(office).write_bytes(truth.data)
    revised_twice(office, rng)
    found = review(document_of(office))
    assert found.comparison.edited.revised
    assert found.untracked == []


def test_nor_what_reviewers_recorded_and_the_workbook_has_by_now(office: Path) -> None:
    generated = (ROOT / "outputs" / "2023.docx").read_bytes()
    truth = edit(generated, Random(2), kinds=[Edit.INSERT_PARAGRAPH, Edit.REWORD], tracked=True)
    document_of(office).write_bytes(truth.data)
    assert review(document_of(office), apply=True).applied
    staff_edit(office, {FIGURE: 13})
    assert revise(document_of(office)).written
    assert review(document_of(office)).untracked == []


@pytest.mark.parametrize("decided", [accepted, original])
def test_nor_once_somebody_has_accepted_it_and_what_was_rejected_is_a_change(
    office: Path, decided: View
) -> None:
    staff_edit(office, {FIGURE: 13})
    assert revise(document_of(office)).written
    parts = open_archive(document_of(office).read_bytes(), "", DOCUMENT)
    parts[DOCUMENT] = serialize(decided(parse(parts[DOCUMENT], DOCUMENT, "")))
    truth = edit(package(parts), Random(1), kinds=[Edit.REWORD], count=1, tracked=True)
    document_of(office).write_bytes(truth.data)
    told = {change.kind for change in review(document_of(office)).untracked}
    assert told == (set() if decided is accepted else {Kind.FIGURE, Kind.REWORDED})


@needs_libreoffice
@pytest.mark.long
def test_nor_after_libreoffice_has_saved_the_document(office: Path) -> None:
    rng = Random(3)
    truth = edit((ROOT / "outputs" / "2023.docx").read_bytes(), rng, tracked=True, nested=False)
    document_of(office).write_bytes(truth.data)
    revised_twice(office, rng)
    (saved,) = resave([document_of(office)], "docx", office / "saved")
    found = review(saved, workbook=workbook_of(office))
    assert found.comparison.edited.revised
    assert found.untracked == []


def test_a_second_run_has_nothing_to_do(office: Path) -> None:
    staff_edit(office, {FIGURE: 7})
    assert revise(document_of(office)).written
    content = document_of(office).read_bytes()
    again = revise(document_of(office))
    assert (again.written, again.conflicts) == (False, [])
    assert document_of(office).read_bytes() == content


def test_where_both_sides_differ_nothing_is_written_until_a_side_is_taken(office: Path) -> None:
    truth = edit(
        (ROOT / "outputs" / "2023.docx").read_bytes(), Random(4), kinds=[Edit.REWORD], count=1
    )
    document_of(office).write_bytes(truth.data)
    (now,), (was,) = truth.edits[0].now, truth.edits[0].was
    row = next(row for row, text in rows_of(office).items() if text and text[-12:] in was)
    text = rows_of(office)[row]
    staff_edit(
        office, {(NARRATIVE_SHEET, (row, 4)): "整段重写，与审核人写的完全不一样。" * 3, FIGURE: 7}
    )
    assert text != now
    held = revise(document_of(office))
    assert len(held.conflicts) == 1
    assert document_of(office).read_bytes() == truth.data
    assert revise(document_of(office), take=Side.WORKBOOK).written
    assert any("整段重写" in line for line in lines_of(document_of(office)))
    assert review(document_of(office)).conflicts == []


def test_the_document_may_win_and_the_rest_still_comes(office: Path) -> None:
    truth = edit(
        (ROOT / "outputs" / "2023.docx").read_bytes(), Random(4), kinds=[Edit.REWORD], count=1
    )
    document_of(office).write_bytes(truth.data)
    was = truth.edits[0].was[0]
    row = next(row for row, text in rows_of(office).items() if text and text[-12:] in was)
    staff_edit(
        office, {(NARRATIVE_SHEET, (row, 4)): "整段重写，与审核人写的完全不一样。" * 3, FIGURE: 7}
    )
    revised = revise(document_of(office), take=Side.DOCUMENT)
    assert (revised.written, revised.edits.figures) == (True, 2)
    assert truth.edits[0].now[0] in lines_of(document_of(office))


def test_a_document_that_is_open_is_not_written(office: Path) -> None:
    staff_edit(office, {FIGURE: 7})
    document_of(office).with_name("~$23.docx").touch()
    with pytest.raises(Refusal, match="打开"):
        revise(document_of(office))


def test_a_document_without_a_paragraph_is_not_written(office: Path) -> None:
    staff_edit(office, {FIGURE: 7})
    data = document_of(office).read_bytes()
    root = parse(open_archive(data, "", DOCUMENT)[DOCUMENT], DOCUMENT, "")
    for paragraph in root.findall(f"{W}body/{W}p"):
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
    document_of(office).write_bytes(with_body(data, root))
    with pytest.raises(Refusal, match="一段正文也没有"):
        revise(document_of(office))


def test_what_must_not_be_published_with_a_document_is_told_and_stays(office: Path) -> None:
    document_of(office).write_bytes(leading_outside(document_of(office).read_bytes()))
    staff_edit(office, {FIGURE: 7})
    revised = revise(document_of(office))
    assert revised.written
    assert len(revised.foreign) == 2
    assert review(document_of(office)).foreign == revised.foreign


def test_without_a_workbook_there_is_nothing_to_bring(office: Path) -> None:
    workbook_of(office).unlink()
    with pytest.raises(Refusal, match="--workbook"):
        revise(document_of(office))


def paragraph_with(data: bytes, words: str) -> tuple[etree._Element, etree._Element]:
    """Return the body of a document, and the paragraph that holds some words."""
    root = parse(open_archive(data, "", DOCUMENT)[DOCUMENT], DOCUMENT, "")
    found = next(paragraph for paragraph in root.iter(f"{W}p") if words in visible_text(paragraph))
    return root, found


def with_body(data: bytes, root: etree._Element) -> bytes:
    return package({**open_archive(data, "", DOCUMENT), DOCUMENT: serialize(root)})


def reviewer_deletes(office: Path, words: str) -> None:
    data = document_of(office).read_bytes()
    root, paragraph = paragraph_with(data, words)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
    document_of(office).write_bytes(with_body(data, root))


def reviewer_writes(office: Path, words: str, instead: str) -> None:
    data = document_of(office).read_bytes()
    root, paragraph = paragraph_with(data, words)
    (text,) = [one for one in paragraph.iter(f"{W}t") if words in (one.text or "")]
    text.text = (text.text or "").replace(words, instead)
    document_of(office).write_bytes(with_body(data, root))


def row_with(office: Path, words: str) -> tuple[int, str]:
    return next((row, text) for row, text in rows_of(office).items() if words in text)


def test_what_a_reviewer_deleted_does_not_come_back_because_staff_moved_it(office: Path) -> None:
    reviewer_deletes(office, "2.政府信息公开")
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    rows = [[str(sheet.cell(row, at).value or "") for at in (2, 3, 4)] for row in (10, 12)]
    swapped: Cells = {}
    for row, values in zip((10, 12), reversed(rows), strict=True):
        swapped |= {(NARRATIVE_SHEET, (row, at)): value for at, value in enumerate(values, 2)}
    staff_edit(office, swapped)
    revise(document_of(office))
    assert not any("政府信息共" in line for line in lines_of(document_of(office)))


def test_words_struck_by_staff_and_edited_by_a_reviewer_are_a_conflict(office: Path) -> None:
    reviewer_writes(office, "扩大公开渠道", "进一步扩大公开渠道")
    row, text = row_with(office, "，扩大公开渠道")
    staff_edit(office, {(NARRATIVE_SHEET, (row, 4)): text.replace("，扩大公开渠道", "")})
    found = revise(document_of(office))
    assert len(found.conflicts) == 1
    assert not found.written


@pytest.mark.parametrize("gone", ["row", "cell"])
def test_a_figure_without_a_place_in_the_document_is_told(office: Path, gone: str) -> None:
    data = document_of(office).read_bytes()
    root, paragraph = paragraph_with(data, "行政强制")
    row = next(paragraph.iterancestors(f"{W}tr"))
    table = row.getparent()
    assert table is not None
    if gone == "row":
        table.remove(row)
    else:
        row.remove(row[-1])
    document_of(office).write_bytes(with_body(data, root))
    report, _ = read_content(workbook_of(office).read_bytes(), "2023.xlsx", FORM)
    place = report.figures["行政强制"].place
    staff_edit(office, {(place.within, coordinate_to_tuple(place.spot)): 9})
    found = revise(document_of(office))
    assert [conflict.workbook for conflict in found.conflicts] == ["9"]


def test_without_a_record_of_what_was_generated_nothing_is_brought(office: Path) -> None:
    truth = edit(document_of(office).read_bytes(), Random(3), kinds=[Edit.REWORD], count=1)
    document_of(office).write_bytes(extras.strip_provenance(truth, Random(3)).data)
    staff_edit(office, {FIGURE: 7})
    with pytest.raises(Refusal, match="记录丢了"):
        revise(document_of(office))


def test_automatic_numbers_count_themselves(office: Path) -> None:
    truth = unedited(document_of(office).read_bytes())
    numbered = automatic_number(truth, Random(4), whole=True)
    document_of(office).write_bytes(numbered.data)
    before = [line for line in lines_of(document_of(office)) if line.startswith("（")]
    sheet = to_look_at(workbook_of(office).read_bytes())[NARRATIVE_SHEET]
    row = next(row for row in range(4, 30) if sheet.cell(row, 3).value == "依申请公开")
    staff_edit(office, {(NARRATIVE_SHEET, (row, 3)): "受理申请公开"})
    assert revise(document_of(office)).written
    after = [line for line in lines_of(document_of(office)) if line.startswith("（")]
    assert after == [line.replace("）依申请公开", "）受理申请公开") for line in before]


def test_a_new_row_behind_one_that_a_reviewer_deleted_is_left_to_people(office: Path) -> None:
    row, _ = row_with(office, "全面落实《2023")
    reviewer_deletes(office, "全面落实《2023")
    staff_edit(office, {(NARRATIVE_SHEET, (row + 1, 4)): "监督保障又写的一段。"})
    found = revise(document_of(office))
    assert [conflict.workbook for conflict in found.conflicts] == ["监督保障又写的一段。"]
    assert not found.written


def test_a_new_heading_among_automatic_numbers_is_left_to_people(office: Path) -> None:
    truth = automatic_number(unedited(document_of(office).read_bytes()), Random(4), whole=True)
    document_of(office).write_bytes(truth.data)
    row, _ = row_with(office, "全面落实《2023")
    cells: Cells = {(NARRATIVE_SHEET, (row + 1, 2)): "（一）"}
    cells[NARRATIVE_SHEET, (row + 1, 3)] = "新增小节"
    staff_edit(office, cells)
    found = revise(document_of(office))
    assert ["自动编号" in conflict.what for conflict in found.conflicts] == [True]
    assert not found.written
