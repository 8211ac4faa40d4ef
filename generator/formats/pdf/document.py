"""The PDF: the publication as JSON beside a template that sets it.

typst reads people's text as data only, never as its markup.
"""

import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.formats.pdf.as_data import as_data
from generator.formats.pdf.characters import characters
from generator.formats.pdf.fonts import Fonts, Role
from generator.formats.pdf.glyphs import chains
from generator.formats.pdf.placed import placed
from generator.formats.pdf.row_headers import with_row_headers
from generator.model.exhibits import Picture
from generator.model.publication import Figure, Publication

TEMPLATE, DATA = "report.typ", "report.json"

Draw = Callable[[Figure, str], str]
"""Draws the chart of a figure as SVG, its words in these fonts, named as CSS has them."""


def pdf_of(publication: Publication, fonts: Fonts, draw: Draw) -> bytes:
    """Return the publication as PDF/A-2a and PDF/UA-1; the same bytes from the same.

    Raises:
        Refusal: no font here has some character of it, so it would be printed as a box.

    """
    import typst

    with TemporaryDirectory(prefix="make-report-") as folder:
        root = Path(folder)
        families = placed(chains(fonts, characters(publication)), root / "fonts")
        lettering = ", ".join(f"'{family}'" for family in families[Role.TABLE])
        files = _drawings(publication, root, lambda one: draw(one, lettering))
        data = {
            **as_data(publication, files),
            "fonts": {role.name.lower(): names for role, names in families.items()},
        }
        (root / DATA).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        template = resources.files("generator.formats.pdf") / TEMPLATE
        (root / TEMPLATE).write_bytes(template.read_bytes())
        made = typst.compile(
            str(root / TEMPLATE),
            root=str(root),
            font_paths=[str(root / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
        )
    return with_row_headers(bytes(made), publication)


def _drawings(publication: Publication, root: Path, svg: Callable[[Figure], str]) -> dict[int, str]:
    """Write what the figures show into files; return their names by number of the block."""
    files = {}
    for at, block in enumerate([*publication.above, *publication.blocks]):
        if not isinstance(block, Figure):
            continue
        if isinstance(block.exhibit, Picture):
            ending, content = block.exhibit.media_type, block.exhibit.content
        else:
            ending, content = "svg", svg(block).encode()
        files[at] = f"figure{at}.{ending}"
        (root / files[at]).write_bytes(content)
    return files
