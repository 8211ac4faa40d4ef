"""One process, several processes, a cluster: the same results in the same order, the same bytes."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator import __version__
from generator.console.commands.each_report import code_of_written
from generator.console.many import workers
from generator.console.many.report_task import Ending, ReportResult, ReportTask
from generator.console.many.workers import (
    cluster_remark,
    in_processes,
    in_this_process,
    on_cluster,
    usual_jobs,
)
from generator.model.finding import Refusal
from tests.console.many.offices import DEADLY, WRONG, make_or_worse, put_offices

_CERTIFICATE = (
    *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
    *("-subj", "/CN=make-report", "-days", "2"),
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    from distributed import LocalCluster  # takes long to import, and only long tests need it

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as running:
        yield running.scheduler_address


def tasks(folder: Path, count: int) -> list[ReportTask]:
    paths = put_offices(folder, count)
    return [ReportTask(path, make_or_worse, code_of_written, path.name) for path in paths]


def moved(todo: list[ReportTask], folder: Path) -> list[ReportTask]:
    return [replace(task, workbook=folder / "inputs" / task.workbook.name) for task in todo]


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "outputs").glob("*.docx")}


def endings(results: Iterator[ReportResult]) -> list[tuple[str, Ending]]:
    return [(result.workbook.name, result.ending) for result in results]


def test_the_same_documents_come_from_one_process_and_two(tmp_path: Path) -> None:
    same_as_in_one_process(tmp_path, lambda there: in_processes(there, 2))


@pytest.mark.long
def test_the_same_documents_come_from_a_cluster(tmp_path: Path, cluster: str) -> None:
    same_as_in_one_process(tmp_path, lambda there: on_cluster(there, cluster))


def test_the_same_documents_come_from_what_is_like_a_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def threads(_: str) -> Iterator[tuple[Executor, int]]:
        with ThreadPoolExecutor(2) as executor:
            yield executor, 2

    monkeypatch.setattr(workers, "_cluster", threads)
    same_as_in_one_process(tmp_path, lambda there: on_cluster(there, "tcp://a:1"))


def same_as_in_one_process(
    folder: Path, run: Callable[[list[ReportTask]], Iterator[ReportResult]]
) -> None:
    one, other = folder / "一个进程", folder / "别处"
    there = tasks(one, 3)
    shutil.copytree(one, other)
    due = endings(in_this_process(there))
    assert [ending for _, ending in due] == [Ending.WRITTEN] * 3
    assert endings(run(moved(there, other))) == due
    assert documents(one) == documents(other)
    assert len(documents(one)) == 3


def test_processes_are_forked_only_where_that_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "active_count", lambda: 2)
    assert workers.start_method() == "spawn"
    monkeypatch.setattr(workers, "active_count", lambda: 1)
    assert workers.start_method() == ("fork" if sys.platform == "linux" else "spawn")


@pytest.mark.long
@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_processes_may_be_forked_or_started_anew(tmp_path: Path, method: str) -> None:
    script = f"""
import sys
from generator.console.many import workers
from generator.console.cli import main
assert workers.start_method() == ("fork" if sys.platform == "linux" else "spawn")
workers.start_method = lambda: {method!r}
if __name__ == "__main__":
    sys.exit(main(["--jobs", "2", "inputs"]))
"""
    put_offices(tmp_path, 3)
    (tmp_path / "run.py").write_text(script)
    done = subprocess.run([sys.executable, "run.py"], cwd=tmp_path, capture_output=True, check=True)
    assert "已生成 3".encode() in done.stdout
    assert done.stderr == b""


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    todo = tasks(tmp_path, 3)
    endings(in_this_process(todo[:2]))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "outputs").iterdir()}
    again = [ending for _, ending in endings(in_processes(todo, 2))]
    assert again == [Ending.CURRENT] * 2 + [Ending.WRITTEN]
    assert all(path.stat().st_mtime_ns == when for path, when in before.items())


def test_a_workbook_that_kills_its_process_is_the_only_one_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_UNDER_WAY", 1)  # fewer are done again, each in a new process
    todo = tasks(tmp_path, 4)
    for position, name in ((1, DEADLY), (4, WRONG)):
        bad = todo[0].workbook.with_name(name)
        bad.write_bytes(b"x")
        todo.insert(position, ReportTask(bad, make_or_worse, code_of_written, name))
    results = list(in_processes(todo, 2))
    assert [result.workbook for result in results] == [task.workbook for task in todo]
    given_up = {result.workbook.name for result in results if result.ending == Ending.UNUSABLE}
    assert given_up == {DEADLY, WRONG}
    assert "进程意外结束" in results[1].said
    assert len(documents(tmp_path)) == 4


def test_no_more_is_handed_out_than_keeps_the_workers_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_UNDER_WAY", 1)
    results = in_processes(tasks(tmp_path, 8), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]  # a generator, as people break it off
    assert len(documents(tmp_path)) <= 4


@pytest.mark.parametrize(
    ("address", "problem", "said"),
    [
        ("tcp://127.0.0.1:1", OSError(), "连不上集群 tcp://127.0.0.1:1。"),
        ("不是地址", ValueError(), "连不上集群 不是地址。"),
        ("tls://127.0.0.1:1", OSError(), "证书是不是同一个机构发的"),
        ("tls://127.0.0.1:1", TypeError(), "没有证书。请在 ~/.config/dask"),
    ],
)
def test_what_dask_cannot_connect_to_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, problem: Exception, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=fail))
    with pytest.raises(Refusal, match=re.escape(said)):
        list(on_cluster([], address))


@pytest.mark.long
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:1", "连不上集群"),
        ("不是地址", "连不上集群"),
        ("tls://127.0.0.1:1", "没有证书。请在 ~/.config/dask"),
    ],
)
def test_a_cluster_that_is_not_there_is_refused(tmp_path: Path, address: str, said: str) -> None:
    put_offices(tmp_path, 2)
    command = [sys.executable, "-m", "generator", "--cluster", address, str(tmp_path / "inputs")]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert (done.returncode, said in done.stdout + done.stderr) == (2, True)


def test_an_open_port_is_spoken_of_and_an_encrypted_one_is_not() -> None:
    for address in ("tcp://10.0.0.1:8786", "10.0.0.1:8786", "TLS.example:8786"):
        assert "没有加密" in cluster_remark(address)
        assert "tls://" in cluster_remark(address)
    assert cluster_remark("tls://10.0.0.1:8786") == ""


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_the_same_documents_come_from_an_encrypted_cluster(tmp_path: Path) -> None:
    import dask  # see above
    from distributed import LocalCluster, Security

    certificate, key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
    subprocess.run(
        [*_CERTIFICATE, "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    tls = {"distributed.comm.tls.ca-file": certificate}
    for role in ("client", "worker", "scheduler"):
        tls |= {
            f"distributed.comm.tls.{role}.cert": certificate,
            f"distributed.comm.tls.{role}.key": key,
        }
    with (
        dask.config.set(tls),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=":0",
            protocol="tls://",
            security=Security(),
            silence_logs=50,
        ) as running,
    ):
        assert running.scheduler_address.startswith("tls://")
        same_as_in_one_process(tmp_path, lambda it: on_cluster(it, running.scheduler_address))


def test_what_is_like_a_cluster_with_another_version_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "version", lambda: "98")
    with (
        ThreadPoolExecutor(1) as executor,
        pytest.raises(Refusal, match=f"装的是 98，这里是 {__version__}"),
    ):
        workers._must_have_this_program(executor, "tcp://a:1")


@pytest.mark.long
def test_a_cluster_with_another_version_of_this_program_is_refused(
    tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "__version__", "99")
    with pytest.raises(Refusal, match=f"装的是 {__version__}，这里是 99"):
        list(on_cluster(tasks(tmp_path, 1), cluster))


def test_without_the_extra_a_cluster_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(Refusal, match=r"pip install 'make-report\[cluster\]'"):
        list(on_cluster(tasks(tmp_path, 1), "tcp://127.0.0.1:1"))


def test_a_process_is_started_only_where_it_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert [usual_jobs(count) for count in (2, 39, 40, 80, 1000)] == [1, 1, 2, 4, 4]
