"""What was generated: the report that a document was made from, and the document it was then."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from generator.files.zip_archive import DOCUMENT, read_file, unpacked
from generator.form.vocabulary import Form
from generator.formats.docx.package.media import media_of
from generator.formats.docx.package.provenance import read_properties, read_snapshot
from generator.formats.docx.reading.body import Body, read_body
from generator.formats.docx.template.compiled import compile_template
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import context_of
from generator.formats.report_json import snapshot
from generator.model.finding import Refusal
from generator.model.narrative import printed
from generator.model.report import Report
from generator.pipeline.sources import Given
from generator.pipeline.template_choice import choose_template, known_templates


class Basis(StrEnum):
    """How it is known what was generated."""

    SNAPSHOT = "snapshot"
    """The document carries it."""
    WORKBOOK = "workbook"
    """The workbook is still the one that it was made from."""
    UNKNOWN = "unknown"


def base_of(
    parts: Mapping[str, bytes], now: Report | None, content: bytes, document: str, form: Form
) -> tuple[Report, Basis]:
    """Return the report that was generated: as the document has it, else the same workbook."""
    properties = read_properties(parts, document)
    text = read_snapshot(parts, document)
    given = properties.get("snapshot-sha256", "")
    if text and given in ("", _sha256(text.encode())):
        with suppress(ValueError):
            return _with_words(snapshot.loads(text, media_of(parts)), form), Basis.SNAPSHOT
    if now is None:
        raise Refusal(
            f"{document} 里没有生成时的记录，也找不到它的工作簿。"
            "请把工作簿放在旁边（或用 --workbook 指定）。"
        )
    same = properties.get("workbook-sha256") == _sha256(content)
    return now, Basis.WORKBOOK if same else Basis.UNKNOWN


def _with_words(report: Report, form: Form) -> Report:
    """Return a report as it was kept, which does not say what of its figures are words."""
    words = {name for name in report.figures if name in form.figures} - form.numbers.keys()
    figures = {name: replace(report.figures[name], words=True) for name in words}
    return replace(report, figures={**report.figures, **figures}) if words else report


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class AsGenerated:
    """A document as the program made it."""

    parts: Mapping[str, bytes]
    """Of its package."""
    body: Body
    same_template: bool
    """Whether it is made with the template that the other one was made with."""


def as_generated(
    base: Report,
    parts: Mapping[str, bytes],
    workbook: Path | None,
    form: Form,
    template: Given | None = None,
) -> AsGenerated:
    """Return the document as it was generated, with the template that it was made with.

    That is looked for where templates usually lie, and by the name that was given. Where it is
    not there any more, the one that would be used now is taken.
    """
    wanted = read_properties(parts, "").get("template-sha256")
    usual = choose_template(workbook, template, form)
    name, data = usual.path.name, usual.read()
    same = _sha256(data) == wanted
    for path in () if same else known_templates(workbook, form):
        other = read_file(path)
        if same := _sha256(other) == wanted:
            name, data = path.name, other
            break
    compiled = compile_template(data, name, form)
    lines, _ = printed(base, form)
    values, _, placed = context_of(base, lines, form, draft_stamp="")
    document = unpacked(fill(compiled, values, placed, snapshot="", origin={}), "", DOCUMENT)
    return AsGenerated(document, read_body(document, ""), same)
