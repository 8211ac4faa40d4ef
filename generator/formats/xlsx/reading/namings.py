"""Reads 用词: the wordings that an office wants."""

import re

from generator.form.vocabulary import Naming
from generator.formats.xlsx.layout import NAMING_COLUMNS, NAMING_SHEET
from generator.formats.xlsx.reading.lists import header, items, not_read, shown_otherwise
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO_WITH_TEXT
from generator.model.finding import Finding, notice

_PREFERRED, _OTHERS, _NOTE = NAMING_COLUMNS
_BETWEEN = re.compile(r"[、；;，,\n]")


def holds_namings(sheet: Sheet) -> bool:
    """Tell whether a sheet is 用词, by its column names or by its own name."""
    return sheet.name.strip() == NAMING_SHEET or header(sheet, NAMING_COLUMNS) is not None


def read_namings(sheet: Sheet, file: str) -> tuple[list[Naming], list[Finding]]:
    """Return the wordings, and the rows that say nothing a check could use."""
    above = header(sheet, NAMING_COLUMNS)
    if above is None:
        return [], not_read(sheet, NAMING_COLUMNS, file, "R12")
    namings: list[Naming] = []
    findings = [
        notice("R12", cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
    ]
    for item in items(sheet, NAMING_COLUMNS, above):
        preferred = sheet.text(item.spots[_PREFERRED])
        others = _wordings(sheet.text(item.spots[_OTHERS]))
        if not preferred and not others:
            continue  # a remark between the rows
        namings.append(Naming(others, preferred, note=sheet.text(item.spots[_NOTE])))
        if len({preferred, *others} - {""}) <= 1:
            findings.append(
                notice(
                    "R12",
                    item.place(sheet, file, _OTHERS),
                    f"“{preferred or others[0]}”只有一种写法，没有可以比较的",
                    "请在“不写作”一栏填写不要用的写法",
                )
            )
    return namings, findings


def _wordings(text: str) -> tuple[str, ...]:
    """Split the variants of one cell."""
    pieces = (piece.strip() for piece in _BETWEEN.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))
