"""Reads further tables: the sheets that rows of the narrative name, as they are shown."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.formats.xlsx.reading.sheet_as_table import RULE, table_of
from generator.formats.xlsx.reading.sheet_shape import shape_of
from generator.formats.xlsx.sheet import Sheet
from generator.model.exhibits import FurtherTable
from generator.model.finding import Finding, held_back
from generator.model.report import Paragraph, Place

_OFFERED = 3


def read_further_tables(
    named: Mapping[str, Paragraph],
    sheets: Sequence[Sheet],
    own: Collection[Sheet],
    parts: Mapping[str, bytes],
    file: str,
) -> tuple[dict[str, FurtherTable], list[Sheet], list[Finding]]:
    """Return the tables by the names that rows have for them, and the sheets that were meant.

    `own` are the sheets of the program's own, which cannot be printed as a table.
    """
    tables: dict[str, FurtherTable] = {}
    meant: list[Sheet] = []
    findings: list[Finding] = []
    for name, row in named.items():
        sheet = _sheet_called(name, sheets)
        if sheet is None:
            others = [one.name for one in sheets if one.values and one not in own]
            findings.append(_no_such_sheet(name, others, row.place))
        elif sheet in own:
            findings.append(_own_sheet(sheet, row.place))
        elif sheet in meant:
            known = next((one for one in tables.values() if one.name == sheet.name), None)
            tables |= {name: known} if known else {}
        else:
            meant.append(sheet)
            table, found = table_of(sheet, shape_of(parts, sheet.name, file), file)
            tables |= {name: table} if table else {}
            findings += found
    return tables, meant, findings


def _sheet_called(name: str, sheets: Sequence[Sheet]) -> Sheet | None:
    """Return the sheet that a row means, whatever the spaces and widths of its name."""
    alike = [sheet for sheet in sheets if label_key(sheet.name) == label_key(name)]
    exact = [sheet for sheet in alike if sheet.name == name]
    return next(iter(exact or alike), None)


def _no_such_sheet(name: str, others: Sequence[str], place: Place) -> Finding:
    keys = {label_key(other): other for other in others}
    near = get_close_matches(label_key(name), keys, n=_OFFERED, cutoff=0.4)
    offered = [keys[key] for key in near] or others[:_OFFERED]
    advice = (
        f"请改为{listed(f'【表格：{other}】' for other in offered)}等已有的工作表"
        if offered
        else "请在这份工作簿里加一张工作表，把表做在上面，【表格：】里写它的名称"
    )
    message = f"找不到叫“{name}”的工作表，不知道印哪一张表"
    return held_back(RULE, place, message, advice)


def _own_sheet(sheet: Sheet, place: Place) -> Finding:
    return held_back(
        RULE,
        place,
        f"『{sheet.name}』是本程序自己的表，不能当作另附的表印出",
        "请在这份工作簿里另加一张工作表，把要印的表做在上面",
    )
