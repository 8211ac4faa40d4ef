"""Runs many workbooks, shows how far it is, and sums up unit by unit."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from generator.batch.interruption import ctrl_c
from generator.batch.progress import with_bar, with_lines
from generator.batch.unit import Task, Unit
from generator.batch.unit_text import BROKEN_OFF, DO_AGAIN, NOT_DONE, spoken_units
from generator.batch.workers import in_processes, in_this_process, on_cluster, usual_jobs
from generator.commands.reports import CodeOf, Run
from generator.commands.workbooks import names_apart
from generator.delivery import deliver
from generator.ending import DONE, UNUSABLE
from generator.finding import Refusal
from generator.ink import paint_for
from generator.pipeline.examination import never_over
from generator.voice import as_facts, complain, hand_over, say
from generator.workbook.problem_sheets import is_problem_list


def run_batch(
    options: argparse.Namespace, workbooks: Sequence[Path], run: Run, code_of: CodeOf
) -> int:
    """Run every workbook and sum up; return the worst exit code."""
    target: Path | None = options.problems
    if target:
        never_over(target, *workbooks)
        _only_over_a_list(target)
    tasks = [
        Task(path, run, code_of, name, with_record=options.json, with_problems=bool(target))
        for path, name in zip(workbooks, names_apart(workbooks), strict=True)
    ]
    units: list[Unit] = []
    with ctrl_c() as pressed, suppress(KeyboardInterrupt):
        due = takewhile(lambda _: not pressed(), tasks)
        for unit in _shown(options, due, len(tasks)):
            units.append(unit)  # one by one: people may break it off
    left = len(tasks) - len(units)
    code = max(UNUSABLE if left else DONE, *(unit.code for unit in units), DONE)
    listed = refused = ""
    if target:
        try:
            listed = _write_problems(target, units, tasks[len(units) :])
        except Refusal as refusal:
            refused = str(refusal)
    if options.json:
        message = BROKEN_OFF.format(left) if left else refused
        facts = {"results": [unit.record for unit in units]}
        hand_over(as_facts(facts | ({"message": message} if message else {})))
    else:
        say(spoken_units(units, left=left, listed=listed, paint=paint_for(sys.stdout)))
        if refused:
            complain(refused)
    return UNUSABLE if refused else code


def _shown(options: argparse.Namespace, tasks: Iterable[Task], total: int) -> Iterator[Unit]:
    """Work on the tasks, and show people how far it is."""
    jobs = options.jobs or usual_jobs(total)
    if options.cluster:
        units = on_cluster(tasks, options.cluster)
    else:
        units = in_processes(tasks, jobs) if jobs > 1 else in_this_process(tasks)
    if options.json:
        return units
    at_a_terminal = sys.stdout.isatty() and sys.stderr.isatty()
    return with_bar(units, total) if at_a_terminal else with_lines(units, total, say)


def _only_over_a_list(target: Path) -> None:
    """Refuse to put the list of problems in the place of a file that is something else."""
    if target.is_file() and not is_problem_list(target):
        raise Refusal(f"{target} 已经有了，不是问题清单，没有覆盖。请给清单换一个文件名。")


def _write_problems(target: Path, units: Sequence[Unit], left: Sequence[Task]) -> str:
    """Write the list of problems and return where it is. Raise Refusal where that cannot be."""
    from generator.workbook import seal  # writing workbooks takes openpyxl, which takes its time
    from generator.workbook.problem_list import UnitLine, problem_list

    lines = [
        UnitLine(
            unit.name,
            unit.organ,
            unit.result,
            unit.wrong,
            unit.notices,
            unit.said,
            unit.problems,
        )
        for unit in units
    ]
    lines += [UnitLine(task.name, "", NOT_DONE, None, None, DO_AGAIN, ()) for task in left]
    content = problem_list(lines)
    _, kept = deliver(content, target, compare=seal.compared, over_edits=True)
    also = f"。上次的清单有人改过，另存为：{kept}" if kept else ""
    return f"全部问题列在：{target}{also}"
