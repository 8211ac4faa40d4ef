"""What a Python caller asks for: data comes back, and a file is written only where one is named.

Whatever is handed over may be a path, the bytes of a file, or, for a report, a dict as JSON has it.
`form` is an official form or its name, by default the one that the file says it is of. What cannot
be used is a `Refusal` with a Chinese sentence; what is wrong with a report is among its findings.
"""

import json
import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from generator.files.delivery import write_new
from generator.form.vocabulary import Form
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.check import check_workbook
from generator.pipeline.edition import form_named
from generator.pipeline.export import build_json, must_be_json, write_json
from generator.pipeline.import_document import Imported, build_imported
from generator.pipeline.make import build_document, must_be_docx, write_document
from generator.pipeline.new import build_blank, build_next_year, must_be_xlsx
from generator.pipeline.outcome import Outcome
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Prepared, prepared, write_published
from generator.pipeline.review import Review
from generator.pipeline.review import review as review_document
from generator.pipeline.sources import Given

Where = Path | str
"""Where a file is to go."""


def make(
    report: Given,
    *,
    output: Where | None = None,
    template: Given | None = None,
    previous: Given | None = None,
    form: Form | str | None = None,
    draft: bool = False,
    strict: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the document of a report: `content`, a .docx, unless `held_by` findings hold it back.

    `output` writes it, but never over a person's edits, unless `force` says so and keeps a copy;
    `status` tells what became of it. `template` is a Word template, `previous` last year's
    workbook. `draft` makes it whatever is wrong, marked 草稿; `strict` holds it back for wording.
    """
    target = _target(output)
    if target:
        must_be_docx(target)
    outcome = build_document(
        report,
        form=_form(form),
        template=template,
        previous=previous,
        draft=draft,
        strict=strict,
    )
    if target is None:
        return outcome
    last_year = Path(previous) if isinstance(previous, str | os.PathLike) else None
    return write_document(outcome, target, never_over=[last_year], force=force)


def check(
    report: Given, *, previous: Given | None = None, form: Form | str | None = None
) -> Outcome:
    """Return the `findings` on a report, in the order in which people should read them."""
    return check_workbook(report, form=_form(form), previous=previous)


def review(
    document: Given,
    *,
    workbook: Given | None = None,
    template: Given | None = None,
    take: Literal["document", "workbook"] | None = None,
    apply: bool = False,
    form: Form | str | None = None,
) -> Review:
    """Say what people changed in a document since it was made, and what the workbook then says.

    `merge.content` is that workbook; `apply` writes it, and a dated copy of the one before.
    `take` settles what both sides changed. `template` is the one that the document was made with,
    where it does not lie where templates do. The workbook is looked for beside a document that is a
    file.
    """
    sides = [side.value for side in Side]
    if take is not None and take not in sides:
        raise Refusal(f"take 只能写 {'、'.join(sides)}，写的是 {take!r}。")
    side = Side(take) if take else None
    return review_document(
        document,
        form=_form(form),
        workbook=workbook,
        template=template,
        take=side,
        apply=apply,
    )


def new(
    organ: str = "",
    year: int | None = None,
    *,
    last_year: Given | None = None,
    output: Where | None = None,
    form: Form | str | None = None,
) -> bytes:
    """Return a new workbook, an .xlsx: a blank one, or one that goes on from last year's.

    `output` writes it where no file is yet.
    """
    target = _target(output)
    if target:
        must_be_xlsx(target)
    if not isinstance(organ, str) or not (year is None or type(year) is int):
        raise Refusal(f"机关要写文字，年度要写整数，如 2024；写的是 {organ!r}、{year!r}。")
    if last_year is not None:
        if organ:
            raise Refusal("机关名称沿用上年工作簿里的，请不要再写。")
        content = build_next_year(last_year, form=_form(form), year=year).content
    elif organ and year is not None:
        content = build_blank(organ, year, form=_form(form))
    else:
        raise Refusal("新建工作簿要写明机关和年度，或者上年的工作簿。")
    if target:
        write_new(content, target)
    return content


def bring_in(
    document: Given, *, output: Where | None = None, form: Form | str | None = None
) -> Imported:
    """Return a report that was published as a .docx: its `report`, and `content`, a workbook.

    The `findings` say what people must look at. `pictures` are those that the workbook names, a
    dict of the bytes of each by the name of its file: they belong beside the workbook, or in a
    folder of its name there. `output` writes the workbook and that folder where neither is yet.
    """
    target = _target(output)
    if target:
        must_be_xlsx(target)
    imported = build_imported(document, form=_form(form), target=target)
    if target:
        imported.write()
    return imported


def publish(
    document: Given,
    *,
    output: Where | None = None,
    workbook: Given | None = None,
    template: Given | None = None,
    only: Collection[str] = tuple(Kind),
    like_word: bool = False,
    form: Form | str | None = None,
    force: bool = False,
) -> Prepared:
    """Return what goes out of a reviewed document: `files`, the bytes of each by its path.

    There are none while `obstacles` stand against it, unless `force`. `only` some of docx, pdf,
    html and json; the PDF is laid out by LibreOffice, if `like_word`. `output` is a folder into
    which all are written together, or none.
    """
    folder = _target(output)
    if unknown := [kind for kind in only if kind not in [*Kind]]:
        raise Refusal(f"only 只能写 {'、'.join(Kind)}，写的是 {unknown[0]!r}。")
    kinds = [Kind(kind) for kind in only]
    ready = prepared(
        document, _form(form), workbook, template, kinds, like_word=like_word, force=force
    )
    if folder is not None:
        files = {folder / path.name: content for path, content in ready.files.items()}
        ready = replace(ready, document=folder / ready.document.name, files=files)
        write_published(ready)
    return ready


def export(
    report: Given, *, output: Where | None = None, form: Form | str | None = None
) -> dict[str, Any]:
    """Return a report as the dict that JSON has of it, which every other call takes again.

    `output` writes it where no file is yet. Raise Refusal where something of it could not be read,
    with what that is.
    """
    target = _target(output)
    if target:
        must_be_json(target)
    outcome = build_json(report, form=_form(form))
    if outcome.content is None:
        said = "".join(map(str, outcome.held_by))
        raise Refusal(f"{outcome.source.name} 里有读不了的内容，没有导出：{said}")
    if target:
        write_json(outcome, target)
    found: dict[str, Any] = json.loads(outcome.content)
    return found


def _target(output: Where | None) -> Path | None:
    if output is not None and not isinstance(output, str | os.PathLike):
        raise Refusal(f"output 要写文件的路径，写的是 {output!r}。")
    if output is None:
        return None
    if "\0" in str(output) or not str(output).isprintable():
        raise Refusal(f"文件名 {str(output)!a} 里有不能用的字符。")
    return Path(output)


def _form(form: Form | str | None) -> Form | None:
    if isinstance(form, str):
        return form_named(form)
    if form is not None and not isinstance(form, Form):
        raise Refusal(f"form 要写表式或者它的名称，写的是 {form!r}。")
    return form
