"""Pictures, charts and further tables of last year in next year's report: drafts, and marked so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.form.labels import label_key
from generator.model.captions import Source, shown_by
from generator.model.exhibits import ChartRow, FurtherTable, TableCell
from generator.model.place import Place
from generator.model.report import Paragraph, Report
from generator.model.typed_input.number import understand

_EXCHANGE, _REVISE_TABLE, _REVISE_CHART = "图片待更换", "表里的数待修改", "图表里的数待修改"
_REVISE = "待修改"

Moved = Callable[[str], str]
"""Returns a text with the report's year made the next."""


def row_carried_over(line: Paragraph, previous: Report, year: int, moved: Moved) -> Paragraph:
    """Return a row of kind 图 or 表 as it goes on: what it names stays, whatever its year."""
    named, line_end, alternative = line.text.partition("\n")
    return replace(
        line,
        heading=moved(line.heading),
        text=named + line_end + moved(alternative),
        place=Place(""),
        heading_place=Place(""),
        unrevised=f"沿用{year}年，{_to_do(line, previous)}",
    )


def _to_do(line: Paragraph, previous: Report) -> str:
    shown = shown_by(line)
    if shown.source is Source.PICTURE:
        return _EXCHANGE
    if shown.source is Source.TABLE:
        return _REVISE_TABLE
    return _REVISE_CHART if _has_typed_numbers(shown.name, previous.chart_rows) else _REVISE


def _has_typed_numbers(chart: str, rows: Sequence[ChartRow]) -> bool:
    """Tell whether a chart shows numbers that do not follow those of the form."""
    current = ""
    for row in rows:
        current = label_key(row.chart) or current
        if current == label_key(chart) and understand(row.data).value is not None:
            return True
    return False


def captions_moved(previous: Report, moved: Moved) -> dict[str, str]:
    """Return the names by which text cites captions, with those that they have next year."""
    names = (
        (f"{line.kind}：{line.heading.strip()}", f"{line.kind}：{moved(line.heading).strip()}")
        for line in previous.paragraphs
        if line.kind
    )
    return {was: now for was, now in names if was != now}


def charts_carried_over(rows: Sequence[ChartRow], moved: Moved) -> tuple[ChartRow, ...]:
    """Return the charts: those of figures take the new ones; typed numbers stay."""
    return tuple(replace(row, title=moved(row.title), places=()) for row in rows)


def tables_carried_over(tables: Mapping[str, FurtherTable]) -> dict[str, FurtherTable]:
    """Return the further tables as they were, to be filled in anew."""
    return {name: table._replace(cells=_unplaced(table)) for name, table in tables.items()}


def _unplaced(table: FurtherTable) -> tuple[TableCell, ...]:
    return tuple(replace(cell, place=Place(""), formula=False) for cell in table.cells)
