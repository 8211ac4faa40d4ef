"""What an office has that reports by the small form: the program does all with it in no time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.report import Report
from generator.pipeline.make import build_document
from generator.pipeline.new import build_blank
from tests.form.small import SMALL
from tests.form.template_of import template_of
from tests.typed_cells import typed

NUMBERS = {"收案个人": 3, "收案单位": 4, "结案个人": 3, "结案单位": 4}
SAID = "全年收案【收案个人】件。"
WORKBOOK, DOCUMENT = "inputs/2024.xlsx", "outputs/2024.docx"

_TEXTS = (("正文", "D13"), ("正文", "D29"))
"""Where 总体说明 and 其他事项 are typed."""


def put_office(folder: Path, workbook: bytes | None = None) -> None:
    """Lay out an office with a template of the form and a filled-in workbook."""
    for name, content in (
        (f"templates/{SMALL.template}", template()),
        (WORKBOOK, workbook or filled_in()),
    ):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(content)


@cache
def template() -> bytes:
    """Return a template of the form."""
    return template_of(SMALL)


@cache
def document() -> bytes:
    """Return the document of the workbook, as nobody has edited it."""
    made = build_document(filled_in(), form=SMALL, template=template()).content
    assert made is not None
    return made


@cache
def report() -> Report:
    """Return what is read of the workbook."""
    return read_content(filled_in(), WORKBOOK, SMALL)[0]


def filled_in(said: str = SAID, **figures: int) -> bytes:
    """Return a workbook in which all is filled in, and ties but for the given figures."""
    return fill_in(_blank(), said, **figures)


@cache
def _blank() -> bytes:
    return build_blank("某某市某某局", 2024, form=SMALL)


def fill_in(blank: bytes, said: str = SAID, **figures: int) -> bytes:
    """Return a blank workbook as it is when staff have filled it in."""
    return typed(blank, {**_cells({**NUMBERS, **figures}), **dict.fromkeys(_TEXTS, said)})


def with_figures(workbook: bytes, figures: Mapping[str, int]) -> bytes:
    """Return a workbook with some figures typed, as staff would in Excel."""
    return typed(workbook, _cells(figures))


def _cells(figures: Mapping[str, int]) -> dict[tuple[str, str], Any]:
    (layout,) = table_sheets(SMALL)
    return {(layout.name, address(layout.figures[name])): at for name, at in figures.items()}
