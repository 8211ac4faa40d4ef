"""The small files that say that another is open."""

from pathlib import Path

import pytest

from generator.files.locks import lock_of
from generator.model.finding import Refusal
from generator.pipeline.make import make
from tests.samples import rules, workbook


@pytest.mark.parametrize("lock", ["~$2024.docx", "~$24.docx", ".~lock.2024.docx#"])
def test_the_lock_of_every_program_is_known(tmp_path: Path, lock: str) -> None:
    assert lock_of(tmp_path / "2024.docx") is None
    (tmp_path / lock).write_bytes(b"")
    assert lock_of(tmp_path / "2024.docx") == tmp_path / lock


def test_a_document_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    path.write_bytes(workbook())
    document = make(path).output
    assert document
    before = document.read_bytes()
    path.write_bytes(workbook(figures={"行政许可": 5}))
    (tmp_path / "~$24.docx").write_bytes(b"")
    with pytest.raises(Refusal, match="正在 Word、WPS 里打开"):
        make(path)
    assert document.read_bytes() == before


def test_a_workbook_that_is_open_is_read_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    path.write_bytes(workbook())
    (tmp_path / "~$2024.xlsx").write_bytes(b"")
    assert rules(make(path).findings) == ["R09"]
