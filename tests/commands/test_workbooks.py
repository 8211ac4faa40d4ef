"""Which workbooks a command is about."""

from argparse import Namespace
from pathlib import Path

import pytest

from generator.commands.workbooks import expanded, named_workbooks
from generator.finding import Refusal


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


def test_names_with_asterisks_are_looked_up_where_no_shell_did(folder: Path) -> None:  # noqa: ARG001
    assert names("inputs/甲*.xlsx", "inputs/乙*.xlsx") == ["甲局2024.xlsx", "乙局2024.xlsx"]


def test_what_a_shell_handed_over_is_taken_but_for_locks(folder: Path) -> None:
    everything = sorted(str(path) for path in folder.glob("*.xlsx"))
    assert "~$甲局2024.xlsx" not in names(*everything)
    assert "甲局2024.核对.xlsx" in names(*everything)  # refused by name later


@pytest.mark.parametrize(
    ("given", "why"), [("空", "没有 .xlsx 工作簿"), ("丙*.xlsx", "没有名字像")]
)
def test_where_there_is_none_it_is_said(folder: Path, given: str, why: str) -> None:  # noqa: ARG001
    with pytest.raises(Refusal, match=why):
        expanded([Path(given)])


def test_a_file_may_really_have_such_a_name(folder: Path) -> None:
    (folder / "甲[1].xlsx").touch()
    assert names("inputs/甲[1].xlsx") == ["甲[1].xlsx"]


def test_of_a_folder_there_is_no_one_last_year(folder: Path) -> None:  # noqa: ARG001
    with pytest.raises(Refusal, match="不能用 --previous"):
        named_workbooks(
            Namespace(files=[Path("inputs")], previous=Path("2023.xlsx"), problems=None)
        )
