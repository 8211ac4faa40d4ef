"""2023.网页片段.html: the published report as a piece that a site takes into a page of its own."""

from generator.formats.html.article import Drawn, article
from generator.formats.html.dress import InLine
from generator.formats.html.elements import attribute, element
from generator.formats.html.looks import Look
from generator.model.publication import LANGUAGE, Publication


def fragment_of(publication: Publication, drawn: Drawn) -> str:
    """Return a report without style sheet, classes, scripts or SVG; `drawn` draws its charts.

    The same publication has the same fragment.
    """
    dress = InLine()
    language = attribute("lang", LANGUAGE)
    content = f"\n{article(publication, drawn, dress)}\n"
    return element("div", content, language + dress.of(Look.REPORT)) + "\n"
