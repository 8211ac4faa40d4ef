"""What is drawn on a page: characters, straight rules and pictures, in the order of drawing."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined

from generator.formats.pdf.reading.bounded import TooMuch
from generator.formats.pdf.reading.unified import UNKNOWN, unified

_MOST_SIGNS = 100_000  # on a page; one full of text has 2,000
_THICKEST = 3.6  # points; what is thicker is an area, and no rule
_SLANT = 0.3  # points by which the ends of a rule may be out of line
_ASCENT, _DESCENT = 0.8, 0.2  # of a character's size, whatever its font says
_INVISIBLE = 3  # way of drawing text; what scanners lay over their pictures
_SLOPE = 0.05

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Tell whether a point lies in it, or no farther outside than the margin."""
        x, y = point
        across = self.x0 - margin <= x <= self.x1 + margin
        return across and self.top - margin <= y <= self.bottom + margin


class Glyph(NamedTuple):
    """A character that is drawn; or several, where one glyph stands for them."""

    text: str
    box: Box
    size: float
    turn: int | None
    """Quarter turns to the left from upright: 0, 1, 2, 3; None where it stands aslant."""


class Rule(NamedTuple):
    """A straight line that is upright or level."""

    upright: bool
    at: float
    start: float
    end: float


class DrawnPage(NamedTuple):
    """All that a page shows."""

    number: int
    """From 1."""
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    pictures: list[Box]
    unseen: int
    """How many characters are there that nobody sees."""


class Canvas(PDFTextDevice):
    """What pdfminer draws on."""

    def __init__(self, resources: Any) -> None:
        super().__init__(resources)
        self.page: DrawnPage | None = None
        self._number = 0
        self._seen, self._height = Box(0, 0, 0, 0), 0.0
        self._invisible = False

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Begin a blank page."""
        self._number += 1
        edges = [_applied(ctm, point) for point in (page.mediabox[:2], page.mediabox[2:])]
        self._height = max(y for _, y in edges)
        width = max(x for x, _ in edges)
        shown = [_applied(ctm, point) for point in (page.cropbox[:2], page.cropbox[2:])]
        self._seen = self._box(shown)
        self.page = DrawnPage(self._number, width, self._height, [], [], [], 0)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw a piece of text."""
        self._invisible = textstate.render == _INVISIBLE
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix: Any, font: Any, *state: Any) -> float:
        """Draw a character and return how far it moves on."""
        fontsize, scaling, rise, cid, _, _ = state
        try:
            text = unified(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        advance = float(font.char_width(cid) * fontsize * scaling)
        page = self.page
        if not text or page is None:
            return advance
        if font.is_vertical():
            across, above = font.char_disp(cid)
            left = -fontsize / 2 if across is None else -across * fontsize / 1000
            top = (1000 - above) * fontsize / 1000 + rise
            corners = [(left, top), (left + fontsize, top + advance)]
        else:
            corners = [
                (0, rise - _DESCENT * fontsize),
                (advance, rise + _ASCENT * fontsize),
            ]
        box = self._box([_applied(matrix, corner) for corner in corners])
        if not self._seen.holds(box.middle):
            return advance
        if self._invisible:
            self.page = page._replace(unseen=page.unseen + 1)
            return advance
        a, b, c, d, _, _ = matrix
        size = abs(fontsize) * math.sqrt(abs(a * d - b * c))
        page.glyphs.append(Glyph(text, box, size, _turn(a * fontsize, b * fontsize)))
        if len(page.glyphs) > _MOST_SIGNS:
            raise TooMuch
        return advance

    def paint_path(
        self, graphicstate: Any, stroke: Any, fill: Any, evenodd: Any, path: Sequence[Any]
    ) -> None:
        """Take the rules of what is drawn: lines, and areas that are no thicker than a line."""
        del evenodd
        if self.page is None:
            return
        frames: list[Box] = []
        for points in self._subpaths(path):
            if stroke and graphicstate.linewidth <= _THICKEST:
                self._add(_rules_along(points))
            elif fill:
                box = _around(points)
                if box.x1 - box.x0 <= _THICKEST or box.bottom - box.top <= _THICKEST:
                    self._add(_rules_of(box))
                else:
                    frames.append(box)
        for outer, inner in pairwise(frames):
            if _within(inner, outer):  # the border of a box, drawn as what is between two
                self._add(_rules_around(outer))
        if len(self.page.rules) > _MOST_SIGNS:
            raise TooMuch

    def render_image(self, name: str, stream: Any) -> None:
        """Take a picture's place, and leave the picture alone."""
        del name, stream
        if self.page is not None:
            corners = ((0, 0), (1, 0), (0, 1), (1, 1))
            self.page.pictures.append(self._box([_applied(self.ctm, one) for one in corners]))

    def _subpaths(self, path: Sequence[Any]) -> Iterator[list[Point]]:
        points: list[Point] = []
        for operator, *numbers in path:
            if operator == "m":
                if len(points) > 1:
                    yield points
                points = []
            if operator == "h":
                points += points[:1]
            elif len(numbers) > 1:
                x, y = _applied(self.ctm, (numbers[-2], numbers[-1]))
                points.append((x, self._height - y))
        if len(points) > 1:
            yield points

    def _add(self, rules: Iterator[Rule]) -> None:
        if self.page is not None:
            x0, top, x1, bottom = self._seen
            for rule in rules:
                low, high, first, last = (
                    (x0, x1, top, bottom) if rule.upright else (top, bottom, x0, x1)
                )
                if low <= rule.at <= high and rule.end >= first and rule.start <= last:
                    self.page.rules.append(rule)

    def _box(self, points: Sequence[Point]) -> Box:
        xs, ys = [x for x, _ in points], [self._height - y for _, y in points]
        return Box(min(xs), min(ys), max(xs), max(ys))


def _applied(matrix: Any, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _turn(a: float, b: float) -> int | None:
    if abs(b) <= _SLOPE * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _SLOPE * abs(b):
        return 1 if b > 0 else 3
    return None


def _rules_along(points: Sequence[Point]) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x0 - x1) <= _SLANT:
            yield Rule(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1))  # noqa: FBT003
        elif abs(y0 - y1) <= _SLANT:
            yield Rule(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1))  # noqa: FBT003


def _rules_of(box: Box) -> Iterator[Rule]:
    """Return a thin area as the rule along it; a dot may be one of either."""
    x, y = box.middle
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if high <= _THICKEST and wide >= high / 2:
        yield Rule(False, y, box.x0, box.x1)  # noqa: FBT003
    if wide <= _THICKEST and high >= wide / 2:
        yield Rule(True, x, box.top, box.bottom)  # noqa: FBT003


def _rules_around(box: Box) -> Iterator[Rule]:
    x0, top, x1, bottom = box
    corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top))
    return _rules_along(corners)


def _around(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _within(inner: Box, outer: Box) -> bool:
    """Tell whether one box lies in another, everywhere no farther in than a border is thick."""
    sides = (
        inner.x0 - outer.x0,
        inner.top - outer.top,
        outer.x1 - inner.x1,
        outer.bottom - inner.bottom,
    )
    return all(0 <= side <= _THICKEST for side in sides) and any(side > 0 for side in sides)
