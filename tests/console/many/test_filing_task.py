"""A worker that is killed in the middle of a collection loses nothing: the same bytes come out."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.console.many import filing_task
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.model.collection.filing import Filing
from generator.model.collection.unit import Unit, UnitList
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.handed_in import HandedIn
from tests.console.many.offices import put_offices

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows kills otherwise"),
]
OFFICES, FATAL = 12, "第007局.xlsx"
COLLECT = ("collect", "inputs", "--units", "名单.xlsx", "-o", "汇总2024.xlsx")
SCRIPT = """
import sys
from pathlib import Path
from generator.console.cli import main
from tests.console.many.test_filing_task import die_once
die_once(Path("killed").absolute())
sys.exit(main(sys.argv[1:]))
"""
Made = dict[str, bytes]


def die_once(marker: Path) -> None:
    """Let the first process die at once that reads a certain file in the middle; no other."""

    def read(given: HandedIn) -> Filing:
        if given.name == FATAL:
            try:
                marker.touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        return read_filing(given)

    vars(filing_task)["read_filing"] = read


@pytest.fixture
def expected(tmp_path: Path) -> Made:
    """Return what one process makes, of offices of which one is broken and one is missing."""
    put_offices(tmp_path / "一个进程", OFFICES)
    here = tmp_path / "一个进程"
    (here / "inputs" / "坏的.xlsx").write_bytes(b"no workbook")
    names = [f"某某市第{number}局" for number in range(1, OFFICES + 2)]
    listed = UnitList("某某市人民政府", 2024, tuple(map(Unit, names)))
    (here / "名单.xlsx").write_bytes(unit_list_workbook(listed))
    shutil.copytree(here, tmp_path / "别处")
    return collected(here, "-m", "generator", *COLLECT, "--jobs", "1")


def collected(folder: Path, *arguments: str) -> Made:
    """Run a command that collects, with a cache of its own; return what it made."""
    places = {"XDG_CACHE_HOME": str(folder / "缓存"), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **places},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, done.stdout.decode() + done.stderr.decode()  # one is missing
    assert f"计入 {OFFICES} 个单位，名单上共 {OFFICES + 1} 个".encode() in done.stdout
    made = [folder / "汇总2024.xlsx", *sorted((folder / "整改单").glob("*.docx"))]
    return {path.name: path.read_bytes() for path in made}


def test_one_of_two_processes_is_killed(tmp_path: Path, expected: Made) -> None:
    there = tmp_path / "别处"
    assert collected(there, "-c", SCRIPT, *COLLECT, "--jobs", "2") == expected
    assert (there / "killed").exists()


def test_one_of_the_workers_of_a_cluster_is_killed(tmp_path: Path, expected: Made) -> None:
    from distributed import Client, LocalCluster  # takes long to import

    there = tmp_path / "别处"
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
        ) as running,
        Client(running) as client,
    ):
        before = {worker.pid for worker in running.workers.values()}
        client.run(die_once, there / "killed")
        address = running.scheduler_address
        made = collected(there, "-m", "generator", *COLLECT, "--cluster", address)
        assert {worker.pid for worker in running.workers.values()} != before
    assert made == expected
    assert (there / "killed").exists()
