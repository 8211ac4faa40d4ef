"""Reads 基本信息."""

import re
from datetime import date, datetime, time, timedelta

from generator.form.chinese import day
from generator.form.labels import Spot, label_key
from generator.form.vocabulary import EntrySpec, Form
from generator.formats.xlsx.cell_formats import GENERAL, as_date
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import ENTRY_COLUMNS
from generator.formats.xlsx.reading.lists import header, no_header, outside, typed_text
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO_WITH_TEXT, shows_otherwise
from generator.formats.xlsx.whole_day import shows_whole_day
from generator.model.finding import Finding, held_back, notice
from generator.model.report import Entry, Place
from generator.model.typed_input.entries import entry_value, in_time, not_filled, not_there
from generator.model.typed_input.unseen_signs import unseen_signs, without_unseen

_SERIAL = re.compile(r"\d{5}")
_TIMES = (datetime, time, timedelta)
_UNITS = {"year": ("年", "年度")}


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
            message = f"不止一行“{spec.name}”" if found else not_there(spec)
            findings.append(held_back("R05", Place(file, sheet.name), message, "请恢复为一行"))
            continue
        spot = found[0][0], above[contents][1]
        place = Place(file, sheet.name, address(spot))
        if not sheet.filled(spot):
            if spec.required:
                findings.append(held_back("R05", place, not_filled(spec), f"请填写：{spec.hint}"))
            continue
        value, found_there = _entry(spec, sheet, spot, place)
        findings += found_there
        if value is not None:
            entries[spec.name] = Entry(value, place)
    known = {label_key(spec.name) for spec in form.entries}
    for spot, key in sheet.labels():
        if spot[1] == above[names][1] and spot[0] > above[names][0] and key not in known:
            place = Place(file, sheet.name, address(spot))
            message = f"不认识的项目“{sheet.text(spot)}”，它的内容不会印出"
            findings.append(held_back("R05", place, message, "请改正项目名称，或者清除这一行"))
    return entries, findings


def _entry(
    spec: EntrySpec, sheet: Sheet, spot: Spot, place: Place
) -> tuple[str | int | date | None, list[Finding]]:
    """Return what a line means, and what is to be said of it; None where that cannot be told."""
    if problem := _shown_otherwise(spec, sheet, spot, place):
        return None, [problem]
    given = _given(spec, sheet, spot)
    value = None if spot in sheet.formulas else entry_value(spec, given)
    if value is None and (problem := _cause(spec, given, sheet, spot, place)):
        return None, [problem]
    if value is None:
        said = sheet.formulas.get(spot) or sheet.text(spot)
        message = f"“{spec.name}”填的是“{said}”，看不懂"
        return None, [held_back("R05", place, message, f"请改正：{spec.hint}")]
    if not isinstance(given, date) or given is sheet.values.get(spot):
        return value, []
    message = f"“{spec.name}”填的是 {sheet.text(spot)}，是 Excel 记日期用的数，读作 {day(given)}"
    advice = f"没有错就不必管；最好写成 {day(given)}"
    return value, [notice("R05", place, message, advice)]


def _cause(
    spec: EntrySpec, given: object, sheet: Sheet, spot: Spot, place: Place
) -> Finding | None:
    """Say why a line is not understood, where people would see nothing wrong with it."""
    signs = unseen_signs(given) if isinstance(given, str) else ""
    if isinstance(given, str) and signs:
        plain = without_unseen(given).strip()
        advice = f"请写 {plain}" if plain else f"请填写：{spec.hint}"
        return held_back("R05", place, f"“{spec.name}”填的是“{plain}”，里面有{signs}", advice)
    value = sheet.values.get(spot)
    if spec.kind == "year" and isinstance(value, _TIMES):
        message = f"“{spec.name}”成了“{sheet.text(spot)}”，因为这一格是日期格式"
        advice = f"请把单元格格式改成“常规”，再填 {_year_meant(spec, value, sheet.day_0) or '年度'}"
        return held_back("R05", place, message, advice)
    return None


def _year_meant(spec: EntrySpec, value: object, day_0: datetime) -> int | None:
    """Return 2023, which a date format made a day of 1905, or the year of a day that was typed."""
    if not isinstance(value, datetime):
        return None
    typed = entry_value(spec, str((value - day_0).days))
    if isinstance(typed, int):
        return typed
    return value.year if in_time(value) else None


def _shown_otherwise(spec: EntrySpec, sheet: Sheet, spot: Spot, place: Place) -> Finding | None:
    """Refuse what a cell does not show, such as the year of a date."""
    number_format, value = sheet.formats.get(spot), sheet.values.get(spot)
    if number_format is None:
        return None
    if spec.kind == "date" and isinstance(value, datetime) and not shows_whole_day(number_format):
        seen = "但单元格格式没有把年、月、日都显示出来，或者顺序不对、多了数字"
        message = f"“{spec.name}”存的是 {day(value)}，{seen}"
        return held_back("R05", place, message, f"请核对，写成 {day(value)} 这样")
    otherwise = shows_otherwise(value, number_format, _UNITS.get(spec.kind, ()))
    if not otherwise:
        return None
    message = f"“{spec.name}”填的是“{sheet.text(spot)}”，{otherwise}"
    return held_back("R05", place, message, TO_DO_WITH_TEXT)


def _given(spec: EntrySpec, sheet: Sheet, spot: Spot) -> object:
    """Return what was typed; a day that lost its format, 44927, as that day."""
    if spec.kind != "date":
        return typed_text(sheet, spot) if spec.kind == "text" else sheet.text(spot)
    if not _SERIAL.fullmatch(sheet.text(spot)):
        return sheet.values.get(spot)
    found = as_date(int(sheet.text(spot)), GENERAL, sheet.day_0)
    return found if isinstance(found, date) and in_time(found) else sheet.values.get(spot)
