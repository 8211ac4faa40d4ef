"""The pieces of a drawing: lines, rectangles, slices and texts as SVG, lengths in millimetres."""

from collections.abc import Sequence
from math import cos, sin
from xml.sax.saxutils import escape, quoteattr

POINT = 25.4 / 72
"""Of letters, in millimetres."""
Spot = tuple[float, float]


def length(value: float) -> str:
    """Return a length with as many digits as can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def rectangle(corner: Spot, width: float, height: float, colour: str) -> str:
    """Return a filled rectangle."""
    x, y = corner
    return (
        f'<rect x="{length(x)}" y="{length(y)}" width="{length(width)}" '
        f'height="{length(height)}" fill="#{colour}"/>'
    )


def line(start: Spot, end: Spot, colour: str, width: float = 0.2) -> str:
    """Return a straight line."""
    return path(f"M{_spot(start)}L{_spot(end)}", stroke=colour, width=width)


def path(
    course: str, *, fill: str = "", stroke: str = "", width: float = 0.0, dash: str = ""
) -> str:
    """Return a path; `fill` and `stroke` are colours, none where empty."""
    drawn = f'fill="#{fill}"' if fill else 'fill="none"'
    if stroke:
        drawn += f' stroke="#{stroke}" stroke-width="{length(width)}"'
    if dash:
        drawn += f' stroke-dasharray="{dash}"'
    return f'<path d="{course}" {drawn}/>'


def joined(spots: Sequence[Spot]) -> str:
    """Return the course through some spots."""
    return "".join(f"{'L' if at else 'M'}{_spot(spot)}" for at, spot in enumerate(spots))


def slice_course(centre: Spot, radius: float, start: float, end: float) -> str:
    """Return the outline of a slice between two angles, in radians from the top clockwise."""
    first, last = (around(centre, radius, angle) for angle in (start, end))
    large = int(end - start > 3.14159265)  # noqa: PLR2004 - half a turn
    arc = f"A{length(radius)} {length(radius)} 0 {large} 1 {_spot(last)}"
    return f"M{_spot(centre)}L{_spot(first)}{arc}Z"


def around(centre: Spot, radius: float, angle: float) -> Spot:
    """Return a spot at an angle from the top, clockwise."""
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def text(words: str, spot: Spot, size: float, *, anchor: str = "middle", turned: float = 0) -> str:
    """Return a text whose line stands at a spot; `size` in points, `turned` in degrees."""
    x, y = map(length, spot)
    about = f' transform="rotate({length(turned)} {x} {y})"' if turned else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{length(size * POINT)}" '
        f"text-anchor={quoteattr(anchor)}{about}>{escape(words)}</text>"
    )


def _spot(spot: Spot) -> str:
    return f"{length(spot[0])} {length(spot[1])}"
