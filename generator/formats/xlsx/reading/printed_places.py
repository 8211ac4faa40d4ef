"""The cells of a report that are printed."""

from collections.abc import Iterator

from generator.model.report import Place, Report


def printed_places(report: Report) -> Iterator[Place]:
    """Yield where each figure, entry, further number, paragraph and point of a chart was typed."""
    yield from dict.fromkeys(
        (
            *(figure.place for figure in report.figures.values()),
            *(entry.place for entry in report.entries.values()),
            *(indicator.place for indicator in report.indicators.values()),
            *(row.place for row in report.paragraphs),
            *(row.heading_place for row in report.paragraphs),
            *(place for row in report.chart_rows for place in row.places),
            *(cell.place for table in report.further_tables.values() for cell in table.cells),
        )
    )
