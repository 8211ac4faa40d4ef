"""An edited document, its workbook, and what was generated: read and compared."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.files.file_names import document_of_published, is_published
from generator.files.foreign_files import is_json
from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.package.seal import untouched
from generator.formats.docx.reading.body import Body, read_body
from generator.formats.docx.tracked_changes.read.accepted_and_original import original
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.manuscript.alignment import likeness
from generator.manuscript.review.changes.change import Change
from generator.manuscript.review.comparison import Comparison, compare, other_view
from generator.manuscript.review.untracked import untracked_changes
from generator.model.finding import Finding, Refusal
from generator.model.report import Report
from generator.pipeline.as_generated import AsGenerated, Basis, as_generated, base_of
from generator.pipeline.edition import form_of_document, form_of_workbook, must_be_of
from generator.pipeline.exhibits import with_exhibits
from generator.pipeline.found_workbook import found_workbook
from generator.pipeline.last_year import last_year_of
from generator.pipeline.read_and_check import no_annotated_copy
from generator.pipeline.sources import A_DOCUMENT, A_WORKBOOK, Given, Source, source_of

_SAME_ORGAN = 0.5  # how alike names of one organ are
_MISREAD = ("R01", "R02", "R04", "R07", "R16", "R18")
"""Rules by which something in a workbook was not read, or not as people see it."""


@dataclass(frozen=True)
class ItsWorkbook:
    """The workbook that a document goes with, as it is now."""

    source: Source
    report: Report
    findings: list[Finding]

    def must_be_readable(self) -> None:
        """Raise Refusal where something in the workbook could not be read."""
        broken = [one for one in self.findings if one.holds_back and one.rule in _MISREAD]
        if broken:
            raise Refusal(f"{self.source.name} 里有读不了的内容，没有写。请先改正：{broken[0]}")


@dataclass(frozen=True)
class EditedDocument:
    """What can be known of a document that people have worked on."""

    source: Source
    form: Form
    parts: Mapping[str, bytes]
    """Of its package."""
    body: Body
    workbook: ItsWorkbook | None
    basis: Basis
    generated: AsGenerated
    compared: Comparison
    """With what was generated, all 修订 accepted."""
    untracked: list[Change]
    """What was changed without 修订."""

    @property
    def version(self) -> str:
        """Know this state of the document and of its workbook again."""
        there = self.workbook.source.content if self.workbook else b""
        digests = [hashlib.sha256(one).hexdigest() for one in (self.source.content, there)]
        return hashlib.sha256("/".join(digests).encode()).hexdigest()

    def must_be_of(self, seen: str) -> None:
        """Refuse to write what people have not seen: one of the files was saved since."""
        if seen and seen != self.version:
            raise Refusal(f"{self.source.name} 或者它的工作簿刚刚又保存过，没有写。请再看一遍。")


def edited_document(
    given: Given, form: Form | None, workbook: Given | None, template: Given | None = None
) -> EditedDocument:
    """Read a document and its workbook. Raise Refusal where one of them cannot be used.

    Without a form it is that of the workbook, else the one that the document says. A `template`
    is one that it may have been made with, beside those that lie where templates do.
    """
    source = source_of(given, A_DOCUMENT)
    if source.path and is_published(source.path):
        own = document_of_published(source.path).name
        raise Refusal(f"{source.name} 是已经发布的文件，没有它生成时的记录。请用它的文档 {own}。")
    parts = open_archive(source.content, source.name, DOCUMENT)
    body = read_body(parts, source.name)
    its_workbook, form = _its_workbook(source, parts, form, workbook)
    now = its_workbook.report if its_workbook else None
    content = its_workbook.source.content if its_workbook else b""
    base, basis = base_of(parts, now, content, source.name, form)
    beside = (its_workbook.source if its_workbook else source).path
    if basis != Basis.SNAPSHOT:  # a workbook names what it shows, the record holds it
        last_year = last_year_of(beside, base, form).report
        base, _ = with_exhibits(base, beside, last_year, form)
    if untouched(parts):  # it is what was generated, whatever became of its template
        generated = AsGenerated(parts, body, same_template=True)
    else:
        generated = as_generated(base, parts, beside, form, template)
    manuscript = generated.body.manuscript
    compared = compare(base, manuscript, body.manuscript, form)
    if its_workbook:
        _must_be_its_own(base, compared.values.report, its_workbook, source.name)
    untracked: list[Change] = []
    if body.manuscript.revised:
        rejected = read_body(parts, source.name, original).manuscript
        without = other_view(compared, manuscript, rejected, form)
        untracked = untracked_changes(compared, without, manuscript, form)
    return EditedDocument(
        source, form, parts, body, its_workbook, basis, generated, compared, untracked
    )


def _its_workbook(
    document: Source, parts: Mapping[str, bytes], form: Form | None, given: Given | None
) -> tuple[ItsWorkbook | None, Form]:
    """Return the workbook that was named, else the one that is found."""
    if given is None and document.path is not None:
        given = found_workbook(document.path, parts)
    if given is None:
        return None, form or form_of_document(parts, document.name, document.path)
    no_annotated_copy(given)
    source = source_of(given, A_WORKBOOK)
    if is_json(source.content):
        raise Refusal(
            f"{source.name} 是 JSON 数据，不是 Excel 工作簿，修改写不回去。"
            "请改用工作簿（用 --workbook 指定 .xlsx）。"
        )
    opened = workbook_parts(source.content, source.name)
    if form:
        must_be_of(form, opened, source.name, source.path)
    else:
        form = form_of_workbook(opened, source.name, source.path)
        _must_be_in_it(form, parts, document, source.name)
    return ItsWorkbook(source, *read_content(source.content, source.name, form)), form


def _must_be_in_it(form: Form, parts: Mapping[str, bytes], document: Source, workbook: str) -> None:
    """Refuse a workbook of a form that the document is not in: organ and year are the same."""
    if not read_properties(parts, document.name):
        return
    own = form_of_document(parts, document.name, document.path)
    if own.id != form.id:
        raise Refusal(
            f"{document.name} 是“{own.name}”，{workbook} 是“{form.name}”的工作簿，对不上，"
            "没有比较。请把它自己的工作簿放在旁边（或用 --workbook 指定）。"
        )


def _must_be_its_own(base: Report, edited: Report, workbook: ItsWorkbook, document: str) -> None:
    """Refuse a workbook that is on another year, or of an organ of quite another name.

    What reviewers changed in the document may be in the workbook by now.
    """
    organs, years = (
        [report.entries.get(name) for report in (base, edited, workbook.report)]
        for name in (ORGAN, YEAR)
    )
    *known, year = years
    other_year = None not in years and year not in known
    *names, name = [organ.printed if organ else "" for organ in organs]
    other_organ = all([*names, name]) and all(likeness(one, name) < _SAME_ORGAN for one in names)
    if other_year or other_organ:
        said = [
            "、".join(entry.printed for entry in pair if entry)
            for pair in zip(organs[::2], years[::2], strict=True)
        ]
        raise Refusal(
            f"{document} 是“{said[0]}”的报告，{workbook.source.name} 是“{said[1]}”的，对不上，"
            "没有比较。请把它自己的工作簿放在旁边（或用 --workbook 指定）。"
        )
