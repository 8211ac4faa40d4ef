"""What people changed in the looks of a document, which no workbook can hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.manuscript.looks import Looks
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.looks.displaced import StayedLines, displaced_pictures
from generator.manuscript.review.looks.in_lines import in_lines, stayed_lines
from generator.manuscript.review.looks.in_pages import in_pages
from generator.manuscript.review.looks.in_tables import in_tables, same_tables
from generator.manuscript.review.looks.of_shown import of_shown, without_shown
from generator.model.report import Place

_PICTURE_MOVED, _TABLE_MOVED = "图片移到了这里", "表格移到了这里"
_FONTS = {"中文字体": "字体", "西文字体": "字体"}


@dataclass(frozen=True)
class Reformatted:
    """What looks otherwise than it was generated, at one place."""

    place: Place
    """Only the file where it is of all pages."""
    what: tuple[str, ...]
    """Names of what differs: 字号."""


def reformatted(compared: Comparison, was: Looks, now: Looks) -> list[Reformatted]:
    """Return where a document looks otherwise than it was generated, in its order.

    New words are compared with those around them, new lines with those of their level and with
    the one that they follow: as Word lets them look. What is new beside the text of the form, in
    an appendix or a table, is told as a whole elsewhere.
    """
    was, now = without_shown(compared, was, now)
    return [
        Reformatted(place, tuple(dict.fromkeys(_FONTS.get(name, name) for name in what)))
        for place, what in (
            *in_lines(compared, was, now),
            *in_tables(compared, was, now),
            *_of_displaced(compared, was, now),
            *of_shown(compared, StayedLines(stayed_lines(compared))),
            *in_pages(compared, was, now),
        )
        if what
    ]


def _of_displaced(
    compared: Comparison, was: Looks, now: Looks
) -> Iterator[tuple[Place, list[str]]]:
    stayed = StayedLines(stayed_lines(compared))
    for at in displaced_pictures(was, now, stayed):
        yield compared.edited.lines[at].place, [_PICTURE_MOVED]
    for before, after in same_tables(compared, was, now):
        if after in compared.shown.edited_grids:
            continue  # told by its caption
        if not stayed.keep(was.grids[before].stands, now.grids[after].stands):
            yield compared.edited.grids[after].place, [_TABLE_MOVED]
