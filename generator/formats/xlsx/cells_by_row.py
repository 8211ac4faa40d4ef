"""The cells of a very large worksheet, row by row: a tenth of what a dictionary of them takes."""

from collections.abc import Iterator, MutableMapping

from generator.form.labels import Spot


class CellsByRow(MutableMapping[Spot, object]):
    """Values by row and column; none of them is None."""

    def __init__(self) -> None:
        self._rows: dict[int, list[object]] = {}

    def __getitem__(self, spot: Spot) -> object:
        row, column = spot
        cells = self._rows.get(row, ())
        value = cells[column] if column < len(cells) else None
        if value is None:
            raise KeyError(spot)
        return value

    def __setitem__(self, spot: Spot, value: object) -> None:
        row, column = spot
        cells = self._rows.setdefault(row, [])
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value

    def __delitem__(self, spot: Spot) -> None:
        self[spot]  # KeyError where there is none
        self._rows[spot[0]][spot[1]] = None

    def __iter__(self) -> Iterator[Spot]:
        for row, cells in self._rows.items():
            for column, value in enumerate(cells):
                if value is not None:
                    yield row, column

    def __len__(self) -> int:
        return sum(len(cells) - cells.count(None) for cells in self._rows.values())

    def __bool__(self) -> bool:
        return any(True for _ in self)
