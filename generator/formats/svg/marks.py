"""The marks that drawings are made of, as SVG; lengths are points, places count from above left."""

from collections.abc import Iterable
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from generator.model.chart_look.words import written

BASELINE = 0.36
"""So much of its size below its middle a letter stands on its line."""

Point = tuple[float, float]


class Anchor(StrEnum):
    """What of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def mark(name: str, content: str | None = None, **attributes: str | float) -> str:
    """Return an element; of attributes _ stands for -, and their numbers are rounded."""
    said = "".join(
        f" {key.replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{said}/>" if content is None else f"<{name}{said}>{content}</{name}>"


def number(value: float) -> str:
    """Return a number in as few letters as show it: the same on every machine."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def plain(text: str) -> str:
    """Return a text as the content of an element."""
    return escape(written(text))


def text_at(
    x: float,
    middle: float,
    text: str,
    size: float,
    anchor: Anchor = Anchor.MIDDLE,
    *,
    turned: bool = False,
) -> str:
    """Return a line of text, read upwards if it is turned; `middle` is that of its height."""
    if not text.strip():
        return ""
    turn = {"transform": f"rotate(-90 {number(x)} {number(middle)})"} if turned else {}
    y = middle + size * BASELINE
    return mark("text", plain(text), x=x, y=y, font_size=size, text_anchor=anchor, **turn)


def line(start: Point, end: Point, colour: str, width: float) -> str:
    """Return a straight line."""
    return mark(
        "line",
        x1=start[0],
        y1=start[1],
        x2=end[0],
        y2=end[1],
        stroke=f"#{colour}",
        stroke_width=width,
    )


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a filled box."""
    return mark("rect", x=x, y=y, width=width, height=height, fill=f"#{colour}")


def path(points: Iterable[Point]) -> str:
    """Return where a line goes, from point to point."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)
