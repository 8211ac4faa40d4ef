"""Reads 图表: the charts of a report, one point a row."""

from generator.form.labels import Spot
from generator.formats.xlsx.layout import CHART_COLUMNS, CHART_SHEET
from generator.formats.xlsx.reading.lists import (
    Item,
    header,
    items,
    not_read,
    outside,
    shown_otherwise,
    typed_text,
)
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO, TO_DO_WITH_TEXT, number_shown, seen_instead
from generator.model.exhibits import ChartRow
from generator.model.finding import Finding, held_back
from generator.model.typed_input.number import understand

_RULE = "E02"
*_, _DATA = CHART_COLUMNS


def holds_charts(sheet: Sheet) -> bool:
    """Tell whether a sheet is 图表, by its column names or by its own name."""
    return sheet.name.strip() == CHART_SHEET or header(sheet, CHART_COLUMNS) is not None


def read_charts(sheet: Sheet, file: str) -> tuple[list[ChartRow], list[Finding]]:
    """Return the rows as they were typed; what they mean is found out elsewhere."""
    above = header(sheet, CHART_COLUMNS)
    if above is None:
        return [], not_read(sheet, CHART_COLUMNS, file, _RULE)
    findings = list(outside(sheet, above, file))
    findings += [
        held_back(_RULE, cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
        if cell.text
    ]
    rows: list[ChartRow] = []
    for item in items(sheet, CHART_COLUMNS, above):
        texts = {column: _typed(sheet, spot) for column, spot in item.spots.items()}
        findings += [
            _no_text(sheet, item, column, file) for column, text in texts.items() if text is None
        ]
        chart, kind, title, unit, years, label, data = (text or "" for text in texts.values())
        places = tuple(item.place(sheet, file, column) for column in CHART_COLUMNS)
        rows.append(ChartRow(chart, kind, title, unit, years, label, data, places))
    return rows, findings


def _typed(sheet: Sheet, spot: Spot) -> str | None:
    """Return a cell as it shows what was typed; None for a formula, an error, a date."""
    value, number_format = sheet.values.get(spot), sheet.formats.get(spot, "")
    if number_format and isinstance(value, int | float) and not isinstance(value, bool):
        held = understand(value).value
        shown = None if held is None else number_shown(held, number_format).text
        return None if not shown else shown.strip() or None
    text = typed_text(sheet, spot)
    return None if text is None else text.strip()


def _no_text(sheet: Sheet, item: Item, column: str, file: str) -> Finding:
    spot = item.spots[column]
    said = sheet.formulas.get(spot) or sheet.text(spot)
    value = sheet.values.get(spot)
    if isinstance(value, int | float) and not isinstance(value, bool):
        message = f"“{column}”填的是“{said}”，{seen_instead(None)}"
        advice = TO_DO
    else:
        message = f"“{column}”填的是“{said}”，是公式、日期或出错的结果，画不了"
        data = "数据请填【名称】（表里的数、『指标』里的名称）或者直接填数"
        advice = data if column == _DATA else "请直接输入文字（可先把单元格格式设为“文本”）"
    return held_back(
        _RULE,
        item.place(sheet, file, column),
        message,
        advice,
        about=f"图表：{said}",
    )
