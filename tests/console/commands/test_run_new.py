"""`make-report new`: where the new workbook goes, and what is said of it."""

from pathlib import Path

import pytest

from tests.console.command_line import run
from tests.form.small import SMALL
from tests.form.small_office import WORKBOOK, filled_in
from tests.typed_cells import typed

ASKED = ("new", "--form", SMALL.id, "--organ", "某某市某某局", "--year", "2025")


def test_a_new_workbook_goes_to_inputs_where_there_is_such_a_folder(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run(capsys, *ASKED)
    assert (code, out.splitlines()[0]) == (0, f"已新建：{Path('inputs/2025.xlsx')}")
    assert (office / "inputs" / "2025.xlsx").exists()
    monkeypatch.chdir(office / "templates")
    code, out, _ = run(capsys, *ASKED)
    assert (code, out.splitlines()[0]) == (0, "已新建：2025.xlsx")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("asked", [ASKED, ("new", "--from", WORKBOOK, "-o", "某局 年报.xlsx")])
def test_what_is_there_already_is_never_written_over(
    asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *asked)[0] == 0
    code, out, err = run(capsys, *asked)
    assert (code, out) == (2, "")
    assert "已经有了，没有覆盖" in err


def test_what_could_not_be_read_of_last_year_s_is_said_with_the_new_workbook(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / WORKBOOK).write_bytes(typed(filled_in(), {("正文", "A9"): "七、附则"}))
    code, out, _ = run(capsys, "new", "--from", WORKBOOK, "--year", "2025", "-o", "新.xlsx")
    assert code == 0
    assert "  没有沿用：2024.xlsx『正文』A9：" in out
