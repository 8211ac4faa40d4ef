"""Reads 指标: further figures with names of their own."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.form import chinese
from generator.form.chinese import listed
from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import INDICATOR_COLUMNS
from generator.formats.xlsx.reading.lists import (
    Item,
    header,
    items,
    no_header,
    outside,
    shown_otherwise,
)
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import (
    TO_DO,
    TO_DO_WITH_TEXT,
    number_shown,
    percent_shown,
    seen_instead,
)
from generator.model.finding import Finding, held_back
from generator.model.report import Awaited, Indicator
from generator.model.typed_input.entries import name_taken, unusable_name
from generator.model.typed_input.number import COUNT_UNITS, understand

_NAME, _VALUE, _UNIT, _NOTE = INDICATOR_COLUMNS


class Indicators(NamedTuple):
    """What 指标 holds."""

    known: dict[str, Indicator]
    awaited: dict[str, Awaited]
    """Those whose value is still to be filled in."""


def read_indicators(sheet: Sheet, form: Form, file: str) -> tuple[Indicators, list[Finding]]:
    """Return the named figures by name."""
    above = header(sheet, INDICATOR_COLUMNS)
    if above is None:
        return Indicators({}, {}), [no_header(sheet, INDICATOR_COLUMNS, file)]
    indicators: dict[str, Indicator] = {}
    awaited: dict[str, Awaited] = {}
    findings = list(outside(sheet, above, file))
    findings += [
        held_back("R06", cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
        if cell.column != _VALUE or cell.text
    ]
    for item in items(sheet, INDICATOR_COLUMNS, above):
        name = sheet.text(item.spots[_NAME])
        if not name and not sheet.filled(item.spots[_VALUE]):
            continue
        read = _indicator(sheet, item, file)
        place = item.place(sheet, file, _NAME)
        if unusable_name(name):
            message = f"第 {item.row} 行没有可用的名称"
            about = f"没有名称：{name}{sheet.text(item.spots[_VALUE])}"
            findings.append(held_back("R06", place, message, "请填写名称，不要用括号", about=about))
        elif name_taken(name, form, {*indicators, *awaited}):
            message = f"名称“{name}”已经有了，引用时分不清是哪一个"
            findings.append(held_back("R06", place, message, "请换一个名称"))
        elif isinstance(read, Finding):
            findings.append(read)
        elif isinstance(read, Awaited):
            awaited[name] = read
        else:
            indicators[name] = read
    if awaited:
        findings.append(_not_filled_in(awaited))
    return Indicators(indicators, awaited), findings


def _not_filled_in(awaited: Mapping[str, Awaited]) -> Finding:
    """Ask for values: one finding, for a new workbook has many to fill in."""
    places = [one.place for one in awaited.values()]
    names = listed(f"“{name}”" for name in awaited)
    count = f"等 {len(awaited)} 个指标" if len(awaited) > 1 else ""
    place = places[0]._replace(spot=listed(place.spot for place in places))
    message = f"{names}{count}的数值没有填"
    return held_back("R06", place, message, "请填数字；是 0 就填 0；正文不再用的，请清除这一行")


def _indicator(sheet: Sheet, item: Item, file: str) -> Indicator | Awaited | Finding:
    spot = item.spots[_VALUE]
    place = item.place(sheet, file, _VALUE)
    name, formula = sheet.text(item.spots[_NAME]), sheet.formulas.get(spot)
    raw = sheet.results.get(spot) if formula else sheet.values.get(spot)
    unit, note = sheet.text(item.spots[_UNIT]), sheet.text(item.spots[_NOTE])
    typed = understand(raw, unit)
    said = formula or sheet.text(spot)
    if not said:
        return Awaited(unit, note, place)
    if typed.value is None:
        message = f"“{name}”的数值填的是“{said}”，{typed.problem or '不是数字'}"
        advice = typed.advice or "请填数字；是 0 就填 0"
        return held_back("R06", place, message, advice)
    shown = chinese.number(typed.value)
    if spot in sheet.formats and not isinstance(raw, str):
        seen = number_shown(typed.value, sheet.formats[spot], {*COUNT_UNITS, unit})
        percent = percent_shown(typed.value, seen.text or "")
        shown_number = seen.value if percent is None else percent
        if shown_number is None:
            message = f"“{name}”存的是 {shown}，{seen_instead(seen.text)}，不知道是哪一个数"
            return held_back("R06", place, message, TO_DO)
        shown = chinese.number(shown_number) + ("" if percent is None else "%")
    return Indicator(typed.value, shown + typed.note, unit, place, note)
