"""A preview as the piece of a page that shows it."""

from base64 import b64encode
from collections.abc import Callable

from generator.formats.html.looks import FONTS
from generator.formats.html.preview import preview_html
from generator.model.exhibits import Chart, Picture
from generator.model.publication import Figure
from generator.model.reading_order import standing
from generator.pipeline.previewing.preview import Previewed


def as_html(shown: Previewed, address: Callable[[Picture], str] | None = None) -> str:
    """Return a preview with its findings as one element, without scripts and looks in line.

    `address` says where the page gets a picture from, of which `pictures_of` has the content; by
    default they lie in the page itself.
    """
    held = shown.outcome.held_by
    found = zip(shown.ids, shown.outcome.findings, strict=True)
    standings = {key: standing(one, held).name.lower() for key, one in found}
    return preview_html(shown.preview, standings, _drawn, address or _in_page)


def pictures_of(shown: Previewed) -> dict[str, Picture]:
    """Return the pictures of a report by their digests."""
    exhibits = shown.outcome.report.exhibits.values()
    return {one.digest: one for one in exhibits if isinstance(one, Picture)}


def _in_page(picture: Picture) -> str:
    return f"data:image/{picture.media_type};base64,{b64encode(picture.content).decode()}"


def _drawn(figure: Figure) -> str:
    from generator.formats.svg.chart import chart_svg  # few reports have charts

    if not isinstance(figure.exhibit, Chart):
        raise TypeError("only charts are drawn")
    return chart_svg(figure.exhibit, figure.width, figure.height, FONTS, figure.alternative)
