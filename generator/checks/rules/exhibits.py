"""图、表: what is shown beside text has captions, and further tables add up."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.form.chinese import number
from generator.form.labels import label_key
from generator.form.rules import Rule
from generator.model.captions import captioned, shown_by
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.finding import Finding, notice, wrong
from generator.model.typed_input.number import understand

_TOTALS = frozenset({"合计", "总计", "共计", "总数", "全市合计", "全区合计", "全县合计"})
_SUBTOTALS = frozenset({"小计", "分计"})
_AT_LEAST = 3
"""So many rows must tell that a column holds sums before one that differs is told."""

Numbers = Mapping[tuple[int, int], Decimal]


def captions(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find something shown without a caption, and two of one kind with the same."""
    seen: dict[tuple[str, str], str] = {}
    for paragraph, own in captioned(case.report, case.form):
        caption = paragraph.heading.strip()
        if not caption:
            yield notice(
                rule.id,
                paragraph.heading_place,
                f"{own}没有标题",
                "请在“标题”一栏写标题；序号由程序编，不要写",
                about=f"没有标题：{shown_by(paragraph).name}",
            )
        elif (paragraph.kind, caption) in seen:
            first = seen[paragraph.kind, caption]
            yield notice(
                rule.id,
                paragraph.heading_place,
                f"{own}和{first}的标题都是“{caption}”",
                "请写明各是什么；放重了的，删去一个",
                about=f"标题重复：{caption}",
            )
        else:
            seen[paragraph.kind, caption] = own


def further_tables_add_up(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find sums in further tables that are not those of their rows, or of their columns."""
    for exhibit in case.report.exhibits.values():
        if isinstance(exhibit, FurtherTable):
            at = {(cell.row, cell.column): cell for cell in exhibit.cells}
            numbers = {
                spot: value for spot, cell in at.items() if (value := _number(cell)) is not None
            }
            yield from _sums_of_rows(exhibit, at, numbers, rule)
            yield from _sums_of_columns(exhibit, at, numbers, rule)


def _sums_of_rows(
    table: FurtherTable, at: Mapping[tuple[int, int], TableCell], numbers: Numbers, rule: Rule
) -> Iterator[Finding]:
    labels = {row: _label(at, row) for row in range(table.header_rows, table.height)}
    totals = [row for row, label in labels.items() if label in _TOTALS]
    if len(totals) != 1:
        return
    total = totals[0]
    parts = [row for row, label in labels.items() if row != total and label not in _SUBTOTALS]
    subtotals = [row for row, label in labels.items() if label in _SUBTOTALS]
    for column in range(1, table.width):
        own = [numbers[row, column] for row in parts if (row, column) in numbers]
        words = [row for row in parts if (row, column) not in numbers and _filled(at, row, column)]
        if (total, column) not in numbers or len(own) < 2 or words:  # noqa: PLR2004 - a sum
            continue
        found = numbers[total, column]
        right = {sum(own), sum(numbers.get((row, column), Decimal(0)) for row in subtotals)}
        if found not in right:
            yield _wrong(rule, at[total, column], found, sum(own, Decimal(0)), "各行")


def _sums_of_columns(
    table: FurtherTable, at: Mapping[tuple[int, int], TableCell], numbers: Numbers, rule: Rule
) -> Iterator[Finding]:
    """Compare a column of sums with the others, where most rows tell that it is one."""
    heads = {
        column: label_key(at[row, column].text)
        for row in range(table.header_rows)
        for column in range(1, table.width)
        if (row, column) in at
    }
    totals = [column for column, label in heads.items() if label in _TOTALS | _SUBTOTALS]
    if len(totals) != 1:
        return
    total = totals[0]
    due: dict[int, Decimal] = {}
    for row in range(table.header_rows, table.height):
        own = [
            numbers[row, one]
            for one in range(1, table.width)
            if one != total and (row, one) in numbers
        ]
        if (row, total) in numbers and len(own) > 1:
            due[row] = sum(own, Decimal(0))
    right = [row for row, value in due.items() if numbers[row, total] == value]
    if len(right) >= _AT_LEAST and 2 * len(right) > len(due):
        for row, value in due.items():
            if row not in right:
                yield _wrong(rule, at[row, total], numbers[row, total], value, "各列")


def _wrong(rule: Rule, cell: TableCell, found: Decimal, expected: Decimal, what: str) -> Finding:
    return wrong(
        rule.id,
        cell.place,
        f"合计是 {number(found)}，{what}相加是 {number(expected)}",
        "请核对各数，改正写错的一个",
        about=f"合计：{number(found)}",
        expected=expected,
        found=found,
    )


def _number(cell: TableCell) -> Decimal | None:
    """Return the number of a cell of one row and column; a share is none to be added up."""
    typed = understand(cell.text.replace(",", "").replace("，", "")) if cell.text.strip() else None
    plain = typed is not None and not typed.note and cell.rows == cell.columns == 1
    return typed.value if typed and plain else None


def _label(at: Mapping[tuple[int, int], TableCell], row: int) -> str:
    cell = at.get((row, 0))
    return label_key(cell.text) if cell else ""


def _filled(at: Mapping[tuple[int, int], TableCell], row: int, column: int) -> bool:
    cell = at.get((row, column))
    return cell is not None and bool(cell.text.strip()) and cell.text.strip() not in _NO_NUMBER


_NO_NUMBER: Sequence[str] = ("/", "—", "-", "－", "无", "——")
"""What people write where there is no number to add."""
