"""Which cells of a workbook must change for it to hold another report, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import spot_of
from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.formats.xlsx.editing.number_meant import number_meant
from generator.formats.xlsx.layout import (
    NARRATIVE_COLUMNS,
    REVISED_COLUMN,
    level_cell,
)
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.writing.paragraphs import height_of
from generator.model.finding import Refusal
from generator.model.report import Paragraph, Place, Report

_PART, _LEVEL, _HEADING, _TEXT = NARRATIVE_COLUMNS


@dataclass(frozen=True)
class NewRow:
    """A row of the narrative as it is to be."""

    paragraph: Paragraph
    here: int | None
    """Which paragraph of the workbook it is now; None where it is new."""


@dataclass
class WorkbookEdits:
    """What is to be written, and what cannot be."""

    cells: dict[tuple[str, Spot], CellValue] = field(default_factory=dict)
    heights: dict[tuple[str, int], float] = field(default_factory=dict)
    formulas: list[tuple[str, Place]] = field(default_factory=list)
    """Names whose cell holds a formula, which nothing is written over."""


def workbook_edits_of(
    sheets: Sequence[Sheet], now: Report, wanted: Report, rows: Sequence[NewRow], form: Form
) -> WorkbookEdits:
    """Return the changes that make the report in a workbook, `now`, the one wanted.

    `rows` is its whole narrative in the order of print. Raise Refusal where the narrative has no
    room for its rows.
    """
    edits = WorkbookEdits()
    by_name = {sheet.name: sheet for sheet in sheets}
    for name, figure in wanted.figures.items():
        if name in now.figures and figure.printed != now.figures[name].printed:
            number = figure.value if figure.value is not None else Decimal(0)
            value: CellValue = figure.printed if figure.note or figure.words else number
            _set(edits, by_name, name, now.figures[name].place, value)
    for name, indicator in wanted.indicators.items():
        if name in now.indicators and indicator.printed != now.indicators[name].printed:
            _set(edits, by_name, name, now.indicators[name].place, indicator.value)
    for name, entry in wanted.entries.items():
        if name in now.entries and entry.printed != now.entries[name].printed:
            _set(edits, by_name, name, now.entries[name].place, entry.value)
    _of_tables(edits, by_name, now, wanted)
    _of_charts(edits, by_name, now, wanted)
    _narrative(edits, sheets, now, rows, form)
    return edits


def _of_tables(
    edits: WorkbookEdits, by_name: Mapping[str, Sheet], now: Report, wanted: Report
) -> None:
    for name, table in wanted.further_tables.items():
        if name in now.further_tables:
            for was, will in zip(now.further_tables[name].cells, table.cells, strict=True):
                if was.text != will.text:
                    _set_shown(edits, by_name, name, was.place, will.text)


def _of_charts(
    edits: WorkbookEdits, by_name: Mapping[str, Sheet], now: Report, wanted: Report
) -> None:
    for was, will in zip(now.chart_rows, wanted.chart_rows, strict=False):
        for place, before, after in zip(was.places, was.typed, will.typed, strict=False):
            if before != after:
                _set_shown(edits, by_name, was.chart, place, after)


def _set_shown(
    edits: WorkbookEdits, sheets: Mapping[str, Sheet], name: str, place: Place, text: str
) -> None:
    """Write what a cell is to show: a number where one stands there, or nothing does."""
    there = sheets[place.within].values.get(spot_of(place.spot))
    words = isinstance(there, str) and there.strip() != ""
    number = None if words else number_meant(text)
    if there is None or (isinstance(there, str | int | float) and not isinstance(there, bool)):
        _set(edits, sheets, name, place, text if number is None else number)


def _set(
    edits: WorkbookEdits, sheets: Mapping[str, Sheet], name: str, place: Place, value: CellValue
) -> None:
    sheet = sheets[place.within]
    spot = spot_of(place.spot)
    if spot in sheet.formulas:
        edits.formulas.append((name, place))
    else:
        edits.cells[sheet.name, spot] = value


def _narrative(
    edits: WorkbookEdits, sheets: Sequence[Sheet], now: Report, rows: Sequence[NewRow], form: Form
) -> None:
    """Put every row of the narrative into a row of the sheet that is kept for its part."""
    above = None
    for sheet in sheets:
        above = header(sheet, NARRATIVE_COLUMNS)
        if above:
            break
    if above is None:
        return
    revised = (header(sheet, (*NARRATIVE_COLUMNS, REVISED_COLUMN)) or {}).get(REVISED_COLUMN)
    rows_now = [spot_of(row.place.spot)[0] for row in now.paragraphs]
    at = dict(zip(rows_now, now.paragraphs, strict=True))
    rows_of = _rows_of_parts(sheet, above, form, at)
    for part in form.parts:
        own = [row for row in rows if row.paragraph.part == part.name]
        wishes = [None if row.here is None else rows_now[row.here] for row in own]
        places = _placed(wishes, rows_of[part.name])
        if len(places) < len(own):
            raise Refusal(
                f"『{sheet.name}』里“{part.label}”只有 {len(rows_of[part.name])} 行，"
                f"写不下 {len(own)} 段。请在这一部分中间插入 "
                f"{len(own) - len(rows_of[part.name])} 行空行（选好“部分”），保存后再运行一次。"
            )
        filled = dict(zip(places, own, strict=True))
        for number in rows_of[part.name]:
            row, before = filled.get(number), at.get(number)
            after = row.paragraph if row else None
            _write(edits, sheet, above, number, before=before, after=after)
            source = now.paragraphs[row.here] if row and row.here is not None else None
            if revised and source is not before:
                said = source.unrevised if source else ""
                edits.cells[sheet.name, (number, revised[1])] = said or None


def _rows_of_parts(
    sheet: Sheet, above: Mapping[str, Spot], form: Form, paragraphs: Mapping[int, Paragraph]
) -> dict[str, list[int]]:
    """Return the rows of the sheet of every part: those with text, and the spare ones."""
    parts = {label_key(part.label): part.name for part in form.parts}
    rows_of: dict[str, list[int]] = {part.name: [] for part in form.parts}
    for item in items(sheet, NARRATIVE_COLUMNS, dict(above)):
        part = parts.get(label_key(sheet.text(item.spots[_PART])))
        holds = any(sheet.filled(item.spots[column]) for column in (_HEADING, _TEXT))
        if part and (item.row in paragraphs or not holds):
            rows_of[part].append(item.row)
    return rows_of


def _placed(wishes: Sequence[int | None], free: Sequence[int]) -> list[int]:
    """Return a row for each paragraph, in order, most of them where they are; fewer if too few.

    `wishes` are the rows in which they stand now, `free` those that there are.
    """
    if len(wishes) > len(free):
        return []
    index = {row: at for at, row in enumerate(free)}
    places: list[int] = []
    last = -1
    for nth, wish in enumerate(wishes):
        latest = len(free) - (len(wishes) - nth)
        own = index.get(wish, -1) if wish is not None else -1
        last = min(max(last + 1, own), latest)
        places.append(last)
    return [free[at] for at in places]


def _write(
    edits: WorkbookEdits,
    sheet: Sheet,
    above: Mapping[str, Spot],
    number: int,
    *,
    before: Paragraph | None,
    after: Paragraph | None,
) -> None:
    """Write a row's level, heading and text where they differ from what is there."""
    was, will = _cells(before), _cells(after)
    for column, value in will.items():
        if value != was[column]:
            edits.cells[sheet.name, (number, above[column][1])] = value or None
    if after is not None and was != will:
        edits.heights[sheet.name, number] = height_of(after)


def _cells(paragraph: Paragraph | None) -> dict[str, str]:
    if paragraph is None:
        return {_LEVEL: "", _HEADING: "", _TEXT: ""}
    return {
        _LEVEL: level_cell(paragraph),
        _HEADING: paragraph.heading,
        _TEXT: paragraph.text,
    }
