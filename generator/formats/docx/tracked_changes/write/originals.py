"""A document as its author has it, addressed by what is read with all tracked changes accepted."""

from collections.abc import Collection, Mapping
from copy import deepcopy
from itertools import accumulate, pairwise

from lxml import etree

from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.body import LineSource, read_body
from generator.formats.docx.reading.laid_out import drawings_of
from generator.formats.docx.text import bits
from generator.formats.docx.tracked_changes.write.runs import PlacedBit
from generator.manuscript.laid_out import At
from generator.manuscript.manuscript import Line

_AT = "at"
"""Attribute for the number of an element; no namespace, so no element of Word has it."""


class Originals:
    """The elements that the blocks of a body were read from, tracked changes and all."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        """Read the parts of a .docx. Raise Refusal where one of them is broken."""
        self.root = parse(parts[DOCUMENT], DOCUMENT, name)
        self._elements = list(self.root.iter("*"))
        numbered = deepcopy(self.root)
        for number, element in enumerate(numbered.iter("*")):
            element.set(_AT, str(number))
        body = read_body({**parts, DOCUMENT: serialize(numbered)}, name)
        self.blocks = body.manuscript.blocks
        self.sources = body.sources
        self._drawings: dict[At, etree._Element] | None = None

    def of(self, element: etree._Element) -> etree._Element:
        """Return the original of an element; that whose mark it has, of joined paragraphs."""
        return self._elements[int(element.get(_AT, ""))]

    def pieces(self, paragraph: etree._Element) -> list[PlacedBit]:
        """Return the original elements that hold the text of a paragraph."""
        found = list(bits(paragraph))
        places = accumulate((len(bit.text) for bit in found), initial=0)
        return [
            PlacedBit(self.of(bit.element), *place)
            for bit, place in zip(found, pairwise(places), strict=True)
        ]

    def line(self, block: int) -> tuple[Line, LineSource]:
        """Return a line and where it stands. Raise ValueError where there is none."""
        if not 0 <= block < len(self.blocks):
            raise ValueError(f"there is no block {block}")
        line, source = self.blocks[block], self.sources[block]
        if not isinstance(line, Line) or not isinstance(source, LineSource):
            raise ValueError(f"block {block} is a table")
        return line, source

    def table(self, block: int) -> etree._Element:
        """Return a table. Raise ValueError where there is none."""
        table = self.sources[block] if 0 <= block < len(self.blocks) else None
        if table is None or isinstance(table, LineSource):
            raise ValueError(f"block {block} is no table")
        return table

    def lines_beside(self, block: int) -> list[int]:
        """Return the blocks that are lines of the same paragraph."""
        _, own = self.line(block)
        return [
            number
            for number, source in enumerate(self.sources)
            if isinstance(source, LineSource) and source.paragraph is own.paragraph
        ]

    def extent(self, block: int) -> tuple[int, int]:
        """Return from where to where in the text of its paragraph a line goes."""
        line, source = self.line(block)
        return source.start, source.start + len(line.text) - len(source.number)

    def stays_after(self, block: int, gone: Collection[int]) -> bool:
        """Tell whether something of the paragraph of a line stays that stands after the line."""
        if block < 0 or not isinstance(self.blocks[block], Line):
            return False
        return any(other > block and other not in gone for other in self.lines_beside(block))

    def block(self, block: int) -> etree._Element | None:
        """Return the paragraph or table of a block, None for -1. Raise ValueError if none."""
        if not -1 <= block < len(self.blocks):
            raise ValueError(f"there is no block {block}")
        source = self.sources[block] if block >= 0 else None
        return source.paragraph if isinstance(source, LineSource) else source

    def drawing(self, at: At) -> etree._Element:
        """Return a picture or chart. Raise ValueError where there is none."""
        if self._drawings is None:
            self._drawings = drawings_of(self.sources)
        if at not in self._drawings:
            raise ValueError(f"there is no drawing {at}")
        return self._drawings[at]

    def standing_at(self, at: At) -> etree._Element | None:
        """Return the paragraph of a drawing, or what `block` returns."""
        if not at.drawing:
            return self.block(at.block)
        return next(self.drawing(at).iterancestors(W + "p"))

    def number(self, element: etree._Element) -> int:
        """Return where an element stands in the order of the document."""
        return int(element.get(_AT, "0"))
