"""Edited document and its workbook → what the workbook would say, and what it cannot."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.form.vocabulary import Form
from generator.formats.xlsx.editing.report_edits import NewRow
from generator.formats.xlsx.editing.workbook import rewritten
from generator.formats.xlsx.reading.workbook import read_content
from generator.manuscript.manuscript import Doubt
from generator.manuscript.review.beyond_workbook import WRITE_IT_OUT, Leftover, doubt_said
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.exhibits.following_shown import following_shown
from generator.manuscript.review.exhibits.merged_shown import (
    merge_shown,
    not_taken,
    without_refused,
)
from generator.manuscript.review.exhibits.renamed import with_citations
from generator.manuscript.review.merged_rows import merge_rows
from generator.manuscript.review.merged_values import Conflict, Judge, merge_values
from generator.manuscript.review.workbook_changes import not_in_document
from generator.model.finding import Refusal
from generator.model.narrative import in_order
from generator.model.printed_lines import printable
from generator.model.report import Place, Report
from generator.pipeline.edited_document import ItsWorkbook


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


def merged(compared: Comparison, workbook: ItsWorkbook, form: Form, judge: Judge) -> Merge:
    """Bring workbook and document together; nothing is written yet."""
    now, content, name = workbook.report, workbook.source.content, workbook.source.name
    values = merge_values(compared.base, now, compared.values.report, form, judge)
    rows = merge_rows(
        compared.base,
        now,
        compared.rows,
        form=form,
        judge=judge,
        disputed=dict(_disputed(compared)),
        unclear=[at for at, one in compared.disputed.items() if isinstance(one, Doubt)],
        untouchable=compared.swallowed,
    )
    shown = merge_shown(compared.base, now, compared.shown, judge)
    rows = with_citations(rows, compared)
    report = replace(
        values,
        paragraphs=tuple(row.paragraph for row in rows),
        further_tables=shown.tables,
        chart_rows=tuple(shown.charts),
    )
    unwritten = Merge(
        report,
        content,
        conflicts=judge.conflicts,
        overruled=judge.overruled,
        newer=list(_newer(compared, now, form, judge)),
    )
    new_rows = [NewRow(row.paragraph, row.here) for row in rows]
    try:
        written = rewritten(content, name, now, report, rows=new_rows, form=form)
        back, _ = read_content(written.content, name, form) if written.cells else (now, [])
        if tables := without_refused(now, report, back):
            less = replace(report, further_tables=tables)
            written = rewritten(content, name, now, less, rows=new_rows, form=form)
            back, _ = read_content(written.content, name, form) if written.cells else (now, [])
    except Refusal as refusal:  # no room for the text, or too much of it for a cell
        return replace(unwritten, leftovers=[_not_written(name, str(refusal))])
    if _narrative(report, form) != _narrative(back, form):
        why = "试写一遍再读，正文与文档不一致，所以没有写"
        return replace(unwritten, leftovers=[_not_written(name, why)])
    return replace(
        unwritten,
        content=written.content,
        cells=written.cells,
        leftovers=[
            *_not_taken(compared, report, back, form),
            *not_taken(shown, back, compared.shown, form),
        ],
        follows=[
            *_following(compared, now, back, form),
            *following_shown(compared.base, compared.shown, now, back, form),
        ],
    )


def _disputed(compared: Comparison) -> Iterator[tuple[int, str]]:
    """Yield the rows of the document, by number, that a person must settle, and why."""
    for at, one in compared.disputed.items():
        if isinstance(one, Doubt):
            yield at, f"{doubt_said(one)}，以文档为准也不写；{WRITE_IT_OUT}"
        else:
            yield at, f"正文里“{one.name}”写的是 {one.there}，表里或别处是 {one.due}"


def _newer(compared: Comparison, now: Report, form: Form, judge: Judge) -> Iterator[Place]:
    """Yield where the workbook was changed by itself; what a person must settle is told as such."""
    disputed = {conflict.place for conflict in (*judge.conflicts, *judge.settled)}
    if judge.known:
        yield from (one for one in not_in_document(compared, now, form) if one not in disputed)


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


def _narrative(report: Report, form: Form) -> list[tuple[str, str, int, str, str]]:
    return [
        (row.part, row.kind, row.level, printable(row.heading), printable(row.text))
        for row in in_order(report, form)
    ]
