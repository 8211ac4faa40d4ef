"""The report of the one who collects: its text as people wrote it, its figures the sums."""

from dataclasses import replace

from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.model.blank_report import blank_report
from generator.model.collection.filing import FiledFigure, FiledText, Filing
from generator.model.collection.sums import Sums
from generator.model.collection.unit import UnitList
from generator.model.narrative import printed
from generator.model.report import Entry, Figure, Report

_KIND = "汇总"


def own_report(before: Report | None, listed: UnitList, sums: Sums, form: Form) -> Report:
    """Return the report, from the collection before or begun anew, with the sums of this one.

    Organ and year are those of the list, unless people wrote others.
    """
    report = before or _begun(listed, form)
    entries = {ORGAN: Entry(listed.organ), YEAR: Entry(listed.year), **report.entries}
    words = {name: one for name, one in report.figures.items() if one.words}
    figures = {**words, **{name: Figure(one.value) for name, one in sums.figures.items()}}
    return replace(report, entries=entries, figures=figures)


def _begun(listed: UnitList, form: Form) -> Report:
    """Return a blank report, but for rows in which nothing stands: they are not read again."""
    report = blank_report(listed.organ, listed.year, form)
    lines = tuple(line for line in report.paragraphs if line.heading or line.text)
    return replace(report, paragraphs=lines)


def own_filing(report: Report, file: str, form: Form) -> Filing:
    """Return the report as if it had been handed in, to compare its text with the sums."""
    lines, _ = printed(report, form)
    texts = (FiledText(one.source.part, one.text, one.source.place) for one in lines if one.text)
    organ = report.entries.get(ORGAN)
    return Filing(
        file,
        _KIND,
        form=form.id,
        organ=organ.printed if organ else "",
        figures={
            name: FiledFigure(figure.value, figure.place) for name, figure in report.figures.items()
        },
        texts=tuple(texts),
    )
