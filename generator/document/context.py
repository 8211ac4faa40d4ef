"""From a report to the plain values that a template is filled with. No text is lost unseen."""

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.document.tags import DRAFT_MARK, HEADING, KINDS
from generator.finding import Finding, Severity
from generator.form.vocabulary import Form
from generator.narrative import Printed, citable, runs_in
from generator.report import SECOND_LEVEL, THIRD_LEVEL, Place, Report
from generator.xml_characters import NOT_IN_XML

_LINES = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_ON_ONE_LINE = re.compile(r"[\t\n]")
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_ITEMS = {SECOND_LEVEL: "二级条目", THIRD_LEVEL: "三级条目"}
_MISSING = "（缺）"

Value = str | list[dict[str, str | bool]]


class Context(NamedTuple):
    """What a template is filled with."""

    values: dict[str, Value]
    findings: list[Finding]


def context_of(report: Report, lines: list[Printed], form: Form, *, draft_mark: str) -> Context:
    """Return a value for every name that a template may use.

    `lines` is the numbered narrative; `draft_mark` is printed on every page, empty in the final
    document.
    """
    findings: list[Finding] = []
    figures = [*form.figures, *(total.name for total in form.sums)]
    values: dict[str, Value] = dict.fromkeys(figures, _MISSING)
    values |= {entry.name: _MISSING if entry.required else "" for entry in form.entries}
    for name, text in citable(report, form).items():
        if name in values:
            values[name] = _ON_ONE_LINE.sub(" ", _clean(text, _place(report, name), findings))
    values[DRAFT_MARK] = draft_mark
    for part in form.parts:
        values[part.name] = [
            fields
            for line in lines
            if line.source.part == part.name
            for fields in _paragraphs(line, findings)
        ]
    return Context(values, findings)


def _paragraphs(line: Printed, findings: list[Finding]) -> list[dict[str, str | bool]]:
    """Return the printed paragraphs of one row: a line break in a cell begins a new one."""
    level, place = line.source.level, line.source.place
    heading = " ".join(_split(_clean(line.heading, place, findings)))
    body = [text for text in _split(_clean(line.text, place, findings)) if text.strip()]
    first = body[0] if body else ""
    if heading and not runs_in(level, heading):
        return [_fields(line.number, heading, "", HEADING), *(_body(text) for text in body)]
    kind = _ITEMS.get(level, "") if heading else ""
    opened = _fields(line.number, heading, first, kind)
    return [opened, *(_body(text) for text in body[1:])]


def _body(text: str) -> dict[str, str | bool]:
    return _fields("", "", text, "")


def _fields(number: str, heading: str, text: str, kind: str) -> dict[str, str | bool]:
    fields: dict[str, str | bool] = {
        "编号": number,
        "标题": _with_tabs(heading),
        "正文": _with_tabs(text),
    }
    return fields | {name: name == kind for name in KINDS}


def _split(text: str) -> list[str]:
    return _LINES.split(text)


def _with_tabs(text: str) -> Markup:
    return _TAB.join(escape(piece) for piece in text.split("\t"))


def _clean(text: str, place: Place, findings: list[Finding]) -> str:
    lost = NOT_IN_XML.findall(_LINES.sub("\n", text))
    if lost:
        codes = "、".join(f"U+{ord(character):04X}" for character in dict.fromkeys(lost))
        findings.append(
            Finding(
                "R08",
                Severity.NOTICE,
                place,
                f"有 {len(lost)} 个 Word 文档里不能有的控制字符（{codes}），印出时去掉了",
                "请删去它们；常是从网页或旧系统粘贴时带来的",
            )
        )
    return NOT_IN_XML.sub("", _LINES.sub("\n", text))


def _place(report: Report, name: str) -> Place:
    if name in report.figures:
        return report.figures[name].place
    return report.entries[name].place if name in report.entries else Place(report.file)
