"""Reads a workbook into a report. Everything wrong with it is found at once."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.form.chinese import listed
from generator.form.labels import holds_table, label_key
from generator.form.vocabulary import Form, Table
from generator.formats.xlsx.collection.reading import not_whole, of_a_collection
from generator.formats.xlsx.layout import (
    ENTRY_SHEET,
    GUIDE_SHEET,
    INDICATOR_COLUMNS,
    INDICATOR_SHEET,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    RESULT_COLUMNS,
    table_sheets,
)
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.conditional_formats import shown_by_conditions
from generator.formats.xlsx.reading.covered import covered
from generator.formats.xlsx.reading.entries import read_entries
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.indicators import read_indicators
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.reading.missing_results import with_missing_results
from generator.formats.xlsx.reading.optional_lists import read_optional_lists
from generator.formats.xlsx.reading.out_of_sight import printed_out_of_sight
from generator.formats.xlsx.reading.paragraphs import read_paragraphs
from generator.formats.xlsx.reading.struck_text import struck_in_report
from generator.formats.xlsx.reading.tables import read_table
from generator.formats.xlsx.sheet import Sheet
from generator.model.captions import tables_named
from generator.model.exhibits import FurtherTable
from generator.model.finding import Finding, Refusal, Severity, held_back
from generator.model.report import (
    Awaited,
    Entry,
    Figure,
    Indicator,
    Paragraph,
    Place,
    Report,
)


def read_content(data: bytes, name: str, form: Form) -> tuple[Report, list[Finding]]:
    """Read the bytes of a workbook; `name` is what messages call it.

    Raise Refusal where it is none or is not safe to open. One that was just read is not again.
    """
    report, findings = _read_once(data, name, form)
    return report, list(findings)


@lru_cache(maxsize=3)
def _read_once(data: bytes, name: str, form: Form) -> tuple[Report, tuple[Finding, ...]]:
    parts = workbook_parts(data, name)
    sheets = with_missing_results(read_sheets(parts, name))
    findings: list[Finding] = []
    handed_in = of_a_collection(sheets)

    entries: dict[str, Entry] = {}
    figures: dict[str, Figure] = {}
    indicators: dict[str, Indicator] = {}
    awaited: dict[str, Awaited] = {}
    paragraphs, in_text, narratives = _narrative(sheets, form, name)
    named = tables_named(paragraphs)
    optional, in_lists = read_optional_lists(sheets, form, name)
    set_aside = (*optional.sheets, *narratives, *handed_in)
    others = [sheet for sheet in sheets if sheet not in set_aside]
    with_entries = _unless_named(_with_entries(others, form), named)
    if sheet := _only(with_entries, ENTRY_SHEET, name, findings):
        entries, found = read_entries(sheet, form, name)
        findings += found
    with_tables: list[Sheet] = []
    for layout in table_sheets(form):
        candidates = _unless_named(_with_table(others, layout.table), named)
        with_tables += candidates
        if sheet := _only(candidates, layout.name, name, findings):
            read, found = read_table(sheet, layout.table, form.totals, name)
            figures |= read
            findings += found
    if not (with_entries or with_tables or narratives):
        raise Refusal(
            f"{name} 不是{form.name}的工作簿："
            f"『{ENTRY_SHEET}』『{NARRATIVE_SHEET}』和规定的表一张也没有。"
            "请检查是不是选错了文件，或者新建工作簿（make-report new）。"
        )
    findings += in_text
    lists = _unless_named([sheet for sheet in sheets if header(sheet, INDICATOR_COLUMNS)], named)
    if sheet := _only(lists, INDICATOR_SHEET, name, findings):
        (indicators, awaited), found = read_indicators(sheet, form, name)
        findings += found
    findings += in_lists
    findings += not_whole(handed_in, name)
    own = [*with_entries, *with_tables, *narratives, *lists, *optional.sheets, *handed_in]
    copies = [sheet for sheet in sheets if header(sheet, RESULT_COLUMNS) and sheet not in own]
    own += [*copies, *(sheet for sheet in sheets if sheet.name == GUIDE_SHEET)]
    tables, meant, in_tables = _further_tables(named, sheets, own, parts, name)
    findings += in_tables
    findings += [_copy(sheet, name) for sheet in copies]
    findings += [
        _unused(sheet, name)
        for sheet in sheets
        if sheet.values and sheet not in own and sheet not in meant
    ]
    report = Report(
        entries,
        figures,
        indicators,
        tuple(paragraphs),
        file=name,
        namings=tuple(optional.namings),
        verifications=tuple(optional.verifications),
        awaited=awaited,
        local_rules=tuple(optional.local_rules),
        chart_rows=tuple(optional.chart_rows),
        further_tables=tables,
    )
    findings += [
        *struck_in_report(sheets, report, name),
        *shown_by_conditions(sheets, report, name),
        *printed_out_of_sight(sheets, report, name),
    ]
    return report, tuple(findings)


def _further_tables(
    named: Mapping[str, Paragraph],
    sheets: list[Sheet],
    own: list[Sheet],
    parts: Mapping[str, bytes],
    file: str,
) -> tuple[dict[str, FurtherTable], list[Sheet], list[Finding]]:
    """Return the tables that the narrative names, and their sheets; most name none."""
    if not named:
        return {}, [], []
    from generator.formats.xlsx.reading.further_tables import read_further_tables

    return read_further_tables(named, sheets, own, parts, file)


def _narrative(
    sheets: list[Sheet], form: Form, file: str
) -> tuple[list[Paragraph], list[Finding], list[Sheet]]:
    """Return the text, what is wrong with it, and the sheets that could be it.

    It is read first: it says which other sheets are tables to print.
    """
    narratives = [sheet for sheet in sheets if header(sheet, NARRATIVE_COLUMNS)]
    findings: list[Finding] = []
    if sheet := _only(narratives, NARRATIVE_SHEET, file, findings):
        paragraphs, found = read_paragraphs(sheet, form, file)
        return paragraphs, [*findings, *found], narratives
    return [], findings, narratives


def _unless_named(candidates: list[Sheet], named: Iterable[str]) -> list[Sheet]:
    """Return the sheets that no row prints as a table of its own, where there are any.

    Figures by township have the labels of the form's own table.
    """
    keys = {label_key(name) for name in named}
    return [sheet for sheet in candidates if label_key(sheet.name) not in keys] or candidates


def _with_entries(sheets: list[Sheet], form: Form) -> list[Sheet]:
    wanted = {label_key(entry.name) for entry in form.entries}
    return [
        sheet
        for sheet in sheets
        if 2 * len(wanted.intersection(key for _, key in sheet.labels())) >= len(wanted)
    ]


def _with_table(sheets: list[Sheet], table: Table) -> list[Sheet]:
    """Find the sheets that hold a table, by its labels: names of sheets do not matter."""
    return [sheet for sheet in sheets if holds_table((key for _, key in sheet.labels()), table)]


def _only(found: list[Sheet], usual: str, file: str, findings: list[Finding]) -> Sheet | None:
    """Return the one sheet, or say that it is missing or that there are several."""
    if len(found) == 1:
        findings += covered(found[0], usual, file)
        return found[0]
    if found:
        names = listed(f"『{sheet.name}』" for sheet in found)
        message = f"有 {len(found)} 张表都像『{usual}』：{names}，不知道该用哪一张"
        advice = "请删去多余的副本（隐藏的工作表也算）"
    else:
        message, advice = f"找不到『{usual}』这张表", "请从新建的空白工作簿里把它复制过来"
    findings.append(held_back("R01", Place(file), message, advice))
    return None


def _unused(sheet: Sheet, file: str) -> Finding:
    return Finding(
        "R01",
        Severity.NOTICE,
        Place(file, sheet.name),
        "这张表不是本程序的表，里面的内容不会印出",
        "只是自己用的，可以不管；要印出的，请写到规定的表里，或者在『正文』加一行，"
        f"“层级”选“表”，“正文”写【表格：{sheet.name}】",
        about=f"别的表：{sheet.name}",
    )


def _copy(sheet: Sheet, file: str) -> Finding:
    return Finding(
        "R01",
        Severity.NOTICE,
        Place(file, sheet.name),
        "这份工作簿是核对时另存的副本，不是原来的工作簿",
        "请把修改和核对记录写到原来的工作簿里，以免有两份不一样的",
    )
