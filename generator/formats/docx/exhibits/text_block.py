"""How large the block of text is in which something is shown."""

from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.part_names import W

_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"left": 1440, "right": 1440, "top": 1440, "bottom": 1440}
"""Of Word's own A4 page, in twentieths of a point."""
_LEAST = 1440


class TextBlock(NamedTuple):
    """What the margins of a page leave for text, in twentieths of a point."""

    width: int
    height: int


def text_block(line: etree._Element) -> TextBlock:
    """Return the text block of the page on which a paragraph stands."""
    after = (line, *line.itersiblings())
    section = next((found for one in after for found in one.iter(f"{W}sectPr")), None)
    page = {name: _read(section, "pgSz", name, usual) for name, usual in _PAGE.items()}
    room = {name: _read(section, "pgMar", name, usual) for name, usual in _MARGINS.items()}
    return TextBlock(
        max(page["w"] - room["left"] - room["right"], _LEAST),
        max(page["h"] - abs(room["top"]) - abs(room["bottom"]), _LEAST),
    )


def _read(section: etree._Element | None, tag: str, name: str, usual: int) -> int:
    found = None if section is None else section.find(W + tag)
    try:
        return usual if found is None else int(found.get(W + name, usual))
    except ValueError:
        return usual
