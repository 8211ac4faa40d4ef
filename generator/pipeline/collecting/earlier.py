"""A collection that is there already: what people wrote in it, and what it said last."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.xlsx.collection.answers_reading import read_answers
from generator.formats.xlsx.collection.figures_reading import read_unit_standings
from generator.formats.xlsx.collection.list_reading import read_unit_list
from generator.formats.xlsx.collection.reading import of_a_collection
from generator.formats.xlsx.collection.told_reading import read_told
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.sheet import Sheet
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection, UnitStanding
from generator.model.collection.notices.progress import Noted
from generator.model.collection.unit import UnitList
from generator.model.finding import Refusal
from generator.model.report import Report
from generator.pipeline.edition import form_of_workbook, form_there
from generator.pipeline.last_year import beside_in


@dataclass(frozen=True)
class Earlier:
    """What the collection before holds; nothing where there was none."""

    listed: UnitList | None = None
    report: Report | None = None
    """The collector's own report, as people have written it there."""
    answers: Answers = field(default_factory=Answers)
    noted: tuple[Noted, ...] = ()
    """What every unit was told."""


class SumsThere(NamedTuple):
    """A collection as it stands in its workbook."""

    listed: UnitList
    report: Report
    """The collector's own, with the sums."""
    units: tuple[UnitStanding, ...]

    def as_collection(self, form: Form) -> Collection:
        """Return it as a collection, of which no file is known."""
        return Collection(form, self.listed, self.units, ())


def earlier_at(path: Path, form: Form) -> Earlier:
    """Read the collection that lies where the new one is to go; an empty one where nothing does.

    Raise Refusal where something else lies there: it is not overwritten.
    """
    if not path.exists():
        return Earlier()
    content = read_file(path)
    sheets = _sheets(content, path, form)
    if not of_a_collection(sheets):
        raise Refusal(
            f"{path} 已经有了，不是汇总的工作簿，没有覆盖。"
            "请先把它移走或改名（或用 -o 换一个文件名）。"
        )
    report, _ = read_content(content, path.name, form)
    return Earlier(
        read_unit_list(sheets, path.name),
        report,
        read_answers(sheets, form),
        tuple(read_told(sheets)),
    )


def last_year_beside(path: Path, year: int, form: Form) -> SumsThere | None:
    """Return last year's collection, which lies beside this year's under last year's name."""
    beside = beside_in(path, year, year - 1)
    if beside is None or not beside.is_file():
        return None
    there = form_there(beside)
    return read_collection(beside, form) if there and there.id == form.id else None


def read_collection(path: Path, form: Form) -> SumsThere | None:
    """Read a collection with whatever people mended in it; None where the workbook is none."""
    content = read_file(path)
    sheets = _sheets(content, path, form)
    if not of_a_collection(sheets):
        return None
    listed = read_unit_list(sheets, path.name)
    report, _ = read_content(content, path.name, form)
    return SumsThere(listed, report, tuple(read_unit_standings(sheets, listed, form, path.name)))


def _sheets(content: bytes, beside: Path, form: Form) -> list[Sheet]:
    name = beside.name
    parts = workbook_parts(content, name)
    if form_of_workbook(parts, name, beside).id != form.id:
        raise Refusal(f"{name} 是另一种表式的工作簿。请先把它移走或改名（或用 -o 换一个文件名）。")
    return read_sheets(parts, name)
