"""Runs every workbook of a command that makes, checks or exports reports."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.commands.each import result_of
from generator.commands.ending import DONE, HELD_BACK, UNUSABLE
from generator.ink import paint_for
from generator.pipeline.outcome import Outcome, Status
from generator.summary import as_json, spoken
from generator.voice import complain, say


def each_report(
    workbooks: Sequence[Path],
    run: Callable[[Path], Outcome],
    code_of: Callable[[Outcome], int],
    *,
    as_data: bool,
) -> int:
    """Run every workbook and say what became of it; return the worst exit code."""
    worst = DONE
    results: list[Outcome | tuple[Path, str]] = []
    for workbook in workbooks:
        result = result_of(workbook, run)
        results.append(result)
        worst = max(worst, code_of(result) if isinstance(result, Outcome) else UNUSABLE)
        if as_data:
            continue
        if isinstance(result, Outcome):
            say(spoken(result, paint_for(sys.stdout)))
        else:
            complain(result[1])
    if as_data:
        say(as_json(results))
    return worst


def code_of_written(outcome: Outcome) -> int:
    """Return the exit code of a file that was to be written."""
    return DONE if outcome.status in (Status.WRITTEN, Status.CURRENT) else HELD_BACK
