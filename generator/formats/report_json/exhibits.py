"""Charts and further tables of a report, as JSON has them, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from generator.model.exhibits import MOST_COLUMNS, MOST_ROWS, ChartRow, FurtherTable, TableCell
from generator.model.finding import Finding, held_back
from generator.model.report import Place
from generator.model.typed_input.charts import by_chart

Data = Mapping[str, Any]


def charts_data(rows: Sequence[ChartRow]) -> list[dict[str, Any]]:
    """Return the charts that were defined, each with its points."""
    return [
        {
            "name": name,
            "kind": own[0].kind,
            "title": own[0].title,
            "unit": own[0].unit,
            "years": own[0].years,
            "points": [{"label": row.label, "data": row.data} for row in own],
        }
        for name, own in by_chart(rows)
    ]


def chart_rows_of(given: Iterable[Data], name: str) -> Iterator[ChartRow]:
    """Yield the rows of the charts that are given."""
    for count, chart in enumerate(given, 1):
        own = {key: chart.get(key, "") for key in ("name", "kind", "title", "unit", "years")}
        for nth, point in enumerate(chart.get("points", ()) or ({},), 1):
            place = Place(name, f"图表“{chart.get('name') or count}”", f"第{nth}项")
            data = point.get("data", "")
            yield ChartRow(
                chart=own["name"],
                kind=own["kind"],
                title=own["title"],
                unit=own["unit"],
                years=own["years"],
                label=point.get("label", ""),
                data=f"{data:f}" if isinstance(data, Decimal) else str(data),
                places=(place,) * len(fields(ChartRow)[:-1]),
            )
            own = dict.fromkeys(own, "")  # what a chart's first row says holds for all of them


def table_data(table: FurtherTable) -> dict[str, Any]:
    """Return a further table, row by row; null where a merged cell covers one."""
    rows: list[list[object]] = [[None] * table.width for _ in range(table.height)]
    for cell in table.cells:
        merged = cell.rows > 1 or cell.columns > 1
        rows[cell.row][cell.column] = (
            {"text": cell.text, "rows": cell.rows, "columns": cell.columns} if merged else cell.text
        )
    return {"header_rows": table.header_rows, "rows": rows}


def further_tables_of(
    given: Mapping[str, Data], name: str, findings: list[Finding]
) -> dict[str, FurtherTable]:
    """Return the further tables that are given, and find those that cannot be printed."""
    tables: dict[str, FurtherTable] = {}
    for own, data in given.items():
        place = Place(name, f"表格“{own}”")
        rows: list[list[Any]] = data.get("rows", [])
        height, width = len(rows), max(map(len, rows), default=0)
        cells = [
            _cell(value, row, column, place)
            for row, line in enumerate(rows)
            for column, value in enumerate(line)
            if value is not None
        ]
        problem = _problem(cells, height, width)
        if problem:
            findings.append(held_back("E03", place, problem, "请改正这张表"))
        else:
            heads = min(int(data.get("header_rows", 1)), height)
            tables[own] = FurtherTable(own, tuple(cells), height, width, heads)
    return tables


def _cell(value: str | Data, row: int, column: int, place: Place) -> TableCell:
    at = Place(place.file, place.within, f"第{row + 1}行第{column + 1}列")
    if isinstance(value, str):
        return TableCell(row, column, value, place=at)
    rows, columns = int(value.get("rows", 1)), int(value.get("columns", 1))
    return TableCell(row, column, value.get("text", ""), rows, columns, place=at)


def _problem(cells: Sequence[TableCell], height: int, width: int) -> str:
    """Say why a table cannot be printed; empty where it can."""
    if not any(cell.text.strip() for cell in cells):
        return "是空的"
    if height > MOST_ROWS or width > MOST_COLUMNS:
        return f"有 {height} 行 {width} 列，最多 {MOST_ROWS} 行 {MOST_COLUMNS} 列"
    covered: set[tuple[int, int]] = set()
    for cell in cells:
        spots = {
            (row, column)
            for row in range(cell.row, min(cell.row + cell.rows, height + 1))
            for column in range(cell.column, min(cell.column + cell.columns, width + 1))
        }
        beyond = cell.row + cell.rows > height or cell.column + cell.columns > width
        if beyond or spots & covered:
            return f"第{cell.row + 1}行第{cell.column + 1}列合并的格与别的格重叠，或者出了表"
        covered |= spots
    if len(covered) < height * width:
        return "有的格没有写，也没有被合并的格盖住"
    return ""
