"""What changed in the workbook → an edited document, as 修订."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from generator.files.delivery import replace_edited
from generator.files.zip_archive import package
from generator.form.vocabulary import Form
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.provenance import rebased
from generator.formats.docx.reading.laid_out import laid_out
from generator.formats.docx.tracked_changes.write.from_fresh import Fresh, from_fresh
from generator.formats.docx.tracked_changes.write.write import tracked
from generator.formats.report_json import snapshot
from generator.manuscript.edits import AUTHOR
from generator.manuscript.review.document_edits import DocumentEdits
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.manuscript.review.workbook_changes import document_edits_of
from generator.manuscript.revising.exhibits import Versions
from generator.model.finding import Finding, Refusal
from generator.model.report import Report
from generator.pipeline.as_generated import Basis, as_generated
from generator.pipeline.edited_document import EditedDocument, ItsWorkbook, edited_document
from generator.pipeline.last_year import last_year_of
from generator.pipeline.read_and_check import with_exhibits
from generator.pipeline.sources import Given


@dataclass(frozen=True)
class Revised:
    """What was brought into a document."""

    document: Path
    workbook: Path
    basis: Basis
    edits: DocumentEdits
    conflicts: list[Conflict] = field(default_factory=list)
    """Where there are any, nothing was written."""
    foreign: list[str] = field(default_factory=list)
    """What must not be published with the document, and stays in it."""
    content: bytes | None = field(default=None, repr=False)
    """The document with the changes; None where there are none, or conflicts."""
    kept: Path | None = None
    """Copy of the document as it was, where it was written."""
    version: str = ""
    """Of the document and its workbook, as they were read."""

    @property
    def written(self) -> bool:
        """Whether the changes were written into the document."""
        return self.kept is not None


def revise(
    document: Given,
    *,
    form: Form | None = None,
    workbook: Given | None = None,
    template: Given | None = None,
    take: Side | None = None,
    choices: Mapping[str, Side] = MappingProxyType({}),
    seen: str = "",
) -> Revised:
    """Bring what changed in the workbook into a document, as tracked changes.

    All that people did in the document stays. The workbook is what the document is compared with
    from then on; so where both sides changed the same, nothing is written until `take` settles
    it, or `choices` do, by the keys of conflicts. A document that is a file is replaced, and a
    dated copy kept. `template` is as in `review`.
    Raise Refusal where a file cannot be used, or is other than the version `seen`; then nothing
    changed.
    """
    edited = edited_document(document, form, workbook, template)
    edited.must_be_of(seen)
    source, name = _workbook_of(edited), edited.source.name
    judge = Judge(known=True, take=take, chosen=choices)
    report, form = _with_exhibits(source, edited), edited.form
    fresh = as_generated(report, edited.parts, source.source.path, form, template)
    versions = Versions(
        laid_out(edited.generated.body, edited.generated.parts),
        laid_out(edited.body, edited.parts),
        laid_out(fresh.body, fresh.parts),
        report,
    )
    edits = document_edits_of(edited.compared, versions, form, judge)
    judge.must_have_met_all()
    found = Revised(
        document=edited.source.known_as,
        workbook=source.source.known_as,
        basis=edited.basis,
        edits=edits,
        conflicts=judge.conflicts,
        foreign=[str(one) for one in foreign(edited.parts, name)],
        version=edited.version,
    )
    if judge.conflicts or not edits.all:
        return found
    content = _with(
        edits, Fresh(fresh.body, report.exhibits), edited, replace(source, report=report)
    )
    path = edited.source.path
    kept = replace_edited(content, path, before=edited.source.content) if path else None
    return replace(found, content=content, kept=kept)


def _workbook_of(edited: EditedDocument) -> ItsWorkbook:
    """Return the workbook of a document. Raise Refusal where it cannot be brought into it."""
    source, name = edited.workbook, edited.source.name
    if source is None:
        raise Refusal(f"找不到 {name} 的工作簿，没有改。请用 --workbook 指定。")
    source.must_be_readable()
    if edited.basis == Basis.UNKNOWN:
        raise Refusal(
            f"{name} 里生成时的记录丢了，分不清工作簿后来改了什么，没有写。"
            "请用 make-report review 看两边哪里不同，在文档里手工改。"
        )
    if not edited.compared.edited.lines:
        raise Refusal(f"{name} 里一段正文也没有，没有写。请找回审阅中的那一份。")
    return source


def _with_exhibits(workbook: ItsWorkbook, edited: EditedDocument) -> Report:
    """Return the report of a workbook with what it shows beside text.

    Raise Refusal where something of that is missing which the document has.
    """
    report, path = workbook.report, workbook.source.path
    if not any(paragraph.kind for paragraph in report.paragraphs):
        return report
    previous = last_year_of(path, report, edited.form).report
    report, findings = with_exhibits(report, path, previous, edited.form)
    base = edited.compared.base
    never = {line.text for line in base.paragraphs if line.kind} - {*base.exhibits}
    shown = {line.text for line in report.paragraphs if line.kind}
    if missing := shown - {*report.exhibits} - never:
        told = [one for one in (*workbook.findings, *findings) if one.holds_back]
        raise Refusal(_not_shown(workbook.source.name, missing, told))
    return report


def _not_shown(name: str, missing: set[str], findings: list[Finding]) -> str:
    said = f"：{findings[0]}" if findings else f"：{min(missing)}"
    return f"{name} 里有显示不了的图表或图片，没有写。请先改正{said}"


def _with(
    edits: DocumentEdits, fresh: Fresh, edited: EditedDocument, workbook: ItsWorkbook
) -> bytes:
    """Return the document with edits as tracked changes, which goes with the workbook from now."""
    name, when = edited.source.name, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    values = {
        "schema": str(snapshot.schema_of(workbook.report)),
        "workbook-sha256": hashlib.sha256(workbook.source.content).hexdigest(),
    }
    based = rebased(edited.parts, snapshot.dumps(workbook.report), values, name)
    parts, in_xml = from_fresh(edits.all, fresh, based, name)
    return package(tracked(parts, name, in_xml, author=AUTHOR, when=when))
