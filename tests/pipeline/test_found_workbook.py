"""Documents under another name than their workbook, and several copies of one document."""

import shutil
from pathlib import Path

import pytest

from generator.console.cli import main
from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.reading.workbook import read_content
from generator.pipeline.found_workbook import found_workbook
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import review
from tests.paths import ROOT

COPIES = ("2023（张敏）.docx", "2023（李建国）.docx")
GENERATED = ROOT / "outputs" / "2023.docx"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with inputs/2023.xlsx and outputs/2023.docx."""
    for file in (ROOT / "inputs" / "2023.xlsx", GENERATED):
        (tmp_path / file.parent.name).mkdir()
        shutil.copy(file, tmp_path / file.parent.name)
    return tmp_path


def found(document: Path) -> Path | None:
    shutil.copy(GENERATED, document)
    return found_workbook(document, open_archive(document.read_bytes(), "", DOCUMENT))


def write(path: Path, cells: dict[tuple[str, tuple[int, int]], CellValue]) -> None:
    path.write_bytes(edit_cells(path.read_bytes(), path.name, cells))


def copy(office: Path, name: str, was: str, now: str) -> Path:
    """Return a copy of the document in which somebody put other words."""
    parts = open_archive(GENERATED.read_bytes(), "", DOCUMENT)
    assert was in parts[DOCUMENT].decode()
    parts[DOCUMENT] = parts[DOCUMENT].decode().replace(was, now, 1).encode()
    path = office / "outputs" / name
    path.write_bytes(package(parts))
    return path


@pytest.mark.parametrize("name", [*COPIES, "送审稿.docx"])
def test_a_copy_under_another_name_finds_the_workbook_that_it_was_made_from(
    office: Path, name: str
) -> None:
    assert found(office / "outputs" / name) == office / "inputs" / "2023.xlsx"


def test_a_copy_beside_a_workbook_finds_it(office: Path) -> None:
    workbook = office / "某局.xlsx"
    shutil.move(office / "inputs" / "2023.xlsx", workbook)
    assert found(office / "送审稿.docx") == workbook


def test_of_a_workbook_that_was_edited_since_it_is_told_by_organ_and_year(office: Path) -> None:
    workbook = office / "inputs" / "2023.xlsx"
    write(workbook, {("三、申请办理", (7, 4)): 7})
    assert found(office / "outputs" / "送审稿.docx") == workbook
    other = office / "inputs" / "某镇.xlsx"
    shutil.copy(workbook, other)
    write(other, {("基本信息", (4, 2)): "某某市某某镇人民政府"})
    assert found(office / "outputs" / "送审稿.docx") == workbook


def test_of_two_that_may_be_it_neither_is_taken_but_by_its_name(office: Path) -> None:
    workbook = office / "inputs" / "2023.xlsx"
    write(workbook, {("三、申请办理", (7, 4)): 7})
    shutil.copy(workbook, office / "inputs" / "另一份.xlsx")
    assert found(office / "outputs" / "送审稿.docx") is None
    assert found(office / "outputs" / "2023-送审稿.docx") == workbook


def test_what_two_people_changed_in_two_copies_comes_together(office: Path) -> None:
    copies = [
        copy(office, COPIES[0], "开播至今已开展", "开播以来共开展"),
        copy(office, COPIES[1], "累计观看", "累计收看"),
    ]
    workbook = office / "inputs" / "2023.xlsx"
    main(["review", "--apply", *map(str, copies), "--workbook", str(workbook)])
    report, _ = read_content(workbook.read_bytes(), "", FORM)
    (text,) = (row.text for row in report.paragraphs if "开播以来共开展" in row.text)
    assert "累计收看" in text
    for document in copies:
        assert review(document).all_in_workbook
        shutil.copy(document, office / "outputs" / "2023.docx")
        assert make(workbook).status == Status.WRITTEN
