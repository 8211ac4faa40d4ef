"""Pictures and charts as they are published, and why some cannot be."""

from collections.abc import Callable

from generator.manuscript.importing.exhibits.beside_text import Drawn
from generator.model.exhibits import Chart, Picture
from generator.model.publication import Figure

_MILLIMETRES, _POINTS = 25.4, 72.0
_WIDEST, _HIGHEST, _USUALLY_HIGHEST = 156.0, 200.0, 95.0
"""Of a picture on the page, in millimetres; the last where the document says no size."""


def why_not(one: Drawn) -> str:
    """Say why something drawn has no place in a PDF or a page; empty where it has one."""
    if one.problem:
        return one.problem
    if one.grid >= 0:
        return "在表格里"
    if one.floating:
        return "浮在文字上面"
    return "" if isinstance(one.shows, Picture | Chart) else "认不出来"


def figure_of(one: Drawn, caption: str, spoken: Callable[[Chart], str]) -> Figure:
    """Return what is drawn as it is published; `spoken` says a chart in words."""
    exhibit = one.shows
    if isinstance(exhibit, Chart):
        return Figure(exhibit, caption, one.alternative or spoken(exhibit))
    if not isinstance(exhibit, Picture):
        raise TypeError("nothing is drawn")
    width, height, highest = *(side / _POINTS for side in one.size), _HIGHEST
    if not (width and height):
        width, height = (side / exhibit.dots_per_inch for side in (exhibit.width, exhibit.height))
        highest = _USUALLY_HIGHEST
    smaller = min(_MILLIMETRES, _WIDEST / width, highest / height)
    alternative = one.alternative or caption or "图片"
    return Figure(exhibit, caption, alternative, width * smaller, height * smaller)
