"""A report as JSON and back: what a document carries of the data it was made from."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any

from generator.formats.report_json.shown import exhibit_data, exhibit_of
from generator.model.exhibits import EXHIBIT_KINDS
from generator.model.report import LEVELS, Entry, Figure, Indicator, Paragraph, Place, Report

SCHEMA = 1
WITH_EXHIBITS = 2
"""Of a report that shows something beside text: all others are written as ever."""
_SHAPES: dict[str, tuple[type | UnionType, ...]] = {
    "entries": (str, str, str, str),
    "figures": (str | None, str, str, bool, str, str),
    "indicators": (str, str, str, str, str),
    "paragraphs": (str, int, str, str, str, str),
}
"""What stands in a row of each kind."""
_MOST_DIGITS = 200  # before the point, or after it; 1e9999999 would be printed for ever
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def dumps(report: Report) -> str:
    """Return the report as JSON that any XML part can carry, the same for the same report."""
    data: dict[str, Any] = {
        "schema": schema_of(report),
        "entries": {name: _entry(entry) for name, entry in report.entries.items()},
        "figures": {name: _figure(figure) for name, figure in report.figures.items()},
        "indicators": {
            name: [str(item.value), item.printed, item.unit, *_spot(item.place)]
            for name, item in report.indicators.items()
        },
        "paragraphs": [
            [line.part, line.level, line.heading, line.text, *_spot(line.place)]
            for line in report.paragraphs
        ],
    }
    if data["schema"] == WITH_EXHIBITS:
        data["kinds"] = {
            str(row): line.kind for row, line in enumerate(report.paragraphs) if line.kind
        }
        data["exhibits"] = {shows: exhibit_data(one) for shows, one in report.exhibits.items()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text).replace("\x7f", "\\u007f")


def schema_of(report: Report) -> int:
    """Return the version of what is written of a report."""
    return WITH_EXHIBITS if any(line.kind for line in report.paragraphs) else SCHEMA


def loads(text: str, media: Mapping[str, bytes] | None = None) -> Report:
    """Return the report that `dumps` wrote. Raise ValueError where the text is something else.

    `media` are the pictures that come with it, by their sha256.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        if data["schema"] not in (SCHEMA, WITH_EXHIBITS):
            raise ValueError(f"snapshot schema {data['schema']}, not {SCHEMA}")
        _must_have_its_shape(data)
        return Report(
            entries={
                name: Entry(_value(kind, value), _place(spot))
                for name, (kind, value, *spot) in data["entries"].items()
            },
            figures={
                name: Figure(
                    None if value is None else _number(value), note, typed, readable, _place(spot)
                )
                for name, (value, note, typed, readable, *spot) in data["figures"].items()
            },
            indicators={
                name: Indicator(_number(value), printed, unit, _place(spot))
                for name, (value, printed, unit, *spot) in data["indicators"].items()
            },
            paragraphs=tuple(
                Paragraph(part, level, heading, words, _place(spot), kind=_kind(data, row))
                for row, (part, level, heading, words, *spot) in enumerate(data["paragraphs"])
            ),
            exhibits={
                shows: exhibit_of(one, media or {})
                for shows, one in data.get("exhibits", {}).items()
            },
        )
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as problem:
        raise ValueError(f"not a snapshot: {problem!r}") from problem


def _must_have_its_shape(data: dict[str, Any]) -> None:
    """Raise ValueError where a row is not as `dumps` writes it: people can edit a document."""
    for kind, shape in _SHAPES.items():
        rows = data[kind] if kind == "paragraphs" else data[kind].values()
        for row in rows:
            if len(row) != len(shape) or not all(map(isinstance, row, shape)):
                raise ValueError(f"no row of {kind}: {row!r:.100}")
    for _, level, *_ in data["paragraphs"]:
        if level not in LEVELS:
            raise ValueError(f"no level of a paragraph: {level}")


def _kind(data: dict[str, Any], row: int) -> str:
    kind = data.get("kinds", {}).get(str(row), "")
    if kind not in ("", *EXHIBIT_KINDS):
        raise ValueError(f"no kind of a paragraph: {kind!r:.100}")
    return str(kind)


def _number(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"no number of a report: {text:.100}")
    return value


def _spot(place: Place) -> tuple[str, str]:
    return place.within, place.spot


def _place(spot: list[str]) -> Place:
    part, cell = spot
    return Place("", part, cell)


def _figure(figure: Figure) -> list[str | bool | None]:
    value = None if figure.value is None else str(figure.value)
    return [value, figure.note, figure.typed, figure.readable, *_spot(figure.place)]


def _entry(entry: Entry) -> list[str]:
    kind = type(entry.value).__name__
    value = entry.value.isoformat() if isinstance(entry.value, date) else str(entry.value)
    return [kind, value, *_spot(entry.place)]


def _value(kind: str, value: str) -> str | int | date:
    if kind == "date":
        return date.fromisoformat(value)
    return int(value) if kind == "int" else value
