"""Edited document → what changed → workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from generator.checks.case import Case
from generator.checks.rules import check
from generator.files.delivery import replace_edited
from generator.files.file_names import BEFORE
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.seal import untouched
from generator.formats.docx.reading.looks.looks import looks_of
from generator.manuscript.review.beyond_workbook import Leftover, leftovers
from generator.manuscript.review.changes.change import Change, counted_by_kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.edited_report import edited_report, misnumbered, misread
from generator.manuscript.review.looks.reformatted import Reformatted, reformatted
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.model.finding import Finding, Refusal
from generator.model.narrative import printed
from generator.model.reading_order import in_reading_order
from generator.model.report import Report
from generator.model.verification import settle
from generator.pipeline.as_generated import Basis
from generator.pipeline.edited_document import EditedDocument, ItsWorkbook, edited_document
from generator.pipeline.exhibits import with_exhibits
from generator.pipeline.last_year import last_year_of
from generator.pipeline.local_rules import LocalRules, local_rules_of
from generator.pipeline.merge import Merge, merged
from generator.pipeline.sources import Given


@dataclass(frozen=True)
class Review:
    """What people changed in a document, and what of it belongs in the workbook."""

    document: Path
    workbook: Path | None
    """None where there is none to compare with."""
    form: Form
    basis: Basis
    untouched: bool
    """Whether the document is exactly as it was generated."""
    comparison: Comparison
    findings: list[Finding]
    """All checks on the document as edited."""
    untracked: list[Change]
    """Of a document with 修订, what was changed without them."""
    leftovers: list[Leftover]
    """Changes that this workbook, or any, cannot hold."""
    merge: Merge | None
    """None without a workbook."""
    foreign: list[str] = field(default_factory=list)
    """What must not be published with it: what acts, refers outside or is hidden."""
    formatting: list[Reformatted] = field(default_factory=list)
    """What looks otherwise than it was generated, which no workbook can hold."""
    formatting_known: bool = True
    """Whether that can be told: the template that it was made with is still there."""
    to_apply: bool = False
    """Whether the changes were to be written into the workbook."""
    kept: Path | None = None
    """Copy of the workbook as it was, where the changes were written into it."""
    local_rules: tuple[Rule, ...] = ()
    """What the place asks of it, beside the rules of the form."""
    version: str = ""
    """Of the document and its workbook, as they were read."""

    @property
    def applied(self) -> bool:
        """Whether the changes were written into the workbook."""
        return self.kept is not None

    @property
    def conflicts(self) -> list[Conflict]:
        """What both sides changed, and differently."""
        return self.merge.conflicts if self.merge else []

    @property
    def cells(self) -> int:
        """How many cells of the workbook would change, or were changed."""
        return self.merge.cells if self.merge else 0

    @property
    def overruled(self) -> int:
        """How many things the document has in its own way, though the workbook's was taken."""
        return self.merge.overruled if self.merge else 0

    @property
    def all_in_workbook(self) -> bool:
        """Whether the workbook holds everything that the document does."""
        merge = self.merge
        if merge is None or self.leftovers or not self.keeps_looks:
            return False
        return not (merge.cells or merge.conflicts or merge.overruled)

    @property
    def keeps_looks(self) -> bool:
        """Whether it surely looks as it was generated."""
        return self.untouched or (self.formatting_known and not self.formatting)

    @property
    def summed_up(self) -> str:
        """How many changes and remarks there are, in a few words; empty where there are none."""
        changes, remarks = self.comparison.changes, self.comparison.edited.remarks
        said = [f"修改 {len(changes)} 处（{counted_by_kind(changes)}）"] if changes else []
        said += [f"排版 {len(self.formatting)} 处"] if self.formatting else []
        return "，".join([*said, *([f"批注 {len(remarks)} 条"] if remarks else [])])


def review(
    document: Given,
    *,
    form: Form | None = None,
    workbook: Given | None = None,
    template: Given | None = None,
    take: Side | None = None,
    choices: Mapping[str, Side] = MappingProxyType({}),
    apply: bool = False,
    seen: str = "",
) -> Review:
    """Say what people changed in a document since it was generated, and check it as it is.

    With `apply` the changes are written into the workbook, which then must be a file, and of
    which a dated copy is kept. `take` settles conflicts, `choices` single ones by their keys. A
    `template` is one that the document may have been made with, beside those that lie where
    templates do. Raise Refusal where a file cannot be used, or is other than the version `seen`,
    or a choice is of no conflict any more; then nothing changed.
    """
    edited = edited_document(document, form, workbook, template)
    edited.must_be_of(seen)
    if edited.workbook is None and apply:
        raise Refusal(f"找不到 {edited.source.name} 的工作簿，没有写回。请用 --workbook 指定。")
    found = replace(reviewed(edited, take, choices), to_apply=apply)
    if not apply or edited.workbook is None or found.merge is None or not found.cells:
        return found
    return replace(found, kept=_written(found.merge, edited.workbook))


def reviewed(
    edited: EditedDocument,
    take: Side | None,
    choices: Mapping[str, Side] = MappingProxyType({}),
) -> Review:
    """Return all that is said of a document; nothing is written.

    Raise Refusal where a choice is of no conflict that there is.
    """
    its_workbook, form, compared = edited.workbook, edited.form, edited.compared
    merge = None
    if its_workbook:
        judge = Judge(known=edited.basis != Basis.UNKNOWN, take=take, chosen=choices)
        merge = merged(compared, its_workbook, form, judge)
        judge.must_have_met_all()
    now = its_workbook.report if its_workbook else None
    shown = _with_what_it_shows(compared, its_workbook, form)
    beside = (its_workbook.source if its_workbook else edited.source).path
    local = local_rules_of(now.local_rules if now else (), beside, form)
    return Review(
        document=edited.source.known_as,
        workbook=its_workbook.source.known_as if its_workbook else None,
        form=form,
        basis=edited.basis,
        untouched=untouched(edited.parts),
        comparison=compared,
        findings=_checked(edited, local),
        untracked=edited.untracked,
        leftovers=[*leftovers(compared, form, shown), *(merge.leftovers if merge else [])],
        formatting=_reformatted(edited),
        formatting_known=edited.generated.same_template,
        merge=merge,
        foreign=[str(one) for one in foreign(edited.parts, edited.source.name)],
        local_rules=local.rules,
        version=edited.version,
    )


def _with_what_it_shows(
    compared: Comparison, workbook: ItsWorkbook | None, form: Form
) -> Report | None:
    """Return the report of a workbook; with what its rows show where the document shows another."""
    if workbook is None or not compared.shown.differences:
        return workbook.report if workbook else None
    path, report = workbook.source.path, workbook.report
    previous = last_year_of(path, report, form).report
    return with_exhibits(report, path, previous, form)[0]


def _written(merge: Merge, workbook: ItsWorkbook) -> Path:
    """Write the changes into the workbook; return the copy of it as it was."""
    workbook.must_be_readable()
    source = workbook.source
    if source.path is None:
        raise Refusal("工作簿不是文件，没有地方可写。请用返回的内容，或指明工作簿文件。")
    return replace_edited(merge.content, source.path, before=source.content, infix=BEFORE)


def _reformatted(edited: EditedDocument) -> list[Reformatted]:
    """Return what looks otherwise; nothing of a document that nobody touched or can compare."""
    was = edited.generated
    if not was.same_template or untouched(edited.parts):
        return []
    now = looks_of(edited.parts, edited.body, edited.source.name)
    return reformatted(edited.compared, looks_of(was.parts, was.body, ""), now)


def _checked(edited: EditedDocument, local: LocalRules) -> list[Finding]:
    """Return what all checks say of the document as it is."""
    compared, form, workbook = edited.compared, edited.form, edited.workbook
    report = edited_report(compared, form)
    if workbook:
        report = replace(report, namings=workbook.report.namings)
    lines, _ = printed(report, form)
    last_year = (
        last_year_of(workbook.source.path, workbook.report, form).report if workbook else None
    )
    case = Case(report, form, tuple(lines), last_year, local_rules=local.requirements)
    findings = [
        *misread(compared, form),
        *misnumbered(compared),
        *local.findings,
        *check(case),
    ]
    verifications = workbook.report.verifications if workbook else ()
    return in_reading_order(settle(findings, verifications, case.place), report)
