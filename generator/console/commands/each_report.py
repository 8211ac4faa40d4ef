"""Runs the workbooks of a command that makes, checks or exports reports: one, or many."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.console.attempt import attempted
from generator.console.colour import paint_for
from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.console.output import complain, hand_over, say
from generator.messages.as_json import as_json
from generator.messages.outcome import spoken_outcome
from generator.pipeline.outcome import Outcome, Status

Run = Callable[[Path], Outcome]
CodeOf = Callable[[Outcome], int]


def each_report(
    options: argparse.Namespace, workbooks: Sequence[Path], run: Run, code_of: CodeOf
) -> int:
    """Run every workbook and say what became of it; return the worst exit code."""
    if len(workbooks) > 1 or options.problems or options.cluster:
        from generator.console.many.run import run_batch  # most runs are of one workbook

        return run_batch(options, workbooks, run, code_of)
    result = attempted(workbooks[0], run)
    if options.json:
        from generator.messages.records import record_of, unusable_record

        record = record_of(result) if isinstance(result, Outcome) else unusable_record(*result)
        hand_over(as_json({"results": [record]}))
    elif isinstance(result, Outcome):
        say(spoken_outcome(result, paint_for(sys.stdout)))
    else:
        complain(result[1])
    return code_of(result) if isinstance(result, Outcome) else UNUSABLE


def code_of_written(outcome: Outcome) -> int:
    """Return the exit code of a file that was to be written."""
    return DONE if outcome.status in (Status.WRITTEN, Status.CURRENT) else HELD_BACK
