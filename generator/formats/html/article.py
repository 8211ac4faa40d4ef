"""A whole report as HTML, dressed in one way or the other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.formats.html.dress import Dress
from generator.formats.html.elements import element, in_lines
from generator.formats.html.figure import figure_html
from generator.formats.html.looks import LEVELS, MANNERS, Look
from generator.formats.html.pieces import pieces_html
from generator.formats.html.table import table_html
from generator.model.publication import (
    Block,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Publication,
    PublishedTable,
)

Drawn = Callable[[Figure], str]
"""Draws the chart of a figure as SVG, with its alternative text."""

_CLOSING = (Manner.SIGNATURE, Manner.ISSUED)


def article(publication: Publication, drawn: Drawn, dress: Dress) -> str:
    """Return the title and all blocks in order, each in lines of its own."""
    title = "<br>".join(map(in_lines, publication.title))
    return "\n".join(
        [
            *_blocks(publication.above, drawn, dress),
            element("h1", title, dress.of(Look.TITLE)),
            *_blocks(publication.blocks, drawn, dress),
        ]
    )


def _blocks(blocks: Sequence[Block], drawn: Drawn, dress: Dress) -> Iterator[str]:
    above = 1
    for closing, group in groupby(blocks, key=_is_closing):
        if closing:
            lines = "\n".join(_paragraph(one, dress) for one in group if isinstance(one, Paragraph))
            yield element("div", f"\n{lines}\n", dress.of(Look.CLOSING))
            continue
        for block in group:
            match block:
                case Heading() if not block.text.strip():
                    pass  # a blank line that was made a heading is none to those who listen
                case Heading():
                    above = _level(block, above)
                    yield _heading(block, above, dress)
                case Paragraph():
                    yield _paragraph(block, dress)
                case PublishedTable():
                    yield table_html(block, dress)
                case Figure():
                    yield figure_html(block, drawn, dress)


def _is_closing(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.manner in _CLOSING


def _level(heading: Heading, above: int) -> int:
    """Return its level, or one that leaves none out: those who listen go from one to the next."""
    return max(2, min(heading.level, above + 1, max(LEVELS)))


def _heading(heading: Heading, level: int, dress: Dress) -> str:
    return element(f"h{level}", in_lines(heading.text), dress.of(LEVELS[level]))


def _paragraph(paragraph: Paragraph, dress: Dress) -> str:
    content = pieces_html(paragraph.pieces, dress)
    return element("p", content, dress.of(MANNERS[paragraph.manner]))
