"""From a report to the plain values that a template is filled with. No text is lost unseen."""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.form.pattern import Pattern
from generator.form.reserved_names import DATED, DRAFT_STAMP, LONG_SIGNATURE, TITLE_ORGAN
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.exhibits.placed import Placed, caption_mark, mark, without_marks
from generator.formats.docx.template.tags import (
    CAPTION,
    HEADING,
    KINDS,
    LAST,
    NOTE,
    SHOWN,
    TEXT,
    WITH_ADDRESS,
)
from generator.formats.docx.template.title_lines import title_lines
from generator.model.captions import shown_by
from generator.model.exhibits import TABLE_KIND
from generator.model.finding import Finding, Severity
from generator.model.narrative import PrintedParagraph, citable
from generator.model.printed_lines import (
    NOT_IN_XML,
    PrintedLine,
    laid_out,
    one_kind_of_break,
    printable,
)
from generator.model.report import SECOND_LEVEL, THIRD_LEVEL, Entry, Place, Report

_ON_ONE_LINE = Pattern(r"[\t\n]")
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
BREAK = Markup('</w:t><w:br w:clear="left"/><w:t>')
"""Beside no picture it is like any other; the readers of documents know it by what it clears."""
_ITEMS = {SECOND_LEVEL: "二级条目", THIRD_LEVEL: "三级条目"}
_MISSING = "（缺）"
_EARLIEST = 1980  # of a report without a year; the parts of every package are dated so too
_NOTE = Pattern(r"(?:备?注|说明)\s*\d{0,2}\s*[：:]")
_ADDRESS = Pattern(r"[!-~]{16}")
"""So long a word leaves a gap before it over which Word would spread the rest of the line."""
LONGEST_SIGNATURE = 14
"""Characters that can be centred above a date four characters from the margin (GB/T 9704, 7.3.5)
without passing it."""

Value = str | list[dict[str, str | bool]]


class Context(NamedTuple):
    """What a template is filled with."""

    values: dict[str, Value]
    findings: list[Finding]
    placed: list[Placed]
    """What is shown beside text, in the order of its marks."""


def context_of(
    report: Report, lines: list[PrintedParagraph], form: Form, *, draft_stamp: str
) -> Context:
    """Return a value for every name that a template may use.

    `lines` is the numbered narrative; `draft_stamp` is printed on every page, empty in the final
    document.
    """
    findings: list[Finding] = []
    figures = [*form.figures, *(total.name for total in form.sums)]
    values: dict[str, Value] = dict.fromkeys(figures, _MISSING)
    values |= {entry.name: _MISSING if entry.required else "" for entry in form.entries}
    noted = {name: figure.printed for name, figure in report.figures.items()}
    for name, text in (citable(report, form) | noted).items():
        if name in values:
            values[name] = _ON_ONE_LINE.sub(" ", _clean(text, _place(report, name), findings))
    values[DRAFT_STAMP] = draft_stamp
    values[DATED] = f"{_dated(report, form).isoformat()}T00:00:00Z"
    values[TITLE_ORGAN] = BREAK.join(map(escape, title_lines(str(values[ORGAN]))))
    signatures = [entry.name for entry in form.entries if entry.role == "signature"]
    long = any(len(str(values[name])) > LONGEST_SIGNATURE for name in signatures)
    values[LONG_SIGNATURE] = "是" if long else ""
    laid: list[dict[str, str | bool]] = []
    placed: list[Placed] = []
    for part in form.parts:
        there: list[dict[str, str | bool]] = []
        for line in lines:
            if line.source.part != part.name:
                continue
            if line.source.kind:
                there += _shown(line, report, placed, findings)
            else:
                there += _paragraphs(line, findings)
        values[part.name] = there
        laid += there
    if laid:
        laid[-1][LAST] = True
    return Context(values, findings, placed)


def _dated(report: Report, form: Form) -> date:
    """Return the day that a document says it was made: that of its issue, never today."""
    issued = next((entry.name for entry in form.entries if entry.role == "issued"), "")
    typed, year = (report.entries.get(name, Entry("")).value for name in (issued, YEAR))
    if isinstance(typed, date):
        return typed
    if isinstance(year, int) and date.min.year <= year < date.max.year:
        return date(year + 1, 1, 1)
    return date(_EARLIEST, 1, 1)


def _paragraphs(line: PrintedParagraph, findings: list[Finding]) -> list[dict[str, str | bool]]:
    """Return the printed paragraphs of one row."""
    level, place = line.source.level, line.source.place
    heading, text = (_clean(words, place, findings) for words in (line.heading, line.text))
    return [_fields(one, level) for one in laid_out(level, line.number, heading, text)]


def _shown(
    line: PrintedParagraph, report: Report, placed: list[Placed], findings: list[Finding]
) -> list[dict[str, str | bool]]:
    """Return the marked paragraph of something shown, and its caption: below it, above a table."""
    from generator.formats.docx.exhibits.alternative import alternative_to  # few show anything

    source = line.source
    caption = _ON_ONE_LINE.sub(
        " ", _clean(line.number + line.heading, source.heading_place, findings)
    )
    exhibit = report.exhibits.get(source.text)
    if exhibit is None:
        name = shown_by(source).name
        pair = [(SHOWN, f"（缺：{name}）" if name else _MISSING), (CAPTION, caption)]
    else:
        number = len(placed)
        alternative = shown_by(source).alternative or alternative_to(exhibit, line.heading)
        placed.append(Placed(exhibit, source.kind, source.part, printable(alternative)))
        pair = [(SHOWN, mark(number)), (CAPTION, caption_mark(number) + caption)]
    if source.kind == TABLE_KIND:
        pair.reverse()
    return [_of_kind(kind, "", "", escape(text)) for kind, text in pair]


def _fields(line: PrintedLine, level: int) -> dict[str, str | bool]:
    kind = _kind(line, level)
    return _of_kind(kind, line.number, _with_tabs(line.heading), _with_tabs(line.text))


def _of_kind(kind: str, number: str, heading: str, text: str) -> dict[str, str | bool]:
    fields: dict[str, str | bool] = {
        "编号": number,
        "标题": heading,
        TEXT: text,
        LAST: False,
    }
    return fields | {name: name == kind for name in KINDS}


def _kind(line: PrintedLine, level: int) -> str:
    if line.stands_alone:
        return HEADING
    if line.heading:
        return _ITEMS.get(level, "")
    if _NOTE.match(line.text):
        return NOTE
    return WITH_ADDRESS if _ADDRESS.search(line.text) else ""


def _with_tabs(text: str) -> Markup:
    return _TAB.join(escape(piece) for piece in text.split("\t"))


def _clean(text: str, place: Place, findings: list[Finding]) -> str:
    lost = NOT_IN_XML.findall(one_kind_of_break(text))
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
    return without_marks(printable(text))


def _place(report: Report, name: str) -> Place:
    if name in report.figures:
        return report.figures[name].place
    return report.entries[name].place if name in report.entries else Place(report.file)
