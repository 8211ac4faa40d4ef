"""Reads a report from JSON. Everything wrong with it is found at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.form.chinese import listed, number
from generator.form.vocabulary import Form, Naming, Part
from generator.formats.report_json.exhibits import chart_rows_of, further_tables_of
from generator.formats.report_json.fit import Misfit, fit
from generator.formats.report_json.parse import parse
from generator.formats.report_json.schema import READ, schema_of
from generator.model.finding import Finding, Refusal, held_back, notice, unchecked
from generator.model.report import (
    BODY,
    INDICATORS,
    Deviation,
    Entry,
    Figure,
    Heading,
    Indicator,
    LocalRule,
    Paragraph,
    Place,
    Report,
    Verification,
)
from generator.model.typed_input.entries import entry_value, name_taken, not_filled, unusable_name
from generator.model.typed_input.figures import figures_of, named, place_in
from generator.model.typed_input.local_rules import requirements_of
from generator.model.typed_input.number import understand

_SEE = "请照规定的格式改（make-report export --schema）。"
_SHOWN = 40
_MOST_MISFITS = 100
_BRACKETED = re.compile(r"\s*[（(].*[）)]\s*", re.DOTALL)

Data = Mapping[str, Any]


def read_json(data: bytes, name: str, form: Form) -> tuple[Report, list[Finding]]:
    """Read the bytes of a report as JSON; `name` is what messages call it.

    Raise Refusal where it is no JSON or no report of this form.
    """
    return read_given(parse(data, name), name, form)


def read_given(parsed: object, name: str, form: Form) -> tuple[Report, list[Finding]]:
    """Read what was parsed. Raise Refusal where it is no report of this form."""
    given, misfits = fit(_this_form(parsed, name, form), schema_of(form))
    findings = [_misfit(name, misfit) for misfit in misfits[:_MOST_MISFITS]]
    if len(misfits) > _MOST_MISFITS:
        message = f"还有 {len(misfits) - _MOST_MISFITS} 处写法不对，没有逐一列出"
        findings.append(held_back("R14", Place(name), message, "请按格式说明重新导出"))
    entries = _entries(given.get("entries", {}), form, name, findings)
    figures: dict[str, Figure] = {}
    for table in form.tables:
        typed = {key: _typed(value) for key, value in given.get("figures", {}).items()}
        read, found = figures_of(table, typed, place_in(table, form, name))
        figures |= read
        findings += found
    parts: Data = given.get("parts", {})
    report = Report(
        entries=entries,
        figures=figures,
        indicators=_indicators(given.get("indicators", {}), form, name, findings),
        paragraphs=tuple(_paragraphs(parts, form, name, findings)),
        file=name,
        title=_title(given, name),
        headings=tuple(Heading(text, Place(name, text)) for text in given.get("headings", ())),
        deviations=tuple(
            Deviation(one["official"], one["found"], Place(name, one.get("table", "")))
            for one in given.get("deviations", ())
        ),
        unknown=frozenset(_unknown(given, parts, form)),
        namings=tuple(
            Naming(tuple(one["others"]), one["preferred"], note=one.get("note", ""))
            for one in given.get("usages", ())
        ),
        local_rules=tuple(_local_rules(given.get("local_rules", ()), name)),
        chart_rows=tuple(chart_rows_of(given.get("charts", ()), name)),
        further_tables=further_tables_of(given.get("tables", {}), name, findings),
        verifications=tuple(
            Verification(
                one["key"], one["person"], one["reason"], one.get("day", ""), Place(name, "marks")
            )
            for one in given.get("marks", ())
        ),
    )
    findings += [
        notice("R17", one.typed.place, one.message, one.advice)
        for one in requirements_of(report.local_rules, form)[1]
    ]
    return report, [*findings, *_not_given(report, given.get("entries", {}), form)]


def _this_form(given: object, name: str, form: Form) -> Data:
    """Refuse what is JSON, but no report of this version and edition."""
    if not isinstance(given, dict):
        raise Refusal(f"{name} 不是一份报告：最外面应为对象 {{…}}。{_SEE}")
    for key, due in (("schema", READ), ("edition", (form.edition,))):
        if key not in given:
            raise Refusal(f"{name} 没有写“{key}”，不是本程序的报告。{_SEE}")
        if isinstance(given[key], bool) or given[key] not in due:
            said = "".join(filter(str.isprintable, str(given[key])[:_SHOWN]))
            raise Refusal(f"{name} 的“{key}”是 {said}，本程序只认 {listed(map(str, due))}。{_SEE}")
    return given


def _misfit(name: str, misfit: Misfit) -> Finding:
    key, *rest = misfit.path
    shown = [key if key.isprintable() else "？" for key in rest]
    message = f"{shown.pop() if shown else key} {misfit.message}"
    return held_back("R14", Place(name, key, "／".join(shown)), message, misfit.advice)


def _entries(given: Data, form: Form, name: str, findings: list[Finding]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for spec in form.entries:
        if spec.name not in given:
            continue
        place = Place(name, "基本信息", f"“{spec.name}”")
        said = given[spec.name]
        if said is None or not str(said).strip():
            if spec.required:
                advice = f"请填写：{spec.hint}"
                findings.append(held_back("R05", place, not_filled(spec), advice))
            continue
        value = entry_value(spec, said)
        if value is None:
            message = f"“{spec.name}”填的是“{str(said)[:_SHOWN]}”，看不懂"
            findings.append(held_back("R05", place, message, f"请改正：{spec.hint}"))
        else:
            entries[spec.name] = Entry(value, place)
    return entries


def _typed(given: object) -> object:
    """Return a figure as it would be typed: {"value": 22, "note": "（…）"} is 22（…）."""
    if not isinstance(given, dict):
        return given
    value, note = given["value"], given.get("note", "")
    if not note:
        return value
    plain = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f"{plain}{note}" if _BRACKETED.fullmatch(note) else f"{plain} {note}"


def _indicators(
    given: Data, form: Form, name: str, findings: list[Finding]
) -> dict[str, Indicator]:
    indicators: dict[str, Indicator] = {}
    for key, said in given.items():
        item = said if isinstance(said, dict) else {"value": said}
        place = Place(name, "指标", f"“{key}”")
        typed = understand(item["value"])
        if unusable_name(key):
            findings.append(held_back("R06", place, "名称空着，或者有括号", "请换一个名称"))
        elif name_taken(key, form, ()):
            message = f"名称“{key}”已经有了，引用时分不清是哪一个"
            findings.append(held_back("R06", place, message, "请换一个名称"))
        elif typed.value is None:
            message = f"“{key}”的数值填的是“{item['value']}”，{typed.problem or '不是数字'}"
            findings.append(held_back("R06", place, message, "请填数字；是 0 就填 0"))
        else:
            shown = item.get("printed", number(typed.value) + typed.note)
            note = item.get("note", "")
            indicators[key] = Indicator(typed.value, shown, item.get("unit", ""), place, note)
    return indicators


def _paragraphs(parts: Data, form: Form, name: str, findings: list[Finding]) -> Iterator[Paragraph]:
    for part in form.parts:
        for count, line in enumerate(parts.get(part.name, {}).get("paragraphs", ()), 1):
            place = Place(name, part.label, f"第{count}段")
            level, heading = int(line.get("level", 0)), line.get("heading", "")
            kind = line.get("kind", "")
            if kind:
                level = BODY
            elif heading and not level:
                advice = "请写明 level：2、3 或 4；没有标题的段落只写 text"
                message = "有标题却没有层级，不知道标题属于哪一级"
                findings.append(held_back("R04", place, message, advice))
            if heading.strip() or line.get("text", "").strip():
                text, unrevised = line.get("text", ""), line.get("carried", "")
                yield Paragraph(part.name, level, heading, text, place, place, unrevised, kind)


def _local_rules(given: Sequence[Data], name: str) -> Iterator[LocalRule]:
    for count, one in enumerate(given, 1):
        number, what, part, asked, level, basis = (
            one.get(key, "") for key in ("id", "what", "part", "asked", "level", "basis")
        )
        place = Place(name, "本地规则", f"第{count}项")
        yield LocalRule(number, what, part, asked, level, basis, (place,))


def _unknown(given: Data, parts: Data, form: Form) -> Iterator[str]:
    """Yield what was not given: that is no blank."""
    for part in form.parts:
        if not parts.get(part.name, {"complete": False}).get("complete", True):
            yield part.name
    entries = given.get("entries", {})
    yield from (
        spec.name for spec in form.entries if spec.name not in entries and not spec.required
    )
    if "indicators" not in given:
        yield INDICATORS


def _title(given: Data, name: str) -> Heading | None:
    return Heading(given["title"], Place(name, "标题")) if given.get("title") else None


def _not_given(report: Report, entries: Data, form: Form) -> Iterator[Finding]:
    """R13: what the report must hold and nobody gave. One remark for each group of rules."""
    due = [spec.name for spec in form.entries if spec.required and spec.name not in entries]
    if due:
        yield _missing(report, "基本信息", f"没有给出{listed(due)}", "用到它们的没有核对", "请补上")
    for table in form.tables:
        absent = [spec.name for spec in table.figures if spec.name not in report.figures]
        place = place_in(table, form, report.file)([])
        if len(absent) == len(table.figures):
            message = f"{place.within}没有给出"
        else:
            message = f"{place.within}没有给出{named(absent)}"
        if absent:
            unsaid = "勾稽关系、正文与表是否一致没有核对"
            yield _missing(
                report, place.within, message, unsaid, "请补上；没有的填 0，空白的填 null"
            )
    texts = [part for part in form.parts if part.name in report.unknown]
    if texts:
        message = f"{_labels(texts)}没有给出，或者没有给全"
        advice = '请补上；没有文字的写成 "paragraphs": []'
        yield _missing(report, "正文", message, "有没有缺漏没有核对", advice)


def _labels(parts: Sequence[Part]) -> str:
    return listed(f"“{part.label}”" for part in parts)


def _missing(report: Report, within: str, message: str, unsaid: str, advice: str) -> Finding:
    found = unchecked("R13", Place(report.file, within), f"{message}，{unsaid}", advice)
    return found._replace(holds_back=True)
