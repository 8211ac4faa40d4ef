"""Reads 用词: the wordings that an office wants."""

import re

from generator.formats.xlsx.layout import USAGE_COLUMNS, USAGE_SHEET
from generator.formats.xlsx.reading.lists import header, items, not_read
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, notice
from generator.model.report import Usage

_PREFERRED, _OTHERS, _NOTE = USAGE_COLUMNS
_BETWEEN = re.compile(r"[、；;，,\n]")


def holds_usages(sheet: Sheet) -> bool:
    """Tell whether a sheet is 用词, by its column names or by its own name."""
    return sheet.name.strip() == USAGE_SHEET or header(sheet, USAGE_COLUMNS) is not None


def read_usages(sheet: Sheet, file: str) -> tuple[list[Usage], list[Finding]]:
    """Return the wordings, and the rows that say nothing a check could use."""
    above = header(sheet, USAGE_COLUMNS)
    if above is None:
        return [], not_read(sheet, USAGE_COLUMNS, file, "R12")
    usages: list[Usage] = []
    findings: list[Finding] = []
    for item in items(sheet, USAGE_COLUMNS, above):
        preferred = sheet.text(item.spots[_PREFERRED])
        others = _wordings(sheet.text(item.spots[_OTHERS]))
        if not preferred and not others:
            continue  # a remark between the rows
        usages.append(Usage(preferred, others, sheet.text(item.spots[_NOTE])))
        if len({preferred, *others} - {""}) <= 1:
            findings.append(
                notice(
                    "R12",
                    item.place(sheet, file, _OTHERS),
                    f"“{preferred or others[0]}”只有一种写法，没有可以比较的",
                    "请在“不写作”一栏填写不要用的写法",
                )
            )
    return usages, findings


def _wordings(text: str) -> tuple[str, ...]:
    """Split the variants of one cell."""
    pieces = (piece.strip() for piece in _BETWEEN.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))
