"""Reports and workbooks that tests start from; most tests change one cell of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.checks.case import Case
from generator.form.rules import Rule
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import TableSheet, table_sheets
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Finding, Severity
from generator.model.narrative import printed
from generator.model.report import Entry, Figure, Indicator, Paragraph, Place, Report
from tests.forms import FORM
from tests.typed_cells import typed

FILE = "2024.xlsx"

_SAID = {
    "第一部分": "主动公开信息，办理依申请公开，新收【本年新收】件，规范管理，建好平台，加强监督。",
    "第五部分": "公开的渠道不够多。已加强培训，完善了制度。",
    "第六部分": "本年度未收取信息处理费。",
}
_SAID_ELSEWHERE = "表格的说明，新收申请【本年新收】件。"


def numbers() -> dict[str, int]:
    """Return 200 figures, nearly all different and none zero, that satisfy every tie."""
    return dict(_numbers())


@cache
def _numbers() -> dict[str, int]:
    sums = FORM.totals
    found = {name: 1 + index for index, name in enumerate(FORM.figures) if name not in sums}
    for column in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织"):
        results = sum(found[part] for part in sums[f"办理结果总计{column}"])
        carried = found[f"结转下年{column}"]
        found[f"本年新收{column}"] = results + carried - found[f"上年结转{column}"]
    for _ in range(2):  # totals of totals need their parts first
        for name, parts in sums.items():
            if all(part in found for part in parts):
                found[name] = sum(found[part] for part in parts)
    return {name: found[name] for name in FORM.figures}


def report(changed: Mapping[str, int | None] | None = None) -> Report:
    """Return a complete report of an organ that ties, with the given figures changed."""
    values = {**numbers(), **(changed or {})}
    places = _places()
    paragraphs = [Paragraph("开头", 0, "", FORM.opening)]
    paragraphs += [
        Paragraph(part.name, 2, f"{part.name}的标题", _SAID.get(part.name, _SAID_ELSEWHERE))
        for part in FORM.parts[1:]
    ]
    return Report(
        entries={
            "机关名称": Entry("某某市某某局"),
            "机关类型": Entry("部门"),
            "年度": Entry(2024),
            "统计期限起": Entry(date(2024, 1, 1)),
            "统计期限止": Entry(date(2024, 12, 31)),
            "网址": Entry("www.example.gov.cn"),
            "联系部门": Entry("某某市某某局办公室"),
            "电话": Entry("010-12345678"),
            "邮箱": Entry("office@example.gov.cn"),
        },
        figures={
            name: Figure(None if value is None else Decimal(value), place=places[name])
            for name, value in values.items()
        },
        indicators={"备案公文": Indicator(Decimal(38), "38", "件")},
        paragraphs=tuple(paragraphs),
        file=FILE,
    )


@cache
def _places() -> Mapping[str, Place]:
    return {
        name: Place(FILE, layout.name, address(spot))
        for layout in table_sheets(FORM)
        for name, spot in layout.figures.items()
    }


def last_year(changed: Mapping[str, int | None] | None = None) -> Report:
    """Return the report on the year before `report()`, whose figures lead to that one's."""
    found = numbers()
    before = {name: value + 1 for name, value in found.items()}
    for now, then in FORM.brought_forward.items():
        before[then] = found[now]
    for kind in ("规章", "行政规范性文件"):
        before[f"{kind}现行有效"] = (
            found[f"{kind}现行有效"] + found[f"{kind}废止"] - found[f"{kind}制发"]
        )
    whole = report({**before, **(changed or {})})
    entries = {
        "年度": Entry(2023),
        "统计期限起": Entry(date(2023, 1, 1)),
        "统计期限止": Entry(date(2023, 12, 31)),
    }
    figures = {
        name: replace(figure, place=figure.place._replace(file="2023.xlsx"))
        for name, figure in whole.figures.items()
    }
    opening, *others = whole.paragraphs
    paragraphs = (opening, *(replace(line, text=f"上年{line.text}") for line in others))
    return replace(
        whole,
        entries={**whole.entries, **entries},
        figures=figures,
        paragraphs=paragraphs,
        file="2023.xlsx",
    )


def case(read: Report, previous: Report | None = None) -> Case:
    """Return what the rules look at."""
    lines, _ = printed(read, FORM)
    return Case(read, FORM, tuple(lines), previous)


def rules_of(*ids: str) -> tuple[Rule, ...]:
    """Return the rules with these ids, in the order of checking."""
    return tuple(rule for rule in FORM.rules if rule.id in ids)


def rules(findings: Iterable[Finding]) -> list[str]:
    """Return the rules of what was found, but not of what could not be checked."""
    return [found.rule for found in findings if found.severity != Severity.UNCHECKED]


@cache
def sheet_of(figure: str) -> TableSheet:
    """Return the sheet on which a figure stands."""
    return next(layout for layout in table_sheets(FORM) if figure in layout.figures)


def workbook(
    cells: Mapping[tuple[str, str], Any] | None = None,
    figures: Mapping[str, Any] | None = None,
    content: Report | None = None,
    formats: Mapping[tuple[str, str], str] | None = None,
) -> bytes:
    """Return the workbook of `content`, with some cells typed over by (sheet, cell) or figure.

    `formats` are number formats of cells that are typed over.
    """
    base = _written(content) if content else _usual()
    cells = {**(cells or {}), **{_spot(name): value for name, value in (figures or {}).items()}}
    return typed(base, cells, formats or {}) if cells else base


@cache
def _spot(figure: str) -> tuple[str, str]:
    layout = sheet_of(figure)
    return layout.name, address(layout.figures[figure])


def _written(content: Report, kept: dict[str, bytes] = {}) -> bytes:  # noqa: B006 - that is kept
    """Return the workbook of a report, which is written once: to write one takes long."""
    key = repr(content)
    if key not in kept:
        kept[key] = workbook_of(content, FORM)
    return kept[key]


@cache
def _usual() -> bytes:
    return workbook_of(report(), FORM)


def typed_totals() -> dict[str, object]:
    """Return every total as a typed number, to be written over the formulas."""
    return {name: numbers()[name] for name in FORM.totals}


def read(data: bytes) -> tuple[Report, list[str]]:
    """Return the report in a workbook, and the findings as "rule place: message" lines."""
    found, findings = read_content(data, FILE, FORM)
    return found, [f"{finding.rule} {finding}" for finding in findings]
