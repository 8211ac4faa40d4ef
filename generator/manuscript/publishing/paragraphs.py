"""Lines of a document as headings and paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.form.pattern import Pattern
from generator.manuscript.manuscript import Line
from generator.model.publication import Manner, Piece

_ADDRESS = Pattern(
    r"https?://[\w./?=&%#:~+-]+[\w/]|www\.[\w./?=&%-]+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_NOTE = Pattern(r"(?:备?注|说明)\s*\d{0,2}\s*[：:]")
_SECTION = Pattern(r"[一二三四五六七八九十]+、")
_SECOND = Pattern(r"[（(][一二三四五六七八九十]+[）)]")
_THIRD = Pattern(r"\d{1,2}\s*[.．、]")
GAP = "\u3000"
"""What a tab is where there are no stops."""


@dataclass(frozen=True)
class Signed:
    """By whom a report is, and of which day."""

    organ: str
    year: int
    signature: str
    issued: date
    issued_text: str
    """As the document prints it."""


def heading_level(line: Line) -> int | None:
    """Return which level of heading a line is that is none of the form's; None for text."""
    text = line.text.strip()
    if line.outlined:
        if _SECTION.match(text):
            return 2
        return 4 if _THIRD.match(text) else 3
    second = _SECOND.match(text) and line.lead >= len(line.text.rstrip())
    return 3 if second else None


def manner_of(text: str, signed: Signed, *, closing: bool) -> Manner:
    """Return how a paragraph stands; `closing` says that no section begins after it."""
    if closing and text == signed.signature:
        return Manner.SIGNATURE
    if closing and text == signed.issued_text:
        return Manner.ISSUED
    return Manner.NOTE if _NOTE.match(text) else Manner.BODY


def pieces_of(line: Line, written: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return a line in pieces, as it was written if anything in it stands out."""
    own = list(written)
    if not own:
        lead = max(0, min(line.lead, len(line.text)))
        own = [Piece(line.text[:lead], strong=True), Piece(line.text[lead:])]
        own = [one for one in own if one.text]
    if own:
        own[0] = own[0]._replace(text=own[0].text.lstrip())
        own[-1] = own[-1]._replace(text=own[-1].text.rstrip())
    if len([one for one in own if one.text]) == 1:
        own = [one._replace(strong=False) for one in own]  # nothing leads in nothing
    own = [one._replace(text=one.text.replace("\t", GAP)) for one in own]
    return tuple(piece for one in own for piece in _with_links(one) if piece.text)


def _with_links(piece: Piece) -> Iterator[Piece]:
    """Yield a piece in parts: those that are addresses lead there."""
    text, end = piece.text, 0
    if piece.link:
        yield piece
        return
    for found in _ADDRESS.finditer(text):
        if found.start() > end:
            yield piece._replace(text=text[end : found.start()])
        yield piece._replace(text=found[0], link=_link(found[0]))
        end = found.end()
    if text[end:]:
        yield piece._replace(text=text[end:])


def _link(address: str) -> str:
    if "://" in address:
        return address
    return f"mailto:{address}" if "@" in address else f"http://{address}"
