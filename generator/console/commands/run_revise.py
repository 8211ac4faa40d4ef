"""The command `make-report revise`."""

import argparse
from pathlib import Path

from generator.console.commands.each_document import each_document
from generator.console.exit_codes import DONE, HELD_BACK
from generator.manuscript.review.side import Side
from generator.messages.revise import revised_as_json, spoken_revised
from generator.pipeline.revise import Revised, revise


def run(options: argparse.Namespace) -> int:
    """Bring what changed in the workbook into documents, as 修订."""

    def one(document: Path, take: Side | None) -> Revised:
        return revise(document, workbook=options.workbook, template=options.template, take=take)

    return each_document(options, one, spoken_revised, revised_as_json, _code_of)


def _code_of(revised: Revised) -> int:
    return HELD_BACK if revised.conflicts else DONE
