"""Some cases of each kind; and what judges them finds what is planted for it."""

import time
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from tests.fuzzing.__main__ import main
from tests.fuzzing.case import Case, Kind, Name, named, published
from tests.fuzzing.judge import judge
from tests.fuzzing.kills import kill_all
from tests.fuzzing.kinds import case_of
from tests.fuzzing.playing import Played, play
from tests.fuzzing.scenes import Scene, faults_left
from tests.fuzzing.texts import PLANTED
from tests.fuzzing.workers import Verdict, try_all, try_case

GOOD = {"inputs/2023.xlsx": published("inputs/2023.xlsx")}
CASE = Case(GOOD, ("inputs/2023.xlsx",), writes="outputs/*.docx")
QUICK = 10
"""The number of cases that are soon over, of whichever kind."""
PLAYED = Played(0, "已生成：outputs/2023.docx", "", GOOD)


def document() -> bytes:
    saved = BytesIO()
    docx.Document().save(saved)
    return saved.getvalue()


def workbook(cell: str) -> bytes:
    made, saved = Workbook(), BytesIO()
    made.worksheets[0]["A1"] = cell
    made.save(saved)
    return saved.getvalue()


def linked(target: str) -> bytes:
    made = docx.Document(BytesIO(document()))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    made.part.relate_to(target, kind, is_external=True)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def with_other_sums(data: bytes) -> bytes:
    """Return an archive that opens, and of which one member is not what its sum says."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        member = max(archive.infolist(), key=lambda member: member.compress_size)
    at = member.header_offset + 40 + len(member.filename) + member.compress_size // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_case_ends_as_it_should(kind: Kind, tmp_path: Path) -> None:
    assert try_case(Name(kind, QUICK), tmp_path / "case").faults == ()


@pytest.mark.long
@pytest.mark.parametrize("kind", list(Kind))
def test_many_cases_end_as_they_should(kind: Kind, tmp_path: Path) -> None:
    verdicts = [try_case(Name(kind, number), tmp_path / "case") for number in range(40)]
    assert [verdict for verdict in verdicts if verdict.faults] == []
    assert len({verdict.code for verdict in verdicts}) > 1


@pytest.mark.parametrize("kind", list(Kind))
def test_a_case_is_made_again_from_its_name(kind: Kind) -> None:
    name = Name(kind, QUICK)
    assert case_of(name) == case_of(named(str(name)))
    assert case_of(name) != case_of(replace(name, number=3))


def test_a_good_workbook_is_made_without_a_fault(tmp_path: Path) -> None:
    played = play(CASE, tmp_path / "case")
    assert (played.code, judge(CASE, played)) == (0, [])
    assert set(played.after) == {*GOOD, "outputs/2023.docx"}


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (Played(None, "", "Traceback …\nKeyError: 1", GOOD), "exit code None"),
        (Played(2, "", "Traceback (most recent call last)\n坏了。", GOOD), "a traceback"),
        (
            Played(2, "", "程序遇到了没有料到的问题（KeyError，a.py:1）。", GOOD),
            "an unforeseen problem",
        ),
        (Played(2, "", "error: 2", GOOD), "exit code 2 without a sentence"),
        (Played(0, "", "", GOOD), "nothing said"),
        (replace(PLAYED, err="a.py:1: UserWarning: extension"), "a warning of Python"),
    ],
)
def test_the_judge_hears_what_should_not_be_said(wrong: Played, fault: str) -> None:
    assert any(found.startswith(fault) for found in judge(CASE, wrong))


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"outputs/2023.docx": document()[:-100]}, "is no whole archive"),
        ({"outputs/2023.docx": with_other_sums(document())}, "is no whole archive"),
        ({"outputs/2023.docx": workbook("甲")}, "cannot be opened"),
        ({"outputs/2023.docx": linked(f"http://{PLANTED}.example")}, "live in"),
        ({"outputs/.make-report-1.tmp": b""}, "left behind"),
        ({"inputs/2024.xlsx": workbook("甲")}, "written or changed"),
        ({"inputs/2023.xlsx": workbook("甲")}, "inputs/2023.xlsx lost"),
    ],
)
def test_the_judge_sees_what_should_not_be_there(files: Mapping[str, bytes], fault: str) -> None:
    found = judge(CASE, replace(PLAYED, after={**GOOD, **files}))
    assert any(fault in one for one in found)


def test_the_judge_sees_a_text_that_became_a_formula() -> None:
    case = replace(CASE, command=("new", "--from", "inputs/2023.xlsx"), writes="inputs/*.xlsx")
    live, dead = (workbook(f"{sign}HYPERLINK({PLANTED})") for sign in ("=", "'="))
    judged = [
        judge(case, replace(PLAYED, after={**GOOD, "inputs/2024.xlsx": made}))
        for made in (live, dead)
    ]
    assert [bool(found) for found in judged] == [True, False]


@pytest.mark.parametrize("code", [1, 2])
def test_a_command_that_refuses_or_holds_back_writes_nothing(code: int) -> None:
    played = Played(code, "没有生成。", "", {**GOOD, "outputs/2023.docx": document()})
    assert any("written" in fault for fault in judge(CASE, played))


@pytest.mark.long
def test_the_command_tries_cases_of_every_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = partial(try_case, folder=tmp_path / "case")
    monkeypatch.setattr("tests.fuzzing.__main__.try_all", partial(map, here))
    tries_every_kind(capsys, QUICK)


@pytest.mark.long
def test_the_command_tries_cases_in_other_processes(capsys: pytest.CaptureFixture[str]) -> None:
    tries_every_kind(capsys, 100)


def tries_every_kind(capsys: pytest.CaptureFixture[str], seed: int) -> None:
    of_each = len(Kind)
    assert main([str(of_each), "--seed", str(seed)]) == 0
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()[1 : of_each + 3]] == [
        ["kind", "cases"],
        *([kind, "1"] for kind in Kind),
        ["all", str(of_each)],
    ]


def sleeps_or_ends(name: Name, _: Path) -> Verdict:
    """Hang in one case, and die in another."""
    if name.number == 1:
        time.sleep(60)
    if name.number == 2:
        raise SystemExit(7)
    return Verdict(name, 0, (), 0.0)


@pytest.mark.long  # of the fuzzing itself, which people start and look at
def test_a_case_that_hangs_or_dies_fails_and_the_others_go_on() -> None:
    names = [Name(Kind.JSON, number) for number in range(4)]
    verdicts = list(try_all(names, trial=sleeps_or_ends, seconds=1.0, processes=1))
    assert {verdict.name.number for verdict in verdicts} == set(range(4))
    failed = {verdict.name.number: verdict.faults for verdict in verdicts if verdict.faults}
    assert set(failed) == {1, 2}
    assert "sleeps_or_ends" in failed[1][0]


@pytest.mark.long  # that files are replaced whole, the tests of their delivery guard
def test_a_killed_command_leaves_old_files_or_new_ones() -> None:
    assert kill_all(8) == 0


def test_half_a_file_and_one_without_its_copy_are_seen() -> None:
    scene = Scene("review", GOOD, "inputs/2023.xlsx", keeps=True)
    assert list(faults_left(scene, GOOD)) == []
    half = {name: data[:-9] for name, data in GOOD.items()}
    assert [fault.partition(" ")[2] for fault in faults_left(scene, half)] == [
        "replaced, and there is no copy of it",
        "is no whole archive",
    ]
    assert list(faults_left(scene, {})) == ["inputs/2023.xlsx is gone"]
