"""Runs every document of a command that reviews or revises documents."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from generator.console.attempt import attempted
from generator.console.colour import paint_for
from generator.console.commands.files_meant import document_meant
from generator.console.exit_codes import DONE, UNUSABLE
from generator.console.output import complain, hand_over, say
from generator.manuscript.review.side import Side
from generator.messages.emphasis import Paint
from generator.model.finding import Refusal
from generator.pipeline.review import Review
from generator.pipeline.revise import Revised

_Result = TypeVar("_Result", Review, Revised)


def each_document(
    options: argparse.Namespace,
    run: Callable[[Path, Side | None], _Result],
    spoken_result: Callable[[_Result, Paint], str],
    results_as_json: Callable[[Sequence[_Result | tuple[Path, str]]], str],
    code_of: Callable[[_Result], int],
) -> int:
    """Run every document and say what became of it; return the worst exit code."""
    if not options.files:
        raise Refusal(f"没有指明文档，如：make-report {options.command} outputs/2023.docx")
    take = Side(options.take) if options.take else None
    worst = DONE
    results: list[_Result | tuple[Path, str]] = []
    for document in map(document_meant, options.files):
        result = attempted(document, lambda path: run(path, take))
        results.append(result)
        if isinstance(result, tuple):
            worst = UNUSABLE
            if not options.json:
                complain(result[1])
            continue
        worst = max(worst, code_of(result))
        if not options.json:
            say(spoken_result(result, paint_for(sys.stdout)))
    if options.json:
        hand_over(results_as_json(results))
    return worst
