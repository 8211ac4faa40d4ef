"""How the words of a document stand: raised or lowered, strong, leading to a page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.list_numbers import before
from generator.formats.docx.reading.looks.styles import Styles, is_on
from generator.formats.docx.reading.shown.links import links_in
from generator.formats.docx.reading.shown.numbers_in_tables import numbers_in_tables
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.text import bits
from generator.manuscript.manuscript import Grid, Line
from generator.manuscript.publishing.written import Written
from generator.model.publication import Level, Piece

_LEVELS = {"superscript": Level.RAISED, "subscript": Level.LOWERED}
_PLAIN = Piece("")


def written(body: Body, parts: Mapping[str, bytes], name: str) -> Written:
    """Return where words of a document stand out."""
    root = body.root
    if root is None:
        return Written()
    part = related(parts, "styles")
    styles = Styles(parse(parts[part], part, name) if part in parts else None)
    numbers = numbers_in_tables(root, parts, name)
    reader = _Reader(styles, links_in(root, parts))
    lines: dict[int, tuple[Piece, ...]] = {}
    cells: dict[tuple[int, Spot], tuple[Piece, ...]] = {}
    going_on: set[int] = set()
    last: etree._Element | None = None
    grids = 0
    for at, (block, source) in enumerate(zip(body.manuscript.blocks, body.sources, strict=True)):
        if isinstance(block, Line) and isinstance(source, LineSource):
            if source.paragraph is last:
                going_on.add(at)
            last = source.paragraph
            pieces = reader.line(block, source)
            if any(piece[1:] != _PLAIN[1:] for piece in pieces) or source.number:
                lines[at] = pieces
        elif isinstance(block, Grid) and not isinstance(source, LineSource):
            last = None
            for spot, cell in cells_of(source).items():
                pieces = reader.cell(cell, numbers)
                if any(piece[1:] != _PLAIN[1:] for piece in pieces):
                    cells[grids, spot] = pieces
            grids += 1
    return Written(lines, cells, frozenset(going_on))


class _Reader:
    """Tells the look of each character."""

    def __init__(self, styles: Styles, links: Mapping[etree._Element, str]) -> None:
        self._styles, self._links = styles, links

    def line(self, line: Line, source: LineSource) -> tuple[Piece, ...]:
        """Return a line in pieces, its automatic number apart from its words."""
        signs = list(self._signs(source.paragraph))
        length = len(line.text) - len(line.number)
        own = signs[source.start : source.start + length]
        leading = max(0, line.lead - len(line.number))
        strong = [one._replace(strong=True) for one in own[:leading]]
        number = [Piece(before(line.number, line.text[len(line.number) :]), strong=bool(line.lead))]
        return joined([*(number if line.number else ()), *strong, *own[leading:]])

    def cell(
        self, cell: etree._Element, numbers: Mapping[etree._Element, str]
    ) -> tuple[Piece, ...]:
        """Return the words of a cell in pieces, stripped as those of tables are."""
        found: list[Piece] = []
        for paragraph in cell.iter(W + "p"):
            number = numbers.get(paragraph, "")
            found += [Piece("\n")] if found else []
            signs = list(self._signs(paragraph))
            text = "".join(one.text for one in signs)
            found += [Piece(before(number, text))] if number else []
            found += signs
        return joined(_in_lines(found))

    def _signs(self, paragraph: etree._Element) -> Iterator[Piece]:
        looks: dict[etree._Element | None, Piece] = {}
        for element, text in bits(paragraph):
            run = next(element.iterancestors(W + "r"), None)
            if run not in looks:
                looks[run] = self._look(run, paragraph)
            look = looks[run]._replace(link=self._links.get(element, ""))
            yield from (look._replace(text=sign) for sign in text)

    def _look(self, run: etree._Element | None, paragraph: etree._Element) -> Piece:
        if run is None or run.find(W + "rPr") is None:
            return _PLAIN
        mark = self._styles.run(run, paragraph).get(W + "vertAlign")
        level = _LEVELS.get("" if mark is None else mark.get(W + "val", ""), Level.ON_LINE)
        bold = run.find(f"{W}rPr/{W}b")
        return Piece("", strong=bold is not None and is_on(bold), level=level)


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return neighbours of one look as one piece."""
    return tuple(
        Piece("".join(one.text for one in group), *look)
        for look, group in groupby(pieces, key=lambda one: one[1:])
    )


def _in_lines(signs: Sequence[Piece]) -> list[Piece]:
    """Return the text of a cell without what is blank around its lines."""
    kept: list[Piece] = []
    for feed, group in groupby(signs, key=lambda one: one.text == "\n"):
        if feed:
            kept += group
            continue
        line = [one._replace(text=one.text.replace("\t", " ")) for one in group]
        words = [at for at, one in enumerate(line) if one.text.strip()]
        kept += line[words[0] : words[-1] + 1] if words else []
    words = [at for at, one in enumerate(kept) if one.text != "\n"]
    return kept[words[0] : words[-1] + 1] if words else []
