"""The XML of a worksheet: its rows one after the other, and then all that stands around them."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import product
from xml.etree import ElementTree

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import bounds, spot_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL = _MAIN + "row", _MAIN + "c"
_LARGE = 2_000_000  # bytes of which the elements take fifty megabytes


class SheetRows:
    """A worksheet of any size: of a large one, the cells of a row are gone when the next comes."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._root: ElementTree.Element | None = None
        self.large = len(content) >= _LARGE

    def rows(self) -> Iterator[ElementTree.Element]:
        """Yield the rows, to be looked at before the next is asked for."""
        if not self.large:
            yield from self.root.iterfind(f"{_MAIN}sheetData/{_ROW}")
            return
        for _, element in ElementTree.iterparse(BytesIO(self._content)):  # noqa: S314 - guarded
            if element.tag == _ROW:
                yield element
                del element[:]  # how high it is, and whether it is hidden, stays
            self._root = element  # the last that ends is the one around all others

    @property
    def root(self) -> ElementTree.Element:
        """All of it; of a large one, after its rows, without their cells."""
        if self._root is None:
            self._root = ElementTree.fromstring(self._content)  # noqa: S314 - guarded
        return self._root


def placed_cells(
    rows: Iterable[ElementTree.Element],
) -> Iterator[tuple[Spot, ElementTree.Element]]:
    """Yield every cell with its place; without a name it follows the one before it."""
    number = 0
    for row in rows:
        number, column = int(row.get("r", number + 1)), 0
        for cell in row.iterfind(_CELL):
            name = cell.get("r")
            spot = spot_of(name) if name else (number, column + 1)
            column = spot[1]
            yield spot, cell


def covered_cells(root: ElementTree.Element) -> Iterator[Spot]:
    """Yield the cells that a merge covers: all of it but the first."""
    for merge in root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell"):
        left, top, right, bottom = bounds(merge.get("ref", ""))
        spots = product(range(top, bottom + 1), range(left, right + 1))
        yield from (spot for spot in spots if spot != (top, left))
