"""Names of further tables that a worksheet can have, with all that cites them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import SHEETS_OF_ITS_OWN, table_sheets
from generator.model.captions import Source, shown_by
from generator.model.narrative import cited_anew
from generator.model.printed_lines import NOT_IN_XML
from generator.model.report import Paragraph, Report

_LONGEST = 31  # code units of UTF-16, of a sheet's name in Excel
_WIDE = str.maketrans(
    {sign: chr(ord(sign) + 0xFEE0) for sign in "[]:*?/\\"} | {"【": "〔", "】": "〕"}
)
"""What Excel does not allow, as full width signs, which are the same to whoever compares names."""
_BREAKS = re.compile(r"[\x00-\x1f]+")
_NAMELESS = "表格"


def with_sheet_names(report: Report, form: Form) -> Report:
    """Return the report with each further table by a name that a sheet can have.

    Rows and texts that this would leave behind go along; spaces and widths make no difference.
    """
    own = (*SHEETS_OF_ITS_OWN, *(layout.name for layout in table_sheets(form)))
    taken = {_key(name) for name in own}
    names: dict[str, str] = {}
    for name in report.further_tables:
        same = next((other for other in names if _is_same(report, name, other)), None)
        names[name] = names[same] if same is not None else _free(name, taken)
        taken.add(_key(names[name]))
    renamed = {was: now for was, now in names.items() if label_key(was) != label_key(now)}
    cited = {
        f"{row.kind}：{was}": f"{row.kind}：{now}"
        for row in report.paragraphs
        for was, now in renamed.items()
        if row.kind
    }
    return replace(
        report,
        further_tables={names[name]: table for name, table in report.further_tables.items()},
        paragraphs=tuple(_renamed(row, renamed, cited) for row in report.paragraphs),
    )


def _key(name: str) -> str:
    """Return a name as Excel and the rows compare it: whatever its case, spaces and widths."""
    return label_key(name).casefold()


def _is_same(report: Report, one: str, other: str) -> bool:
    tables = report.further_tables
    return label_key(one) == label_key(other) and tables[one] == tables[other]


def _free(name: str, taken: Collection[str]) -> str:
    """Return the name as Excel allows it, and as no other sheet has it."""
    plain = NOT_IN_XML.sub("", _BREAKS.sub(" ", name)).translate(_WIDE).strip(" '") or _NAMELESS
    number, found = 1, _cut(plain, "")
    while _key(found) in taken:
        number += 1
        found = _cut(plain, f"（{number}）")
    return found


def _cut(name: str, end: str) -> str:
    while len((name + end).encode("utf-16-le")) > 2 * _LONGEST:
        name = name[:-1]
    return name + end


def _renamed(row: Paragraph, renamed: Mapping[str, str], cited: Mapping[str, str]) -> Paragraph:
    row = replace(row, heading=cited_anew(row.heading, cited))
    shown = shown_by(row) if row.kind else None
    if shown is None:
        return replace(row, text=cited_anew(row.text, cited))
    if shown.source is not Source.TABLE or shown.name not in renamed:
        return row
    _, line, rest = row.text.strip().partition("\n")
    return replace(row, text=f"【{shown.source.value}：{renamed[shown.name]}】{line}{rest}")
