"""Several years side by side: collections, or an organ's own reports, in one workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.files.delivery import Delivery, deliver
from generator.files.file_names import KEPT
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.xlsx.findings import seal
from generator.formats.xlsx.years.workbook import years_workbook
from generator.model.collection.collection import UnitStanding
from generator.model.collection.over_years.years import Figures, UnitFigures, YearOfUnits
from generator.model.finding import Refusal
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.pipeline.collecting.earlier import read_collection
from generator.pipeline.read_and_check import must_not_be
from generator.pipeline.sources import read_report


@dataclass(frozen=True)
class CollectedYears:
    """A workbook of several years that was made."""

    years: tuple[YearOfUnits, ...]
    output: Path
    delivery: Delivery
    kept: Path | None
    """The copy of the one before, where people had written in it."""


def collect_years(files: Sequence[Path], output: Path) -> CollectedYears:
    """Put the collections of several years, or an organ's own reports, into one workbook.

    Raise Refusal where they do not fit together, or something else lies where it is to go.
    """
    must_not_be(output, *files)
    read = [_year(path) for path in files if KEPT not in path.stem]
    years = tuple(sorted((year for year, _ in read), key=lambda one: one.year))
    content = years_workbook(years, read[0][1])
    delivery, kept = deliver(content, output, compare=seal.compared, over_edits=True)
    return CollectedYears(years, output, delivery, kept)


def _year(path: Path) -> tuple[YearOfUnits, Form]:
    report, _, form = read_report(path)
    year, organ = year_of(report), report.entries.get(ORGAN)
    if year is None or organ is None:
        raise Refusal(f"{path.name} 里没有填{ORGAN}或{YEAR}，不知道是哪一年的。请先填好。")
    there = read_collection(path, form)
    units = tuple(map(_unit, there.units)) if there else ()
    counted = sum(bool(unit.figures) for unit in units)
    sums = _figures(report)
    return YearOfUnits(year, organ.printed, units, sums, counted, len(units), form.id), form


def _unit(standing: UnitStanding) -> UnitFigures:
    unit, filing = standing.unit, standing.filing
    figures = {} if filing is None else {name: one.value for name, one in filing.figures.items()}
    return UnitFigures(unit.name, figures, unit.others)


def _figures(report: Report) -> Figures:
    return {name: figure.value for name, figure in report.figures.items()}
