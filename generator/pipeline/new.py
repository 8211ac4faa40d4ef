"""New workbooks: a blank one, or one that goes on from last year's."""

from dataclasses import dataclass
from pathlib import Path

from generator.files.delivery import write_new
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.workbook.writing.workbook import workbook_of
from generator.model.blank_report import blank_report
from generator.model.finding import Finding, Refusal
from generator.model.next_year import next_year, year_of
from generator.model.report import Report
from generator.pipeline.examination import no_annotated_copy, open_elsewhere
from generator.pipeline.last_year import beside_in
from generator.pipeline.sources import read_report


def new_workbook(organ: str, year: int, target: Path) -> None:
    """Write a blank workbook. Raise Refusal where the file is there already."""
    write_new(workbook_of(blank_report(organ, year, FORM), FORM), target)


@dataclass(frozen=True)
class CarriedOver:
    """A new workbook that goes on from last year's."""

    workbook: Path
    report: Report
    remarks: list[Finding]
    """What could not be read of last year's workbook, and so is not in the new one."""
    marks: int = 0
    """Marks that stay in last year's workbook: they are about last year's figures."""


def carry_over(source: Path, *, year: int | None = None, target: Path | None = None) -> CarriedOver:
    """Write next year's workbook from this year's; by default beside it, named for its year.

    Raise Refusal where the source cannot be used, the year is not the one after it, or the
    target is there already.
    """
    no_annotated_copy(source)
    previous, findings, _ = read_report(source, FORM)
    last = year_of(previous)
    if last is None:
        raise Refusal(f"{source.name} 没有填年度，不知道要沿用到哪一年。请先填好『基本信息』。")
    if year not in (None, last + 1):
        raise Refusal(f"{source.name} 是 {last} 年度的，只能沿用到 {last + 1} 年度，不是 {year}。")
    report = next_year(previous, FORM)
    usual = beside_in(source, last, last + 1) or source.with_name(f"{last + 1}.xlsx")
    target = target or usual.with_suffix(".xlsx")
    write_new(workbook_of(report, FORM, previous), target)
    lost = [found for found in findings if found.holds_back]
    return CarriedOver(target, report, lost + open_elsewhere(source), len(previous.marks))
