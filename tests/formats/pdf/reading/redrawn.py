"""A PDF drawn again as other programs draw the same pages, of which none runs here.

What Word and WPS do is known from what others measured of their files: Word fills a thin band
for each side of each cell and a square at each corner, shades cells with areas in areas, and places
each letter; WPS strokes the sides of each cell. Printers make bold letters by drawing twice.
"""

from collections.abc import Callable, Sequence

from generator.formats.pdf.reading.drawn_page import DrawnPage
from generator.formats.pdf.reading.ruled import tables_in
from tests.formats.pdf.reading.drawing import Look, Page, pdf, width_of
from tests.formats.pdf.reading.tables import Ruling, dashed, dots, hairlines, strokes, thin_areas

Style = Callable[[DrawnPage], Page]
ASLANT = (0.7, 0.7, -0.7, 0.7)


def _styled(
    page: DrawnPage, ruling: Ruling, *, shaded: bool = False, bold: bool = False, outer: bool = True
) -> Page:
    made = Page((page.width, page.height))
    for ruled in tables_in(page.rules):
        for cell in ruled.cells.values():
            x0, top, x1, bottom = cell.box
            if shaded:
                made.area(x0, top, x1 - x0, bottom - top, "0.9 g")
                made.area(x0 + 4, top + 3, x1 - x0 - 8, bottom - top - 6, "0.8 g")
            for x, y, to_x, to_y in ((x0, top, x1, top), (x0, bottom, x1, bottom)):
                if outer or y not in (ruled.box.top, ruled.box.bottom):
                    ruling(made, (x, y, to_x, to_y))
            for x in (x0, x1):
                if outer or x not in (ruled.box.x0, ruled.box.x1):
                    ruling(made, (x, top, x, bottom))
    for glyph in page.glyphs:
        base = glyph.box.bottom - 0.2 * glyph.size
        long = sum(map(width_of, glyph.text)) * glyph.size
        stretch = (glyph.box.x1 - glyph.box.x0) / long
        for off in (0, 0.15, 0.3) if bold else (0,):
            made.text(glyph.box.x0 + off, base, glyph.text, glyph.size, stretch=stretch)
    return made


def _marked(page: DrawnPage) -> Page:
    made = _styled(page, strokes)
    return made.text(100, 600, "内部资料", 90, turn=ASLANT).text(90, 420, "草稿", 120)


def _backwards(page: DrawnPage) -> Page:
    return _styled(page._replace(glyphs=[*reversed(page.glyphs)]), strokes)


STYLES: dict[str, Style] = {
    "Word": lambda page: _styled(page, thin_areas, shaded=True),
    "WPS": lambda page: _styled(page, strokes),
    "hairlines": lambda page: _styled(page, hairlines),
    "dots": lambda page: _styled(page, dots),
    "dashes": lambda page: _styled(page, dashed),
    "bold by drawing again": lambda page: _styled(page, strokes, bold=True),
    "no outer border": lambda page: _styled(page, thin_areas, outer=False),
    "watermarks": _marked,
    "letters in any order": _backwards,
}


def redrawn(pages: Sequence[DrawnPage], style: Style) -> bytes:
    """Return the file as another program would draw it."""
    return pdf([style(page) for page in pages], Look())
