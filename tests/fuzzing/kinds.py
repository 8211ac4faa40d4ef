"""The cases of each kind, each made from its number alone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from random import Random

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.report_json.writer import json_of
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.collection.unit import Unit, UnitList
from generator.model.next_year import next_year
from tests.fuzzing import cells, json_writing, pages
from tests.fuzzing.archives import changed, damaged, is_body, is_narrative, is_sheet
from tests.fuzzing.case import Case, Kind, Name, published
from tests.fuzzing.documents import reviewed, with_another_snapshot
from tests.fuzzing.foreign import other_file
from tests.fuzzing.offices import DOCUMENT, TEMPLATE, WORKBOOK, office, report_of
from tests.fuzzing.trees import words_changed, words_planted

_JSON = "inputs/2023.json"
_NEXT = "inputs/2024.xlsx"
_MADE = "outputs/*.docx"

Run = tuple[str, str]
"""A command, and the pattern of what it may write."""

_WITH_A_WORKBOOK: tuple[Run, ...] = (
    (WORKBOOK, _MADE),
    (f"--draft {WORKBOOK}", _MADE),
    (f"--strict --json {WORKBOOK}", _MADE),
    (f"check {WORKBOOK}", ""),
    (f"check --annotate {WORKBOOK}", "inputs/2023.核对*.xlsx"),
    (f"check --annotate --json {WORKBOOK}", "inputs/2023.核对*.xlsx"),
    (f"new --from {WORKBOOK}", "inputs/*.xlsx"),
    (f"export {WORKBOOK}", "outputs/*.json"),
    (f"check {_NEXT}", ""),
    (f"--previous {WORKBOOK} {_NEXT}", _MADE),
)
_WITH_A_TEMPLATE: tuple[Run, ...] = (
    (f"check-template {TEMPLATE}", ""),
    (f"check-template --json {TEMPLATE}", ""),
    (WORKBOOK, _MADE),
    (f"--draft {WORKBOOK}", _MADE),
    (f"--template {TEMPLATE} {WORKBOOK} -o 甲.docx", "甲.docx"),
)
_WITH_A_DOCUMENT: tuple[Run, ...] = (
    (f"review {DOCUMENT}", ""),
    (f"review --json {DOCUMENT}", ""),
    (f"review --apply {DOCUMENT}", "inputs/2023*.xlsx"),
    (f"review --apply --take document {DOCUMENT}", "inputs/2023*.xlsx"),
    (f"review --apply --take workbook --json {DOCUMENT}", "inputs/2023*.xlsx"),
    (f"revise {DOCUMENT}", "outputs/2023*.docx"),
    (f"revise --take workbook {DOCUMENT}", "outputs/2023*.docx"),
    (f"import {DOCUMENT} -o 甲.xlsx", "甲*"),
    (f"import --json {DOCUMENT} -o 甲.xlsx", "甲*"),
    (WORKBOOK, "outputs/2023*.docx"),
    (f"--force {WORKBOOK}", "outputs/2023*.docx"),
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
    (f"review {DOCUMENT} --workbook {_JSON}", ""),
)
_UNIT = "各单位/甲局.{}"
_PUBLISHED: tuple[Run, ...] = (
    ("import {} -o 甲.xlsx", "甲*"),
    ("import --json {} -o 甲.xlsx", "甲*"),
    ("collect 各单位 -o 汇总2023.xlsx --units 名单.xlsx", "[汇整]*"),
    ("collect 各单位 -o 汇总2023.xlsx --units 名单.xlsx --json", "[汇整]*"),
    ("check 各单位", ""),
)
"""With what units hand in, whatever it is."""


def case_of(name: Name) -> Case:
    """Return a case by its name; the same name gives the same case."""
    return _MAKERS[name.kind](name.random)


def _workbook_case(rng: Random) -> Case:
    there = office(rng)
    usual = there[WORKBOOK]
    if rng.random() < 0.3:
        ways = (cells.planted_texts, cells.typed_text, cells.typed_number)
        workbook, done = changed(usual, is_sheet, ways, rng)
    elif rng.random() < 0.05:
        workbook, done = other_file(rng), ["another kind of file"]
    else:
        workbook, done = damaged(usual, rng)
    files = {**_without_document(there), WORKBOOK: workbook}
    command, writes = rng.choice(_WITH_A_WORKBOOK)
    if _NEXT in command:
        files[_NEXT] = _next_year()
    return Case(files, tuple(command.split()), writes, tuple(done))


def _template_case(rng: Random) -> Case:
    there = office(rng)
    template, done = damaged(there[TEMPLATE], rng)
    command, writes = rng.choice(_WITH_A_TEMPLATE)
    files = {**_without_document(there), TEMPLATE: template}
    return Case(files, tuple(command.split()), writes, tuple(done))


def _document_case(rng: Random) -> Case:
    there = office(rng)
    document, workbook = there[DOCUMENT], there[WORKBOOK]
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
    files = {**there, WORKBOOK: workbook, DOCUMENT: document}
    return Case(files, tuple(command.split()), writes, tuple(done))


def _json_case(rng: Random) -> Case:
    there = office(rng)
    data, done = json_of(report_of(there), FORM), []
    for _ in range(rng.choice((1, 1, 2, 4))):
        change = rng.choice(json_writing.CHANGES)
        data = change(data, rng)
        done.append(change.__name__)
    files = {name: content for name, content in there.items() if name not in (WORKBOOK, TEMPLATE)}
    files[_JSON] = data
    command, writes = rng.choice(_WITH_JSON)
    if _NEXT in command:
        files[_NEXT] = _next_year()
    return Case(files, tuple(command.split()), writes, tuple(done))


def _published_case(rng: Random, form: str) -> Case:
    damage = pages.page_damaged if form == pages.PAGE else pages.pdf_damaged
    data, done = damage(rng)
    given = _UNIT.format(form)
    listed = UnitList("某某区人民政府", 2023, (Unit("甲局"), Unit("乙局")))
    files = {given: data, "名单.xlsx": _list(listed)}
    command, writes = rng.choice(_PUBLISHED)
    return Case(files, tuple(command.format(given).split()), writes, tuple(done))


@cache
def _list(listed: UnitList) -> bytes:
    return unit_list_workbook(listed)


_MAKERS: dict[Kind, Callable[[Random], Case]] = {
    Kind.WORKBOOK: _workbook_case,
    Kind.TEMPLATE: _template_case,
    Kind.DOCUMENT: _document_case,
    Kind.JSON: _json_case,
    Kind.PAGE: partial(_published_case, form=pages.PAGE),
    Kind.PDF: partial(_published_case, form=pages.PDF),
}


@cache
def _next_year() -> bytes:
    report = read_content(published(WORKBOOK), "2023.xlsx", FORM)[0]
    return workbook_of(replace(next_year(report, FORM), figures=report.figures), FORM)


def _without_document(there: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in there.items() if name != DOCUMENT}
