"""New workbooks: a blank one, or one that goes on from last year's."""

from dataclasses import dataclass
from pathlib import Path

from generator.files.delivery import write_new
from generator.form.vocabulary import Form
from generator.formats.workbook.writing.workbook import workbook_of
from generator.model.blank_report import blank_report
from generator.model.finding import Finding, Refusal
from generator.model.next_year import next_year, year_of
from generator.model.report import Report
from generator.pipeline.edition import usual_form
from generator.pipeline.examination import no_annotated_copy, open_elsewhere
from generator.pipeline.last_year import beside_in
from generator.pipeline.sources import read_report


def new_workbook(organ: str, year: int, target: Path, *, form: Form | None = None) -> None:
    """Write a blank workbook. Raise Refusal where the file is there already."""
    write_new(blank_workbook(organ, year, form=form), target)


def blank_workbook(organ: str, year: int, *, form: Form | None = None) -> bytes:
    """Return a blank workbook, an .xlsx; of the usual form where none is given."""
    form = form or usual_form()
    return workbook_of(blank_report(organ, year, form), form)


@dataclass(frozen=True)
class CarriedOver:
    """A new workbook that goes on from last year's."""

    workbook: Path
    report: Report
    form: Form
    remarks: list[Finding]
    """What could not be read of last year's workbook, and so is not in the new one."""
    marks: int = 0
    """Marks that stay in last year's workbook: they are about last year's figures."""


def carry_over(
    source: Path,
    *,
    form: Form | None = None,
    year: int | None = None,
    target: Path | None = None,
) -> CarriedOver:
    """Write next year's workbook from this year's; by default beside it, named for its year.

    Raise Refusal where the source cannot be used, the year is not the one after it, or the
    target is there already.
    """
    no_annotated_copy(source)
    previous, findings, _, form = read_report(source, form)
    last = year_of(previous)
    if last is None:
        raise Refusal(f"{source.name} 没有填年度，不知道要沿用到哪一年。请先填好『基本信息』。")
    if year not in (None, last + 1):
        raise Refusal(f"{source.name} 是 {last} 年度的，只能沿用到 {last + 1} 年度，不是 {year}。")
    report = next_year(previous, form)
    usual = beside_in(source, last, last + 1) or source.with_name(f"{last + 1}.xlsx")
    target = target or usual.with_suffix(".xlsx")
    write_new(workbook_of(report, form, previous), target)
    lost = [found for found in findings if found.holds_back]
    return CarriedOver(target, report, form, lost + open_elsewhere(source), len(previous.marks))
