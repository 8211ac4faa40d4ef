"""New workbooks: a blank one, or one that goes on from last year's."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.files.delivery import write_new
from generator.files.safe_names import safe_stem
from generator.form.vocabulary import Form
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.blank_report import blank_report
from generator.model.finding import Finding, Refusal
from generator.model.next_year import next_year, year_of
from generator.model.report import Report
from generator.model.typed_input.entries import not_filled, not_there
from generator.pipeline.edition import is_of_another, usual_form
from generator.pipeline.example import is_example
from generator.pipeline.last_year import beside_in
from generator.pipeline.read_and_check import no_annotated_copy, open_elsewhere
from generator.pipeline.sources import A_WORKBOOK, Given, read_source, source_of

_YEARS = range(2000, 2100)


def new_workbook(organ: str, year: int, target: Path, *, form: Form | None = None) -> None:
    """Write a blank workbook. Raise Refusal where the file is there already."""
    must_be_xlsx(target)
    write_new(build_blank(organ, year, form=form), target)


def usual_target(folder: Path, year: int, form: Form, *, begins: str = "") -> Path:
    """Return where the workbook of a year goes.

    Its name has that of the form where this year's of another form lies under the usual one, or
    last year's: that of the year after goes there. Where the example does, it is turned round.
    """
    usual, before = (folder / f"{begins}{one}.xlsx" for one in (year, year - 1))
    theirs = is_of_another(before, form) and not is_example(before)
    if not theirs and not is_of_another(usual, form):
        return usual
    called = safe_stem(form.name)
    named = folder / f"{begins}{year}{called}.xlsx"
    turned_round = folder / f"{begins}{called}{year}.xlsx"
    return turned_round if is_example(named) else named


def must_be_xlsx(target: Path) -> None:
    """Refuse a new workbook under a name that Excel would not open."""
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，写的是“{target}”。")


def build_blank(organ: str, year: int, *, form: Form | None = None) -> bytes:
    """Return a blank workbook, an .xlsx; of the usual form where none is given.

    Raise Refusal for an organ or a year that cannot be one.
    """
    if not organ.strip():
        raise Refusal("没有写机关的全称。请写与公章一致的名称。")
    if not organ.isprintable():
        raise Refusal("机关名称里有看不见的控制字符，请重新输入。")
    _must_be_year(year)
    form = form or usual_form()
    return workbook_of(blank_report(organ, year, form), form)


def _must_be_year(year: int) -> None:
    if year not in _YEARS:
        raise Refusal(f"年度“{year}”不对，请写四位数字，如 2024。")


@dataclass(frozen=True)
class FromLastYear:
    """A new workbook that goes on from last year's."""

    workbook: Path
    """Where it is, or would go by default."""
    content: bytes = field(repr=False)
    """The workbook, an .xlsx."""
    report: Report
    form: Form
    remarks: list[Finding]
    """What could not be read of last year's workbook, and so is not in the new one."""
    verifications: int = 0
    """Those that stay in last year's workbook: they are about last year's figures."""


def write_next_year(
    source: Path,
    *,
    form: Form | None = None,
    year: int | None = None,
    target: Path | None = None,
) -> FromLastYear:
    """Write next year's workbook from this year's; by default beside it, named for its year.

    Raise Refusal where the source cannot be used, the year is not the one after it, or the
    target is there already.
    """
    if target:
        must_be_xlsx(target)
    built = build_next_year(source, form=form, year=year, target=target)
    write_new(built.content, built.workbook)
    return built


def build_next_year(
    given: Given,
    *,
    form: Form | None = None,
    year: int | None = None,
    target: Path | None = None,
) -> FromLastYear:
    """Build next year's workbook and write nothing: that is the content of what is returned."""
    if year is not None:
        _must_be_year(year)
    no_annotated_copy(given)
    source = source_of(given, A_WORKBOOK)
    previous, findings, form = read_source(source, form)
    last = year_of(previous)
    if last is None:
        raise Refusal(f"{source.name} 没有填年度，不知道要沿用到哪一年。请先填好『基本信息』。")
    if year not in (None, last + 1):
        raise Refusal(f"{source.name} 是 {last} 年度的，只能沿用到 {last + 1} 年度，不是 {year}。")
    report = next_year(previous, form)
    path = source.known_as
    usual = beside_in(path, last, last + 1) or usual_target(path.parent, last + 1, form)
    nothing_there = {said(spec) for spec in form.entries for said in (not_there, not_filled)}
    lost = [one for one in findings if one.holds_back and one.message not in nothing_there]
    return FromLastYear(
        target or usual.with_suffix(".xlsx"),
        workbook_of(report, form, previous),
        report,
        form,
        [*lost, *open_elsewhere(source.path)],
        len(previous.verifications),
    )
