"""The charts of figures as the pipeline has them drawn."""

from generator.formats.svg.chart import chart_svg
from generator.model.exhibits import Chart
from generator.model.publication import Figure


def drawn(figure: Figure, fonts: str) -> str:
    """Return the drawing of a chart."""
    assert isinstance(figure.exhibit, Chart)
    return chart_svg(figure.exhibit, figure.width, figure.height, fonts, figure.alternative)
