"""How findings on the text quote it and where they send people."""

from collections.abc import Iterable

from generator.form.chinese import listed
from generator.model.report import Report

_LONGEST = 70


def clip(quote: str, *, around: str = "") -> str:
    """Return a sentence, or where it is long the part of it around some words."""
    if len(quote) <= _LONGEST:
        return quote
    at = max(quote.find(around), 0) if around else 0
    start = max(0, min(at - _LONGEST // 2, len(quote) - _LONGEST))
    end = start + _LONGEST
    return ("…" if start else "") + quote[start:end] + ("…" if end < len(quote) else "")


def cells_of(report: Report, figures: Iterable[str]) -> str:
    """Name the cells of some figures, so that both sides can be looked up."""
    places = [
        figure.place
        for name in figures
        if (figure := report.figures.get(name)) is not None and figure.place.spot
    ]
    return listed(f"『{place.within}』{place.spot}" for place in places)
