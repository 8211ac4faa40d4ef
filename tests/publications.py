"""A report as it is published, with one of everything."""

from datetime import date
from decimal import Decimal

from generator.form.grid import grid, header_rows, height, width
from generator.form.vocabulary import Table
from generator.model.exhibits import Chart, ChartKind, Series
from generator.model.publication import (
    Cell,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
    PublishedTable,
    Scope,
)
from tests.exhibits import chart, picture
from tests.forms import FORM


def official(table: Table, name: str) -> PublishedTable:
    """Return a table of the form with a number in every figure's cell."""
    heads = header_rows(table.blocks[0])
    cells = tuple(
        Cell(
            cell.row,
            cell.column,
            cell.label or "12",
            cell.rows,
            cell.columns,
            _scope(cell.header, bool(cell.figure), cell.rows, cell.columns),
        )
        for cell in grid(table)
    )
    return PublishedTable("", name, cells, height(table), width(table), heads)


def _scope(header: bool, figure: bool, rows: int, columns: int) -> Scope:  # noqa: FBT001
    if figure:
        return Scope.NONE
    if header:
        return Scope.COLUMNS if columns > 1 else Scope.COLUMN
    return Scope.ROWS if rows > 1 else Scope.ROW


def further() -> PublishedTable:
    """Return a table by township."""
    rows = (("镇（街道）", "收到", "办结"), ("甲镇", "12", "9"), ("合计", "12", "9"))
    cells = tuple(
        Cell(
            at,
            column,
            text,
            scope=Scope.COLUMN if at == 0 else Scope.ROW if not column else Scope.NONE,
        )
        for at, line in enumerate(rows)
        for column, text in enumerate(line)
    )
    return PublishedTable("表1　各镇的申请", "各镇的申请", cells, 3, 3, 1)


def publication() -> Publication:
    """Return a report of all six sections, with pictures, charts of every kind, a further table."""
    charts = [
        Figure(chart(kind), f"图{number}　申请人的构成", f"{kind}：自然人 5 件、商业企业 2 件。")
        for number, kind in enumerate(ChartKind, 2)
    ]
    long = Chart(
        "长",
        ChartKind.COLUMN,
        "各单位办理的申请",
        "件",
        tuple(f"某某市某某局第{number}处" for number in range(14)),
        (Series("2024年", tuple(Decimal(number * 7 % 23) for number in range(14))),),
    )
    tables = [next(iter(section.tables), None) for section in FORM.sections]
    blocks = [
        Paragraph(
            (
                Piece("根据《中华人民共和国政府信息公开条例》编制本报告，见"),
                Piece("www.example.gov.cn", link="https://www.example.gov.cn"),
                Piece("。"),
            )
        ),
        Heading(2, FORM.headings[0]),
        Heading(3, "（一）主动公开"),
        Paragraph(
            (
                Piece("1.公文公开。", strong=True),
                Piece('全年主动公开公文 38 件，<a>&"\'符号"照印。'),
            )
        ),
        Figure(picture(400, 300), "图1　培训现场", "会场里坐满了人"),
        *charts,
        Figure(long, "图6　各单位", "柱形图：……"),
        further(),
        *(
            block
            for number, table in enumerate(tables[1:4], 1)
            if table
            for block in (Heading(2, FORM.headings[number]), official(table, FORM.headings[number]))
        ),
        Paragraph((Piece("注：收费单位为万元。"),), Manner.NOTE),
        Heading(2, FORM.headings[4]),
        *[Paragraph((Piece("存在公开的渠道不够多的问题，" * 12 + "今年已加强培训。"),))] * 3,
        Heading(2, FORM.headings[5]),
        Paragraph((Piece("本年度未收取信息处理费。"),)),
        Paragraph((Piece("某某市某某局"),), Manner.SIGNATURE),
        Paragraph((Piece("2025年1月20日"),), Manner.ISSUED),
    ]
    return Publication(
        ("某某市某某局", "2024年政府信息公开工作年度报告"),
        "某某市某某局",
        2024,
        date(2025, 1, 20),
        tuple(blocks),
    )
