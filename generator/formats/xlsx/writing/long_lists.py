"""Rows of a sheet that may have thousands of them.

openpyxl builds an object for every cell. It draws what stands above such rows, and holds their
looks; the rows themselves are written as they come, and put into the file that it has saved.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from zlib import compressobj, decompress

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.editing.cell_writer import digits
from generator.formats.xlsx.reading.cells import sheet_files
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import as_stored

Value = str | int | Decimal | None
_NO_FILLS: Mapping[int, PatternFill] = {}
_TEXT, _GENERAL = "@", "General"
_LEVEL = 1  # kept packed until the sheet is written: twenty megabytes of a collection
_END = b"</sheetData>"
_DIMENSION = re.compile(rb"<dimension [^>]*/>")  # up to where; programs find it out themselves


class LongRows:
    """The rows of one sheet, each below the last and below all that openpyxl draws."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._looks = sheet, dict[tuple[object, ...], int]()
        self._compressor, self._compressed = compressobj(_LEVEL), bytearray()

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self._sheet.title

    @property
    def xml(self) -> bytes:
        """All rows, as the file of a sheet holds them."""
        rest = self._compressor.copy().flush()
        return decompress(self._compressed + rest)

    def look(
        self,
        *,
        font: Font = style.BODY,
        fill: PatternFill | None = None,
        alignment: Alignment = style.CENTRE,
        text: bool = False,
    ) -> int:
        """Return the number that a look has in the workbook; `text` stays text when edited."""
        key = id(font), id(fill), id(alignment), text
        if key not in self._looks:
            cell = Cell(self._sheet, row=1, column=1)
            cell.font, cell.alignment, cell.border = font, alignment, style.BORDER
            cell.number_format = _TEXT if text else _GENERAL
            if fill:
                cell.fill = fill
            self._looks[key] = cell.style_id
        return self._looks[key]

    def add(
        self, row: int, cells: Iterable[tuple[Value, int | None]], height: float | None = None
    ) -> None:
        """Write a row: values with the numbers of their looks, `height` in points."""
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        written = [
            self._cell(column, row, value, look)
            for column, (value, look) in enumerate(cells, 1)
            if value is not None or look is not None
        ]
        xml = f'<row r="{row}"{tall}>{"".join(written)}</row>'
        self._compressed += self._compressor.compress(xml.encode())

    def item(
        self,
        row: int,
        values: Sequence[Value],
        widths: Sequence[float],
        fills: Mapping[int, PatternFill] = _NO_FILLS,
    ) -> None:
        """Write an item of a list: texts that stay texts, numbers at the right, `fills` by column.

        The row is as high as it needs with columns of those widths.
        """
        cells = [
            (value, self._look_in_list(value, fills.get(column)))
            for column, value in enumerate(values, 1)
        ]
        texts = ("" if value is None else str(value) for value in values)
        self.add(row, cells, style.height_for(zip(texts, widths, strict=True)))

    def _look_in_list(self, value: Value, fill: PatternFill | None) -> int:
        if isinstance(value, str):
            return self.look(alignment=style.TOP_LEFT, fill=fill, text=True)
        aligned = style.TOP_LEFT if value is None else style.TOP_RIGHT
        return self.look(alignment=aligned, fill=fill)

    def _cell(self, column: int, row: int, value: Value, look: int | None) -> str:
        styled = "" if look is None else f' s="{look}"'
        tag = f'c r="{column_letters(column)}{row}"{styled}'
        if value is None or value == "":
            return f"<{tag}/>"
        if not isinstance(value, str):
            return f"<{tag}><v>{digits(Decimal(value)).decode()}</v></c>"
        stored = as_stored(value, f"{self.name} {address((row, column))}")
        text = escape(stored, quote=False).replace("\r", "&#13;")
        return f'<{tag} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def with_rows(parts: Mapping[str, bytes], rows: Iterable[LongRows]) -> Mapping[str, bytes]:
    """Return the parts of a workbook that openpyxl has just saved, with further rows in it.

    Those of a sheet are put into it when it is asked for, so that one at a time is in memory.
    """
    files = sheet_files(parts)
    return _WithRows(parts, {files[each.name]: each for each in rows})


class _WithRows(Mapping[str, bytes]):
    def __init__(self, parts: Mapping[str, bytes], rows: Mapping[str, LongRows]) -> None:
        self._parts, self._rows = parts, rows

    def __getitem__(self, part: str) -> bytes:
        content = self._parts[part]
        if part not in self._rows:
            return content
        above, end, below = _DIMENSION.sub(b"", content).rpartition(_END)
        if not end:
            raise ValueError(f"{part} has no rows above those to be added")
        return b"".join((above, self._rows[part].xml, end, below))

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
