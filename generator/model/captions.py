"""Captions: how pictures, charts and further tables are counted, called and cited."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.model.report import Paragraph, Report

GAP = "　"
"""Between the number of a caption and its words: 图1　近两年收到的申请."""

_NAMED = Pattern(r"\s*【\s*(图表|表格)\s*[：:]\s*([^【】]*?)\s*】\s*")


class Source(Enum):
    """Where what a row shows comes from."""

    PICTURE = ""
    CHART = "图表"
    TABLE = "表格"


class Shown(NamedTuple):
    """What a row of kind 图 or 表 names: the first line of its text."""

    source: Source
    name: str
    """Of the picture's file, the chart or the table; empty where the row names none."""
    alternative: str = ""
    """What stands under it: the words for those who cannot see it."""


def shown_by(paragraph: Paragraph) -> Shown:
    """Return what a row of kind 图 or 表 is to show."""
    first, _, rest = paragraph.text.strip().partition("\n")
    alternative = " ".join(rest.split())
    if found := _NAMED.fullmatch(first):
        return Shown(Source(found[1]), found[2], alternative)
    return Shown(Source.PICTURE, first.strip(), alternative)


def captioned(report: Report, form: Form) -> Iterator[tuple[Paragraph, str]]:
    """Yield the rows that show something, in the order of print, each with its number: 图1."""
    counts: dict[str, int] = {}
    for part in form.parts:
        for paragraph in report.part(part.name):
            if paragraph.kind:
                counts[paragraph.kind] = counts.get(paragraph.kind, 0) + 1
                yield paragraph, f"{paragraph.kind}{counts[paragraph.kind]}"


def citable_captions(report: Report, form: Form) -> dict[str, str]:
    """Return the names by which text may cite what is shown, with what they are replaced by.

    【图：近两年收到的申请】 is 图1, by its caption or by what it shows; the first of one name
    counts.
    """
    names: dict[str, str] = {}
    for paragraph, number in captioned(report, form):
        for name in (paragraph.heading.strip(), shown_by(paragraph).name):
            if name:
                names.setdefault(f"{paragraph.kind}：{name}", number)
    return names


def tables_named(paragraphs: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """Return the names of tables that rows show, each with the first row that does.

    Of a row that names nothing it is told elsewhere, whatever it was to show.
    """
    named: dict[str, Paragraph] = {}
    for row in paragraphs:
        shown = shown_by(row) if row.kind else None
        if shown and shown.source is Source.TABLE and shown.name:
            named.setdefault(shown.name, row)
    return named
