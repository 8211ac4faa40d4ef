"""A folder of workbooks of several offices, and things that go wrong with one of them."""

import os
from dataclasses import replace
from pathlib import Path

from generator.form.disclosure.edition_2021 import FORM
from generator.form.vocabulary import ORGAN
from generator.formats.workbook.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import Entry
from generator.pipeline.make import make
from generator.pipeline.outcome import Outcome
from tests import samples

DEADLY, WRONG = "致命.xlsx", "意外.xlsx"


def put_offices(folder: Path, count: int) -> list[Path]:
    """Write workbooks of so many offices into inputs/ and return them."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    report = samples.report()
    paths = []
    for number in range(1, count + 1):
        entries = {**report.entries, ORGAN: Entry(f"某某市第{number}局")}
        path = inputs / f"第{number:03}局.xlsx"
        path.write_bytes(workbook_of(replace(report, entries=entries), FORM))
        paths.append(path)
    return paths


def make_or_worse(workbook: Path) -> Outcome:
    """Make a report, unless the name of its workbook says otherwise."""
    if workbook.name == DEADLY:
        os._exit(1)
    if workbook.name == WRONG:
        raise ZeroDivisionError
    return make(workbook)


def refuse(workbook: Path) -> Outcome:
    raise Refusal(f"{workbook.name} 不能用。")
