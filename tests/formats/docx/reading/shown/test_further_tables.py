"""A table of a document as one of a workbook."""

import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from generator.formats.docx.reading.shown.further_tables import table_there
from generator.model.exhibits import FurtherTable

Span = tuple[str, int, str]
"""The text of a cell, how many columns it takes, and what it says of a merge downwards."""


def table(*rows: list[str | Span], header: int = 0) -> FurtherTable | None:
    lines = ""
    for number, row in enumerate(rows):
        cells = ""
        for cell in row:
            text, across, merge = cell if isinstance(cell, tuple) else (cell, 1, "")
            down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
            cells += (
                f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{down}</w:tcPr>'
                f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            )
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if number < header else ""
        lines += f"<w:tr>{mark}{cells}</w:tr>"
    found = table_there(parse_xml(f"<w:tbl {nsdecls('w')}>{lines}</w:tbl>"))
    return found and found.table


def spans(found: FurtherTable | None) -> list[tuple[str, int, int, int, int]]:
    assert found is not None
    return [(one.text, one.row, one.column, one.rows, one.columns) for one in found.cells]


def test_merged_cells_keep_their_height_and_width() -> None:
    found = table(
        [("镇", 1, "restart"), ("收到", 2, "")],
        [("", 1, "continue"), "网上", "当面"],
        ["甲镇", "1", "2"],
        header=2,
    )
    assert spans(found)[:4] == [
        ("镇", 0, 0, 2, 1),
        ("收到", 0, 1, 1, 2),
        ("网上", 1, 1, 1, 1),
        ("当面", 1, 2, 1, 1),
    ]
    assert found is not None
    assert (found.height, found.width, found.header_rows) == (3, 3, 2)


def test_without_a_mark_the_first_row_is_the_header_with_all_that_is_merged_with_it() -> None:
    assert table(["镇", "数"], ["甲", "1"]) is not None
    plain = table(["镇", "数"], ["甲", "1"])
    merged = table([("镇", 1, "restart"), "数"], [("", 1, "continue"), "件"], ["甲", "1"])
    assert plain is not None
    assert merged is not None
    assert (plain.header_rows, merged.header_rows) == (1, 2)


def test_blank_rows_and_columns_around_it_are_no_part_of_it() -> None:
    found = table(["", "", ""], ["", "镇", "数"], ["", "甲", "1"], ["", ""])
    assert spans(found) == [
        ("镇", 0, 0, 1, 1),
        ("数", 0, 1, 1, 1),
        ("甲", 1, 0, 1, 1),
        ("1", 1, 1, 1, 1),
    ]


def test_a_row_with_fewer_cells_is_filled_up() -> None:
    assert spans(table(["镇", "数"], ["甲"]))[2:] == [("甲", 1, 0, 1, 1), ("", 1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("12.5%", "0.125"),
        ("-3", "-3"),
        ("12件", None),
        ("1,23", None),
        ("2024-1", None),
        ("1" * 16, None),
        ("", None),
    ],
)
def test_numbers_are_numbers(text: str, value: str | None) -> None:
    found = table(["镇", "数"], ["甲", text])
    assert found is not None
    known = found.cells[-1].value
    assert (None if known is None else str(known)) == value


def test_what_the_program_says_of_a_table_by_itself_is_not_said_again() -> None:
    rows = f"<w:tr>{'<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>' * 2}</w:tr>" * 2
    for said, kept in (("各镇，2 行 2 列的表。", ""), ("各镇的数", "各镇的数")):
        about = f'<w:tblPr><w:tblDescription w:val="{said}"/></w:tblPr>'
        found = table_there(parse_xml(f"<w:tbl {nsdecls('w')}>{about}{rows}</w:tbl>"))
        assert found is not None
        assert found.alternative == kept


@pytest.mark.parametrize("rows", [401, 1], ids=["too long", "too wide"])
def test_a_blank_or_too_large_one_is_none(rows: int) -> None:
    assert table(["", ""]) is None
    row: list[str | Span] = ["甲"] * (1 if rows > 1 else 21)
    assert table(*[row] * rows) is None


def test_columns_are_as_wide_as_the_document_says() -> None:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (500, 1000, 2000))
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in ("", "甲", "乙")
    )
    rows = f"<w:tblGrid>{{}}</w:tblGrid><w:tr>{cells}</w:tr>"
    found = [
        table_there(parse_xml(f"<w:tbl {nsdecls('w')}>{rows.format(said)}</w:tbl>"))
        for said in (grid, grid.replace('"1000"', '"0"'), "")
    ]
    assert [one and one.widths for one in found] == [(1000, 2000), (), ()]
