"""What a Python caller asks for: data comes back, and a file is written only where one is named.

Whatever is handed over may be a path, the bytes of a file, or, for a report, a dict as JSON has it.
`form` is an official form, by default the one that the file says it is of. What cannot be used is
a `Refusal` with a Chinese sentence; what is wrong with a report is among its findings.
"""

import json
from pathlib import Path
from typing import Any, Literal

from generator.files.delivery import write_new
from generator.form.vocabulary import Form
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.check import check_workbook
from generator.pipeline.export import build_json, must_be_json, write_json
from generator.pipeline.import_document import Imported, build_imported
from generator.pipeline.make import build_document, must_be_docx, write_document
from generator.pipeline.new import build_blank, build_next_year
from generator.pipeline.outcome import Outcome
from generator.pipeline.review import Review
from generator.pipeline.review import review as review_document
from generator.pipeline.sources import Given

Where = Path | str
"""Where a file is, or is to go."""


def make(
    report: Given,
    *,
    output: Where | None = None,
    template: Where | None = None,
    previous: Where | None = None,
    form: Form | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the document of a report: `content`, a .docx, unless `held_by` findings hold it back.

    `output` writes it, but never over a person's edits, unless `force` says so and keeps a copy;
    `status` tells what became of it. `template` is a Word template, `previous` last year's
    workbook. `draft` makes it whatever is wrong, marked 草稿; `strict` holds it back for wording.
    """
    if output is not None:
        must_be_docx(Path(output))
    last_year = _path(previous)
    outcome = build_document(
        report,
        form=form,
        template=_path(template),
        previous=last_year,
        draft=draft,
        strict=strict,
    )
    if output is None:
        return outcome
    return write_document(outcome, Path(output), never_over=[last_year], force=force)


def check(report: Given, *, previous: Where | None = None, form: Form | None = None) -> Outcome:
    """Return the `findings` on a report, in the order in which people should read them."""
    return check_workbook(report, form=form, previous=_path(previous))


def review(
    document: Given,
    *,
    workbook: Given | None = None,
    take: Literal["document", "workbook"] | None = None,
    apply: bool = False,
    form: Form | None = None,
) -> Review:
    """Say what people changed in a document since it was made, and what the workbook then says.

    `merge.content` is that workbook; `apply` writes it, and a dated copy of the one before.
    `take` settles what both sides changed. The workbook is looked for beside a document that is a
    file.
    """
    side = Side(take) if take else None
    return review_document(document, form=form, workbook=workbook, take=side, apply=apply)


def new(
    organ: str = "",
    year: int | None = None,
    *,
    last_year: Given | None = None,
    output: Where | None = None,
    form: Form | None = None,
) -> bytes:
    """Return a new workbook, an .xlsx: a blank one, or one that goes on from last year's.

    `output` writes it where no file is yet.
    """
    if last_year is not None:
        content = build_next_year(last_year, form=form, year=year).content
    elif organ and year:
        content = build_blank(organ, year, form=form)
    else:
        raise Refusal("新建工作簿要写明机关和年度，或者上年的工作簿。")
    if output is not None:
        write_new(content, Path(output))
    return content


def bring_in(document: Given, *, output: Where | None = None, form: Form | None = None) -> Imported:
    """Return a report that was published as a .docx: its `report`, and `content`, a workbook.

    The `findings` say what people must look at. `output` writes the workbook where no file is yet.
    """
    imported = build_imported(document, form=form, target=_path(output))
    if output is not None:
        write_new(imported.content, imported.workbook)
    return imported


def export(
    report: Given, *, output: Where | None = None, form: Form | None = None
) -> dict[str, Any]:
    """Return a report as the dict that JSON has of it, which every other call takes again.

    `output` writes it where no file is yet. Raise Refusal where something of it could not be read,
    with what that is.
    """
    target = _path(output)
    if target:
        must_be_json(target)
    outcome = build_json(report, form=form)
    if outcome.content is None:
        said = "".join(map(str, outcome.held_by))
        raise Refusal(f"{outcome.source.name} 里有读不了的内容，没有导出：{said}")
    if target:
        write_json(outcome, target)
    found: dict[str, Any] = json.loads(outcome.content)
    return found


def _path(where: Where | None) -> Path | None:
    return None if where is None else Path(where)
