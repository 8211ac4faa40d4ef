"""What people type who have never seen a command line, and what they are answered."""

import shutil
from pathlib import Path

import pytest

from generator.console import cli
from generator.console.typed_words import COMMANDS, mistyped
from tests.form.small_office import WORKBOOK
from tests.paths import WORKBOOK as PUBLISHED

pytestmark = pytest.mark.usefixtures("office")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_year_is_the_workbook_or_the_document_of_that_year(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "2024")[1].startswith("已生成：outputs/2024.docx".replace("/", _slash()))
    assert "没有人改过" in run(capsys, "review", "2024")[1]
    assert run(capsys, "check", "2024.xlsx")[1].startswith("已核对")
    assert run(capsys, "new", "--from", "2024")[0] == 0
    assert Path("inputs/2025.xlsx").exists()


def test_a_name_that_two_files_may_have_is_neither(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(WORKBOOK, "2024.xlsx")
    code, said = run(capsys, "2024")
    assert code == 2
    assert f"2024 可能是 2024.xlsx 或 {Path(WORKBOOK)}，请写明是哪一个。" in said


def test_a_file_that_is_not_there_may_be_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "inputs/2042.xlsx")
    assert code == 2
    assert f"，是不是 {Path('inputs/2024.xlsx')}？" in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["nwe", "--organ", "某局", "--year", "2025"], "没有“nwe”这个命令，是不是 new？"),
        (
            ["new", "2025"],
            "“2025”是什么，请在前面写明。空白的：make-report new --organ 某某局 --year 2025；"
            "从上年的开始：make-report new --from 上年的工作簿",
        ),
        (["新建", "某市某局"], "make-report new --organ 某市某局 --year 2024；"),
        (["new", "inputs/2024.xlsx"], "make-report new --from inputs/2024.xlsx"),
        (["—apply", "a.docx"], "--apply 只用于 review。"),
        (["－－draft", "—year=2025"], "--year 只用于 new、 collect。"),
        (["nwe"], "没有“nwe”这个命令，是不是 new？"),
        (["chekc", "inputs/2024.xlsx"], "没有“chekc”这个命令，是不是 check？"),
        (["审阅稿"], "是不是 review？"),
        (
            ["inputs/2024.xlsx", "核对"],
            "命令 核对 要写在最前面，如：make-report check inputs/2024.xlsx",
        ),
        (["--apply", "a.docx"], "--apply 只用于 review。请写：make-report review --apply a.docx"),
        (["check", "--draft", "a b.xlsx"], '只用于生成报告。请写：make-report --draft "a b.xlsx"'),
        (["--forec", "2024"], "不认识“--forec”，是不是 --force？"),
        (["--nonsense"], "不认识“--nonsense”。"),
        (["新建", "--year", "2024"], "新建工作簿要写明机关和年度"),
        (["--draft", "年 报.docx"], '看审阅时改了什么，请写：make-report review "年 报.docx"'),
    ],
)
def test_what_is_mistyped_is_answered_with_what_to_type(
    capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    code, answer = run(capsys, *typed)
    assert code == 2
    assert said in answer


def test_a_command_is_understood_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "核对", "2024")[1].startswith("已核对")
    assert run(capsys, "生成", "2024")[1].startswith("已生成")
    assert run(capsys, "make", "2024")[1].startswith("已是最新")
    assert run(capsys, "新建", "--organ", "某某局", "--year", "2030", "--form", "small")[0] == 0


def test_a_folder_called_like_a_command_is_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("核对").mkdir()
    shutil.copy(PUBLISHED, "核对/2023.xlsx")
    assert run(capsys, "核对")[1].startswith("已生成")


def test_a_report_that_is_dragged_on_is_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "2024")
    assert run(capsys, "outputs/2024.docx") == run(capsys, "review", "outputs/2024.docx")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_is_taken_for_another(command: str) -> None:
    assert mistyped(command) == command


def _slash() -> str:
    return str(Path("a/b"))[1]


@pytest.mark.parametrize("typed", ["version", "版本", "-v", "-V", "—version"])
def test_the_version_is_told_however_it_is_asked_for(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, typed)
    assert (code, said) == (0, run(capsys, "--version")[1])


def test_a_file_whose_name_begins_with_a_dash_is_a_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(WORKBOOK, "—某局.xlsx")
    assert run(capsys, "check", "—某局.xlsx")[1].startswith("已核对：—某局.xlsx")
