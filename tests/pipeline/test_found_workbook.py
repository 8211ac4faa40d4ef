"""Documents under another name than their workbook, and several copies of one document."""

import shutil
from pathlib import Path

import pytest

from generator.console.cli import main
from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.xlsx.editing.cell_edits import edit_cells
from generator.pipeline.found_workbook import found_workbook
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import review
from tests.pipeline.office import (
    document_of,
    replaced,
    row_with,
    staff_edit,
    workbook_of,
)
from tests.pipeline.small_office import CELL, small_document

COPIES = ("2023（张敏）.docx", "2023（李建国）.docx")


def found(document: Path) -> Path | None:
    """Return the workbook that is found for a copy of the document."""
    document.write_bytes(small_document())
    return found_workbook(document, open_archive(document.read_bytes(), "", DOCUMENT))


def copy(office: Path, name: str, was: str, now: str) -> Path:
    """Return a copy of the document in which somebody put other words."""
    path = office / "outputs" / name
    path.write_bytes(replaced(small_document(), was, now))
    return path


@pytest.mark.parametrize("name", [*COPIES, "送审稿.docx"])
def test_a_copy_under_another_name_finds_the_workbook_that_it_was_made_from(
    office: Path, name: str
) -> None:
    assert found(office / "outputs" / name) == office / "inputs" / "2023.xlsx"


def test_of_two_of_its_organ_and_year_it_finds_the_one_that_it_was_made_from(office: Path) -> None:
    made_from = office / "inputs" / "乙.xlsx"
    shutil.move(workbook_of(office), made_from)
    later = edit_cells(made_from.read_bytes(), "", {CELL: 7})
    (office / "inputs" / "甲.xlsx").write_bytes(later)
    assert found(office / "outputs" / "送审稿.docx") == made_from


def test_a_copy_beside_a_workbook_finds_it(office: Path) -> None:
    workbook = office / "某局.xlsx"
    shutil.move(office / "inputs" / "2023.xlsx", workbook)
    assert found(office / "送审稿.docx") == workbook


def test_of_a_workbook_that_was_edited_since_it_is_told_by_organ_and_year(office: Path) -> None:
    staff_edit(office, {CELL: 7})
    assert found(office / "outputs" / "送审稿.docx") == workbook_of(office)
    organ = {("基本信息", (4, 2)): "某某市某某镇人民政府"}
    other = edit_cells(workbook_of(office).read_bytes(), "", {**organ})
    (office / "inputs" / "某镇.xlsx").write_bytes(other)
    assert found(office / "outputs" / "送审稿.docx") == workbook_of(office)


def test_by_its_relative_name_it_is_told_too(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staff_edit(office, {CELL: 7})
    monkeypatch.chdir(office)
    assert found(Path("outputs/送审稿.docx")) == Path("inputs/2023.xlsx").absolute()
    copy(office, COPIES[0], "全面落实", "扎实落实")
    copy(office, COPIES[1], "狠抓工作", "认真工作")
    assert main(["review", "--apply", *(f"outputs/{name}" for name in COPIES)]) == 0


def test_of_two_that_may_be_it_neither_is_taken_but_by_its_name(office: Path) -> None:
    staff_edit(office, {CELL: 7})
    shutil.copy(workbook_of(office), office / "inputs" / "另一份.xlsx")
    assert found(office / "outputs" / "送审稿.docx") is None
    assert found(office / "outputs" / "2023-送审稿.docx") == workbook_of(office)


def test_what_two_people_changed_in_two_copies_comes_together(office: Path) -> None:
    copies = [
        copy(office, COPIES[0], "开播至今已开展", "开播以来共开展"),
        copy(office, COPIES[1], "累计观看", "累计收看"),
    ]
    workbook = workbook_of(office)
    main(["review", "--apply", *map(str, copies), "--workbook", str(workbook)])
    _, text = row_with(office, "开播以来共开展")
    assert "累计收看" in text
    for document in copies:
        assert review(document).all_in_workbook
        shutil.copy(document, document_of(office))
        assert make(workbook).status == Status.WRITTEN
