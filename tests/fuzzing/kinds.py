"""The cases of each kind, each made from its number alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.report_json.writer import json_of
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.next_year import next_year
from generator.model.report import Report
from tests.fuzzing import cells, json_writing
from tests.fuzzing.archives import changed, damaged, is_body, is_narrative, is_sheet
from tests.fuzzing.case import Case, Kind, Name, published
from tests.fuzzing.documents import reviewed, with_another_snapshot
from tests.fuzzing.foreign import other_file
from tests.fuzzing.trees import words_changed, words_planted

_WORKBOOK, _DOCUMENT, _JSON = "inputs/2023.xlsx", "outputs/2023.docx", "inputs/2023.json"
_TEMPLATE = f"templates/{FORM.template}"
_NEXT = "inputs/2024.xlsx"
_MADE = "outputs/*.docx"

Run = tuple[str, str]
"""A command, and the pattern of what it may write."""

_WITH_A_WORKBOOK: tuple[Run, ...] = (
    (_WORKBOOK, _MADE),
    (f"--draft {_WORKBOOK}", _MADE),
    (f"--strict --json {_WORKBOOK}", _MADE),
    (f"check {_WORKBOOK}", ""),
    (f"check --annotate {_WORKBOOK}", "inputs/2023.核对*.xlsx"),
    (f"check --annotate --json {_WORKBOOK}", "inputs/2023.核对*.xlsx"),
    (f"new --from {_WORKBOOK}", "inputs/*.xlsx"),
    (f"export {_WORKBOOK}", "outputs/*.json"),
    (f"check {_NEXT}", ""),
    (f"--previous {_WORKBOOK} {_NEXT}", _MADE),
)
_WITH_A_TEMPLATE: tuple[Run, ...] = (
    (f"check-template {_TEMPLATE}", ""),
    (f"check-template --json {_TEMPLATE}", ""),
    (_WORKBOOK, _MADE),
    (f"--draft {_WORKBOOK}", _MADE),
    (f"--template {_TEMPLATE} {_WORKBOOK} -o 甲.docx", "甲.docx"),
)
_WITH_A_DOCUMENT: tuple[Run, ...] = (
    (f"review {_DOCUMENT}", ""),
    (f"review --json {_DOCUMENT}", ""),
    (f"review --apply {_DOCUMENT}", "inputs/2023*.xlsx"),
    (f"review --apply --take document {_DOCUMENT}", "inputs/2023*.xlsx"),
    (f"review --apply --take workbook --json {_DOCUMENT}", "inputs/2023*.xlsx"),
    (f"revise {_DOCUMENT}", "outputs/2023*.docx"),
    (f"revise --take workbook {_DOCUMENT}", "outputs/2023*.docx"),
    (f"import {_DOCUMENT} -o 甲.xlsx", "甲.xlsx"),
    (f"import --json {_DOCUMENT} -o 甲.xlsx", "甲.xlsx"),
    (_WORKBOOK, "outputs/2023*.docx"),
    (f"--force {_WORKBOOK}", "outputs/2023*.docx"),
)
_WITH_JSON: tuple[Run, ...] = (
    (f"check {_JSON}", ""),
    (f"check --json {_JSON}", ""),
    (f"check --annotate {_JSON}", ""),
    (_JSON, _MADE),
    (f"--draft {_JSON}", _MADE),
    (f"new --from {_JSON}", "inputs/*.xlsx"),
    (f"new --from {_JSON}", "inputs/*.xlsx"),
    (f"export {_JSON}", "outputs/*.json"),
    (f"--previous {_JSON} {_NEXT}", _MADE),
    (f"review {_DOCUMENT} --workbook {_JSON}", ""),
)


def case_of(name: Name) -> Case:
    """Return a case by its name; the same name gives the same case."""
    return _MAKERS[name.kind](name.random)


def _workbook_case(rng: Random) -> Case:
    usual = published(_WORKBOOK)
    if rng.random() < 0.3:
        ways = (cells.planted_texts, cells.typed_text, cells.typed_number)
        workbook, done = changed(usual, is_sheet, ways, rng)
    elif rng.random() < 0.05:
        workbook, done = other_file(rng), ["another kind of file"]
    else:
        workbook, done = damaged(usual, rng)
    files = {_WORKBOOK: workbook, _TEMPLATE: published(_TEMPLATE)}
    command, writes = rng.choice(_WITH_A_WORKBOOK)
    if _NEXT in command:
        files[_NEXT] = _next_year()
    return Case(files, tuple(command.split()), writes, tuple(done))


def _template_case(rng: Random) -> Case:
    template, done = damaged(published(_TEMPLATE), rng)
    command, writes = rng.choice(_WITH_A_TEMPLATE)
    files = {_WORKBOOK: published(_WORKBOOK), _TEMPLATE: template}
    return Case(files, tuple(command.split()), writes, tuple(done))


def _document_case(rng: Random) -> Case:
    document, workbook = published(_DOCUMENT), published(_WORKBOOK)
    done: list[str] = []
    if rng.random() < 0.8:
        document = reviewed(document, rng)
        done.append("reviewed")
    if rng.random() < 0.1:
        document = with_another_snapshot(document, rng)
        done.append("snapshot")
    roll = rng.random()
    if roll < 0.05:
        document = other_file(rng)
        done.append("another kind of file")
    elif roll < 0.6:
        document, more = damaged(document, rng)
        done += more
    elif roll < 0.9:
        document, more = changed(document, is_body, (words_changed, words_planted), rng)
        done += more
    command, writes = rng.choice(_WITH_A_DOCUMENT)
    if (roll := rng.random()) < 0.3:
        workbook, more = changed(workbook, is_narrative, (cells.reworded,), rng)
        done += more
    elif roll < 0.5:
        ways = (cells.planted_texts, cells.typed_text, cells.typed_number)
        workbook, more = changed(workbook, is_sheet, ways, rng)
        done += more
    files = {_WORKBOOK: workbook, _DOCUMENT: document, _TEMPLATE: published(_TEMPLATE)}
    return Case(files, tuple(command.split()), writes, tuple(done))


def _json_case(rng: Random) -> Case:
    data, done = _exported(), []
    for _ in range(rng.choice((1, 1, 2, 4))):
        change = rng.choice(json_writing.CHANGES)
        data = change(data, rng)
        done.append(change.__name__)
    files = {_JSON: data, _DOCUMENT: published(_DOCUMENT)}
    command, writes = rng.choice(_WITH_JSON)
    if _NEXT in command:
        files[_NEXT] = _next_year()
    return Case(files, tuple(command.split()), writes, tuple(done))


_MAKERS: dict[Kind, Callable[[Random], Case]] = {
    Kind.WORKBOOK: _workbook_case,
    Kind.TEMPLATE: _template_case,
    Kind.DOCUMENT: _document_case,
    Kind.JSON: _json_case,
}


@cache
def _exported() -> bytes:
    return json_of(_report(), FORM)


@cache
def _next_year() -> bytes:
    return workbook_of(replace(next_year(_report(), FORM), figures=_report().figures), FORM)


def _report() -> Report:
    return read_content(published(_WORKBOOK), "2023.xlsx", FORM)[0]
