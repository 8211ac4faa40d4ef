"""Runs many workbooks, shows how far it is, and sums up workbook by workbook."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.console.colour import paint_for
from generator.console.commands.each_report import CodeOf, Run
from generator.console.commands.named_workbooks import names_apart
from generator.console.exit_codes import DONE, UNUSABLE
from generator.console.many.each import each_done
from generator.console.many.interruption import undisturbed
from generator.console.many.report_task import ReportResult, ReportTask
from generator.console.many.summary import BROKEN_OFF, spoken_results
from generator.console.output import hand_over, say
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
        ReportTask(path, run, code_of, name, with_record=options.json, with_problems=bool(target))
        for path, name in zip(workbooks, names_apart(workbooks), strict=True)
    ]
    with undisturbed():
        results = each_done(options, tasks)
        return _summed_up(options, results, tasks[len(results) :])


def _summed_up(
    options: argparse.Namespace, results: Sequence[ReportResult], undone: Sequence[ReportTask]
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
