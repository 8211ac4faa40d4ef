"""Which part of the form each line of an edited document belongs to."""

from collections.abc import Iterator, Mapping, Sequence

from generator.alignment import Match
from generator.form.vocabulary import Form, Table
from generator.manuscript import Grid, Line, Manuscript
from generator.report import Report
from generator.review.made import MadeLine

_APPENDIX = ("附件", "附表", "附录")


def parts_of_lines(
    edited: Manuscript,
    made: Sequence[MadeLine],
    matches: Sequence[Match],
    *,
    tables: Mapping[int, Table],
    report: Report,
    form: Form,
) -> list[str]:
    """Return the name of the part of every line; empty where it is in none.

    In none are the title, the headings of the sections, what stands before the title, and
    appendices. `tables` says which grid of the document is which table of the form.
    """
    origin = {j: match for match in matches for j in match.after if match.before}
    names: list[str] = []
    state, grid, line = _Walk(form), -1, -1
    for block in edited.blocks:
        if isinstance(block, Grid):
            grid += 1
            if grid in tables:
                state.after_table(tables[grid])
            continue
        line += 1
        match = origin.get(line)
        first = made[match.before[0]] if match else None
        if first is None or match is None or match.moved:
            names.append(state.added(block))
        elif first.title:
            names.append(state.title())
        elif first.section:
            names.append(state.heading(first.section))
        elif first.row is None:
            names.append("")
        else:
            names.append(state.at(report.paragraphs[first.row].part))
    return names


class _Walk:
    """Goes through a document from the top and knows in which part it is."""

    def __init__(self, form: Form) -> None:
        self._parts = form.parts
        self._tables = {section.table: at for at, section in enumerate(form.sections, 1)}
        self._now = ""
        self._appendix = False

    def title(self) -> str:
        self._now = self._parts[0].name
        return ""

    def heading(self, section: int) -> str:
        self._now = next(part.name for part in self._parts if part.section == section)
        return ""

    def after_table(self, table: Table) -> None:
        section = self._tables[table]
        self._now = [part.name for part in self._parts if part.section == section][-1]

    def at(self, part: str) -> str:
        self._now = part
        return part

    def added(self, line: Line) -> str:
        last = self._now == self._parts[-1].name
        self._appendix |= last and line.text.lstrip().startswith(_APPENDIX)
        return "" if self._appendix else self._now


def fixed_lines(made: Sequence[MadeLine]) -> Iterator[int]:
    """Yield the lines that no row of the workbook holds."""
    yield from (at for at, line in enumerate(made) if line.row is None)
