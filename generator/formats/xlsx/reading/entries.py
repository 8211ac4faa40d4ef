"""Reads 基本信息."""

from generator.form.labels import Spot, label_key
from generator.form.vocabulary import EntrySpec, Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import ENTRY_COLUMNS
from generator.formats.xlsx.reading.lists import header, no_header, outside, typed_text
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, held_back
from generator.model.report import Entry, Place
from generator.model.typed_input.entries import entry_value, not_filled, not_there


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
        value = None if spot in sheet.formulas else entry_value(spec, _given(spec, sheet, spot))
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


def _given(spec: EntrySpec, sheet: Sheet, spot: Spot) -> object:
    if spec.kind == "date":
        return sheet.values[spot]
    return typed_text(sheet, spot) if spec.kind == "text" else sheet.text(spot)
