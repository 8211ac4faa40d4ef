"""How findings on the text quote it and where they send people."""

from collections.abc import Iterable, Sequence

from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.model.narrative import PrintedParagraph
from generator.model.report import Place, Report

_LONGEST = 70
_CELL = Pattern(r"([A-Z]+)(\d+)")


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


def cells_of_lines(lines: Sequence[PrintedParagraph]) -> Place:
    """Return the cells of some lines as one place, those one under another as D9:D16."""
    places = list(dict.fromkeys(line.place for line in lines))
    areas: list[tuple[str, list[str]]] = []
    for place in places:
        if areas and (place.within, place.spot) == (areas[-1][0], _next_below(areas[-1][1][-1])):
            areas[-1][1].append(place.spot)
        else:
            areas.append((place.within, [place.spot]))
    first = places[0]
    spots = [
        f"{'' if within == first.within else f'『{within}』'}"
        f"{area[0] if len(area) == 1 else f'{area[0]}:{area[-1]}'}"
        for within, area in areas
    ]
    return first._replace(spot=listed(spots))


def _next_below(spot: str) -> str:
    cell = _CELL.fullmatch(spot)
    return f"{cell[1]}{int(cell[2]) + 1}" if cell else ""
