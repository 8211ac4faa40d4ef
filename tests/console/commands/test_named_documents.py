"""Which documents a command is about."""

from pathlib import Path

import pytest

from generator.console.commands.named_documents import named_documents
from generator.model.finding import Refusal

OURS = (
    "2023.发布.docx",
    "2023.发布.更正前-20240101-080000.docx",
    "2023.修改稿-20240101-080000.docx",
    "~$2023.docx",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outputs").mkdir()
    for name in ("2023.docx", "2024.docx", "2024.草稿.docx", "说明.txt", *OURS):
        (tmp_path / "outputs" / name).touch()
    return tmp_path


def test_of_a_folder_all_but_drafts_and_what_this_program_put_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert named_documents([Path("outputs")]) == [
        Path("outputs/2023.docx"),
        Path("outputs/2024.docx"),
    ]
    assert "2024.草稿.docx 是草稿，没有算在内" in capsys.readouterr().err


def test_a_name_with_a_star_is_all_that_are_like_it() -> None:
    assert named_documents([Path("outputs/*3.docx")]) == [Path("outputs/2023.docx")]


def test_one_that_is_named_twice_is_done_once() -> None:
    assert named_documents([Path("2023"), Path("outputs/2023.docx"), Path("inputs/2023.xlsx")]) == [
        Path("inputs/2023.xlsx")
    ]


def test_one_that_is_named_is_done_whatever_it_is() -> None:
    draft = Path("outputs/2024.草稿.docx")
    assert named_documents([draft]) == [draft]


def test_a_folder_without_any_is_refused(here: Path) -> None:
    (here / "空").mkdir()
    with pytest.raises(Refusal, match="没有要发布"):
        named_documents([Path("空")])
