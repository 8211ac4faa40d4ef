"""Edited document → what changed → workbook."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks.case import Case
from generator.checks.rules import check
from generator.files.delivery import replace_edited
from generator.files.file_names import BEFORE
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.seal import untouched
from generator.formats.docx.reading.looks.looks import looks_of
from generator.formats.xlsx.editing.report_edits import NewRow
from generator.formats.xlsx.editing.workbook import rewritten
from generator.formats.xlsx.reading.workbook import read_content
from generator.manuscript.manuscript import Doubt
from generator.manuscript.review.beyond_workbook import (
    WRITE_IT_OUT,
    Leftover,
    doubt_said,
    leftovers,
)
from generator.manuscript.review.changes.change import Change, counted_by_kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.edited_report import edited_report, misnumbered, misread
from generator.manuscript.review.looks.reformatted import Reformatted, reformatted
from generator.manuscript.review.merged_rows import merge_rows
from generator.manuscript.review.merged_values import Conflict, Judge, merge_values
from generator.manuscript.review.side import Side
from generator.manuscript.review.workbook_changes import not_in_document
from generator.model.finding import Finding, Refusal
from generator.model.narrative import in_order, printed
from generator.model.printed_lines import printable
from generator.model.reading_order import in_reading_order
from generator.model.report import Place, Report
from generator.model.verification import settle
from generator.pipeline.as_generated import Basis
from generator.pipeline.edited_document import EditedDocument, ItsWorkbook, edited_document
from generator.pipeline.last_year import last_year_of
from generator.pipeline.local_rules import LocalRules, local_rules_of
from generator.pipeline.sources import Given


@dataclass(frozen=True)
class Merge:
    """A document and its workbook brought together: what the workbook would say."""

    report: Report
    """The workbook's report with what the document changed."""
    content: bytes = field(repr=False)
    """The workbook that says so; as it was where nothing can be written."""
    cells: int = 0
    """How many cells of the workbook that changes."""
    conflicts: list[Conflict] = field(default_factory=list)
    overruled: int = 0
    """How many things the document has in its own way, though the workbook's was taken."""
    leftovers: list[Leftover] = field(default_factory=list)
    """Changes of the document that did not get into this workbook."""
    newer: list[Place] = field(default_factory=list)
    """Where this workbook was changed since, by itself; the document does not have it yet."""
    follows: list[str] = field(default_factory=list)
    """What comes out otherwise than in the document, as it follows from the changes: totals."""


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
    apply: bool = False,
) -> Review:
    """Say what people changed in a document since it was generated, and check it as it is.

    With `apply` the changes are written into the workbook, which then must be a file, and of
    which a dated copy is kept. `take` settles conflicts. A `template` is one that the document may
    have been made with, beside those that lie where templates do. Raise Refusal where a file
    cannot be used; then nothing changed.
    """
    edited = edited_document(document, form, workbook, template)
    its_workbook = edited.workbook
    if its_workbook is None and apply:
        raise Refusal(f"找不到 {edited.source.name} 的工作簿，没有写回。请用 --workbook 指定。")
    merge = None
    if its_workbook:
        judge = Judge(known=edited.basis != Basis.UNKNOWN, take=take)
        merge = _merged(edited.compared, its_workbook, edited.form, judge)
    beside = (its_workbook.source if its_workbook else edited.source).path
    local = local_rules_of(
        its_workbook.report.local_rules if its_workbook else (), beside, edited.form
    )
    found = Review(
        document=edited.source.known_as,
        workbook=its_workbook.source.known_as if its_workbook else None,
        form=edited.form,
        basis=edited.basis,
        untouched=untouched(edited.parts),
        comparison=edited.compared,
        findings=_checked(edited, local),
        untracked=edited.untracked,
        leftovers=[
            *leftovers(edited.compared, edited.form, its_workbook.report if its_workbook else None),
            *(merge.leftovers if merge else []),
        ],
        formatting=_reformatted(edited),
        formatting_known=edited.generated.same_template,
        merge=merge,
        foreign=[str(one) for one in foreign(edited.parts, edited.source.name)],
        to_apply=apply,
        local_rules=local.rules,
    )
    if not apply or its_workbook is None or merge is None or not merge.cells:
        return found
    its_workbook.must_be_readable()
    source = its_workbook.source
    if source.path is None:
        raise Refusal("工作簿不是文件，没有地方可写。请用返回的内容，或指明工作簿文件。")
    kept = replace_edited(merge.content, source.path, before=source.content, infix=BEFORE)
    return replace(found, kept=kept)


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


def _merged(compared: Comparison, workbook: ItsWorkbook, form: Form, judge: Judge) -> Merge:
    """Bring workbook and document together; nothing is written yet."""
    now, content, name = workbook.report, workbook.source.content, workbook.source.name
    merged = merge_values(compared.base, now, compared.values.report, form, judge)
    disputed = {
        at: f"{doubt_said(one)}，以文档为准也不写；{WRITE_IT_OUT}"
        if isinstance(one, Doubt)
        else f"正文里“{one.name}”写的是 {one.there}，表里或别处是 {one.due}"
        for at, one in compared.disputed.items()
    }
    rows = merge_rows(
        compared.base,
        now,
        compared.rows,
        form=form,
        judge=judge,
        disputed=disputed,
        unclear=[at for at, one in compared.disputed.items() if isinstance(one, Doubt)],
        untouchable=compared.swallowed,
    )
    new_rows = [NewRow(row.paragraph, row.here) for row in rows]
    merged = replace(merged, paragraphs=tuple(row.paragraph for row in rows))
    disputed_places = {conflict.place for conflict in (*judge.conflicts, *judge.settled)}
    settled = Merge(
        merged,
        content,
        conflicts=judge.conflicts,
        overruled=judge.overruled,
        newer=[
            place
            for place in (not_in_document(compared, now, form) if judge.known else ())
            if place not in disputed_places
        ],
    )
    try:
        written = rewritten(content, name, now, merged, rows=new_rows, form=form)
    except Refusal as refusal:  # no room for the text, or too much of it for a cell
        return replace(settled, leftovers=[_not_written(name, str(refusal))])
    back, _ = read_content(written.content, name, form) if written.cells else (now, [])
    if _narrative(merged, form) != _narrative(back, form):
        why = "试写一遍再读，正文与文档不一致，所以没有写"
        return replace(settled, leftovers=[_not_written(name, why)])
    return replace(
        settled,
        content=written.content,
        cells=written.cells,
        leftovers=list(_not_taken(compared, merged, back, form)),
        follows=list(_following(compared, now, back, form)),
    )


def _not_written(workbook: str, why: str) -> Leftover:
    """Say why nothing can be written."""
    advice = "改好工作簿后再运行一次；看不明白的，请联系维护人员"
    return Leftover(Place(workbook), why.rstrip("。"), advice)


def _not_taken(
    compared: Comparison, wanted: Report, back: Report, form: Form
) -> Iterator[Leftover]:
    """Find what the document changed and the workbook does not say: its cells hold formulas."""
    base, document = compared.base, compared.values.report
    for was, there, due, here in (
        (base.figures, document.figures, wanted.figures, back.figures),
        (base.indicators, document.indicators, wanted.indicators, back.indicators),
        (base.entries, document.entries, wanted.entries, back.entries),
    ):
        for name, value in due.items():
            untouched = name in was and name in there and was[name].printed == there[name].printed
            said = here[name].printed if name in here else "（没有）"
            if untouched or said == value.printed:
                continue
            label = form.figures[name].label if name in form.figures else name
            if name not in here:
                how, advice = "没有这一项了", "请在工作簿里补上，或在文档里改回"
            elif name in form.totals:
                how, advice = "由公式算出，没有改", "请核对各项；合计改错了的，在文档里改回"
            else:
                how, advice = "是公式，或者另有显示格式，没有改", "请在工作簿里改，或在文档里改回"
            what = f"{label}：工作簿里是 {said}，文档里是 {value.printed}；工作簿里{how}"
            yield Leftover(value.place, what, advice)


def _following(compared: Comparison, now: Report, back: Report, form: Form) -> Iterator[str]:
    """Yield the totals and the cited numbers that change with the figures they come from."""
    for name in form.totals:
        there, here = compared.values.report.figures.get(name), back.figures.get(name)
        if there is None or here is None or name not in now.figures:
            continue
        if there.printed == now.figures[name].printed != here.printed:
            yield f"合计“{form.figures[name].label}”：{there.printed} → {here.printed}"
    for one in compared.values.outdated:
        place = compared.edited.lines[one.line].place
        yield f"{place.spot}里引用的“{one.name}”：{one.there} → {one.due}"


def _narrative(report: Report, form: Form) -> list[tuple[str, int, str, str]]:
    return [
        (row.part, row.level, printable(row.heading), printable(row.text))
        for row in in_order(report, form)
    ]
