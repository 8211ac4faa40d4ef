"""Reads 指标: further figures with names of their own."""

from generator import chinese
from generator.finding import Finding, held_back
from generator.form.vocabulary import Form
from generator.report import Indicator
from generator.typed.entries import taken, unusable
from generator.typed.number import understand
from generator.workbook.layout import INDICATOR_COLUMNS
from generator.workbook.list_reader import Item, header, items, no_header, outside
from generator.workbook.number_format import as_cell_shows
from generator.workbook.sheet import Sheet
from generator.workbook.table_reader import Results

_NAME, _VALUE, _UNIT, _ = INDICATOR_COLUMNS


def read_indicators(
    sheet: Sheet, form: Form, file: str, results: Results
) -> tuple[dict[str, Indicator], list[Finding]]:
    """Return the named figures by name."""
    above = header(sheet, INDICATOR_COLUMNS)
    if above is None:
        return {}, [no_header(sheet, INDICATOR_COLUMNS, file)]
    indicators: dict[str, Indicator] = {}
    findings = list(outside(sheet, above, file))
    for item in items(sheet, INDICATOR_COLUMNS, above):
        name = sheet.text(item.spots[_NAME])
        if not name and not sheet.filled(item.spots[_VALUE]):
            continue
        read = _indicator(sheet, item, file, results)
        place = item.place(sheet, file, _NAME)
        if unusable(name):
            findings.append(
                held_back("R06", place, f"第 {item.row} 行没有可用的名称", "请填写名称，不要用括号")
            )
        elif taken(name, form, indicators):
            message = f"名称“{name}”已经有了，引用时分不清是哪一个"
            findings.append(held_back("R06", place, message, "请换一个名称"))
        elif isinstance(read, Finding):
            findings.append(read)
        else:
            indicators[name] = read
    return indicators, findings


def _indicator(sheet: Sheet, item: Item, file: str, results: Results) -> Indicator | Finding:
    spot = item.spots[_VALUE]
    place = item.place(sheet, file, _VALUE)
    name, formula = sheet.text(item.spots[_NAME]), sheet.formulas.get(spot)
    raw = results(sheet.name, spot) if formula else sheet.values.get(spot)
    typed = understand(raw)
    if typed.value is None:
        said = formula or sheet.text(spot)
        message = f"“{name}”的数值"
        message += f"填的是“{said}”，{typed.problem or '不是数字'}" if said else "没有填"
        return held_back("R06", place, message, "请填数字；是 0 就填 0")
    shown = chinese.number(typed.value)
    if spot in sheet.formats and not isinstance(raw, str):
        as_shown = as_cell_shows(typed.value, sheet.formats[spot])
        if as_shown is None:
            message = f"“{name}”的单元格格式“{sheet.formats[spot]}”显示的和存的不是一个数"
            return held_back("R06", place, message, "请把单元格格式改为“常规”，再看数对不对")
        shown = as_shown
    return Indicator(typed.value, shown + typed.note, sheet.text(item.spots[_UNIT]), place)
