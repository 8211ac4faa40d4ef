"""Reports that show something beside text: a picture, a chart, a further table."""

import struct
import zlib
from dataclasses import replace
from decimal import Decimal

from generator.model.exhibits import (
    Chart,
    ChartKind,
    ChartRow,
    Exhibit,
    FurtherTable,
    Picture,
    Series,
    TableCell,
)
from generator.model.report import Paragraph, Place, Report

PART = "第一部分"
ROWS = (
    ("镇（街道）", "收到", "办结"),
    ("甲镇", "12", "9"),
    ("乙街道办事处", "7", "7"),
    ("合计", "19", "16"),
)


def png(width: int = 40, height: int = 30) -> bytes:
    """Return a grey picture as the bytes of a .png, without a library of pictures."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = (b"\x00" + b"\x80" * width) * height
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def picture(width: int = 40, height: int = 30, file: str = "培训.png") -> Picture:
    """Return a picture of so many pixels."""
    return Picture(file, png(width, height), "png", width, height)


def table(*rows: tuple[str, ...], name: str = "各镇", header_rows: int = 1) -> FurtherTable:
    """Return a further table without merged cells."""
    rows = rows or ROWS
    cells = [
        TableCell(
            row, column, text, place=Place("2024.xlsx", name, f"{'ABCDEFGH'[column]}{row + 1}")
        )
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
    ]
    return FurtherTable(name, tuple(cells), len(rows), len(rows[0]), header_rows)


def chart(kind: ChartKind = ChartKind.COLUMN) -> Chart:
    """Return a chart of three numbers in two years; of one for a pie."""
    series = (
        Series("2023年", (Decimal(3), None, Decimal(1))),
        Series("2024年", (Decimal(5), Decimal(2), Decimal(0))),
    )
    categories = ("自然人", "商业企业", "科研机构")
    kept = series[1:] if kind is ChartKind.PIE else series
    return Chart("申请人", kind, "", "件", categories, kept)


def chart_row(**typed: str) -> ChartRow:
    """Return a row of 『图表』."""
    names = ("chart", "kind", "title", "unit", "years", "label", "data")
    places = tuple(Place("2024.xlsx", "图表", f"{letter}4") for letter in "ABCDEFG")
    return ChartRow(**{name: typed.get(name, "") for name in names}, places=places)


def row(kind: str, caption: str, shows: str, part: str = PART) -> Paragraph:
    """Return a row of the narrative that shows something."""
    at, above = (Place("2024.xlsx", "正文", cell) for cell in ("D9", "C9"))
    return Paragraph(part, 0, caption, shows, at, above, kind=kind)


def showing(report: Report, *rows: Paragraph) -> Report:
    """Return a report with further rows at its end, and what each of them shows."""
    known: dict[str, Exhibit] = {
        "培训.png": picture(),
        "【图表：申请人】": chart(),
        "【表格：各镇】": table(),
    }
    named = {one.text: one.text.split("\n")[0] for one in rows if one.kind}
    exhibits = {text: known[name] for text, name in named.items() if name in known}
    return replace(report, paragraphs=(*report.paragraphs, *rows), exhibits=exhibits)


ALL = (
    row("图", "培训现场", "培训.png"),
    row("图", "申请人的构成", "【图表：申请人】"),
    row("表", "各镇的申请", "【表格：各镇】"),
)
