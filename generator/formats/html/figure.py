"""Pictures and charts, which lie in the page itself."""

from base64 import b64encode
from collections.abc import Callable

from generator.formats.html.dress import Dress
from generator.formats.html.elements import attribute, element, in_lines
from generator.formats.html.looks import Look
from generator.model.exhibits import Picture
from generator.model.publication import Figure

_PIXELS = 96 / 25.4  # of CSS, in a millimetre
_NARROW = 480 / _PIXELS


def figure_html(figure: Figure, drawn: Callable[[Figure], str], dress: Dress) -> str:
    """Return a figure with its caption, below where the document does not have it above."""
    shown = figure.exhibit
    if isinstance(shown, Picture):
        content = _image(figure, f"image/{shown.media_type}", shown.content, dress, Look.SHOWN)
    else:
        content = _chart(figure, drawn(figure), dress)
    if figure.caption.strip():
        caption = in_lines(figure.caption)
        lines = [content, element("figcaption", caption, dress.of(Look.FIGURE_CAPTION))]
        content = "\n".join(reversed(lines) if figure.caption_above else lines)
    return element("figure", f"\n{content}\n", dress.of(Look.FIGURE))


def boxed(content: str, name: str, box: str) -> str:
    """Return what may be wider than a screen, in a box that those without a mouse can move, too."""
    said = ' role="group" tabindex="0"' + attribute("aria-label", name)
    return element("div", f"\n{content}\n", box + said)


def _chart(figure: Figure, drawing: str, dress: Dress) -> str:
    wide = figure.width >= _NARROW
    look = Look.WIDE_CHART if wide else Look.SHOWN
    if dress.own_svg:
        content = drawing.replace("<svg", f"<svg{dress.of(look)}", 1)
    else:
        content = _image(figure, "image/svg+xml", drawing.encode(), dress, look)
    return boxed(content, figure.caption or "图表", dress.of(Look.CHART_BOX)) if wide else content


def _image(figure: Figure, kind: str, content: bytes, dress: Dress, look: Look) -> str:
    source = f"data:{kind};base64,{b64encode(content).decode()}"
    size = "".join(
        f' {name}="{max(1, round(length * _PIXELS))}"'
        for name, length in (("width", figure.width), ("height", figure.height))
    )
    said = attribute("alt", figure.alternative)
    return f'<img src="{source}"{said}{size}{dress.of(look)}>'
