"""The command `make-report review`."""

import argparse
from pathlib import Path

from generator.console.commands.each_document import each_document
from generator.console.exit_codes import DONE, HELD_BACK
from generator.manuscript.review.side import Side
from generator.messages.review import spoken_review
from generator.messages.review_records import reviews_as_json
from generator.pipeline.review import Review, review


def run(options: argparse.Namespace) -> int:
    """Say what people changed in documents; with --apply write it into the workbook."""

    def one(document: Path, take: Side | None) -> Review:
        return review(
            document,
            workbook=options.workbook,
            template=options.template,
            take=take,
            apply=options.apply,
        )

    return each_document(options, one, spoken_review, reviews_as_json, _code_of)


def _code_of(found: Review) -> int:
    wrong = any(finding.stands_as_wrong for finding in found.findings)
    return HELD_BACK if found.conflicts or (wrong and not found.applied) else DONE
