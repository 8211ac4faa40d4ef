"""The files that cases start from: those of this project, or a report that shows something too."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Report
from generator.pipeline.make import make
from tests.exhibits import ALL, chart_row, png, table
from tests.forms import FORM
from tests.fuzzing.case import published

WORKBOOK, DOCUMENT = "inputs/2023.xlsx", "outputs/2023.docx"
TEMPLATE = f"templates/{FORM.template}"
_PICTURE = "inputs/培训.png"


def office(rng: Random) -> Mapping[str, bytes]:
    """Return a workbook, its document and its template, and in some a picture beside them."""
    return _showing() if rng.random() < 0.3 else _usual()


def documents() -> list[bytes]:
    """Return the documents of all offices, as the program wrote them."""
    return [files[DOCUMENT] for files in (_usual(), _showing())]


def report_of(files: Mapping[str, bytes]) -> Report:
    """Return what the workbook of an office holds."""
    return read_content(files[WORKBOOK], "2023.xlsx", FORM)[0]


@cache
def _usual() -> Mapping[str, bytes]:
    return {name: published(name) for name in (WORKBOOK, DOCUMENT, TEMPLATE)}


@cache
def _showing() -> Mapping[str, bytes]:
    read = report_of(_usual())
    charts = (
        chart_row(
            chart="申请人", kind="柱形图", unit="件", label="自然人", data="【本年新收自然人】"
        ),
        chart_row(label="单位", data="3"),
    )
    shown = replace(
        read,
        paragraphs=(*read.paragraphs, *ALL),
        chart_rows=charts,
        further_tables={"各镇": table()},
    )
    files = {**_usual(), WORKBOOK: workbook_of(shown, FORM), _PICTURE: png()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)
        made = make(folder / WORKBOOK, template=folder / TEMPLATE, force=True)
        assert made.output is not None
        return {**files, DOCUMENT: made.output.read_bytes()}
