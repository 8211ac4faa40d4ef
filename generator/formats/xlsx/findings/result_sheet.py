"""Writes 核对结果: the first sheet of an annotated copy, one row for each finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.chinese import listed
from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import (
    HEADER_ROW,
    RESULT_COLUMNS,
    RESULT_SHEET,
    VERIFICATION_SHEET,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.model.finding import Finding, Refusal
from generator.model.printed_lines import NOT_IN_XML
from generator.model.reading_order import Standing

_WIDTHS = (17, 15, 14, 16, 64, 52)
_HINT = (
    "点“单元格”一栏的蓝字，跳到有问题的那一格；格上的批注写着同样的话。这是核对用的副本，"
    f"修改请改原来的工作簿“{{}}”。核实无误的，把编号抄到原来工作簿的『{VERIFICATION_SHEET}』表，"
    "写明核实人和理由。"
)
_WHAT_TO_DO = "怎么办："
_NOTHING = "没有发现问题"
FINDING_FILLS = {
    Standing.HOLDS_BACK: style.ALARM_FILL,
    Standing.WRONG: style.ERROR_FILL,
    Standing.NOTICE: style.NOTICE_FILL,
    Standing.VERIFIED: style.VERIFIED_FILL,
}
LEVELS = {
    Standing.HOLDS_BACK: "错误，必须改正",
    Standing.WRONG: "错误",
    Standing.NOTICE: "提示",
    Standing.VERIFIED: "已核实",
    Standing.UNCHECKED: "无法核对",
}


@dataclass(frozen=True)
class FindingLine:
    """One finding, and the cell to which it leads."""

    standing: Standing
    key: str
    """Its number, to be copied; of what could not be checked, the rules."""
    finding: Finding
    cell: Spot | None
    here: bool
    """Whether it is about the workbook itself, not about another file."""

    @property
    def level(self) -> str:
        """What kind of finding it is, in a word."""
        return LEVELS[self.standing]

    @property
    def verified(self) -> bool:
        """Whether a person's word is enough."""
        return self.standing == Standing.VERIFIED

    @property
    def to_do(self) -> str:
        """What is to be done; of what a person verified, who did and why."""
        verified = self.finding.verified
        if self.verified and verified:
            return f"已核实：{verified.person}，{verified.reason}"
        return f"{_WHAT_TO_DO}{self.finding.advice}。"


_LONGEST = 4_000  # characters of a finding


def write_results(workbook: Workbook, lines: Sequence[FindingLine], name: str) -> None:
    """Add the list before all other sheets; `name` is the file that was checked.

    Raise Refusal where there is such a sheet already.
    """
    if RESULT_SHEET in workbook.sheetnames:
        raise Refusal(
            f"{name} 里已有『{RESULT_SHEET}』表，是核对时另存的副本。请核对原来的工作簿。"
        )
    hint = NOT_IN_XML.sub("□", _HINT.format(name))
    sheet = list_sheet(workbook, RESULT_SHEET, hint, RESULT_COLUMNS, _WIDTHS)
    sheet.row_dimensions[HEADER_ROW - 1].height = 34
    for row, line in enumerate(lines, HEADER_ROW + 1):
        _line(sheet, row, line)
    if not lines:
        sheet.cell(HEADER_ROW + 1, 1, _NOTHING)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    last = address((HEADER_ROW + max(1, len(lines)), len(RESULT_COLUMNS)))
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    workbook.move_sheet(sheet, 1 - len(workbook.sheetnames))
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = False
    workbook.active = 0


def _line(sheet: Worksheet, row: int, line: FindingLine) -> None:
    finding = line.finding
    texts = (
        line.key,
        line.level,
        finding.place.within if line.here else str(finding.place._replace(spot="")),
        finding.place.spot,
        problem_said(finding),
        line.to_do.removeprefix(_WHAT_TO_DO),
    )
    for column, text in enumerate(texts, 1):
        if text:
            write_text(sheet.cell(row, column), shortened(text))
    style.dress(sheet, f"A{row}:{address((row, len(texts)))}", alignment=style.TOP_LEFT)
    for column in range(1, len(texts) + 1):
        sheet.cell(row, column).number_format = "@"  # stays text when edited, = and all
    if fill := FINDING_FILLS.get(line.standing):
        sheet.cell(row, 2).fill = fill
    if line.cell is not None:
        _link(sheet, row, finding.place.within, line.cell)
    sheet.row_dimensions[row].height = style.height_for(zip(texts, _WIDTHS, strict=True))


def numbered(
    found: Iterable[tuple[Standing, Finding]],
) -> Iterator[tuple[Standing, str, Finding]]:
    """Yield findings with their numbers; what one thing keeps from being checked in one line."""
    by_reason: dict[tuple[str, str], list[Finding]] = {}
    for standing, finding in found:
        if standing != Standing.UNCHECKED:
            yield standing, finding.key, finding
        else:
            by_reason.setdefault((finding.message, finding.advice), []).append(finding)
    for alike in by_reason.values():
        rules = listed(dict.fromkeys(finding.rule for finding in alike))
        yield Standing.UNCHECKED, rules, alike[0]


def problem_said(finding: Finding) -> str:
    """Return what a finding says, and the words that it is about."""
    quote = finding.quote
    shown = f"原文：“{quote}”" if quote and quote not in finding.message else ""
    return f"{finding.message}。{shown}"


def _link(sheet: Worksheet, row: int, within: str, spot: Spot) -> None:
    """Lead to a cell of this very workbook, and nowhere else."""
    cell = sheet.cell(row, RESULT_COLUMNS.index("单元格") + 1)
    where = f"{quote_sheetname(within)}!{address(spot)}"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=where)
    cell.font = style.LINK


def shortened(text: str) -> str:
    """Shorten what no cell can hold; the workbook itself has the whole."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"
