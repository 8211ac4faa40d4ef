"""The document on the reviewer's desk: what it says, and what has been touched."""

from collections import Counter
from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from tests.reviewing.body import Line, grid_of, lines_of, tables_of
from tests.reviewing.ooxml import Package
from tests.reviewing.record import Cell, Edit, Grid, Kind, Reviewed
from tests.reviewing.runs import Pen


@dataclass(frozen=True)
class _Done:
    kind: Kind
    was: tuple[Line, ...]
    now: tuple[Line, ...]
    pen: Pen


@dataclass
class Desk:
    """The state of one review. `final` and `rejected` are kept beside the XML, not read from it."""

    package: Package
    rng: Random
    crowded: bool
    original: list[Line] = field(init=False)
    final: list[Line] = field(init=False)
    rejected: list[Line] = field(init=False)
    tables: list[Grid] = field(init=False)
    rejected_tables: list[Grid] = field(init=False)
    _taken: set[int] = field(default_factory=set)
    _done: list[_Done | Edit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.original = lines_of(self.package)
        self.final, self.rejected = list(self.original), list(self.original)
        self.tables = [grid_of(table) for table in tables_of(self.package)]
        self.rejected_tables = deepcopy(self.tables)
        self._counts = Counter(line.text for line in self.original)

    def free(self, *levels: str) -> list[Line]:
        """Return the lines that may still be touched, in a random order."""
        found = [
            line
            for index, line in enumerate(self.original)
            if line.level in levels and self._counts[line.text] == 1 and self.untouched([index])
        ]
        return self.rng.sample(found, len(found))

    def untouched(self, places: Collection[int]) -> bool:
        """Tell whether no edit so far touched these lines, or (unless crowded) one beside them."""
        near = {0} if self.crowded else {-1, 0, 1}
        return not any(place + step in self._taken for place in places for step in near)

    def place(self, line: Line) -> int:
        """Return the place of a line in the unedited document."""
        return self.original.index(line)

    def is_new(self, text: str) -> bool:
        """Tell whether no line says exactly this."""
        known = {line.text for line in [*self.original, *self.final]}
        return text not in known

    def record(
        self,
        kind: Kind,
        pen: Pen,
        *,
        was: Sequence[Line],
        now: Sequence[Line],
        after: Line | None = None,
        beside: Sequence[Line] = (),
    ) -> None:
        """Note an edit of lines: `now` stands where `was` began, or after another line."""
        self.final = _swapped(self.final, was, now, after)
        if not pen.tracked:
            self.rejected = _swapped(self.rejected, was, now, after)
        touched = [*was, *beside, *([after] if after else [])]
        self._taken |= {self.place(line) for line in touched}
        self._done.append(_Done(kind, tuple(was), tuple(now), pen))

    def record_figure(self, pen: Pen, cell: Cell, now: str) -> None:
        """Note an edit of a figure."""
        was = self.tables[cell.table][cell.row][cell.column]
        self.tables[cell.table][cell.row][cell.column] = now
        if not pen.tracked:
            self.rejected_tables[cell.table][cell.row][cell.column] = now
        author = pen.author if pen.tracked else ""
        edit = Edit(Kind.CHANGE_FIGURE, (was,), (now,), (), (), cell, pen.tracked, author)
        self._done.append(edit)

    def touched_cells(self) -> set[tuple[int, int, int]]:
        """Return the figures that were changed."""
        cells = [done.cell for done in self._done if isinstance(done, Edit) and done.cell]
        return {(cell.table, cell.row, cell.column) for cell in cells}

    def reviewed(self) -> Reviewed:
        """Return the document with the truth about it."""
        return Reviewed(
            data=self.package.save(),
            edits=tuple(
                done if isinstance(done, Edit) else self._edit(done) for done in self._done
            ),
            lines=[line.text for line in self.final],
            tables=self.tables,
            rejected_lines=[line.text for line in self.rejected],
            rejected_tables=self.rejected_tables,
        )

    def _edit(self, done: _Done) -> Edit:
        return Edit(
            kind=done.kind,
            was=tuple(line.text for line in done.was),
            now=tuple(line.text for line in done.now),
            before=tuple(self.original.index(line) for line in done.was),
            after=tuple(self.final.index(line) for line in done.now),
            cell=None,
            tracked=done.pen.tracked,
            author=done.pen.author if done.pen.tracked else "",
        )


def _swapped(
    lines: Sequence[Line], was: Sequence[Line], now: Sequence[Line], after: Line | None
) -> list[Line]:
    at = lines.index(after) + 1 if after else lines.index(was[0])
    gone = {id(line) for line in was}
    return [line for line in [*lines[:at], *now, *lines[at:]] if id(line) not in gone]
