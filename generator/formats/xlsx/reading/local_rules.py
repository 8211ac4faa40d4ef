"""Reads 本地规则: what a place asks of its reports, from a workbook or a file of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.form.labels import Spot
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import LOCAL_RULE_COLUMNS, LOCAL_RULE_SHEET
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.lists import Item, header, items, not_read, shown_otherwise
from generator.formats.xlsx.reading.struck_text import struck_in_list
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO_WITH_TEXT
from generator.model.finding import Finding, Refusal, notice
from generator.model.report import LocalRule, Place
from generator.model.typed_input.local_rules import requirements_of

_RULE = "R17"
_ID, _WHAT, _PART, _ASKED, _, _ = LOCAL_RULE_COLUMNS


def holds_local_rules(sheet: Sheet) -> bool:
    """Tell whether a sheet is 本地规则, by its column names or by its own name."""
    return sheet.name.strip() == LOCAL_RULE_SHEET or header(sheet, LOCAL_RULE_COLUMNS) is not None


def read_local_rules(sheet: Sheet, file: str) -> tuple[list[LocalRule], list[Finding]]:
    """Return the rules as they were typed; what of them is not understood is told elsewhere."""
    above = header(sheet, LOCAL_RULE_COLUMNS)
    if above is None:
        return [], not_read(sheet, LOCAL_RULE_COLUMNS, file, _RULE)
    findings = [
        notice(_RULE, cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
    ]
    rules = [
        _rule(sheet, item, file)
        for item in items(sheet, LOCAL_RULE_COLUMNS, above)
        if any(sheet.filled(item.spots[name]) for name in (_ID, _WHAT, _PART, _ASKED))
    ]  # the other rows hold a remark
    return rules, findings


def _rule(sheet: Sheet, item: Item, file: str) -> LocalRule:
    number, what, part, asked, level, basis = (
        _typed(sheet, item.spots[name]) for name in LOCAL_RULE_COLUMNS
    )
    places = tuple(item.place(sheet, file, name) for name in LOCAL_RULE_COLUMNS)
    return LocalRule(number, what, part, asked, level, basis, places)


def _typed(sheet: Sheet, spot: Spot) -> str:
    """Return a cell as it was typed; 1月31日, of which Excel makes a day of this year, as that."""
    value = sheet.values.get(spot)
    if isinstance(value, date):
        return f"{value.month}月{value.day}日"
    return sheet.formulas.get(spot) or sheet.text(spot)


def misunderstood(rules: Iterable[LocalRule], form: Form) -> list[Finding]:
    """Say what of the rules of one file was not understood."""
    return [
        notice(_RULE, one.typed.place_of(one.field), one.message, one.advice)
        for one in requirements_of(rules, form)[1]
    ]


def read_file_of_rules(
    data: bytes, name: str, form: Form
) -> tuple[tuple[LocalRule, ...], tuple[Finding, ...]]:
    """Read the rules in any workbook. Raise Refusal where it is not safe to open or has none."""
    sheets = [
        sheet for sheet in read_sheets(workbook_parts(data, name), name) if holds_local_rules(sheet)
    ]
    if not sheets:
        columns = "、".join(LOCAL_RULE_COLUMNS)
        raise Refusal(f"{name} 里没有『{LOCAL_RULE_SHEET}』这张表，也没有这几栏的表：{columns}。")
    rules: list[LocalRule] = []
    findings: list[Finding] = []
    for sheet in sheets:
        read, found = read_local_rules(sheet, name)
        rules += read
        findings += [*found, *struck_in_list(sheet, name), *_unseen(sheet, name)]
    return tuple(rules), (*findings, *misunderstood(rules, form))


def _unseen(sheet: Sheet, file: str) -> Iterator[Finding]:
    """Say that cells are covered: in a file that is handed down, that stops nobody's report."""
    for spot in sheet.unseen[:1]:
        yield notice(
            _RULE,
            Place(file, sheet.name, address(spot)),
            "这里有内容，但被合并单元格盖住，或者离表太远，没有读",
            "请取消合并看一看：要用的移到应填的格里，不用的清除",
        )
