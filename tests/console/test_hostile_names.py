"""Names of files that would command a terminal or pass for words of the program."""

import json
import os
import sys
from pathlib import Path

import pytest

from generator.console import cli
from tests.form.small_office import document, filled_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such names")
NAME = "\x1b[31m红\n已生成：别的\x9b2J\u202e"
SHOWN = "�[31m红↵已生成：别的�2J�"
ARGUMENTS = [
    (f"{NAME}.xlsx",),
    (f"{NAME}.xlsx", f"{NAME}2.xlsx"),
    ("check", f"{NAME}.xlsx"),
    ("check", "--annotate", f"{NAME}.xlsx"),
    ("check", f"{NAME}.xlsx", f"{NAME}2.xlsx", "--problems", f"{NAME}清单.xlsx"),
    ("export", f"{NAME}.xlsx"),
    ("review", f"{NAME}审.docx"),
    ("revise", f"{NAME}审.docx"),
    ("import", f"{NAME}审.docx", "-o", f"{NAME}新.xlsx"),
    ("new", "--organ", "某某局", "--year", "2024", "--form", "small", "-o", f"{NAME}空.xlsx"),
    ("new", "--from", f"{NAME}.xlsx", "-o", f"{NAME}年.xlsx"),
    ("check-template", f"{NAME}审.docx"),
    ("check-template", f"{NAME}没有.docx"),
    ("check", f"{NAME}没有.xlsx"),
    (f"{NAME}没有/*.xlsx",),
    ("没有", f"--{NAME}"),
]


@pytest.fixture(autouse=True)
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office / "inputs")
    for number in ("", "2"):
        Path(f"{NAME}{number}.xlsx").write_bytes(filled_in())
    Path(f"{NAME}审.docx").write_bytes(document())


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda given: given[0][:9].strip(NAME))
def test_a_name_is_shown_and_does_nothing(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    cli.main(arguments)
    out, err = capsys.readouterr()
    assert SHOWN in out + err
    for line in (out + err).splitlines():
        assert not line.lstrip(" ").startswith("已生成：别的")
        assert not set(line) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("arguments", ARGUMENTS[2:9], ids=lambda given: given[0][:9].strip(NAME))
def test_programs_are_told_the_name_as_it_is(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    cli.main([*arguments, "--json"])
    out, err = capsys.readouterr()
    assert err == ""
    assert not set(out) & set("\x1b\x9b\u202e")
    told = json.loads(out)["results"][0]
    assert any(NAME in str(value) for value in told.values())


def test_a_name_in_another_encoding_is_shown_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"\xff\xfe.xlsx")
    Path(name).write_bytes(filled_in())
    assert cli.main(["check", name]) == 0
    assert "已核对：��.xlsx" in capsys.readouterr().out
    cli.main(["check", name, "--json"])
    assert json.loads(capsys.readouterr().out)["results"][0]["workbook"] == name
