from pathlib import Path

import pytest

from generator.folders import INPUTS, OUTPUTS, beside


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
