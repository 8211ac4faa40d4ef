"""The characters of a publication, which a font must have."""

from collections.abc import Iterator

from generator.model.exhibits import Chart
from generator.model.publication import Block, Figure, Heading, Paragraph, Publication

ALWAYS = "0123456789— 年月日件%.,:：（）()-"
"""Of page numbers, and what a drawing adds to the words of its chart."""
_INVISIBLE = {"\n", "\t", "\u200b", "\u2060", "\ufeff"}


def characters(publication: Publication) -> set[str]:
    """Return every character that is printed."""
    found = {*ALWAYS, *publication.name}
    for block in (*publication.above, *publication.blocks):
        for text in _texts(block):
            found.update(text)
    return found - _INVISIBLE


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Figure):
        yield block.caption
        if isinstance(block.exhibit, Chart):
            chart = block.exhibit
            yield from (chart.title, chart.unit, *chart.categories)
            yield from (series.name for series in chart.series)
    else:
        yield block.caption
        yield from (cell.text for cell in block.cells)
