"""2023.发布.html: the published report as a whole page."""

from generator.formats.html.article import Drawn, article
from generator.formats.html.dress import Classes
from generator.formats.html.elements import element, in_one_line
from generator.formats.html.looks import Look
from generator.model.publication import LANGUAGE, Publication

_SCREEN = """\
html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; padding: 1em; color: #000; background: #fff }
a { color: #003c8f }
[tabindex]:focus-visible { outline: 3px solid #003c8f }
@media (max-width: 40em) {
  .report { font-size: 16px }
  .title { font-size: 1.35em }
  .heading-2, .heading-3, .heading-4 { text-indent: 0 }
  .caption { text-align: left }
  .closing { margin-right: 1em }
}"""
_PRINT = """\
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
@media print {
  body { padding: 0 }
  .report { max-width: none; font-size: 14pt }
  .title, .heading-2, .heading-3, .heading-4 { break-after: avoid; break-inside: avoid }
  .body, .note { orphans: 2; widows: 2 }
  .table { min-width: 0; font-size: 10.5pt; line-height: 1.3 }
  .table-box, .small-table-box, .chart-box { overflow: visible }
  caption, thead { break-after: avoid; break-inside: avoid }
  caption:has(.unseen) { display: none }
  thead { display: table-header-group }
  td:not([rowspan]), th:not([rowspan]), .figure, .closing { break-inside: avoid }
  .shown, .wide-chart { min-width: 0; max-height: 205mm; object-fit: contain }
  a { color: inherit; text-decoration: none; word-break: normal }
}"""
"""A4 with the margins of official documents; no row is cut, no heading is the last on its page."""


def page_of(publication: Publication, drawn: Drawn) -> str:
    """Return the page of a report, which fetches nothing; `drawn` draws its charts.

    The same publication has the same page.
    """
    dress = Classes()
    report = dress.of(Look.REPORT)
    body = element("main", f"\n{article(publication, drawn, dress)}\n", report)
    return f"""\
<!DOCTYPE html>
<html lang="{LANGUAGE}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>{in_one_line(publication.name)}</title>
<style>
{dress.rules()}
{_SCREEN}
{_PRINT}
</style>
</head>
<body>
{body}
</body>
</html>
"""
