"""Who does the work: this process, several of them, or the machines of a Dask cluster."""

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread, active_count

from generator import __version__
from generator.console.arguments import MOST_JOBS
from generator.console.many.task import Result, Task
from generator.model.finding import Refusal

_WORTH_A_PROCESS = 20  # files: a process takes a third of a second to start
_CONNECTING = 10  # seconds that a cluster may take to answer
_UNDER_WAY = 4  # tasks for each worker that are handed out beforehand
_DIED = (
    "{} 没有处理完：处理它的进程意外结束（多半是内存不够）。其他文件不受影响；"
    "请单独再试一次，还不行请联系维护人员。"
)

_TLS = "tls://"
_CERTIFICATES_TOO = "，证书是不是同一个机构发的"
_OPEN = (
    "提醒：{} 没有加密，也不认人：要做的事（pickle，等于程序）走明文端口，连得上的人都能看、能改，"
    "还能让集群的机器运行任意程序。只在自己的专用内网里这样用；"
    "别处请用 tls:// 地址和 Dask 的证书配置。"
)

_LOST = "{} 没有处理完：集群的机器或连接中断了（{}）。请检查集群，再运行一次。"


def usual_jobs(files: int) -> int:
    """Return how many processes are worth their start."""
    return max(1, min(os.cpu_count() or 1, files // _WORTH_A_PROCESS, MOST_JOBS))


def in_this_process(tasks: Iterable[Task[Result]]) -> Iterator[Result]:
    """Do one after the other."""
    return map(_done_by, tasks)


def in_processes(tasks: Iterable[Task[Result]], jobs: int) -> Iterator[Result]:
    """Yield the results in the order of the tasks, which several processes work on.

    A process that dies takes all others of its pool with it: then those that were under way are
    done again, each alone, and only the one that is to blame is given up.
    """
    waiting = iter(tasks)
    while True:
        under_way: deque[tuple[Task[Result], Future[Result]]] = deque()
        try:
            with _processes(jobs) as executor:
                yield from _in_order(executor, waiting, under_way, jobs)
            return
        except BrokenExecutor:
            for task, future in under_way:
                yield _done(future) or _alone(task)


def cluster_remark(address: str) -> str:
    """Return what people should know of an address before they use it; nothing of tls://.

    Dask sends pickles, which are programs: whoever reaches such a port may run what they like.
    """
    return "" if address.startswith(_TLS) else _OPEN.format(address)


def on_cluster(tasks: Iterable[Task[Result]], address: str) -> Iterator[Result]:
    """Yield the results in the order of the tasks, which the machines of a Dask cluster work on.

    Raise Refusal where there is none, or none that has this very program.
    """
    under_way: deque[tuple[Task[Result], Future[Result]]] = deque()
    with _cluster(address) as (executor, workers):
        yield from _in_order(executor, iter(tasks), under_way, workers)


def _in_order(
    executor: Executor,
    waiting: Iterator[Task[Result]],
    under_way: deque[tuple[Task[Result], Future[Result]]],
    workers: int,
) -> Iterator[Result]:
    """Keep every worker busy, but hand out no more than that: memory does not grow."""
    while True:
        for task in islice(waiting, workers * _UNDER_WAY - len(under_way)):
            under_way.append((task, _begun(executor, task)))
        if not under_way:
            return
        task, future = under_way[0]
        try:
            result = future.result()
        except BrokenExecutor:
            raise
        except Exception as problem:  # noqa: BLE001 - what a cluster raises for a machine it lost
            result = task.given_up(_LOST.format(task.file, type(problem).__name__))
        under_way.popleft()
        yield result


def _done_by(task: Task[Result]) -> Result:
    return task.done()


def _begun(executor: Executor, task: Task[Result]) -> Future[Result]:
    """Hand out a task; to a pool that has just died, what says so when its turn comes."""
    try:
        return executor.submit(_done_by, task)
    except BrokenExecutor as problem:
        future: Future[Result] = Future()
        future.set_exception(problem)
        return future


@contextmanager
def _processes(jobs: int) -> Iterator[Executor]:
    context = get_context(start_method())
    executor = ProcessPoolExecutor(jobs, context, _live_with_the_parent)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def start_method() -> str:
    """Fork where that is safe; elsewhere each process imports all anew, which takes a while."""
    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


def _live_with_the_parent() -> None:
    """Finish what is under way when people press Ctrl+C, but end when the parent was killed.

    Nobody would hand out work or take results any more; files are whole or not there at all.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    """Wait until the parent is gone; the system tells, whatever it died of."""
    wait([sentinel])
    os._exit(1)


def _done(future: Future[Result]) -> Result | None:
    usable = future.done() and not future.cancelled() and future.exception() is None
    return future.result() if usable else None


def _alone(task: Task[Result]) -> Result:
    try:
        with _processes(1) as executor:
            return executor.submit(_done_by, task).result()
    except BrokenExecutor:
        return task.given_up(_DIED.format(task.file))


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        from distributed import Client
    except ImportError:
        raise Refusal(
            "没有装连接集群用的部件。请运行 pip install 'make-report[cluster]'，"
            "或者去掉 --cluster。"
        ) from None
    tls = address.startswith(_TLS)
    try:
        client = Client(address, timeout=_CONNECTING)
    except (OSError, ValueError) as problem:
        raise Refusal(
            f"连不上集群 {address}。请检查地址，以及集群是否已经启动{_CERTIFICATES_TOO * tls}。"
        ) from problem
    except TypeError as problem:  # no certificate is configured, or one lacks its key
        if not tls:
            raise
        raise Refusal(
            f"连不上集群 {address}：Dask 的配置里没有证书。请在 ~/.config/dask 的 "
            "distributed.comm.tls 里写明 ca-file 和 client 的 cert、key，或者去掉 --cluster。"
        ) from problem
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise Refusal(f"集群 {address} 里没有可用的机器。请先启动 dask worker。")
        executor = client.get_executor(pure=False)
        _must_have_this_program(executor, address)
        yield executor, workers


def _must_have_this_program(executor: Executor, address: str) -> None:
    try:
        there = executor.submit(version).result()
    except Exception:  # noqa: BLE001 - whatever a machine without this program raises
        there = ""
    if there != __version__:
        said = f"的是 {there}" if there else "的不是本程序，或者用不了"
        raise Refusal(f"集群 {address} 的机器上装{said}，这里是 {__version__}。请装同一版本。")


def version() -> str:
    """Return the version of this program, wherever it is called."""
    return __version__
