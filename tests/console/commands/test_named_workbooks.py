"""Which workbooks a command is about."""

import os
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from generator.console.commands.named_workbooks import expanded, named_workbooks, names_apart
from generator.formats.xlsx.findings.problem_list import problem_list
from generator.model.finding import Refusal


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    names = ("乙局2024.xlsx", "甲局2024.xlsx", "甲局2024.核对.xlsx", "~$甲局2024.xlsx", "说明.docx")
    (tmp_path / "inputs").mkdir()
    for name in (*names, "甲局2024.写回前-20250101-080000.xlsx"):
        (tmp_path / "inputs" / name).touch()
    (tmp_path / "空").mkdir()
    return tmp_path / "inputs"


def names(*given: str) -> list[str]:
    return [path.name for path in expanded([Path(one) for one in given])]


def test_a_folder_stands_for_its_workbooks_without_copies_and_locks(folder: Path) -> None:
    assert names("inputs") == ["乙局2024.xlsx", "甲局2024.xlsx"]
    assert all(path.parent.name == folder.name for path in expanded([Path("inputs")]))


def test_what_else_units_may_have_handed_in_is_not_passed_over_without_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("丙局.pdf", "丁局.rar", "甲局2024.docx", "乙局2024.发布.html", "照片.jpg"):
        (folder / name).touch()
    assert names("inputs") == ["乙局2024.xlsx", "甲局2024.xlsx"]
    said = capsys.readouterr().err
    assert "丙局.pdf" in said
    assert "丁局.rar" in said
    assert "说明.docx" in said
    assert "甲局2024.docx" not in said
    assert "发布" not in said
    assert "make-report collect inputs" in said


def test_names_with_asterisks_are_looked_up_where_no_shell_did(folder: Path) -> None:  # noqa: ARG001
    assert names("inputs/甲*.xlsx", "inputs/乙*.xlsx") == ["甲局2024.xlsx", "乙局2024.xlsx"]


def test_what_a_shell_handed_over_is_taken_but_for_locks(folder: Path) -> None:
    everything = sorted(str(path) for path in folder.glob("*.xlsx"))
    assert "~$甲局2024.xlsx" not in names(*everything)
    assert "甲局2024.核对.xlsx" in names(*everything)  # refused by name later


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("空", "^文件夹 空 里没有 .xlsx 工作簿。$"),
        (".", r"要用子文件夹里的，请写 \*。"),
        ("丙*.xlsx", "没有名字像"),
        ("没有/*.xlsx", "读不了文件夹 没有：路径不存在"),
    ],
)
def test_where_there_is_none_it_is_said(folder: Path, given: str, why: str) -> None:  # noqa: ARG001
    with pytest.raises(Refusal, match=why):
        expanded([Path(given)])


def test_one_folder_without_any_is_refused_alone(folder: Path) -> None:
    assert names("空", "inputs")[0] == "空"
    assert len(names("空", "inputs")) == 3
    (folder.parent / "outputs").mkdir()
    assert names("*puts") == ["乙局2024.xlsx", "甲局2024.xlsx"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
@pytest.mark.parametrize("given", ["inputs", "inputs/*.xlsx"])
def test_a_folder_that_must_not_be_read_is_said_to_be_one(folder: Path, given: str) -> None:
    folder.chmod(0)
    try:
        with pytest.raises(Refusal, match="读不了文件夹 inputs：没有权限"):
            names(given)
    finally:
        folder.chmod(0o700)


def test_a_list_of_problems_among_them_is_none(folder: Path) -> None:
    for name in ("清单.xlsx", "丙局.XLSX"):
        (folder / name).write_bytes(problem_list([]) if name == "清单.xlsx" else b"")
    assert "清单.xlsx" not in names("inputs")
    assert "丙局.XLSX" in names("inputs")


def test_names_with_asterisks_pass_over_documents(folder: Path) -> None:
    for name in ("甲局2024.docx", "甲局2024.json"):
        (folder / name).touch()
    assert names("inputs/*") == names("inputs/*局*") == ["乙局2024.xlsx", "甲局2024.xlsx"]
    assert names("inputs/*.json") == ["甲局2024.json"]
    with pytest.raises(Refusal, match="只有最后一级可以用"):
        names("*局/*.xlsx")


def test_what_was_saved_in_another_format_is_not_passed_over(folder: Path) -> None:
    for name in ("丙局.xls", "丁局.et", "甲局2024.xls"):
        (folder / name).touch()
    assert names("inputs") == ["丁局.et", "丙局.xls", "乙局2024.xlsx", "甲局2024.xlsx"]


def test_two_that_differ_in_the_case_of_their_ending_are_both_there(folder: Path) -> None:
    (folder / "甲局2024.XLSX").touch()
    twins = [path.name for path in folder.iterdir() if path.name.lower() == "甲局2024.xlsx"]
    assert set(twins) <= set(names("inputs"))


def test_what_is_named_twice_is_done_once(folder: Path) -> None:
    assert len(names("inputs", "inputs/甲局2024.xlsx", f"inputs/../{folder.name}/*")) == 2


def test_workbooks_of_one_name_are_told_apart_by_their_folders() -> None:
    paths = [Path("甲局/2024.xlsx"), Path("乙局/2024.xlsx"), Path("乙局/2023.xlsx")]
    assert names_apart(paths) == [str(paths[0]), str(paths[1]), "2023.xlsx"]


def test_a_file_may_really_have_such_a_name(folder: Path) -> None:
    (folder / "甲[1].xlsx").touch()
    assert names("inputs/甲[1].xlsx") == ["甲[1].xlsx"]


def test_of_a_folder_there_is_no_one_last_year(folder: Path) -> None:  # noqa: ARG001
    with pytest.raises(Refusal, match="不能用 --previous"):
        named_workbooks(Namespace(files=[Path("inputs")], previous=Path("2023.xlsx")))
