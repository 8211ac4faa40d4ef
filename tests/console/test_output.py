"""What is shown, and what becomes of it where nobody can hear."""

import errno
import io
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.console import cli
from generator.console.colour import coloured
from generator.console.output import OutputFailed, complain, hand_over, harmless, say
from generator.messages.emphasis import Emphasis
from tests.few import few

COMMAND = (sys.executable, "-m", "generator", "explain")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def test_names_from_files_do_nothing_to_a_terminal() -> None:
    assert harmless("甲\x1b[2J乙\x07\r\x9b31m\u202e丙\t丁\n") == "甲�[2J乙���31m�丙\t丁\n"
    assert harmless(coloured("错\x1b误", Emphasis.ALARM)) == "\x1b[1;31m错�误\x1b[0m"
    assert harmless("\x1b[1;31m红\x1b[0m\udce9") == "�[1;31m红�[0m�"


def test_programs_get_the_same_value_in_signs_that_do_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    value = {"甲\x9b2J\x85乙": ["\u202e丙\u2028\u2066\u200f", "\x1b\x7f\n\t", "名\udce9"]}
    hand_over(json.dumps(value, ensure_ascii=False, indent=2))
    said = capsys.readouterr().out
    assert json.loads(said) == value
    assert all(sign.isprintable() for sign in said.replace("\n", ""))
    assert "丙" in said


def test_a_line_without_end_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    complain("短的\n" + "长" * 100_000)
    said = capsys.readouterr().err
    assert len(said) < 2_100
    assert "这一行有 100000 字，只显示开头" in said
    hand_over("长" * 100_000)
    assert len(capsys.readouterr().out) == 100_001


class Stopped(io.StringIO):
    """A stream that takes nothing more."""

    def __init__(self, why: int) -> None:
        super().__init__()
        self.why = why

    def write(self, _: str) -> int:
        """Take nothing."""
        raise OSError(self.why, "")


def test_who_stops_reading_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stopped(errno.EPIPE))
    for _ in range(2):
        say("没有人听")
    sys.stdout.close()


def test_what_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stopped(errno.ENOSPC))
    with pytest.raises(OutputFailed, match="磁盘已满"):
        say("结果")
    sys.stdout.close()
    monkeypatch.setattr(sys, "stderr", Stopped(errno.ENOSPC))
    complain("没有人听得到")


WAYS = [(), ("--json",), ("没有的",), ("没有的", "--json")]


@needs_full
@pytest.mark.parametrize("more", WAYS)
def test_a_full_disk_is_one_sentence(
    more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - it cannot be closed
    monkeypatch.setattr(sys, "stdout", full)
    assert cli.main(["explain", *more]) == 2
    sys.stdout.close()
    with suppress(OSError):
        full.close()
    assert capsys.readouterr().err.strip().endswith("。")


@needs_full
@pytest.mark.parametrize("more", few([(way,) for way in WAYS], 1))
def test_on_a_full_disk_the_program_ends_with_that_sentence(more: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [*COMMAND, *more], stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8"
        )
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stderr.strip().endswith("。")


@pytest.mark.parametrize("closed", [("stdout",), ("stderr",), ("stdout", "stderr")])
def test_closed_streams_are_nowhere(
    closed: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in closed:
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["explain"]) == 0
    assert cli.main(["explain", "没有的"]) == 2
    for name in closed:
        getattr(sys, name).close()


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_the_program_ends_well_where_streams_are_closed(closed: str, code: int) -> None:
    ended = subprocess.run(["sh", "-c", f'"$@" {closed}', "-", *COMMAND], check=False)
    assert ended.returncode == code
