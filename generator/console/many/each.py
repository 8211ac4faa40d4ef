"""Works on many files, here or elsewhere, and shows how far it is; people may break it off."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile

from generator.console.many.interruption import ctrl_c
from generator.console.many.progress import with_bar, with_lines
from generator.console.many.task import ShownResult, Task
from generator.console.many.workers import (
    cluster_remark,
    in_processes,
    in_this_process,
    on_cluster,
    usual_jobs,
)
from generator.console.output import complain, say


def each_done(options: argparse.Namespace, tasks: Sequence[Task[ShownResult]]) -> list[ShownResult]:
    """Return the results in order, of the first tasks only where people pressed Ctrl+C."""
    results: list[ShownResult] = []
    with suppress(KeyboardInterrupt), ctrl_c() as pressed:
        due = takewhile(lambda _: not pressed(), tasks)
        for result in _shown(options, due, len(tasks)):
            results.append(result)  # one by one: people may break it off
    return results


def _shown(
    options: argparse.Namespace, tasks: Iterable[Task[ShownResult]], total: int
) -> Iterator[ShownResult]:
    """Work on the tasks, and show people how far it is."""
    jobs = options.jobs or usual_jobs(total)
    if options.cluster:
        if remark := cluster_remark(options.cluster):
            complain(remark)
        results = on_cluster(tasks, options.cluster)
    else:
        results = in_processes(tasks, jobs) if jobs > 1 else in_this_process(tasks)
    if options.json:
        return results
    at_a_terminal = sys.stdout.isatty() and sys.stderr.isatty()
    return with_bar(results, total) if at_a_terminal else with_lines(results, total, say)
