"""Reads a workbook into a report. Everything wrong with it is found at once."""

from functools import lru_cache

from generator.form.chinese import listed
from generator.form.labels import holds_table, label_key
from generator.form.vocabulary import Form, Naming, Table
from generator.formats.xlsx.cell_names import address
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
from generator.formats.xlsx.reading.entries import read_entries
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.indicators import read_indicators
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.reading.local_rules import (
    holds_local_rules,
    misunderstood,
    read_local_rules,
)
from generator.formats.xlsx.reading.namings import holds_namings, read_namings
from generator.formats.xlsx.reading.out_of_sight import printed_out_of_sight
from generator.formats.xlsx.reading.paragraphs import read_paragraphs
from generator.formats.xlsx.reading.struck_text import struck_in_list, struck_in_report
from generator.formats.xlsx.reading.tables import read_table
from generator.formats.xlsx.reading.verifications import holds_verifications, read_verifications
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, Severity, held_back
from generator.model.report import (
    Awaited,
    Entry,
    Figure,
    Indicator,
    LocalRule,
    Paragraph,
    Place,
    Report,
    Verification,
)

_SHOWN_CELLS = 10


def read_content(data: bytes, name: str, form: Form) -> tuple[Report, list[Finding]]:
    """Read the bytes of a workbook; `name` is what messages call it.

    Raise Refusal where it is none or is not safe to open. One that was just read is not again.
    """
    report, findings = _read_once(data, name, form)
    return report, list(findings)


@lru_cache(maxsize=3)
def _read_once(data: bytes, name: str, form: Form) -> tuple[Report, tuple[Finding, ...]]:
    sheets = read_sheets(workbook_parts(data, name), name)
    findings: list[Finding] = []

    entries: dict[str, Entry] = {}
    figures: dict[str, Figure] = {}
    indicators: dict[str, Indicator] = {}
    awaited: dict[str, Awaited] = {}
    paragraphs: list[Paragraph] = []
    with_entries = _with_entries(sheets, form)
    if sheet := _only(with_entries, ENTRY_SHEET, name, findings):
        entries, found = read_entries(sheet, form, name)
        findings += found
    with_tables: list[Sheet] = []
    for layout in table_sheets(form):
        candidates = _with_table(sheets, layout.table)
        with_tables += candidates
        if sheet := _only(candidates, layout.name, name, findings):
            read, found = read_table(sheet, layout.table, form.totals, name)
            figures |= read
            findings += found
    narratives = [sheet for sheet in sheets if header(sheet, NARRATIVE_COLUMNS)]
    if sheet := _only(narratives, NARRATIVE_SHEET, name, findings):
        paragraphs, found = read_paragraphs(sheet, form, name)
        findings += found
    lists = [sheet for sheet in sheets if header(sheet, INDICATOR_COLUMNS)]
    if sheet := _only(lists, INDICATOR_SHEET, name, findings):
        (indicators, awaited), found = read_indicators(sheet, form, name)
        findings += found
    namings: list[Naming] = []
    verifications: list[Verification] = []
    local_rules: list[LocalRule] = []
    of_people = [
        sheet
        for sheet in sheets
        if holds_namings(sheet) or holds_verifications(sheet) or holds_local_rules(sheet)
    ]
    for sheet in of_people:  # optional; of several copies none is lost
        if holds_verifications(sheet):
            read_here, found = read_verifications(sheet, name)
            verifications += read_here
        elif holds_local_rules(sheet):
            rules, found = read_local_rules(sheet, name)
            local_rules += rules
        else:
            more, found = read_namings(sheet, name)
            namings += more
        findings += [*found, *([_unseen(sheet, sheet.name, name)] if sheet.unseen else [])]
        findings += struck_in_list(sheet, name)
    findings += misunderstood(local_rules, form)
    known = [*with_entries, *with_tables, *narratives, *lists, *of_people]
    known += [sheet for sheet in sheets if sheet.name == GUIDE_SHEET or not sheet.values]
    findings += [
        _copy(sheet, name) if header(sheet, RESULT_COLUMNS) else _unused(sheet, name)
        for sheet in sheets
        if sheet not in known
    ]
    report = Report(
        entries,
        figures,
        indicators,
        tuple(paragraphs),
        file=name,
        namings=tuple(namings),
        verifications=tuple(verifications),
        awaited=awaited,
        local_rules=tuple(local_rules),
    )
    findings += [
        *struck_in_report(sheets, report, name),
        *shown_by_conditions(sheets, report, name),
        *printed_out_of_sight(sheets, report, name),
    ]
    return report, tuple(findings)


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
        if found[0].unseen:
            findings.append(_unseen(found[0], usual, file))
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
        "只是自己用的，可以不管；要印出的，请写到规定的表里",
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


def _unseen(sheet: Sheet, usual: str, file: str) -> Finding:
    cells = listed(map(address, sheet.unseen[:_SHOWN_CELLS]))
    more = f"等 {len(sheet.unseen)} 格" if len(sheet.unseen) > _SHOWN_CELLS else ""
    return held_back(
        "R07",
        Place(file, sheet.name, address(sheet.unseen[0])),
        f"{cells}{more}里有内容，但被合并单元格盖住，或者离表太远，不会印出",
        "请取消合并看一看：要用的移到应填的格里，不用的清除",
        about=f"『{usual}』有 {len(sheet.unseen)} 格看不见的内容",
    )
