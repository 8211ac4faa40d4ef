"""How the words of a document stand, beside what they are: raised, strong, leading elsewhere."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.form.labels import Spot
from generator.model.publication import Piece


class Written(NamedTuple):
    """The pieces of lines and cells, where anything in them stands out."""

    lines: Mapping[int, tuple[Piece, ...]] = {}
    """By the number of the block; their texts joined are that of the line."""
    cells: Mapping[tuple[int, Spot], tuple[Piece, ...]] = {}
    """By the number of the grid and the place in it, a line feed between paragraphs."""
    going_on: frozenset[int] = frozenset()
    """Blocks that go on in the paragraph of the one before, after a line break."""


PLAIN = Written()
