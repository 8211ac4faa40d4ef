"""Reads what people wrote into a collection."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.collection.figures_reading import columns_by_name, unit_rows
from generator.formats.xlsx.collection.layout import (
    CHOSEN,
    COUNTS,
    DIGEST,
    FIGURE_COLUMNS,
    FILE,
    FILE_COLUMNS,
    NO,
    PERSON,
    PROBLEM_COLUMNS,
    REASON,
    RULE_KEY,
    UNIT,
    WHOSE,
    YES,
    figure_columns,
)
from generator.formats.xlsx.reading.lists import header, items
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.answers import Answers
from generator.model.collection.collection import State
from generator.model.report import Verification
from generator.model.typed_input.number import understand

_NEAR = 5
"""Columns after the last figure in which the hidden one is looked for: people insert columns."""


def read_answers(sheets: Sequence[Sheet], form: Form) -> Answers:
    """Return all that people wrote beside what the collection before said itself."""
    whose: dict[str, str] = {}
    chosen: dict[str, bool] = {}
    digests: dict[str, str] = {}
    verified: dict[tuple[str, str], Verification] = {}
    mended: dict[tuple[str, str], Decimal | None] = {}
    received: dict[tuple[str, str], Decimal | None] = {}
    counted: dict[str, bool] = {}
    unreadable = False
    for sheet in sheets:
        for texts in _rows(sheet, FILE_COLUMNS):
            if texts[WHOSE]:
                whose[texts[FILE]] = texts[WHOSE]
            if label_key(texts[CHOSEN]) in (YES, NO):
                chosen[texts[FILE]] = label_key(texts[CHOSEN]) == YES
        for texts in _rows(sheet, (*FILE_COLUMNS, DIGEST)):
            if texts[FILE] in whose or texts[FILE] in chosen:
                digests[texts[FILE]] = texts[DIGEST]
        verified |= {
            (texts[UNIT].partition("、")[0], texts[RULE_KEY]): _verification(texts)
            for texts in _rows(sheet, PROBLEM_COLUMNS)
            if texts[PERSON] or texts[REASON]
        }
        if header(sheet, FIGURE_COLUMNS):
            unreadable |= not _named_columns(sheet, form)
            for unit, figure, was, now in _mended(sheet, form):
                mended[unit, figure], received[unit, figure] = now, was
            counted |= dict(_counted(sheet))
    return Answers(whose, chosen, digests, verified, mended, received, counted, unreadable)


def _rows(sheet: Sheet, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a list, where the sheet is that list, by the names of its columns."""
    if above := header(sheet, columns):
        for row in items(sheet, columns, above):
            yield {name: sheet.text(spot) for name, spot in row.spots.items()}


def _verification(texts: Mapping[str, str]) -> Verification:
    return Verification(texts[RULE_KEY], texts[PERSON], texts[REASON])


def _mended(sheet: Sheet, form: Form) -> Iterator[tuple[str, str, Decimal | None, Decimal | None]]:
    """Yield unit, figure, what its file said and what stands there now, where they differ."""
    names = _named_columns(sheet, form)
    for row in unit_rows(sheet) if names else ():
        said = _received(sheet, row, names)
        for name, text in zip(names, said, strict=True):
            stands = _standing(sheet, (row, names[name]))
            if text == ("" if stands is None else str(stands)):
                continue  # as nearly all do
            was, now = _number(text), understand(stands).value
            if was != now:
                yield sheet.text((row, 1)), name, was, now


def _received(sheet: Sheet, row: int, names: Mapping[str, int]) -> list[str]:
    """Return what a unit's file said; of a row that people added, nothing."""
    last = max(names.values())
    beside = (sheet.text((row, column)) for column in range(last + 1, last + _NEAR))
    said = (text.split(",") for text in beside if text)
    return next((one for one in said if len(one) == len(names)), [""] * len(names))


def _named_columns(sheet: Sheet, form: Form) -> dict[str, int]:
    """Return the column of each figure by its name, wherever it was moved; none where one lacks."""
    due, there = figure_columns(form), columns_by_name(sheet)
    return {name: there[name] for name in due} if due.keys() <= there.keys() else {}


def _counted(sheet: Sheet) -> Iterator[tuple[str, bool]]:
    """Yield the units of which somebody decided otherwise whether they count."""
    states = {state.value: state for state in State}
    for row in unit_rows(sheet):
        unit, state, typed = (sheet.text((row, column)) for column in (1, 2, 3))
        counts = label_key(typed) == COUNTS
        if state in states and counts != states[state].counts:
            yield unit, counts


def _standing(sheet: Sheet, spot: Spot) -> object:
    return sheet.values.get(spot, sheet.results.get(spot))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
