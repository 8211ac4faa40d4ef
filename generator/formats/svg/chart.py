"""A chart as a drawing: what Word draws of the native one, as SVG."""

from collections.abc import Iterator
from decimal import Decimal
from math import pi
from xml.sax.saxutils import escape, quoteattr

from generator.formats.svg.axis import Axis, axis_of
from generator.formats.svg.drawing import (
    POINT,
    Spot,
    around,
    joined,
    length,
    line,
    path,
    rectangle,
    slice_course,
    text,
)
from generator.model.chart_look.colours import (
    FAINT,
    GREY,
    colour,
    colour_of_series,
    is_earlier,
)
from generator.model.chart_look.labels import Beside, place_of_value
from generator.model.chart_look.numbers import decimals
from generator.model.chart_look.space import (
    USUAL,
    WIDTH,
    Values,
    gap_width,
    millimetres_high,
    names_size,
    names_turned,
    percentages_shown,
    values_at_points,
    values_size,
)
from generator.model.chart_look.words import TITLE_SIZE, has_legend, title_and_unit, written
from generator.model.exhibits import Chart, ChartKind

_LEFT, _RIGHT, _TOP, _HEAD, _FOOT = 12.0, 4.0, 3.0, 6.0, 6.0
_LETTER = 3.2  # how wide and high a letter is at 9 points
_SIGN = 2.2
_IN_A_LINE = 14  # letters of a name beside a bar
_WHOLE = 100


def chart_svg(chart: Chart, font: str, alternative: str) -> str:
    """Return a chart as a drawing 150 mm wide; the same chart gives the same text.

    `font` is the family of its letters, `alternative` what it says to those who cannot see it.
    """
    height = millimetres_high(chart)
    drawn = "".join(_Drawing(chart, height).pieces())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr(alternative)} '
        f'width="{WIDTH}mm" height="{height}mm" viewBox="0 0 {WIDTH} {height}" '
        f"font-family={quoteattr(font)}><title>{escape(alternative)}</title>{drawn}</svg>"
    )


class _Drawing:
    """Draws a chart piece by piece."""

    def __init__(self, chart: Chart, height: float) -> None:
        self._chart = chart
        self._names = [written(name) for name in chart.categories]
        self._after = decimals(chart)
        beside = min(max(map(len, self._names), default=0), _IN_A_LINE) * _LETTER
        left = beside + _SIGN if chart.kind is ChartKind.BAR else _LEFT
        title, unit = title_and_unit(chart)
        self._title = title + unit
        top = _TOP + (_HEAD if self._title else 0)
        bottom = height - (_FOOT if has_legend(chart) else 0) - self._under()
        self._left, self._top, self._right, self._bottom = left, top, WIDTH - _RIGHT, bottom
        self._height = height

    def pieces(self) -> Iterator[str]:
        """Yield everything, what is behind first."""
        if self._title:
            yield text(self._title, (WIDTH / 2, _TOP + TITLE_SIZE * POINT), TITLE_SIZE)
        match self._chart.kind:
            case ChartKind.PIE:
                yield from self._pie()
            case ChartKind.BAR:
                yield from self._bars()
            case _:
                yield from self._upright()
        if has_legend(self._chart):
            yield from self._legend()

    def _under(self) -> float:
        """Return how much room the names take below what is drawn."""
        if self._chart.kind is ChartKind.PIE:
            return 2.0
        if self._chart.kind is ChartKind.BAR:
            return _LETTER + _SIGN
        longest = max(map(len, self._names), default=0) * _LETTER
        return min(longest, 40.0) if names_turned(self._chart) else len(self._wrapped(0)) * 4 + 2

    def _slot(self) -> float:
        return (WIDTH - _RIGHT - _LEFT) / max(len(self._names), 1)

    def _wrapped(self, at: int | None) -> list[list[str]] | list[str]:
        """Return the lines of a name under its point."""
        letter = _LETTER * names_size(self._chart) / USUAL
        room = max(int(self._slot() / letter), 1)
        all_lines = [
            [name[start : start + room] for start in range(0, len(name), room)] or [""]
            for name in self._names
        ]
        if at is None:
            return all_lines
        return max(all_lines, key=len, default=[""])

    def _said(self, value: Decimal) -> str:
        return f"{value:.{self._after}f}"

    def _upright(self) -> Iterator[str]:
        """Draw columns or lines over their names."""
        axis, chart = axis_of(self._chart), self._chart
        for mark in axis.marks:
            y = self._y(axis, mark)
            yield line((self._left, y), (self._right, y), FAINT)
            yield text(axis.said(mark), (self._left - 1, y + 1.1), USUAL, anchor="end")
        zero = self._y(axis, 0)
        draw = self._columns if chart.kind is ChartKind.COLUMN else self._lines
        yield from draw(axis)
        yield line((self._left, zero), (self._right, zero), GREY, 0.3)
        size = names_size(chart)
        for at, name in enumerate(self._names):
            x = self._middle(at)
            if names_turned(chart):
                spot = (x + 1, self._bottom + 2)
                yield text(name, spot, size, anchor="end", turned=-90)
                continue
            letter = _LETTER * size / USUAL
            room = max(int(self._slot() / letter), 1)
            for nth, start in enumerate(range(0, len(name), room)):
                spot = (x, self._bottom + 4 + nth * 4)
                yield text(name[start : start + room], spot, size)

    def _middle(self, at: int) -> float:
        slot = (self._right - self._left) / max(len(self._names), 1)
        return self._left + slot * (at + 0.5)

    def _y(self, axis: Axis, value: Decimal | float) -> float:
        return self._bottom - axis.share(value) * (self._bottom - self._top)

    def _columns(self, axis: Axis) -> Iterator[str]:
        chart, count = self._chart, len(self._chart.series)
        slot = (self._right - self._left) / max(len(self._names), 1)
        width = slot / (count + gap_width(chart) / _WHOLE)
        zero = self._y(axis, 0)
        for number, series in enumerate(chart.series):
            for at, value in enumerate(series.values):
                if value is None:
                    continue
                x = self._middle(at) + (number - count / 2) * width
                y = self._y(axis, value)
                corner = (x, min(y, zero))
                yield rectangle(corner, width, abs(zero - y), colour_of_series(chart, number))
                yield self._value(value, (x + width / 2, y), above=value >= 0)

    def _lines(self, axis: Axis) -> Iterator[str]:
        chart = self._chart
        for number, series in enumerate(chart.series):
            shade = colour_of_series(chart, number)
            runs: list[list[Spot]] = [[]]
            for at, value in enumerate(series.values):
                if value is None:
                    runs.append([])
                    continue
                runs[-1].append((self._middle(at), self._y(axis, value)))
            dash = "2 1" if is_earlier(chart, number) else ""
            for run in runs:
                if len(run) > 1:
                    yield path(joined(run), stroke=shade, width=0.7, dash=dash)
                for x, y in run:
                    yield rectangle((x - 0.9, y - 0.9), 1.8, 1.8, shade)
            for at, value in enumerate(series.values):
                if value is not None:
                    below = place_of_value(chart, number, at) is Beside.BELOW
                    yield self._value(
                        value, (self._middle(at), self._y(axis, value)), above=not below
                    )

    def _value(self, value: Decimal, spot: Spot, *, above: bool) -> str:
        how = values_at_points(self._chart)
        if how is Values.LEFT_OUT:
            return ""
        size, (x, y) = values_size(self._chart), spot
        if how is Values.TURNED:
            anchor = "start" if above else "end"
            y += -1.5 if above else 1.5
            return text(self._said(value), (x + 1, y), size, anchor=anchor, turned=-90)
        return text(self._said(value), (x, y - 1.5 if above else y + 4), size)

    def _bars(self) -> Iterator[str]:
        """Draw bars beside their names, the first one on top."""
        axis, chart, count = axis_of(self._chart), self._chart, len(self._chart.series)
        across = self._right - self._left - 6
        for mark in axis.marks:
            x = self._left + axis.share(mark) * across
            yield line((x, self._top), (x, self._bottom), FAINT)
            yield text(axis.said(mark), (x, self._bottom + 4), USUAL)
        zero = self._left + axis.share(0) * across
        slot = (self._bottom - self._top) / max(len(self._names), 1)
        width = slot / (count + gap_width(chart) / _WHOLE)
        for at, name in enumerate(self._names):
            middle = self._top + slot * (at + 0.5)
            pieces = [name[one : one + _IN_A_LINE] for one in range(0, len(name), _IN_A_LINE)]
            for nth, piece in enumerate(pieces):
                y = middle + 1.1 + (nth - (len(pieces) - 1) / 2) * 3.6
                yield text(piece, (self._left - 1.5, y), names_size(chart), anchor="end")
            for number, series in enumerate(chart.series):
                value = series.values[at]
                if value is None:
                    continue
                y = middle + (number - count / 2) * width
                x = self._left + axis.share(value) * across
                corner = (min(x, zero), y)
                yield rectangle(corner, abs(x - zero), width, colour_of_series(chart, number))
                end, anchor = (x + 1, "start") if value >= 0 else (x - 1, "end")
                spot = (end, y + width / 2 + 1.1)
                yield text(self._said(value), spot, values_size(chart), anchor=anchor)
        yield line((zero, self._top), (zero, self._bottom), GREY, 0.3)

    def _pie(self) -> Iterator[str]:
        values = self._chart.series[0].values if self._chart.series else ()
        known = [value or Decimal(0) for value in values]
        whole = sum(known, Decimal(0))
        if whole <= 0:
            return
        centre = (WIDTH / 2, (self._top + self._bottom) / 2 + 1)
        radius = max((self._bottom - self._top) / 2 - 8, 5)
        start = 0.0
        for at, value in enumerate(known):
            if not value:
                continue
            end = start + float(value / whole) * 2 * pi
            shade = colour(at)
            if value == whole:
                x, y = centre
                round_ = f'<circle cx="{length(x)}" cy="{length(y)}" r="{length(radius)}"'
                yield f'{round_} fill="#{shade}"/>'
            else:
                course = slice_course(centre, radius, start, end)
                yield path(course, fill=shade, stroke="FFFFFF", width=0.3)
            said = self._said(value)
            if percentages_shown(self._chart):
                said += f"（{float(value / whole):.0%}）"
            x, y = around(centre, radius + 3, (start + end) / 2)
            anchor = (
                "middle" if abs(x - centre[0]) < radius / 4 else "start" if x > centre[0] else "end"
            )
            yield text(said, (x, y + 1.1), USUAL, anchor=anchor)
            start = end

    def _legend(self) -> Iterator[str]:
        """Draw what the colours mean, in as many lines as it takes."""
        chart = self._chart
        if chart.kind is ChartKind.PIE:
            entries = [(name, colour(at)) for at, name in enumerate(self._names)]
        else:
            entries = [
                (written(one.name), colour_of_series(chart, at))
                for at, one in enumerate(chart.series)
            ]
        rows: list[list[tuple[str, str]]] = [[]]
        taken = 0.0
        for entry in entries:
            room = len(entry[0]) * _LETTER + 8
            if rows[-1] and taken + room > WIDTH - 4:
                rows.append([])
                taken = 0.0
            rows[-1].append(entry)
            taken += room
        for nth, row in enumerate(rows):
            y = self._height - 2.5 - (len(rows) - 1 - nth) * 4.2
            x = (WIDTH - sum(len(name) * _LETTER + 8 for name, _ in row)) / 2
            for name, shade in row:
                yield rectangle((x, y - 2), 2.2, 2.2, shade)
                yield text(name, (x + 3.2, y), USUAL, anchor="start")
                x += len(name) * _LETTER + 8
