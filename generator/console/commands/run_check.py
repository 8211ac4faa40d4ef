"""The command `make-report check`."""

import argparse
from functools import partial

from generator.console.commands.each_report import each_report
from generator.console.commands.named_workbooks import named_workbooks, one_target_each
from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.files.file_names import annotated_copy
from generator.pipeline.check import check_workbook
from generator.pipeline.outcome import Outcome


def run(options: argparse.Namespace) -> int:
    """Check the workbooks."""
    workbooks = named_workbooks(options)
    if options.annotate:
        one_target_each(workbooks, annotated_copy)
    how = partial(check_workbook, previous=options.previous, annotate=options.annotate)
    return each_report(options, workbooks, how, _code_of)


def _code_of(outcome: Outcome) -> int:
    if outcome.not_annotated:
        return UNUSABLE
    wrong = any(finding.stands_as_wrong for finding in outcome.findings)
    return HELD_BACK if wrong else DONE
