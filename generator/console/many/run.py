"""Runs many workbooks, shows how far it is, and sums up workbook by workbook."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from generator.console.colour import paint_for
from generator.console.commands.each_report import CodeOf, Run
from generator.console.commands.named_workbooks import names_apart
from generator.console.exit_codes import DONE, UNUSABLE
from generator.console.many.interruption import ctrl_c, undisturbed
from generator.console.many.progress import with_bar, with_lines
from generator.console.many.summary import BROKEN_OFF, spoken_results
from generator.console.many.task import Task, TaskResult
from generator.console.many.workers import (
    cluster_remark,
    in_processes,
    in_this_process,
    on_cluster,
    usual_jobs,
)
from generator.console.output import complain, hand_over, say
from generator.messages.as_json import as_json
from generator.model.finding import Refusal


def run_batch(
    options: argparse.Namespace, workbooks: Sequence[Path], run: Run, code_of: CodeOf
) -> int:
    """Run every workbook and sum up; return the worst exit code."""
    target: Path | None = options.problems
    if target:
        from generator.console.many.problems_file import must_take_a_list

        must_take_a_list(target, workbooks)
    tasks = [
        Task(path, run, code_of, name, with_record=options.json, with_problems=bool(target))
        for path, name in zip(workbooks, names_apart(workbooks), strict=True)
    ]
    with undisturbed():
        results: list[TaskResult] = []
        with suppress(KeyboardInterrupt), ctrl_c() as pressed:
            due = takewhile(lambda _: not pressed(), tasks)
            for result in _shown(options, due, len(tasks)):
                results.append(result)  # one by one: people may break it off
        return _summed_up(options, results, tasks[len(results) :])


def _summed_up(
    options: argparse.Namespace, results: Sequence[TaskResult], undone: Sequence[Task]
) -> int:
    """Write the list of problems and the summary; return the worst exit code."""
    code = max(UNUSABLE if undone else DONE, *(result.code for result in results), DONE)
    listed = refused = ""
    if options.problems:
        from generator.console.many.problems_file import write_problems

        try:
            listed = write_problems(options.problems, results, undone)
        except Refusal as refusal:
            refused = f"问题清单没有写成：{refusal}"
    if options.json:
        message = BROKEN_OFF.format(len(undone)) if undone else refused
        record = {"results": [result.record for result in results]}
        hand_over(as_json(record | ({"message": message} if message else {})))
    else:
        paint = paint_for(sys.stdout)
        say(spoken_results(results, left=len(undone), listed=listed or refused, paint=paint))
    return UNUSABLE if refused else code


def _shown(options: argparse.Namespace, tasks: Iterable[Task], total: int) -> Iterator[TaskResult]:
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
