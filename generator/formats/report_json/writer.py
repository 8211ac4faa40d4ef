"""Writes a report as JSON."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from generator.form.vocabulary import Form
from generator.formats.report_json.exhibits import charts_data, table_data
from generator.formats.report_json.schema import FIRST_VERSION, VERSION
from generator.model.finding import Refusal
from generator.model.report import Entry, Figure, Indicator, Report

_UNREADABLE = "？"


def json_of(report: Report, form: Form) -> bytes:
    """Return a report in the JSON form, the same bytes for the same report.

    Raise Refusal where its text holds what no file can hold.
    """
    data: dict[str, Any] = {
        "schema": VERSION if _shows_anything(report) else FIRST_VERSION,
        "edition": form.edition,
        "entries": {
            spec.name: _entry(report.entries[spec.name]) if spec.name in report.entries else None
            for spec in form.entries
            if spec.name in report.entries or not (spec.required or spec.name in report.unknown)
        },
        "figures": {
            name: _figure(report.figures[name]) for name in form.figures if name in report.figures
        },
        "indicators": {name: _indicator(item) for name, item in report.indicators.items()},
        "parts": _parts(report, form),
    }
    if report.title:
        data["title"] = report.title.text
    further: dict[str, object] = {
        "headings": [heading.text for heading in report.headings],
        "deviations": [
            {"official": one.official, "found": one.found, "table": one.place.within}
            for one in report.deviations
        ],
        "usages": [
            {"preferred": one.preferred, "others": list(one.others), "note": one.note}
            for one in report.namings
        ],
        "local_rules": [
            {
                "id": one.id,
                "what": one.what,
                "part": one.part,
                "asked": one.asked,
                "level": one.level,
                "basis": one.basis,
            }
            for one in report.local_rules
        ],
        "charts": charts_data(report.chart_rows),
        "tables": {name: table_data(table) for name, table in report.further_tables.items()},
        "marks": [
            {"key": one.key, "person": one.person, "reason": one.reason, "day": one.day}
            for one in report.verifications
        ],
    }
    data |= {name: items for name, items in further.items() if items}
    try:
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    except UnicodeEncodeError:
        raise Refusal("文字里有不完整的字符（半个 \\ud800 一类的字），写不成文件。") from None


def _shows_anything(report: Report) -> bool:
    """Tell whether a report holds what the first version of the format has no place for."""
    rows = any(line.kind for line in report.paragraphs)
    return rows or bool(report.chart_rows or report.further_tables)


def _entry(entry: Entry) -> str | int:
    return entry.value.isoformat() if isinstance(entry.value, date) else entry.value


def _figure(figure: Figure) -> object:
    """Write a number as a number; as it was typed only where it is none."""
    if not figure.readable:
        return figure.typed or _UNREADABLE
    if figure.value is None:
        return (figure.note if figure.words else figure.typed) or None
    if figure.note:
        return {"value": _number(figure.value), "note": figure.note}
    return _number(figure.value)


def _indicator(item: Indicator) -> dict[str, object]:
    written: dict[str, object] = {
        "value": _number(item.value),
        "printed": item.printed,
        "unit": item.unit,
    }
    return written | ({"note": item.note} if item.note else {})


def _number(value: Decimal) -> int | float | str:
    """Return a number that JSON gives back exactly; as text where it has too many digits."""
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else f"{value:f}"


def _parts(report: Report, form: Form) -> dict[str, object]:
    """Write every part of which anything is known."""
    found: dict[str, object] = {}
    for part in form.parts:
        paragraphs = [
            ({"kind": line.kind} if line.kind else {"level": line.level})
            | {"heading": line.heading, "text": line.text}
            | ({"carried": line.unrevised} if line.unrevised else {})
            for line in report.part(part.name)
        ]
        complete = part.name not in report.unknown
        if complete or paragraphs:
            found[part.name] = {"complete": complete, "paragraphs": paragraphs}
    return found
