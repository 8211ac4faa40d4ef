"""Many workbooks, as people and programs run them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.console import cli
from tests.console.many.offices import put_offices
from tests.few import few
from tests.samples import numbers, typed_totals, workbook

BROKEN = workbook(figures={**typed_totals(), "复议总计": numbers()["复议总计"] - 1})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def put_bad_ones(folder: Path) -> None:
    (folder / "inputs" / "不平.xlsx").write_bytes(BROKEN)
    (folder / "inputs" / "不是.xlsx").write_text("不是工作簿")


def test_a_folder_is_made_with_a_line_each_and_a_summary(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_offices(here, 2)
    put_bad_ones(here)
    code, out, err = run(capsys, "inputs")
    assert (code, err) == (2, "")
    lines = out.splitlines()
    assert [line[:5] for line in lines[:4]] == [f"[{number}/4]" for number in range(1, 5)]
    assert lines[4].startswith("共 4 个工作簿：已生成 2，没有生成 1，不能用 1。错误 1 处，提示 ")
    assert "少 1" in out
    assert sorted(path.name for path in (here / "outputs").iterdir()) == [
        f"第00{number}局.docx" for number in (1, 2)
    ]
    assert "已是最新 2" in run(capsys, "inputs")[1]
    assert "已生成 2" in run(capsys, "--force", "inputs")[1]


def test_programs_get_the_same_facts_as_of_single_workbooks(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = put_offices(here, 2)
    put_bad_ones(here)
    code, out, err = run(capsys, "check", "--json", "--jobs", "2", "inputs")
    assert (code, err) == (2, "")
    results = json.loads(out)["results"]
    assert sorted(one["status"] for one in results) == ["checked"] * 3 + ["unusable"]
    alone = json.loads(run(capsys, "check", "--json", str(paths[0].relative_to(here)))[1])
    assert alone["results"][0] in results


def test_all_problems_are_listed_in_a_workbook_and_none_of_it_is_live(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_offices(here, 1)
    live = '=HYPERLINK("http://example.com","点我")'
    named = workbook({("基本信息", "B4"): "'" + live, ("正文", "D4"): f"{live}【没有的名称】"})
    (here / "inputs" / "链接.xlsx").write_bytes(named)
    put_bad_ones(here)
    code, out, _ = run(capsys, "check", "inputs", "--problems", "清单.xlsx")
    assert code == 2
    assert "全部问题列在：清单.xlsx" in out
    opened = load_workbook(BytesIO((here / "清单.xlsx").read_bytes()))
    workbooks, problems = opened.worksheets
    by_result = {row[2]: row[3:5] for row in workbooks.iter_rows(min_row=4, values_only=True)}
    assert by_result["不能用"] == (None, None)
    assert workbooks.max_row == 3 + 4
    assert [cell.value for cell in problems[3]][:4] == ["工作簿", "机关名称", "性质", "编号"]
    said = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in said)
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in said)


def test_a_list_in_which_people_wrote_is_kept(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_offices(here, 1)
    run(capsys, "inputs", "--problems", "清单.xlsx")
    opened = load_workbook("清单.xlsx")
    opened.worksheets[0]["G4"] = "张三负责"
    opened.save("清单.xlsx")
    out = run(capsys, "inputs", "--problems", "清单.xlsx")[1]
    assert "上次的清单有人改过，另存为：清单.修改稿-" in out
    (kept,) = here.glob("清单.修改稿-*.xlsx")
    assert load_workbook(kept).worksheets[0]["G4"].value == "张三负责"


def test_the_list_may_lie_among_the_workbooks(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_offices(here, 2)
    for _ in range(2):
        code, out, _ = run(capsys, "inputs", "--problems", "inputs/清单.xlsx")
        assert code == 0
        assert "共 2 个工作簿" in out
    assert [path.name for path in here.glob("inputs/清单*")] == ["清单.xlsx"]
    assert "共 2 个工作簿" in run(capsys, "check", "inputs")[1]
    code, _, err = run(capsys, "check", "--annotate", "inputs/清单.xlsx")
    assert (code, "是问题清单，不是工作簿" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("inputs", "--jobs", "0"), "1 到 32 的整数"),
        (("inputs", "--jobs", "两"), "请写整数"),
        (("inputs", "--jobs", "2", "--cluster", "tcp://a:1"), "只能用一个"),
        (("inputs", "--problems", "清单.docx"), "以 .xlsx 结尾"),
        (("inputs", "--problems", "inputs/第001局.xlsx"), "就是 第001局.xlsx 本身，不能覆盖"),
        (("inputs", "--problems", "别的.xlsx"), "不是问题清单，没有覆盖"),
        (("inputs", "--problems", "inputs"), "以 .xlsx 结尾"),
        (("inputs", "--problems", "a.核对.xlsx"), "核对副本用的名字"),
        (("inputs", "--problems", "忙.xlsx"), "请关闭它再试"),
        (("inputs/第001局.xlsx", "--problems", "inputs/第001局.xlsx"), "不能覆盖"),
    ],
)
def test_what_makes_no_sense_together_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], why: str
) -> None:
    put_offices(here, 2)
    (here / "别的.xlsx").write_bytes(workbook())
    (here / "~$忙.xlsx").touch()
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert why in err
    assert not (here / "outputs").exists()


@pytest.fixture
def at_a_terminal() -> Iterator[None]:
    """Let what is started be broken off, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


IN_NO_HURRY = """
import sys, time
from pathlib import Path
from generator.console.cli import main
from generator.console.many import report_task as task

def attempted(workbook, run, usual=task.attempted):
    if len(list(Path("outputs").glob("*.docx"))) > 1:
        time.sleep(0.3)
    return usual(workbook, run)

task.attempted = attempted
sys.exit(main())
"""
"""The program, with time to break it off after the second workbook."""
on_keys = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise on Windows")


@on_keys
@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(("jobs", "presses"), few([("1", 1), ("2", 9)], 1))
def test_broken_off_it_sums_up_and_goes_on_the_next_time(
    here: Path, capsys: pytest.CaptureFixture[str], jobs: str, presses: int
) -> None:
    put_offices(here, 4)
    goes_on_after_it_was_broken_off(here, capsys, ("-c", IN_NO_HURRY), jobs, presses)


@on_keys
@pytest.mark.long
@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(("jobs", "presses"), [("1", 1), ("2", 1), ("1", 2), ("2", 2), ("1", 9)])
def test_broken_off_at_any_moment_it_goes_on_the_next_time(
    here: Path, capsys: pytest.CaptureFixture[str], jobs: str, presses: int
) -> None:
    put_offices(here, 60)
    goes_on_after_it_was_broken_off(here, capsys, ("-m", "generator"), jobs, presses)


def goes_on_after_it_was_broken_off(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    program: tuple[str, str],
    jobs: str,
    presses: int,
) -> None:
    arguments = ["--jobs", jobs, "inputs", "--problems", "清单.xlsx"]
    count = len(list((here / "inputs").iterdir()))
    running = subprocess.Popen(
        [sys.executable, *program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    outputs = here / "outputs"
    while not (outputs.exists() and len(list(outputs.glob("*.docx"))) > 1):
        time.sleep(0.01)
        assert running.poll() is None
    for _ in range(presses):
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        time.sleep(0.005)
    out, err = (stream.decode() for stream in running.communicate(timeout=60))
    assert running.returncode == 2
    assert "已中断：还有" in out
    assert "Traceback" not in err
    done = len(list(outputs.glob("*.docx")))
    assert 1 < done < count
    assert presses > 1 or not list(outputs.glob(".*"))
    rows = load_workbook("清单.xlsx")["各单位"].iter_rows(min_row=4, values_only=True)
    results = [row[2] for row in rows]
    assert len(results) == count
    assert results.count("没有处理") == int(out.split("还有 ")[1].split(" ")[0])
    code, again, _ = run(capsys, *arguments)
    assert code == 0
    assert f"已是最新 {done}，已生成 {count - done}" in again


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lists processes otherwise")
@pytest.mark.parametrize("method", ["fork", pytest.param("spawn", marks=pytest.mark.long)])
def test_workers_end_when_their_parent_is_killed(here: Path, method: str) -> None:
    script = f"""
import os, sys, time
from pathlib import Path
from generator.console.many import workers
from generator.console.many.workers import in_processes
workers.start_method = lambda: {method!r}
class Slow:
    file = Path("a.xlsx")
    def done(self):
        Path(f"{{os.getpid()}}.worker").touch()
        time.sleep(60)
if __name__ == "__main__":
    list(in_processes([Slow()] * 9, 3))
"""
    (here / "run.py").write_text(script)
    parent = subprocess.Popen([sys.executable, "run.py"])
    until(lambda: len(list(here.glob("*.worker"))) == 3)
    parent.kill()
    parent.wait()
    workers = [int(path.stem) for path in here.glob("*.worker")]
    try:
        until(lambda: not any(map(is_running, workers)))
    finally:
        for left in filter(is_running, workers):
            os.kill(left, signal.SIGKILL)


def until(come_true: Callable[[], bool]) -> None:
    for _ in range(200):
        if come_true():
            return
        time.sleep(0.05)
    raise AssertionError("did not come true in ten seconds")


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
    except ProcessLookupError:
        return False
