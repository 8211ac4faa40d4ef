"""Words in pieces: strong, raised, leading to a page."""

from collections.abc import Iterable

from generator.formats.html.dress import Dress
from generator.formats.html.elements import address, attribute, element, in_lines
from generator.formats.html.looks import Look
from generator.model.publication import Piece


def pieces_html(pieces: Iterable[Piece], dress: Dress) -> str:
    """Return words, each piece as it stands."""
    return "".join(_piece(piece, dress) for piece in pieces)


def _piece(piece: Piece, dress: Dress) -> str:
    text = in_lines(piece.text)
    if piece.level and text:
        text = element(piece.level, text)
    if piece.strong and text:
        text = element("strong", text)
    if piece.link and piece.text.strip():
        return element("a", text, attribute("href", address(piece.link)) + dress.of(Look.LINK))
    return text
