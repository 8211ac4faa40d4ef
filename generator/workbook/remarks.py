"""Remarks on how the figures of a table were typed: nothing wrong, but people should know.

They are gathered, one remark for many cells: a table of blanks is one line, not two hundred.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.chinese import listed
from generator.finding import Finding, Severity
from generator.form.labels import Spot
from generator.form.vocabulary import Table
from generator.report import Figure, Place
from generator.workbook.layout import address
from generator.workbook.number import Typed


def remarks(
    table: Table,
    figures: Mapping[str, Figure],
    typed: Mapping[str, Typed],
    spots: Mapping[str, Spot],
) -> Iterator[Finding]:
    """Yield remarks on blanks, on — and / for nothing, and on numbers written in another way."""
    nothing = [name for name, cell in typed.items() if cell.nothing]
    empty = [name for name, figure in figures.items() if figure.value is None and figure.readable]
    blank = [name for name in empty if name not in nothing]
    tidied = [name for name, cell in typed.items() if cell.tidied and not cell.problem]

    def place(names: Sequence[str]) -> Place:
        cells = listed(_areas([spots[name] for name in names]))
        return replace(figures[names[0]].place, spot=cells)

    if blank:
        message, about = f"{len(blank)} 格空白，按 0 印出", _about("空白", blank)
        advice = "没有就填 0；漏填的请补上"
        yield _remark(table.blank, message, advice, place(blank), about)
    if nothing:
        shown = listed(dict.fromkeys(f"“{figures[name].typed}”" for name in nothing))
        message = f"{len(nothing)} 格填的是{shown}，按 0 印出"
        about = _about(shown, nothing)
        yield _remark(table.blank, message, "没有就填 0", place(nothing), about)
    if tidied:
        read = listed(f"“{figures[name].typed}”读作 {figures[name].printed}" for name in tidied)
        message = f"{len(tidied)} 格是文字形式的数字，{read}"
        advice = "结果无误就不必改；改成普通数字后，校验公式才会把它算进去"
        about = _about(read, tidied)
        yield _remark(table.not_a_number, message, advice, place(tidied), about)


def _remark(rule: str, message: str, advice: str, place: Place, about: str) -> Finding:
    return Finding(rule, Severity.NOTICE, place, message, advice, about=about)


def _about(what: str, figures: Sequence[str]) -> str:
    """Name the figures themselves: their cells may move."""
    return f"{what}：{listed(figures)}"


def _areas(spots: Sequence[Spot]) -> Iterator[str]:
    """Name cells briefly: those that fill a rectangle as D7:J31."""
    left = sorted(spots)
    while left:
        top, first = left[0]
        last = first
        while (top, last + 1) in left:
            last += 1
        bottom = top
        while all((bottom + 1, column) in left for column in range(first, last + 1)):
            bottom += 1
        corners = address((top, first)), address((bottom, last))
        yield corners[0] if corners[0] == corners[1] else ":".join(corners)
        left = [
            (row, column)
            for row, column in left
            if not (top <= row <= bottom and first <= column <= last)
        ]
