"""Writes the live check cells of a table sheet: ✓, or words that say what does not tie.

They help while typing. The program trusts none of them and works everything out itself.
"""

from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.vocabulary import Form, Tie
from generator.formats.xlsx.cell_names import area
from generator.formats.xlsx.layout import TableSheet
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.check_formulas import check_of_a_row, filled_in, live_checks

_HEIGHT = 42  # three lines: the columns are narrow


def write_checks(sheet: Worksheet, layout: TableSheet, form: Form) -> list[str]:
    """Write a check beside every row and under the grid; return the areas they cover."""
    ties = [
        tie
        for tie in form.ties
        if not tie.across_years and all(term.figure in layout.figures for term in tie.terms)
    ]
    live = live_checks(ties, layout, form)
    rows: dict[int, list[str]] = {}
    for name, (row, _) in layout.figures.items():
        rows.setdefault(row, [])
        if name in form.numbers:
            rows[row].append(name)
    # in a table of one row the sums stand side by side: their checks go under them
    beside = _by_row(layout, ties) if len(rows) > 1 else {}
    for row, names in rows.items():
        match beside.get(row, []):
            case _ if not names:  # of words there is nothing to check
                formula = ""
            case []:
                formula = filled_in(layout, names, form)
            case [tie] if tie.is_sum:
                formula = live[tie]
            case several:
                formula = check_of_a_row(several, names, layout, form)
        sheet.cell(row, layout.check_column, formula)
    areas = [area((min(rows), layout.check_column), (layout.last_row, layout.check_column))]
    told = {tie for of_row in beside.values() for tie in of_row}
    under = {tie: formula for tie, formula in live.items() if tie not in told}
    for offset, abreast in enumerate(_abreast(layout, list(under)), 1):
        formulas = {tie: under[tie] for tie in abreast}
        areas.append(_row_of_checks(sheet, layout, formulas, layout.last_row + offset))
    for checks in areas:
        style.dress(sheet, checks, font=style.LABEL)
        style.colour_checks(sheet, checks, checks.split(":")[0])
    return areas


def _abreast(layout: TableSheet, ties: list[Tie]) -> list[list[Tie]]:
    """Return the ties of each line of checks: of one clause, and one beside the other."""
    lines: list[list[Tie]] = []
    for tie in ties:
        for line in lines:
            if line[0].clause == tie.clause and not any(_overlap(layout, one, tie) for one in line):
                line.append(tie)
                break
        else:
            lines.append([tie])
    return lines


def _columns(layout: TableSheet, tie: Tie) -> list[int]:
    return [layout.figures[term.figure][1] for term in tie.terms]


def _overlap(layout: TableSheet, one: Tie, other: Tie) -> bool:
    first, second = _columns(layout, one), _columns(layout, other)
    return max(min(first), min(second)) <= min(max(first), max(second))


def _row_of_checks(
    sheet: Worksheet, layout: TableSheet, formulas: Mapping[Tie, str], row: int
) -> str:
    """Write one line of checks, each under the figures that it speaks of."""
    if layout.first_column > 1:
        label = area((row, 1), (row, layout.first_column - 1))
        clause = next(iter(formulas)).clause
        sheet.cell(row, 1, "勾稽：" + clause.split("：")[-1])
        style.dress(sheet, label, font=style.QUIET, fill=style.LABEL_FILL, alignment=style.LEFT)
        sheet.merge_cells(label)
    for tie, formula in formulas.items():
        columns = _columns(layout, tie)
        sheet.cell(row, min(columns), formula)
        if min(columns) < max(columns):
            sheet.merge_cells(area((row, min(columns)), (row, max(columns))))
    sheet.row_dimensions[row].height = _HEIGHT
    return area((row, layout.first_column), (row, layout.check_column - 1))


def _by_row(layout: TableSheet, ties: list[Tie]) -> dict[int, list[Tie]]:
    """Return the ties whose figures all stand in one row, by that row: first what is summed."""
    found: dict[int, list[Tie]] = {}
    for tie in sorted(ties, key=lambda one: not one.is_sum):
        rows = {layout.figures[term.figure][0] for term in tie.terms}
        if len(rows) == 1:
            found.setdefault(rows.pop(), []).append(tie)
    return found
