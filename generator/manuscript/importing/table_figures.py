"""The figures that the tables of a document give for the form in force."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.form.chinese import numeral
from generator.form.vocabulary import Column, Form
from generator.manuscript.importing.tables import FoundTable
from generator.manuscript.manuscript import Grid
from generator.model.report import Deviation, Figure, Place
from generator.model.typed_input.cells import filled, understand_printed

_OF_NUMBERS = Column((), "")
"""Of what no table of the form has any more."""


@dataclass
class ImportedTable:
    """What was made of one table. The texts are those of cells, by the name of the figure."""

    found: FoundTable
    place: Place
    """表三, and the table of the document that it is."""
    figures: dict[str, Figure] = field(default_factory=dict)
    """By the names that they have in the form in force."""
    unreadable: dict[str, str] = field(default_factory=dict)
    in_yuan: dict[str, str] = field(default_factory=dict)
    """Amounts under a header that says 元, where the form says 万元."""
    older: dict[str, str] = field(default_factory=dict)
    """Figures that only an older form has."""
    wholes: dict[str, str] = field(default_factory=dict)
    """Figures of an older form that are the sum of several in this one."""
    blank: list[str] = field(default_factory=list)
    contested: dict[str, str] = field(default_factory=dict)
    """What the same table says otherwise where it is there once more."""

    @property
    def deviations(self) -> list[Deviation]:
        """Labels in other words than the form's."""
        return [
            Deviation(official, " ".join(there.split()), self.place)
            for _, reading in self.found.pieces
            for official, there in reading.renamed.items()
        ]


def imported_table(
    found: FoundTable, grids: Sequence[Grid], form: Form, file: str
) -> ImportedTable:
    """Return the figures of a table by the names that they have in `form`.

    A figure that cannot be read is left blank, and so is one of which the same table, there once
    more, says something else. One of an older form is taken where the same name
    says that it means the same; a sum of figures that cannot be negative says what they are only
    where it is 0.
    """
    first = grids[found.pieces[0][0]].place.within
    due = form.sections[found.section - 1].tables[found.nth - 1]
    called = f"表{numeral(form.number_of(due))}"
    taken = ImportedTable(found, Place(file, called, f"（{first}）"))
    in_yuan = set(_in_yuan(found))
    columns = {spec.name: spec.column for spec in found.table.figures}
    for name, (at, spot) in found.spots.items():
        text = grids[at].cells.get(spot, "").strip()
        cell = f"{grids[at].place.within}第{spot[0] + 1}行第{spot[1] + 1}列"
        place = Place(file, taken.place.within, cell)
        figure = _figure(text, place, columns.get(name, _OF_NUMBERS))
        addends = next((total.figures for total in form.sums if total.name == name), ())
        if name in form.figures:
            taken.figures[name] = replace(figure, typed=text if figure.readable else "")
            other = _said_otherwise(found, grids, name, figure)
            if other is not None:
                taken.contested[name] = other
            elif name in in_yuan and text:
                taken.in_yuan[name] = text
            elif not figure.readable:
                taken.unreadable[name] = text
            if not text and other is None:
                taken.blank.append(name)
        elif addends and figure.value == 0 and not figure.note:
            zero = Figure(Decimal(0), typed="0", place=place)
            taken.figures |= dict.fromkeys(addends, zero)
        elif text:
            (taken.wholes if addends else taken.older)[name] = text
    for name in (*taken.unreadable, *taken.in_yuan, *taken.contested):
        taken.figures[name] = Figure(None, place=taken.figures[name].place)
    return taken


def labels_in(found: FoundTable, texts: Mapping[str, str]) -> list[str]:
    """Return figures as people look them up, with what their cells say."""
    labels = {spec.name: spec.label for spec in found.table.figures}
    return [f"{labels[name]} {text}" for name, text in texts.items()]


def _figure(text: str, place: Place, column: Column) -> Figure:
    return filled(understand_printed(text, column), column, text, place)


def _said_otherwise(
    found: FoundTable, grids: Sequence[Grid], name: str, figure: Figure
) -> str | None:
    """Return what the same table, there once more, says of a figure; None where it is the same."""
    columns = {spec.name: spec.column for spec in found.table.figures}
    for at, reading in found.repeats.items():
        if name in reading.figures:
            text = grids[at].cells.get(reading.figures[name], "").strip()
            other = _figure(text, figure.place, columns.get(name, _OF_NUMBERS))
            if (other.value, other.note) != (figure.value, figure.note):
                return text
    return None


def _in_yuan(found: FoundTable) -> Iterator[str]:
    for _, reading in found.pieces:
        for spec in found.table.figures:
            official = spec.column.label[-1]
            there = reading.renamed.get(official, "")
            if "万元" in official and "元" in there and "万元" not in there:
                yield spec.name
