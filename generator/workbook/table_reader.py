"""Reads the figures of one table from its sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.chinese import listed
from generator.finding import Finding, Severity
from generator.form.labels import Spot
from generator.form.vocabulary import FigureSpec, Table
from generator.report import Figure, Place
from generator.workbook.layout import address, own_total
from generator.workbook.locate import locate
from generator.workbook.number import Typed, understand
from generator.workbook.sheet import Sheet

_UNKNOWN = "？"

Results = Callable[[str, Spot], object]
"""Sheet name and cell → what its formula last showed; None where the file does not say."""


class _TableReader:
    """What the steps of reading one table share."""

    def __init__(
        self,
        sheet: Sheet,
        table: Table,
        parts_of: Mapping[str, tuple[str, ...]],
        file: str,
        results: Results,
    ) -> None:
        self.sheet, self.table, self.file, self.results = sheet, table, file, results
        self.parts_of = parts_of
        located = locate(sheet, table)
        self.spots = located.figures
        self.findings = [
            self.finding("R02", message, advice, spot) for spot, message, advice in located.problems
        ]

    def place(self, spot: str) -> Place:
        return Place(self.file, self.sheet.name, spot)

    def finding(self, rule: str, message: str, advice: str, spot: str) -> Finding:
        return Finding(rule, Severity.ERROR, self.place(spot), message, advice, holds_back=True)


def read_table(
    sheet: Sheet,
    table: Table,
    parts_of: Mapping[str, tuple[str, ...]],
    file: str,
    results: Results,
) -> tuple[dict[str, Figure], list[Finding]]:
    """Return the figures that were found, and everything that is wrong with them.

    `parts_of` names the figures that are totals, with what they add up.
    """
    reader = _TableReader(sheet, table, parts_of, file, results)
    figures: dict[str, Figure] = {}
    typed: dict[str, Typed] = {}
    own: list[str] = []
    for spec in table.figures:
        if spec.name not in reader.spots:
            continue
        if _is_own_total(reader, spec):
            own.append(spec.name)
            continue
        if _lost_its_parts(reader, spec):
            place = reader.place(address(reader.spots[spec.name]))
            figures[spec.name] = Figure(None, typed=_UNKNOWN, readable=False, place=place)
            continue
        typed[spec.name] = _typed(reader, reader.spots[spec.name])
        figures[spec.name] = _figure(reader, spec, typed[spec.name])
    for name in own:
        _add_up(reader, name, figures)
    ordered = {spec.name: figures[spec.name] for spec in table.figures if spec.name in figures}
    return ordered, reader.findings + _remarks(reader, typed, ordered)


def _is_own_total(reader: _TableReader, spec: FigureSpec) -> bool:
    """Tell whether the cell holds the form's own formula, over the right cells and no others."""
    formula = reader.sheet.formulas.get(reader.spots[spec.name])
    area = own_total(formula) if formula else None
    if area is None or spec.name not in reader.parts_of:
        return False
    left, top, right, bottom = area
    covered = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    parts = {reader.spots.get(part) for part in reader.parts_of[spec.name]}
    return (
        None not in parts
        and all(spot in covered for spot in parts)
        and not any(reader.sheet.filled(spot) for spot in covered - parts)
    )


def _lost_its_parts(reader: _TableReader, spec: FigureSpec) -> bool:
    """Tell whether a total is left as a formula while some of its parts could not be found.

    What could not be found is reported already; the total has no error of its own.
    """
    formula = reader.sheet.formulas.get(reader.spots[spec.name], "")
    parts = reader.parts_of.get(spec.name, ())
    return own_total(formula) is not None and any(part not in reader.spots for part in parts)


def _typed(reader: _TableReader, spot: Spot) -> Typed:
    formula = reader.sheet.formulas.get(spot)
    if formula is None:
        return understand(reader.sheet.values.get(spot))
    result = reader.results(reader.sheet.name, spot)
    if result is None:
        return Typed(problem=f"是公式 {formula}，文件里没有它的计算结果")
    return understand(result)


def _figure(reader: _TableReader, spec: FigureSpec, typed: Typed) -> Figure:
    spot = reader.spots[spec.name]
    at = address(spot)
    text = reader.sheet.text(spot) or reader.sheet.formulas.get(spot, "")
    if typed.problem:
        reader.findings.append(
            reader.finding(
                reader.table.not_a_number,
                f"{spec.label}应填数字，填的是“{text}”，{typed.problem}",
                "请只填数字；没有就填 0",
                at,
            )
        )
        return Figure(None, typed=text, readable=False, place=reader.place(at))
    value = typed.value
    if value is not None and (value < 0 or (spec.whole and value != value.to_integral_value())):
        kind = "不小于 0 的整数" if spec.whole else "不小于 0 的数"
        reader.findings.append(
            reader.finding(
                reader.table.not_a_count,
                f"{spec.label}应为{kind}，填的是 {text}",
                "请改正",
                at,
            )
        )
    return Figure(value, typed.note, text, place=reader.place(at))


def _add_up(reader: _TableReader, name: str, figures: dict[str, Figure]) -> None:
    """Work out a total that was left as the form's own formula, its parts first."""
    if name in figures:
        return
    place = reader.place(address(reader.spots[name]))
    for part in reader.parts_of[name]:
        if part not in figures:
            _add_up(reader, part, figures)
    parts = [figures[part] for part in reader.parts_of[name]]
    numbers = [part.value for part in parts if part.value is not None]
    total = Figure(sum(numbers, Decimal(0)) if numbers else None, place=place)
    if not all(part.readable for part in parts):
        total = replace(total, value=None, typed=_UNKNOWN, readable=False)
    figures[name] = total


def _remarks(
    reader: _TableReader, typed: Mapping[str, Typed], figures: Mapping[str, Figure]
) -> list[Finding]:
    """Gather what is no error cell by cell: blanks, — and numbers written in another way."""
    nothing = [name for name, cell in typed.items() if cell.nothing]
    blank = [
        name
        for name, figure in figures.items()
        if figure.value is None and figure.readable and name not in nothing
    ]
    tidied = [name for name, cell in typed.items() if cell.tidied and not cell.problem]
    rule = reader.table.blank
    remarks = []
    if blank:
        remarks.append(_remark(reader, rule, blank, "空白，按 0 印出", "没有就填 0；漏填的请补上"))
    if nothing:
        what = f"填的是{listed(dict.fromkeys(f'“{figures[name].typed}”' for name in nothing))}"
        remarks.append(_remark(reader, rule, nothing, f"{what}，按 0 印出", "没有就填 0"))
    if tidied:
        read = listed(f"“{figures[name].typed}”读作 {figures[name].printed}" for name in tidied)
        remarks.append(
            _remark(
                reader,
                reader.table.not_a_number,
                tidied,
                f"是文字形式的数字，{read}",
                "结果无误就不必改；改成普通数字后，校验公式才会把它算进去",
            )
        )
    return remarks


def _remark(
    reader: _TableReader, rule: str, names: Iterable[str], message: str, advice: str
) -> Finding:
    spots = [reader.spots[name] for name in names]
    cells = listed(_areas(spots))
    return Finding(rule, Severity.NOTICE, reader.place(cells), f"{len(spots)} 格{message}", advice)


def _areas(spots: list[Spot]) -> Iterator[str]:
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
