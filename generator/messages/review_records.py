"""What a review found out, as records for programs."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.manuscript.review.changes.change import Change
from generator.messages.conflicts import conflict_record
from generator.messages.records import finding_record
from generator.pipeline.review import Review

SCHEMA = 1


def reviews_as_json(results: Sequence[Review | tuple[Path, str]]) -> str:
    """Return the same for programs; a document that could not be used comes with its message."""
    return records_as_json(
        _record(one) if isinstance(one, Review) else unusable_record(*one) for one in results
    )


def unusable_record(document: Path, message: str) -> dict[str, Any]:
    """Return a document that could not be used, for programs."""
    return {"document": str(document), "status": "unusable", "message": message}


def records_as_json(records: Iterable[dict[str, Any]], message: str = "") -> str:
    """Return what became of documents as JSON, and what is said of all of them."""
    record = {"schema": SCHEMA, "results": list(records)}
    if message:
        record["message"] = message
    return json.dumps(record, ensure_ascii=False, indent=2)


def _record(review: Review) -> dict[str, Any]:
    compared = review.comparison
    return {
        "document": str(review.document),
        "status": "reviewed",
        "workbook": str(review.workbook) if review.workbook else None,
        "basis": review.basis.value,
        "untouched": review.untouched,
        "pending_revisions": compared.edited.revised,
        "changes": [_change_record(change) for change in compared.changes],
        "untracked": [_change_record(change) for change in review.untracked],
        "comments": [
            {
                "by": remark.by,
                "when": remark.when,
                "words": remark.words,
                "text": remark.text,
                "place": str(remark.place),
                "done": remark.done,
            }
            for remark in compared.edited.remarks
        ],
        "conflicts": [conflict_record(one) for one in review.conflicts],
        "overruled": review.overruled,
        "follows": review.merge.follows if review.merge else [],
        "newer_in_workbook": [str(one) for one in review.merge.newer] if review.merge else [],
        "leftovers": [
            {"place": str(one.place), "what": one.what, "advice": one.advice}
            for one in review.leftovers
        ],
        "foreign": review.foreign,
        "formatting": [
            {"place": str(one.place), "what": list(one.what)} for one in review.formatting
        ],
        "formatting_compared": review.formatting_known or review.untouched,
        "findings": [
            finding_record(finding, (*review.form.rules, *review.local_rules))
            for finding in review.findings
        ],
        "cells": review.cells,
        "applied": review.applied,
        "kept": str(review.kept) if review.kept else None,
        "all_in_workbook": review.all_in_workbook,
    }


def _change_record(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.name.lower(),
        "title": change.kind.value,
        "place": str(change.place),
        "was": change.was,
        "now": change.now,
        "words": [
            {"start": word.start, "end": word.end, "was": word.was, "now": word.now}
            for word in change.words
        ],
        "by": [{"author": who, "when": when} for who, when in change.by],
        "how": change.how.name.lower() if change.how else None,
    }
