"""Puts findings where they stand in a preview: on the words, the number, the row, the heading."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.form.pattern import Pattern
from generator.formats.xlsx.cell_names import Area, bounds, spot_of
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.model.finding import Finding
from generator.model.place import Place
from generator.model.preview import (
    Preview,
    PreviewBlock,
    PreviewCell,
    PreviewFigure,
    PreviewLine,
    PreviewTable,
    mark_of,
)
from generator.pipeline.previewing.quoted_words import quoted_in, with_words_marked

_AREA = Pattern(r"[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?")
_ANOTHER_SHEET = "『"

_Element = PreviewLine | PreviewCell | PreviewFigure
_Marks = dict[str, list[str]]
"""Of elements, by their ids, the findings that are about them."""


def with_marks(preview: Preview, findings: Mapping[str, Finding], file: str) -> Preview:
    """Return a preview with its findings, by their ids.

    Those about another file than `file`, or about nothing that is printed, stand nowhere in it.
    """
    own = {key: one for key, one in findings.items() if one.place.file in ("", file)}
    elements = list(_elements(preview))
    marks: _Marks = {}
    for key, finding in own.items():
        for element in _about(_Where.of(finding), finding, elements):
            marks.setdefault(element.id, []).append(key)
    title = tuple(_line(line, marks, own) for line in preview.title)
    parts = tuple(
        part._replace(blocks=tuple(_block(block, marks, own) for block in part.blocks))
        for part in preview.parts
    )
    there = {key for keys in marks.values() for key in keys}
    return Preview(title, parts, {key: mark_of(key) for key in own if key in there})


class _Where(NamedTuple):
    """The cells of the workbook that a finding is about."""

    sheet: str
    areas: tuple[Area, ...]

    @classmethod
    def of(cls, finding: Finding) -> "_Where":
        spot = finding.place.spot.partition(_ANOTHER_SHEET)[0]
        return cls(finding.place.within, tuple(map(bounds, _AREA.findall(spot))))

    def covers(self, place: Place | None) -> bool:
        """Tell whether a cell is among them; of the narrative, whether its row is."""
        if place is None or place.within != self.sheet or not self.areas:
            return False
        try:
            row, column = spot_of(place.spot)
        except ValueError:
            return False
        whole_row = self.sheet == NARRATIVE_SHEET
        return any(
            top <= row <= bottom and (whole_row or left <= column <= right)
            for left, top, right, bottom in self.areas
        )


def _about(where: _Where, finding: Finding, elements: Sequence[_Element]) -> Iterator[_Element]:
    """Yield what a finding is about: where its words stand, else its rows and cells."""
    covered = [one for one in elements if where.covers(one.place)]
    lines = [one for one in covered if isinstance(one, PreviewLine)]
    words = finding.quote
    quoted = [one for one in lines if words and quoted_in(one.text, words)]
    if quoted:
        yield quoted[0]
    elif covered:
        first = {(one.place, type(one)): one.id for one in reversed(covered)}.values()
        yield from (one for one in covered if one.id in {*first})
    elif where.areas:
        cites = (one for one in elements if isinstance(one, PreviewLine) and _cites(one, where))
        yield from list(cites)[:1]
    else:
        yield from list(_headings(finding, elements))[:1]


def _cites(line: PreviewLine, where: _Where) -> bool:
    return any(where.covers(one.origin) for one in line.stretches)


def _headings(finding: Finding, elements: Sequence[_Element]) -> Iterator[PreviewLine]:
    """Yield the headings that a finding without a cell names, or under which its sheet stands."""
    heading: PreviewLine | None = None
    for one in elements:
        if isinstance(one, PreviewLine) and one.place is None and one.level:
            heading = one
            if heading.text in finding.message:
                yield heading
        elif isinstance(one, PreviewCell) and heading is not None and one.place is not None:
            sheet = finding.place.within
            if sheet not in ("", NARRATIVE_SHEET) and one.place.within == sheet:
                yield heading


def _elements(preview: Preview) -> Iterator[_Element]:
    yield from preview.title
    for part in preview.parts:
        for block in part.blocks:
            if isinstance(block, PreviewTable):
                yield from [block.caption] if block.caption else ()
                yield from block.cells
            else:
                yield block
            if isinstance(block, PreviewFigure):
                yield block.caption


def _block(block: PreviewBlock, marks: _Marks, findings: Mapping[str, Finding]) -> PreviewBlock:
    match block:
        case PreviewLine():
            return _line(block, marks, findings)
        case PreviewTable():
            cells = tuple(
                cell._replace(marks=tuple(marks.get(cell.id, ()))) for cell in block.cells
            )
            caption = _line(block.caption, marks, findings) if block.caption else None
            return block._replace(cells=cells, caption=caption)
        case PreviewFigure():
            caption = _line(block.caption, marks, findings)
            return block._replace(caption=caption, marks=tuple(marks.get(block.id, ())))


def _line(line: PreviewLine, marks: _Marks, findings: Mapping[str, Finding]) -> PreviewLine:
    """Return a line with the words marked that findings quote or cite, else as a whole."""
    for key in marks.get(line.id, ()):
        finding = findings[key]
        where = _Where.of(finding)
        words = quoted_in(line.text, finding.quote) if finding.quote else None
        if words:
            line = line._replace(stretches=with_words_marked(line.stretches, words, key))
        elif not where.covers(line.place) and _cites(line, where):
            line = line._replace(
                stretches=tuple(
                    one._replace(marks=(*one.marks, key)) if where.covers(one.origin) else one
                    for one in line.stretches
                )
            )
        else:
            line = line._replace(marks=(*line.marks, key))
    return line
