from pathlib import Path

import pytest

from generator.files.file_names import (
    INPUTS,
    OUTPUTS,
    annotated_copy,
    beside,
    default_document,
)
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from tests.pipeline.folder import put


def document_of(workbook: Path) -> Path:
    return beside(workbook, INPUTS, OUTPUTS, "2024.docx")


def workbook_of(document: Path) -> Path:
    return beside(document, OUTPUTS, INPUTS, "2024.xlsx")


def test_the_document_of_a_workbook_in_inputs_is_in_outputs() -> None:
    assert document_of(Path("某局/inputs/2024.xlsx")) == Path("某局/outputs/2024.docx")
    assert workbook_of(Path("某局/outputs/2024.docx")) == Path("某局/inputs/2024.xlsx")


@pytest.mark.parametrize("folder", ["", "某局", "某局/inputs/旧", "outputs"])
def test_elsewhere_the_two_lie_together(folder: str) -> None:
    assert document_of(Path(folder, "2024.xlsx")) == Path(folder, "2024.docx")


def test_a_workbook_named_from_within_inputs_has_its_document_beside_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (INPUTS, OUTPUTS):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / INPUTS)
    found = document_of(Path("2024.xlsx"))
    assert found.resolve() == tmp_path / OUTPUTS / "2024.docx"
    monkeypatch.chdir(tmp_path / OUTPUTS)
    assert workbook_of(Path("2024.docx")).resolve() == tmp_path / INPUTS / "2024.xlsx"


@pytest.mark.parametrize("folder", ["", "甲", "甲/inputs"])
def test_there_and_back_is_the_same_file(folder: str, tmp_path: Path) -> None:
    workbook = tmp_path / folder / "2024.xlsx"
    assert workbook_of(document_of(workbook)) == workbook


@pytest.mark.parametrize(
    ("workbook_path", "document"),
    [
        ("inputs/2023.xlsx", "outputs/2023.docx"),
        ("年报/2023.xlsx", "年报/2023.docx"),
        ("某 局/inputs/某局 2023.xlsx", "某 局/outputs/某局 2023.docx"),
    ],
)
def test_a_document_goes_to_outputs_or_beside_its_workbook(
    tmp_path: Path, workbook_path: str, document: str
) -> None:
    outcome = make(put(tmp_path, workbook_path))
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / document
    assert (tmp_path / document).exists()
    assert default_document(tmp_path / workbook_path) == tmp_path / document


def test_of_a_name_as_long_as_systems_take_the_draft_and_the_checked_copy_have_names_too() -> None:
    names = [Path(f"{'某' * 83}{last}.xlsx") for last in "ab"]
    made = [default_document(name, draft=True) for name in names]
    made += [annotated_copy(name) for name in names]
    assert len(set(made)) == 4
    assert all(len(path.name.encode()) <= 255 for path in made)
    assert made[0].name.endswith(".草稿.docx")
    assert made[2].name.endswith(".核对.xlsx")
    assert default_document(names[0]).name == f"{'某' * 83}a.docx"
