"""`make-report check --annotate`: what was found is marked in a copy of the workbook."""

import json
from pathlib import Path

import pytest

from tests.console.command_line import run
from tests.form.small_office import WORKBOOK, filled_in
from tests.opened import changed

BROKEN = filled_in(结案单位=5)
WORDING = filled_in("引用【没有的名称】")


def test_findings_are_marked_in_a_copy_beside_the_workbook(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in (("一.xlsx", BROKEN), ("二.xlsx", WORDING)):
        (office / name).write_bytes(data)
    code, out, _ = run(capsys, "check", "--annotate", "一.xlsx", "二.xlsx")
    assert code == 1
    assert "  问题标在副本里：一.核对.xlsx（要修改的，请改原来的工作簿）\n" in out
    assert sorted(path.name for path in office.glob("*.xlsx")) == sorted(
        ["一.xlsx", "一.核对.xlsx", "二.xlsx", "二.核对.xlsx"]
    )
    assert (office / "一.xlsx").read_bytes() == BROKEN
    before = (office / "一.核对.xlsx").stat().st_mtime_ns
    answer = json.loads(run(capsys, "check", "--annotate", "一.xlsx", "--json")[1])
    assert answer["results"][0]["annotated"] == "一.核对.xlsx"
    assert answer["results"][0]["kept"] is None
    assert (office / "一.核对.xlsx").stat().st_mtime_ns == before


def test_a_copy_that_a_person_wrote_in_is_kept(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook, copy = office / "2024.xlsx", office / "2024.核对.xlsx"
    workbook.write_bytes(BROKEN)
    run(capsys, "check", "--annotate", workbook.name)
    edited = changed(copy.read_bytes(), lambda book: book["核对记录"].cell(4, 1, "记在副本里"))
    copy.write_bytes(edited)
    _, out, _ = run(capsys, "check", "--annotate", workbook.name)
    (kept,) = office.glob("2024.核对.修改稿-*.xlsx")
    assert kept.read_bytes() == edited
    assert f"  上次的副本有人改过，另存为：{kept.name}。写在那里的修改和核对记录，" in out


def test_copies_are_not_among_the_workbooks_to_choose_from(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = office / "inputs"
    for name in ("2024.核对.xlsx", "2024.核对.修改稿-20240101-000000.xlsx"):
        (inputs / name).write_bytes(BROKEN)
    assert run(capsys, "check")[1].startswith(f"已核对：{Path(WORKBOOK)}")


def test_a_copy_taken_for_the_workbook_is_told_apart(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "2024.xlsx").write_bytes(filled_in())
    run(capsys, "check", "--annotate", "2024.xlsx")
    code, out, _ = run(capsys, "check", "2024.核对.xlsx")
    assert code == run(capsys, "check", "2024.xlsx")[0]
    assert "这份工作簿是核对时另存的副本" in out
    code, _, err = run(capsys, "check", "--annotate", "2024.核对.xlsx")
    assert code == 2
    assert "请核对原来的工作簿" in err
    assert len(list(office.glob("*.xlsx"))) == 2


def test_a_copy_that_cannot_be_written_costs_none_of_the_findings(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "2024.xlsx").write_bytes(BROKEN)
    (office / "2024.核对.xlsx").mkdir()
    code, out, _ = run(capsys, "check", "--annotate", "2024.xlsx")
    assert code == 2
    assert "  没有标在副本里：2024.核对.xlsx 是文件夹，不能写成文件。" in out
    assert "必须改正的错误" in out
    answer = json.loads(run(capsys, "check", "--annotate", "2024.xlsx", "--json")[1])
    assert answer["results"][0]["not_annotated"].startswith("2024.核对.xlsx 是文件夹")
    assert answer["results"][0]["findings"]
