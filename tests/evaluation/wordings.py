"""Wordings of figures that are right as they stand: no rule may doubt them, until one changes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.form.vocabulary import ORGAN, YEAR
from generator.model.finding import Finding, Severity
from generator.model.report import Entry, Figure, Paragraph, Place, Report
from tests.evaluation.evaluation import findings_in
from tests.forms import FORM

_TEXT = "第一部分"
_PARTS = {total.name: total.figures for total in FORM.sums}
_BOTH = ("本年新收", "上年结转")
_SAID_OF = {  # key of an example → figures of which the first holds it, the others 0
    "新收": ("本年新收",),
    "上年结转": ("上年结转",),
    "结转": ("结转下年",),
    "办理总计": ("办理结果总计",),
    "答复": ("办理结果总计",),
    "自然人": ("本年新收自然人",),
    "法人": _PARTS["本年新收法人"],
    "复议": ("复议总计",),
    "诉讼": _PARTS["诉讼总计"],
    "规范性文件": ("行政规范性文件制发",),
    "予以公开": ("予以公开",),
    "部分公开": ("部分公开",),
    "不予公开": _PARTS["不予公开"],
    "无法提供": _PARTS["无法提供"],
    "不予处理": _PARTS["不予处理"],
    "其他处理": _PARTS["其他处理"],
    "过程性": ("过程性信息",),
    "不掌握": ("不掌握",),
    "其他": ("其他情形",),
}
_OF_BOTH = {  # key → what stands in both rows, new and brought forward
    "新收+上年结转": ("",),
    "自然人(新收+结转)": ("自然人",),
    "法人(新收+结转)": ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织"),
}


@dataclass(frozen=True)
class Tried:
    """What became of one wording."""

    quote: str
    source: str
    false: list[Finding]
    """What the rules say of it though it is right."""
    noticed: list[str]
    """Values that were changed, and some rule said so."""
    missed: list[str]
    """Values that were changed, and none did."""
    beyond: list[str]
    """Values that no table holds."""


def try_wordings(file: Path) -> list[Tried]:
    """Try every wording of a file."""
    return [_tried(record) for record in json.loads(file.read_text(encoding="utf-8-sig"))]


def told(tried: Sequence[Tried]) -> str:
    """Return the outcome as plain lines."""
    lines = ["== false alarms on wordings that are right"]
    for one in tried:
        lines += [f"{one.source}: 『{one.quote}』\n    {_spoken(found)}" for found in one.false]
    lines.append("== changes that no rule notices")
    lines += [f"{one.source}: {value}：『{one.quote}』" for one in tried for value in one.missed]
    noticed, missed = (sum(map(len, kind)) for kind in _columns(tried))
    wrong = sum(found.severity == Severity.ERROR for one in tried for found in one.false)
    return "\n".join(
        [
            *lines,
            "",
            f"wordings: {len(tried)}, with figures of a table: "
            f"{sum(bool(one.noticed or one.missed) for one in tried)}",
            f"false alarms: {wrong} 错误, {sum(len(one.false) for one in tried) - wrong} 提示",
            f"changes noticed: {noticed} of {noticed + missed}",
        ]
    )


def _columns(tried: Sequence[Tried]) -> Iterator[list[list[str]]]:
    yield [one.noticed for one in tried]
    yield [one.missed for one in tried]


def _spoken(finding: Finding) -> str:
    return f"[{finding.rule}] {finding.severity} {finding.message}"


def _tried(record: Mapping[str, Any]) -> Tried:
    values = {
        key: value for key, value in (record.get("values") or {}).items() if isinstance(value, int)
    }
    beyond = [key for key in values if key not in _SAID_OF and key not in _OF_BOTH]
    figures = figures_for(values)
    false = findings(record, figures)
    as_it_stands = {found.key for found in false}
    noticed: list[str] = []
    missed: list[str] = []
    for key in values:
        if key not in beyond:
            changed = figures | _one_more(key, figures)
            said = {found.key for found in findings(record, changed)}
            (noticed if said - as_it_stands else missed).append(
                f"{key} {values[key]}→{values[key] + 1}"
            )
    return Tried(
        quote=record["quote"],
        source=record.get("source") or "",
        false=false,
        noticed=noticed,
        missed=missed,
        beyond=beyond,
    )


def figures_for(values: Mapping[str, int]) -> dict[str, int]:
    """Return the figures that say what a wording says."""
    figures: dict[str, int] = {}
    for key, value in values.items():
        if key in _SAID_OF:
            first, *others = _SAID_OF[key]
            figures |= {first: value} | dict.fromkeys(others, 0)
    for key, columns in _OF_BOTH.items():
        if key in values:
            new, brought = (row + columns[0] for row in _BOTH)
            figures |= {row + column: 0 for row in _BOTH for column in columns[1:]}
            if brought not in figures:
                figures[brought] = min(values[key], max(1, values[key] // 10))
            figures[new] = values[key] - figures[brought]
    return figures


def _heading(record: Mapping[str, Any]) -> str:
    """Return the heading under which a wording would stand: it says what is spoken of."""
    of_documents = re.search("规范性文件|规章|许可|处罚|强制|收费", record.get("figure") or "")
    return "主动公开" if of_documents else "依申请公开"


def _one_more(key: str, figures: Mapping[str, int]) -> dict[str, int]:
    first = _SAID_OF[key][0] if key in _SAID_OF else _BOTH[0] + _OF_BOTH[key][0]
    return {first: figures[first] + 1}


def findings(record: Mapping[str, Any], figures: Mapping[str, int]) -> list[Finding]:
    """Return what the rules on text against tables say of a wording."""
    year = re.search(r"20\d\d", f"{record['quote']} {record.get('source')}")
    place = Place("wording", "一、总体情况", "第1段")
    report = Report(
        entries={ORGAN: Entry("某某市某某局"), YEAR: Entry(int(year[0]) if year else 2024)},
        figures={
            name: Figure(Decimal(value), place=Place("wording", "表", name))
            for name, value in figures.items()
        },
        indicators={},
        paragraphs=tuple(
            Paragraph(_TEXT, 2, _heading(record), text.strip(), place, place)
            for text in re.split("…+", record["quote"])
            if text.strip()
        ),
        file="wording",
        unknown=frozenset(part.name for part in FORM.parts),
    )
    return [
        found
        for found in findings_in(report)
        if found.rule.startswith("X") and found.severity != Severity.UNCHECKED
    ]
