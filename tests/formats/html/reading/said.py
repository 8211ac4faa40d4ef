"""A report as its readers see it, to be dressed as a web page and read again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.form.grid import Cell, grid
from generator.form.vocabulary import Form, Table
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.model.place import Place
from tests.form.small import SMALL
from tests.forms import FORM
from tests.manuscript.importing.documents import BODY, OPENING, ORGAN
from tests.samples import numbers

NAME = "网页.html"
CLOSING = (ORGAN, "2024年1月20日")


class Said(NamedTuple):
    """A report as its readers see it: lines of text, and the tables of the form."""

    title: tuple[str, ...]
    lines: tuple[str | Table, ...]
    values: Mapping[str, object]
    form: Form = FORM

    @property
    def manuscript(self) -> Manuscript:
        """The same as a document without any dialect."""
        place = Place(NAME)
        blocks: list[Line | Grid] = [Line(one, place) for one in self.title]
        for one in self.lines:
            if isinstance(one, str):
                blocks.append(Line(one, place))
            else:
                cells = {(cell.row, cell.column): self.text(cell) for cell in grid(one)}
                blocks.append(Grid(cells, place, {}))
        return Manuscript(tuple(blocks))

    def text(self, cell: Cell) -> str:
        """Return what stands in a cell."""
        return str(self.values.get(cell.figure, "")) if cell.figure else cell.label


def said(
    *,
    organ: str = ORGAN,
    year: int = 2023,
    opening: str = OPENING,
    body: Mapping[int, Sequence[str]] = BODY,
    closing: Sequence[str] = CLOSING,
    values: Mapping[str, object] | None = None,
    form: Form = FORM,
    title: Sequence[str] = (),
) -> Said:
    """Return a report; no figure of it is 0, and nearly all differ."""
    lines: list[str | Table] = [opening] if opening else []
    for number, heading in enumerate(form.headings, 1):
        lines += [heading, *form.sections[number - 1].tables, *body.get(number, ())]
    lines += closing
    title = title or (f"{organ}{year}年政府信息公开工作年度报告",)
    return Said(tuple(title), tuple(lines), numbers() if values is None else values, form)


def small(*, year: int = 2023, more: int = 0) -> Said:
    """Return a report of the form of four figures, which is read in a tenth of the time.

    `more` is added to each figure.
    """
    values = {name: number + more for number, name in enumerate(SMALL.figures, 1234)}
    return said(
        form=SMALL,
        year=year,
        title=(f"{ORGAN}{year}年度案件统计年报",),
        opening="",
        body={2: BODY[1], 3: BODY[6]},
        values=values,
    )
