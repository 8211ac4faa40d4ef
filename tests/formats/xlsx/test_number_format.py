"""What Excel's number formats show."""

import csv
import re
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.formats.xlsx.number_format import number_as_shown, text_as_shown
from tests import opened
from tests.libreoffice import convert, needs_libreoffice

SHOWN = [
    ("12", "General", "12"),
    ("12", "@", "12"),
    ("2345.678", "#,##0.00", "2,345.68"),
    ("-2.5", "0", "-3"),
    ("0.4", "#", ""),
    ("12", "0.##", "12."),
    ("0.5", ".00", ".50"),
    ("5", "000", "005"),
    ("0.985", "0.0%", "98.5%"),
    ("1234567", '0!.0,"万"', "123.5万"),
    ("12345", '0,"千元"', "12千元"),
    ("5", r"0\万", "5万"),
    ("5", "-0", "-5"),
    ("12", '0"0"', "120"),
    ("7", '"12"', "12"),
    ("5", ";;;", ""),
    ("5", "[$¥-804]#,##0.00", "¥5.00"),
    ("5", '[Red]General"件"', "5件"),
    ("1234", r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', " 1,234 "),
    ("0", r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', " - "),
    ("-5", "0;0", "5"),
    ("500", '[>100]"多";0', "多"),
    ("50", '[>100]"多";0', "50"),
]
NOT_KNOWN = [
    *("yyyy-m-d", "h:mm", "# ?/?", "0.00E+00", "[DBNum1]General", "[DBNum2][$-804]0", "0d"),
    *('[>100]"多"', '"x', "e", "上午/下午", '"x"@', "0.0.0", "[$-1E000000]0", "0;0;0;0;0"),
    *("[$-F800]0", "0" * 300),
]


@pytest.mark.parametrize(("value", "number_format", "shown"), SHOWN)
def test_a_number_is_shown_as_its_format_says(value: str, number_format: str, shown: str) -> None:
    assert number_as_shown(Decimal(value), number_format) == shown


@pytest.mark.parametrize("number_format", NOT_KNOWN)
def test_what_is_not_certain_is_not_worked_out(number_format: str) -> None:
    assert number_as_shown(Decimal(5), number_format) is None


@pytest.mark.parametrize("number_format", ["0", "0.0", "0;-0", "#,##0;-#,##0", "0.0%;-0.0%"])
def test_nothing_less_than_nothing_is_shown(number_format: str) -> None:
    assert number_as_shown(Decimal("-0.0004"), number_format) is None
    assert number_as_shown(Decimal("-12"), number_format) not in (None, "-0")


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        *(("@", "五"), ("0.00", "五"), ("yyyy", "五"), ('@"件"', "五件"), (";;;", "")),
        *(('0;0;0;"无"', "无"), ("0;-0;;@", "五"), ("0;0;0;0", None), ("yyyy;@", None)),
    ],
)
def test_a_text_is_shown_as_its_format_says(number_format: str, shown: str | None) -> None:
    assert text_as_shown("五", number_format) == shown


VALUES = [0, 5, 12, -5, 12.6, 0.5, 0.985, 2345.678, 1234567, 157.3, 100000, 0.004]
_CORES = [
    *(
        "0",
        "0.0",
        "0.00",
        "#",
        "#.##",
        "0.##",
        "#,##0",
        "#,##0.00",
        "000",
        "0%",
        "0.00%",
        "General",
    ),
    *("0,", "#,##0,", "0.0,", r"0\.0", '0"0"', '"12"', "?0", "0.0?", "00-00"),
]
_AROUND = [
    '{}"件"',
    r"{}\万",
    "-{}",
    "{}_ ",
    "[Red]{}",
    "[$¥-804]{}",
    '"约"{}',
    "{};-{}",
    "{};;",
    "{}",
]
_FORMATS = [
    *(
        around.replace("{}", core)
        for core, around in product(_CORES, _AROUND)
        if not around.startswith("[$") or core not in ('"12"', "0%", "0.00%")  # it forgets the %
    ),
    *(";;;", '[>100]"多";0', '[<10]0"少";[>100]0"多";0', '0;-0;"零"', "[DBNum1]General"),
    *("0.00E+00", "# ?/?", "yyyy-m-d", r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)'),
]


@needs_libreoffice
def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row, number_format in enumerate(_FORMATS, 1):
        for column, value in enumerate(VALUES, 1):
            cell = sheet.cell(row, column, value)
            cell.number_format = number_format
    source = tmp_path / "formats.xlsx"
    source.write_bytes(opened.saved(book))
    shown = convert(source, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", tmp_path)
    with shown.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    compared, wrong = 0, []
    for number_format, shown_there in zip(_FORMATS, rows, strict=True):
        for value, theirs in zip(VALUES, shown_there, strict=True):
            ours = number_as_shown(Decimal(str(value)), number_format)
            if ours is not None:
                compared += 1
                # Excel leaves the point of "12.", LibreOffice does not
                if re.sub(r"\.(?!\d)", "", ours).strip() != theirs.strip():
                    wrong.append((value, number_format, ours, theirs))
    assert compared > 2000
    assert wrong == []
