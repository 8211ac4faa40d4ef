"""The straight lines back: edited document → what changed → workbook. For Python callers too."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks import check
from generator.checks.case import Case
from generator.delivery import keep, write
from generator.document.provenance import untouched
from generator.finding import Finding, Refusal
from generator.form.vocabulary import Form
from generator.generated import Basis
from generator.listing import in_reading_order
from generator.locks import lock_of
from generator.marks import settle
from generator.narrative import in_order, printed
from generator.neighbour import last_year_of
from generator.os_reason import reason
from generator.page_lines import printable
from generator.report import Place, Report
from generator.review.comparison import Comparison
from generator.review.edited_report import edited_report, misnumbered
from generator.review.leftovers import Leftover, leftovers
from generator.review.three_sides import Conflict, Judge, Side, merge_values
from generator.review.three_texts import merge_rows
from generator.sides import Sides, sides_of
from generator.workbook.reader import read_content
from generator.workbook.report_edits import NewRow
from generator.workbook.rewriter import rewritten

BEFORE = ".写回前-"
"""What comes after the name of a workbook in the name of its copy from before it was changed."""


@dataclass(frozen=True)
class Review:
    """What people changed in a document, and what of it belongs in the workbook."""

    document: Path
    workbook: Path | None
    """None where there is none to compare with."""
    basis: Basis
    untouched: bool
    """Whether the document is exactly as it was generated."""
    comparison: Comparison
    findings: list[Finding]
    """All checks on the document as edited."""
    merged: Report | None = None
    """The workbook's report with what the document changed; None without a workbook."""
    conflicts: list[Conflict] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    """Changes that no workbook can hold."""
    cells: int = 0
    """How many cells of the workbook would change, or were changed."""
    applied: bool = False
    kept: Path | None = None
    """Copy of the workbook as it was."""

    @property
    def all_in_workbook(self) -> bool:
        """Whether the workbook holds everything that the document does."""
        return not (self.merged is None or self.cells or self.conflicts or self.leftovers)


def review(
    document: Path,
    form: Form,
    *,
    workbook: Path | None = None,
    take: Side | None = None,
    apply: bool = False,
) -> Review:
    """Say what people changed in a document since it was generated, and check it as it is.

    With `apply` the changes are written into the workbook, of which a dated copy is kept. `take`
    settles conflicts. Raise Refusal where a file cannot be used; then nothing changed.
    """
    sides = sides_of(document, form, workbook)
    source, now = sides.workbook, sides.now
    if source is None and apply:
        raise Refusal(f"找不到 {document.name} 的工作簿，没有写回。请用 --workbook 指定。")
    found = Review(
        document,
        source,
        sides.basis,
        untouched(sides.parts),
        sides.compared,
        _checked(sides, form),
        leftovers=leftovers(sides.compared),
    )
    if source is None or now is None:
        return found
    judge = Judge(known=sides.basis != Basis.UNKNOWN, take=take)
    written, found = _merged(found, now, sides.content, form, judge)
    if not apply or not found.cells:
        return found
    sides.must_be_readable()
    return replace(found, applied=True, kept=_replace(source, sides.content, written))


def _checked(sides: Sides, form: Form) -> list[Finding]:
    """Return what all checks say of the document as it is."""
    report = edited_report(sides.compared, form)
    lines, _ = printed(report, form)
    last_year = (
        last_year_of(sides.workbook, sides.now, form) if sides.workbook and sides.now else None
    )
    case = Case(report, form, tuple(lines), last_year.report if last_year else None)
    findings = [*misnumbered(sides.compared), *check(case)]
    marks = sides.now.marks if sides.now else ()
    return in_reading_order(settle(findings, marks, case.whole), report)


def _merged(
    found: Review, now: Report, content: bytes, form: Form, judge: Judge
) -> tuple[bytes, Review]:
    """Bring workbook and document together; return the workbook's new content, not yet written."""
    compared, name = found.comparison, found.workbook.name if found.workbook else ""
    merged = merge_values(compared.base, now, compared.values.report, form, judge)
    disputed = {
        at: f"正文里“{one.name}”写的是 {one.there}，表里或别处是 {one.due}"
        for at, one in compared.disputed.items()
    }
    rows = merge_rows(compared.base, now, compared.rows, form=form, judge=judge, disputed=disputed)
    new_rows = [NewRow(row.paragraph, row.here) for row in rows]
    merged = replace(merged, paragraphs=tuple(row.paragraph for row in rows))
    found = replace(found, merged=merged, conflicts=judge.conflicts)
    try:
        written = rewritten(content, name, now, merged, rows=new_rows, form=form)
    except Refusal as refusal:  # no room for the text, or too much of it for a cell
        return content, _without(found, str(refusal))
    back, _ = read_content(written.content, name, form)
    if _narrative(merged, form) != _narrative(back, form):
        return content, _without(found, "试写一遍再读，正文与文档不一致，所以没有写")
    conflicts = [*judge.conflicts, *_not_taken(merged, back, form)]
    return written.content, replace(found, conflicts=conflicts, cells=written.cells)


def _without(found: Review, why: str) -> Review:
    """Say why nothing can be written."""
    place = Place(found.workbook.name if found.workbook else "")
    leftover = Leftover(place, why, "改好工作簿后再运行一次；看不明白的，请联系维护人员")
    return replace(found, leftovers=[*found.leftovers, leftover])


def _not_taken(wanted: Report, back: Report, form: Form) -> Iterator[Conflict]:
    """Find what the workbook does not say although it was written, or could not be: formulas."""
    for there, here in (
        (wanted.figures, back.figures),
        (wanted.indicators, back.indicators),
        (wanted.entries, back.entries),
    ):
        for name, value in there.items():
            said = here[name].printed if name in here else ""
            if said != value.printed:
                label = form.figures[name].label if name in form.figures else name
                how = (
                    "是各项之和，由公式算出" if name in form.totals else "由公式算出，或者另有格式"
                )
                what = f"{label}在工作簿里{how}，没有改；请核对各项，或在文档里改回"
                yield Conflict(what, value.place, "", said, value.printed)


def _narrative(report: Report, form: Form) -> list[tuple[str, int, str, str]]:
    return [
        (row.part, row.level, printable(row.heading), printable(row.text))
        for row in in_order(report, form)
    ]


def _replace(source: Path, before: bytes, after: bytes) -> Path:
    """Keep a dated copy of the workbook and put the new one in its place."""
    if lock := lock_of(source):
        raise Refusal(
            f"{source.name} 正在 Excel、WPS 里打开，没有写回。请关闭它再试。"
            f"如果并没有打开，请删去旁边留下的 {lock.name}。"
        )
    try:
        if source.read_bytes() != before:
            raise Refusal(f"{source.name} 刚刚被保存过，没有写回。请再运行一次。")
        kept = keep(source, BEFORE)
        write(after, source)
    except OSError as problem:
        raise Refusal(f"写不了 {source}：{reason(problem)}。原有文件没有改动。") from None
    return kept
