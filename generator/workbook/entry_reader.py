"""Reads 基本信息."""

import re
from datetime import date, datetime

from generator.finding import Finding, held_back
from generator.form.labels import label_key
from generator.form.vocabulary import EntrySpec, Form
from generator.report import Entry, Place
from generator.typed.number import understand
from generator.workbook.layout import ENTRY_COLUMNS, address
from generator.workbook.list_reader import header, no_header, outside, typed_text
from generator.workbook.sheet import Sheet

_WRITTEN_DATE = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
_FIRST_YEAR, _LAST_YEAR = 2008, 2099  # 《条例》 took effect in 2008


def read_entries(sheet: Sheet, form: Form, file: str) -> tuple[dict[str, Entry], list[Finding]]:
    """Return the lines of 基本信息 that are filled in, by name."""
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    names, contents = ENTRY_COLUMNS[:2]
    above = header(sheet, (names, contents))
    above_all = header(sheet, ENTRY_COLUMNS) or above
    if above is None or above_all is None:
        return {}, [no_header(sheet, (names, contents), file)]
    findings += outside(sheet, above_all, file)
    for spec in form.entries:
        found = [spot for spot in sheet.find(spec.name) if spot[1] == above[names][1]]
        if len(found) != 1:
            message = f"{'不止一行' if found else '找不到'}“{spec.name}”"
            findings.append(held_back("R05", Place(file, sheet.name), message, "请恢复为一行"))
            continue
        spot = found[0][0], above[contents][1]
        place = Place(file, sheet.name, address(spot))
        if not sheet.filled(spot):
            if spec.required:
                findings.append(
                    held_back("R05", place, f"“{spec.name}”没有填", f"请填写：{spec.hint}")
                )
            continue
        value = None if spot in sheet.formulas else _entry(spec, sheet, spot)
        if value is None:
            said = sheet.formulas.get(spot) or sheet.text(spot)
            message = f"“{spec.name}”填的是“{said}”，看不懂"
            findings.append(held_back("R05", place, message, f"请改正：{spec.hint}"))
        else:
            entries[spec.name] = Entry(value, place)
    known = {label_key(spec.name) for spec in form.entries}
    for spot, key in sheet.labels():
        if spot[1] == above[names][1] and spot[0] > above[names][0] and key not in known:
            place = Place(file, sheet.name, address(spot))
            message = f"不认识的项目“{sheet.text(spot)}”，它的内容不会印出"
            findings.append(held_back("R05", place, message, "请改正项目名称，或者清除这一行"))
    return entries, findings


def _entry(spec: EntrySpec, sheet: Sheet, spot: tuple[int, int]) -> str | int | date | None:
    text = sheet.text(spot)
    if spec.kind == "date":
        return _date(sheet.values[spot])
    if spec.kind == "year":
        return _year(text)
    if spec.kind == "choice":
        return text if text in spec.choices else None
    typed = typed_text(sheet, spot)
    return typed.strip() if typed else None


def _year(text: str) -> int | None:
    number = understand(text.removesuffix("年")).value
    if number is None or number != number.to_integral_value():
        return None
    return int(number) if _FIRST_YEAR <= number <= _LAST_YEAR else None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    written = _WRITTEN_DATE.fullmatch(label_key(str(value)))
    if not written:
        return None
    try:
        return date(*(int(number) for number in written.groups()))
    except ValueError:
        return None
