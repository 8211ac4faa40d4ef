"""Reads the lists that a workbook may have or not, whatever their sheets are called."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.form.vocabulary import Form, Naming
from generator.formats.xlsx.reading.charts import holds_charts, read_charts
from generator.formats.xlsx.reading.covered import covered
from generator.formats.xlsx.reading.local_rules import (
    holds_local_rules,
    misunderstood,
    read_local_rules,
)
from generator.formats.xlsx.reading.namings import holds_namings, read_namings
from generator.formats.xlsx.reading.struck_text import struck_in_list
from generator.formats.xlsx.reading.verifications import holds_verifications, read_verifications
from generator.formats.xlsx.sheet import Sheet
from generator.model.exhibits import ChartRow
from generator.model.finding import Finding
from generator.model.report import LocalRule, Verification


@dataclass
class OptionalLists:
    """What they hold: of several copies of a list none is lost."""

    chart_rows: list[ChartRow] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    verifications: list[Verification] = field(default_factory=list)
    local_rules: list[LocalRule] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    """Those that are such a list."""


def read_optional_lists(
    sheets: Sequence[Sheet], form: Form, file: str
) -> tuple[OptionalLists, list[Finding]]:
    """Return 图表, 用词, 核对记录 and 本地规则, and what is wrong with them."""
    lists = OptionalLists()
    findings: list[Finding] = []
    for sheet in sheets:
        if holds_charts(sheet):
            points, found = read_charts(sheet, file)  # what is struck there is told as printed
            lists.chart_rows += points
        elif holds_verifications(sheet):
            read_here, found = read_verifications(sheet, file)
            lists.verifications += read_here
            found += struck_in_list(sheet, file)
        elif holds_local_rules(sheet):
            rules, found = read_local_rules(sheet, file)
            lists.local_rules += rules
            found += struck_in_list(sheet, file)
        elif holds_namings(sheet):
            more, found = read_namings(sheet, file)
            lists.namings += more
            found += struck_in_list(sheet, file)
        else:
            continue
        lists.sheets.append(sheet)
        findings += [*found, *covered(sheet, sheet.name, file)]
    return lists, [*findings, *misunderstood(lists.local_rules, form)]
