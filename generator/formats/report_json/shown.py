"""What a document shows beside text, as its snapshot has it: pictures without their content."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.model.exhibits import (
    MOST_COLUMNS,
    MOST_ROWS,
    PICTURE_TYPES,
    Chart,
    ChartKind,
    Exhibit,
    FurtherTable,
    Picture,
    Series,
    TableCell,
)

_PICTURE, _CHART, _TABLE = "picture", "chart", "table"
_MOST_PIXELS = 100_000_000


def exhibit_data(exhibit: Exhibit) -> dict[str, Any]:
    """Return something shown as JSON has it."""
    if isinstance(exhibit, Picture):
        size = exhibit.width, exhibit.height, exhibit.dots_per_inch
        return {_PICTURE: [exhibit.file, exhibit.media_type, *size, exhibit.digest]}
    if isinstance(exhibit, Chart):
        return {
            _CHART: [
                exhibit.name,
                exhibit.kind.value,
                exhibit.title,
                exhibit.unit,
                list(exhibit.categories),
                [[one.name, [_text(value) for value in one.values]] for one in exhibit.series],
            ]
        }
    cells = [[one.row, one.column, one.text, one.rows, one.columns] for one in exhibit.cells]
    size_of_table = exhibit.height, exhibit.width, exhibit.header_rows
    return {_TABLE: [exhibit.name, *size_of_table, cells]}


def exhibit_of(data: dict[str, Any], media: Mapping[str, bytes]) -> Exhibit:
    """Return what `exhibit_data` wrote; a picture's content from `media`, by its sha256.

    A picture that is not there any more has its sha256 as content. Raise ValueError or TypeError
    where the data are something else.
    """
    ((kind, given),) = data.items()
    if kind == _PICTURE:
        file, media_type, width, height, dots, digest = given
        if not 0 < width * height <= _MOST_PIXELS or not dots > 0:
            raise ValueError(f"no size of a picture: {width} × {height}")
        if media_type not in PICTURE_TYPES:
            raise ValueError(f"no picture that documents show: {media_type!r:.100}")
        content = media.get(digest, digest.encode())
        return Picture(str(file), content, str(media_type), width, height, float(dots))
    if kind == _CHART:
        name, how, title, unit, categories, series = given
        return Chart(
            str(name),
            ChartKind(how),
            str(title),
            str(unit),
            tuple(map(str, categories)),
            tuple(Series(str(own), tuple(map(_value, values))) for own, values in series),
        )
    if kind == _TABLE:
        name, height, width, header_rows, cells = given
        if not (0 < height <= MOST_ROWS and 0 < width <= MOST_COLUMNS):
            raise ValueError(f"no size of a table: {height} × {width}")
        found = tuple(
            TableCell(int(row), int(column), str(text), int(rows), int(columns))
            for row, column, text, rows, columns in cells
        )
        return FurtherTable(str(name), found, int(height), int(width), int(header_rows))
    raise ValueError(f"nothing that is shown: {kind:.100}")


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _value(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
