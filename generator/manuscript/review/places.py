"""Which part of the form each line of an edited document belongs to."""

import re
from collections.abc import Mapping, Sequence

from generator.form.chinese import numeral
from generator.form.vocabulary import Form, Table
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.review.generated_lines import GeneratedLine, closing_of
from generator.model.report import Report

_FIRST_LEVEL = re.compile(
    r"(?:([一二三四五六七八九十]+)、|第([一二三四五六七八九十]+)部分[、：\s]?)[^。；]{1,40}"
)
_SENTENCE = re.compile(r"[，。；：！？]")
_LONGEST_SIGNATURE = 40
_LINES_OF_CLOSING = 3
_APPENDIX = ("附件", "附表", "附录")


def parts_of_lines(
    edited: Manuscript,
    generated: Sequence[GeneratedLine],
    matches: Sequence[Match],
    *,
    tables: Mapping[int, Table],
    report: Report,
    form: Form,
) -> list[str]:
    """Return the name of the part of every line; empty where it is in none.

    In none are the title, the headings of the sections, what stands before the title, and
    appendices, the signature and what stands behind it. `tables` says which grid of the document
    is which table of the form.
    """
    closing = closing_of(generated)
    unsigned = any(match.before[0] in closing for match in matches if not match.after)
    origin = {j: match for match in matches for j in match.after if match.before}
    names: list[str] = []
    gone = [generated[match.before[0]].section for match in matches if not match.after]
    state, grid, line = _Walk(form), -1, -1
    for block in edited.blocks:
        if isinstance(block, Grid):
            grid += 1
            if grid in tables:
                state.after_table(tables[grid])
            continue
        line += 1
        match = origin.get(line)
        first = generated[match.before[0]] if match else None
        if first is not None and first.title:
            names.append(state.title())
        elif first is not None and first.section:
            names.append(state.heading(first.section))
        elif first is None or match is None or match.moved:
            names.append(_added(state, block, gone))
            if unsigned and names[-1] == form.parts[-1].name and _signs(block, edited, line):
                names[-1] = state.foreign()
        elif first.row is None and match.before[0] in closing:
            names.append(state.foreign())
        elif first.row is None:
            names.append("")
        else:
            names.append(state.at(report.paragraphs[first.row].part))
    return names


def _added(state: "_Walk", line: Line, gone: Sequence[int]) -> str:
    """Return the part of an added line.

    What is numbered like a heading of the first level and short is one: in other words, where
    one that was there is gone; else a foreign one, and so is what follows it.
    """
    found = _FIRST_LEVEL.fullmatch(line.text.strip())
    if not found:
        return state.added(line)
    left = [section for section in gone if section]
    numbered = [section for section in left if (found[1] or found[2]) == numeral(section)]
    return state.heading((numbered or left)[0]) if left else state.foreign()


def _signs(line: Line, edited: Manuscript, at: int) -> bool:
    """Tell whether an added line stands where a signature or date is gone, and may be another."""
    text = line.text.strip()
    short = len(text) <= _LONGEST_SIGNATURE and not _SENTENCE.search(text)
    return short and at >= len(edited.lines) - _LINES_OF_CLOSING


class _Walk:
    """Goes through a document from the top and knows in which part it is."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._parts = form.parts
        self._now = ""
        self._appendix = False

    def title(self) -> str:
        self._now = self._parts[0].name
        return ""

    def heading(self, section: int) -> str:
        self._now = next(part.name for part in self._parts if part.section == section)
        return ""

    def foreign(self) -> str:
        self._now = ""
        return ""

    def after_table(self, table: Table) -> None:
        self._now = self._form.part_after(table).name

    def at(self, part: str) -> str:
        self._now = part
        return part

    def added(self, line: Line) -> str:
        last = self._now == self._parts[-1].name
        self._appendix |= last and line.text.lstrip().startswith(_APPENDIX)
        return "" if self._appendix else self._now
