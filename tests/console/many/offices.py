"""A folder of workbooks of several offices, and things that go wrong with one of them."""

import os
from functools import cache
from pathlib import Path

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.form.vocabulary import ORGAN
from generator.model.finding import Refusal
from generator.pipeline.make import make
from generator.pipeline.outcome import Outcome
from tests import samples
from tests.packages import package

DEADLY, WRONG = "致命.xlsx", "意外.xlsx"


def put_offices(folder: Path, count: int) -> list[Path]:
    """Write workbooks of so many offices into inputs/ and return them."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    paths = [inputs / f"第{number:03}局.xlsx" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_bytes(_workbook(number))
    return paths


@cache
def _workbook(number: int) -> bytes:
    parts = open_archive(samples.workbook(), samples.FILE, WORKBOOK)
    organ = _in_xml(str(samples.report().entries[ORGAN].value))
    name = _in_xml(f"某某市第{number}局")
    return package({part: content.replace(organ, name) for part, content in parts.items()})


def _in_xml(text: str) -> bytes:
    """Return a whole text as openpyxl writes it."""
    return f">{text}<".encode("ascii", "xmlcharrefreplace")


def make_or_worse(workbook: Path) -> Outcome:
    """Make a report, unless the name of its workbook says otherwise."""
    if workbook.name == DEADLY:
        os._exit(1)
    if workbook.name == WRONG:
        raise ZeroDivisionError
    return make(workbook)


def refuse(workbook: Path) -> Outcome:
    raise Refusal(f"{workbook.name} 不能用。")
