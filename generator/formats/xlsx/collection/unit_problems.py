"""Writes 各单位问题: everything that was found, by unit, the worst first."""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.collection.layout import (
    PERSON,
    PROBLEM_COLUMNS,
    PROBLEMS_SHEET,
    REASON,
)
from generator.formats.xlsx.findings.result_sheet import (
    FINDING_FILLS,
    LEVELS,
    problem_said,
    shortened,
)
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.lists import list_row, list_sheet
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection
from generator.model.finding import Finding, notice
from generator.model.reading_order import Standing, standing
from generator.model.report import Place

_HINT = (
    f"每处问题一行，最要紧的在前，可以按单位筛选；各单位要改的另有『整改单』。"
    f"核实无误的，写明“{PERSON}”和“{REASON}”，再汇总时就不再算作错误。"
)
_WIDTHS = (30, 14, 17, 34, 60, 46, 12, 30)
_ORDER = tuple(Standing)
_MOST_OF_A_UNIT, _MOST_CELLS = 40, 130_000
"""Rows of one unit, and cells of all: a workbook of very many cells is not opened."""
_RULE = "C09"


def write_unit_problems(workbook: Workbook, collection: Collection, answers: Answers) -> None:
    """Add 各单位问题."""
    sheet = list_sheet(workbook, PROBLEMS_SHEET, _HINT, PROBLEM_COLUMNS, _WIDTHS)
    found = list(_found(collection))
    for row, (units, finding) in enumerate(found, HEADER_ROW + 1):
        _problem(sheet, row, units, finding, answers)
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    last = address((HEADER_ROW + max(1, len(found)), len(PROBLEM_COLUMNS)))
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")


def _found(collection: Collection) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Yield what was found with its units: by unit, the worst unit first, and its worst first."""
    across: dict[str, list[tuple[tuple[str, ...], Finding]]] = {}
    for one in collection.across:
        across.setdefault(one.units[0], []).append((one.units, one.finding))
    by_unit: list[list[tuple[tuple[str, ...], Finding]]] = []
    share = _MOST_CELLS // len(PROBLEM_COLUMNS) // max(1, len(collection.units))
    most = min(_MOST_OF_A_UNIT, share)
    for each in collection.units:
        name = each.unit.name
        own = (*each.findings, *(each.filing.findings if each.filing else ()))
        checked = (one for one in own if standing(one) != Standing.UNCHECKED)
        shown = [*(((name,), finding) for finding in checked), *across.pop(name, [])]
        ordered = sorted(shown, key=lambda one: _ORDER.index(standing(one[1])))
        by_unit.append([*ordered[:most], *_beyond(name, len(ordered) - most)])
    by_unit += across.values()
    by_unit.sort(key=lambda ones: tuple(-n for n in _counted([one for _, one in ones])))
    for ones in by_unit:
        yield from ones


def _beyond(unit: str, more: int) -> list[tuple[tuple[str, ...], Finding]]:
    """Say how many more there are than are listed."""
    if more <= 0:
        return []
    said = f"还有 {more} 处较轻的，这里没有列出"
    advice = "要全部看，请单独核对这个单位的文件：make-report check"
    return [((unit,), notice(_RULE, Place(""), said, advice))]


def _counted(findings: list[Finding]) -> tuple[int, int]:
    """Return how many hold back, and how many are wrong."""
    found = [standing(one) for one in findings]
    return found.count(Standing.HOLDS_BACK), found.count(Standing.WRONG)


def _problem(
    sheet: Worksheet, row: int, units: tuple[str, ...], finding: Finding, answers: Answers
) -> None:
    verified = finding.verified or answers.verified.get((units[0], finding.key))
    texts = (
        "、".join(units),
        LEVELS[standing(finding)],
        finding.key,
        str(finding.place),
        problem_said(finding),
        f"{finding.advice}。",
        verified.person if verified else "",
        verified.reason if verified else "",
    )
    list_row(sheet, row, [shortened(text) for text in texts], _WIDTHS)
    if fill := FINDING_FILLS.get(standing(finding)):
        sheet.cell(row, 2).fill = fill
    for column in (len(texts) - 1, len(texts)):
        sheet.cell(row, column).fill = style.INPUT_FILL
