"""Writes 各单位问题: everything that was found, by unit, the worst first."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

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
from generator.formats.xlsx.writing.lists import list_sheet
from generator.formats.xlsx.writing.long_lists import LongRows
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, UnitStanding
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


def write_unit_problems(workbook: Workbook, collection: Collection, answers: Answers) -> LongRows:
    """Add 各单位问题, and return its rows, which are still to be put into it."""
    sheet = list_sheet(workbook, PROBLEMS_SHEET, _HINT, PROBLEM_COLUMNS, _WIDTHS)
    rows, last = LongRows(sheet), HEADER_ROW + 1
    for last, (units, finding) in enumerate(_found(collection), HEADER_ROW + 1):
        _problem(rows, last, units, finding, answers)
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{address((last, len(PROBLEM_COLUMNS)))}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    return rows


def _found(collection: Collection) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Yield what was found with its units: by unit, the worst unit first, and its worst first."""
    across: dict[str, list[tuple[tuple[str, ...], Finding]]] = {}
    for one in collection.across:
        across.setdefault(one.units[0], []).append((one.units, one.finding))
    units = {each.unit.name: each for each in collection.units}
    share = _MOST_CELLS // len(PROBLEM_COLUMNS) // max(1, len(units))
    most = min(_MOST_OF_A_UNIT, share)

    def of(name: str) -> list[tuple[tuple[str, ...], Finding]]:
        if name not in units:
            return across[name]
        return _of_unit(units[name], across.get(name, []), most)

    worst = {name: _counted(of(name)) for name in dict.fromkeys((*units, *across))}
    for name in sorted(worst, key=lambda name: worst[name], reverse=True):
        yield from of(name)


def _of_unit(
    each: UnitStanding, across: Sequence[tuple[tuple[str, ...], Finding]], most: int
) -> list[tuple[tuple[str, ...], Finding]]:
    """Return what was found on a unit, its worst first, and how many more there are than that."""
    name = each.unit.name
    own = (*each.findings, *(each.filing.findings if each.filing else ()))
    checked = (one for one in own if standing(one) != Standing.UNCHECKED)
    shown = [*(((name,), finding) for finding in checked), *across]
    ordered = sorted(shown, key=lambda one: _ORDER.index(standing(one[1])))
    return [*ordered[:most], *_beyond(name, len(ordered) - most)]


def _beyond(unit: str, more: int) -> list[tuple[tuple[str, ...], Finding]]:
    """Say how many more there are than are listed."""
    if more <= 0:
        return []
    said = f"还有 {more} 处较轻的，这里没有列出"
    advice = "要全部看，请单独核对这个单位的文件（make-report check）"
    return [((unit,), notice(_RULE, Place(""), said, advice))]


def _counted(members: Sequence[tuple[tuple[str, ...], Finding]]) -> tuple[int, int]:
    """Return how many hold back, and how many are wrong."""
    found = [standing(finding) for _, finding in members]
    return found.count(Standing.HOLDS_BACK), found.count(Standing.WRONG)


def _problem(
    rows: LongRows, row: int, units: tuple[str, ...], finding: Finding, answers: Answers
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
    fills = dict.fromkeys((len(texts) - 1, len(texts)), style.INPUT_FILL)
    if fill := FINDING_FILLS.get(standing(finding)):
        fills[2] = fill
    rows.item(row, [shortened(text) for text in texts], _WIDTHS, fills)
