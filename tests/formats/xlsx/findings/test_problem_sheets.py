"""A list of problems is known by its worksheets."""

import os
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.formats.xlsx.findings.problem_list import problem_list
from generator.formats.xlsx.findings.problem_sheets import is_problem_list
from tests.samples import workbook


def test_a_list_is_known_whoever_saved_it(tmp_path: Path) -> None:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(problem_list([]))
    assert is_problem_list(path)
    opened = load_workbook(BytesIO(path.read_bytes()))
    opened.create_sheet("我的备注")
    opened.save(path)
    assert is_problem_list(path)


@pytest.mark.parametrize("content", [workbook(), b"", b"PK\x03\x04", problem_list([])[:-30]])
def test_anything_else_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "别的.xlsx"
    path.write_bytes(content)
    assert not is_problem_list(path)
    assert not is_problem_list(tmp_path)
    assert not is_problem_list(tmp_path / "没有.xlsx")


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders on Windows")
def test_what_would_never_end_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.xlsx")
    assert not is_problem_list(tmp_path / "管道.xlsx")


def test_an_archive_of_very_many_members_is_none_and_not_looked_into(tmp_path: Path) -> None:
    content = BytesIO(problem_list([]))
    with zipfile.ZipFile(content, "a") as archive:
        for number in range(300):
            archive.writestr(f"{number}.xml", b"")
    (tmp_path / "多.xlsx").write_bytes(content.getvalue())
    assert not is_problem_list(tmp_path / "多.xlsx")
