"""Which pictures, charts and further tables of an edited document are which that were generated."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.form.labels import label_key
from generator.form.tables_in_grids import find_tables
from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Drawn, Grid, Line, Manuscript
from generator.manuscript.review.generated_lines import GeneratedLine
from generator.model.captions import shown_by
from generator.model.exhibits import TABLE_KIND, Exhibit, FurtherTable
from generator.model.report import Paragraph, Report

_ALIKE = 0.4
"""So much of two tables must be the same that one is the other."""

OnPage = Drawn | int
"""Something drawn, or the number of a table."""


@dataclass(frozen=True)
class ShownPair:
    """What a row shows, as it was generated and as it is now."""

    row: int
    """Which paragraph of the report."""
    paragraph: Paragraph
    line: int
    """Its caption as it was generated, and as it is now; None where that is gone."""
    number: str
    """图1, as it was generated."""
    words: str
    """The words of its caption as they were printed."""
    exhibit: Exhibit | None
    """None in a draft, where it could not be shown."""
    was: OnPage | None
    now: OnPage | None = None
    caption: int | None = None

    @property
    def name(self) -> str:
        """How people call it: 图1“政务公开培训现场”."""
        words = self.words or shown_by(self.paragraph).name
        return f"{self.number}“{words}”" if words else self.number

    @property
    def stands(self) -> bool:
        """Whether the row is still there: by its caption, or by what it shows."""
        return self.caption is not None or self.now is not None

    @property
    def grids(self) -> tuple[int, int] | None:
        """The numbers of a table that is there, as it was generated and now."""
        if isinstance(self.was, int) and isinstance(self.now, int):
            return self.was, self.now
        return None

    @property
    def drawn(self) -> tuple[Drawn, Drawn] | None:
        """A picture or chart that is there, as it was generated and now."""
        if isinstance(self.was, Drawn) and isinstance(self.now, Drawn):
            return self.was, self.now
        return None


def shown_pairs(
    report: Report,
    lines: Sequence[GeneratedLine],
    generated: Manuscript,
    edited: Manuscript,
    matches: Sequence[Match],
    *,
    form: Form,
) -> list[ShownPair]:
    """Return what became of everything that a report shows, in the order of print.

    It is told by what it is, else by the caption that it stands beside, else by how alike it is.
    """
    pairs = list(_generated(report, lines, generated, matches))
    if not pairs:
        return []
    left: list[OnPage] = [*edited.drawn, *_tables_left(pairs, generated, edited, form)]
    for same in (_same_beside_caption, _same, _beside_caption, _alike):
        for nth, pair in enumerate(pairs):
            if pair.now is None and pair.was is not None:
                found = next(
                    (one for one in left if same(pair, one, generated=generated, edited=edited)),
                    None,
                )
                if found is not None:
                    left.remove(found)
                    pairs[nth] = replace(pair, now=found)
    return pairs


def _generated(
    report: Report,
    lines: Sequence[GeneratedLine],
    generated: Manuscript,
    matches: Sequence[Match],
) -> Iterator[ShownPair]:
    """Yield everything that was shown, with its caption on both sides."""
    now = {match.before[0]: match.after[0] for match in matches if match.before and match.after}
    for at, line in enumerate(lines):
        if not line.kind or line.row is None or not line.leads:
            continue
        paragraph = report.paragraphs[line.row]
        exhibit = report.exhibits.get(paragraph.text)
        number = line.segments[0].piece.shown.strip()
        table = isinstance(exhibit, FurtherTable)
        yield ShownPair(
            line.row,
            paragraph,
            at,
            number,
            line.text.strip().removeprefix(number).strip(),
            exhibit,
            None if exhibit is None else _beside(generated, at, line.kind, table=table),
            caption=now.get(at),
        )


def _beside(manuscript: Manuscript, line: int, kind: str, *, table: bool) -> OnPage | None:
    """Return what a caption stands beside: above it, below that of a 表."""
    blocks = [at for at, block in enumerate(manuscript.blocks) if isinstance(block, Line)]
    own = blocks[line]
    if not table:
        place = own + 1 if kind == TABLE_KIND else own
        drawn = [one for one in manuscript.drawn if one.block == place]
        return next(iter(drawn if kind == TABLE_KIND else drawn[::-1]), None)
    at = own + 1 if kind == TABLE_KIND else own - 1
    inside = 0 <= at < len(manuscript.blocks) and isinstance(manuscript.blocks[at], Grid)
    return sum(isinstance(one, Grid) for one in manuscript.blocks[:at]) if inside else None


def _tables_left(
    pairs: Sequence[ShownPair], generated: Manuscript, edited: Manuscript, form: Form
) -> Iterator[int]:
    """Yield the tables that a row may show: of the form's own only where one shown is like it."""
    shown = {pair.was for pair in pairs if isinstance(pair.was, int)}
    like_the_form = shown & _tables_of_form(generated, form)
    of_form = _tables_of_form(edited, form) if shown and not like_the_form else set()
    yield from (at for at in range(len(edited.grids)) if shown and at not in of_form)


def _tables_of_form(manuscript: Manuscript, form: Form) -> set[int]:
    cells = [grid.cells for grid in manuscript.grids]
    return {at for table in form.tables for at in find_tables(cells, table)}


def _same_beside_caption(
    pair: ShownPair, one: OnPage, *, generated: Manuscript, edited: Manuscript
) -> bool:
    beside = _beside_caption(pair, one, generated=generated, edited=edited)
    return beside and _same(pair, one, generated=generated, edited=edited)


def _same(pair: ShownPair, one: OnPage, *, generated: Manuscript, edited: Manuscript) -> bool:
    if isinstance(pair.was, Drawn) and isinstance(one, Drawn):
        if pair.was.chart or one.chart:
            return pair.was.chart == one.chart
        return pair.was.thing == one.thing
    if isinstance(pair.was, int) and isinstance(one, int):
        return texts_of(generated.grids[pair.was]) == texts_of(edited.grids[one])
    return False


def _beside_caption(
    pair: ShownPair,
    one: OnPage,
    *,
    generated: Manuscript,  # noqa: ARG001 - as the others
    edited: Manuscript,
) -> bool:
    if pair.caption is None or not _of_one_kind(pair.was, one):
        return False
    kind, table = pair.paragraph.kind, isinstance(one, int)
    return _beside(edited, pair.caption, kind, table=table) == one


def _alike(pair: ShownPair, one: OnPage, *, generated: Manuscript, edited: Manuscript) -> bool:
    """Tell whether a table has much in common with another, or a chart some point or its title."""
    if isinstance(pair.was, int) and isinstance(one, int):
        mine, other = (
            Counter(map(label_key, texts_of(grid).values()))
            for grid in (generated.grids[pair.was], edited.grids[one])
        )
        common = sum((mine & other).values())
        return 2 * common >= _ALIKE * (sum(mine.values()) + sum(other.values()))
    if isinstance(pair.was, Drawn) and isinstance(one, Drawn) and pair.was.chart and one.chart:
        was, now = pair.was.chart, one.chart
        points = set(was.categories) & set(now.categories)
        return bool(points) or was.title == now.title != ""
    return False


def _of_one_kind(was: OnPage | None, one: OnPage) -> bool:
    if isinstance(was, Drawn) and isinstance(one, Drawn):
        return was.thing.what == one.thing.what
    return isinstance(was, int) and isinstance(one, int)


def texts_of(grid: Grid) -> dict[tuple[int, int], str]:
    """Return the cells of a table without the blanks around their text."""
    return {spot: text.strip() for spot, text in grid.cells.items()}


def without_tables(grids: Sequence[Grid], numbers: Collection[int]) -> list[Grid]:
    """Return tables in which some are blank, so that nobody takes them for those of the form."""
    return [replace(grid, cells={}) if at in numbers else grid for at, grid in enumerate(grids)]
