"""What nobody sees in a workbook and is printed all the same is told, and holds nothing back."""

from functools import cache

from generator.files.zip_archive import WORKBOOK, package
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.out_of_sight import RULE
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Severity
from tests.few import each
from tests.form.small import SMALL
from tests.form.small_office import filled_in, with_figures

TABLE, NARRATIVE = "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"
SHEET = "这张工作表是隐藏的，照样印出"
ADVICE = "确实要印的，可以不管；不印的，请显示出来再清除"


@cache
def office() -> bytes:
    return with_figures(filled_in(), {"收案个人": 0})


def told(part: str, old: str, new: str) -> list[str]:
    """Return what is said of a workbook after one change to one of its parts."""
    parts = dict(workbook_parts(office(), "2024.xlsx"))
    assert old in parts[part].decode()
    parts[part] = parts[part].decode().replace(old, new, 1).encode()
    report, found = read_content(package(parts), "2024.xlsx", SMALL)
    assert report.figures == read_content(office(), "2024.xlsx", SMALL)[0].figures
    assert {one.severity for one in found if one.rule == RULE} <= {Severity.NOTICE}
    assert {one.advice for one in found if one.rule == RULE} <= {ADVICE}
    return [f"{one.place.spot} {one.message}" for one in found if one.rule == RULE]


ROWS = "行是隐藏的（或者被筛选掉了），照样印出"


@each(
    "part, old, new, said",
    [
        (NARRATIVE, '<row r="13"', '<row r="13" hidden="1"', f"D13 第 13 {ROWS}"),
        (NARRATIVE, '<row r="13"', '<row r="13" ht="0.1"', f"D13 第 13 {ROWS}"),
        (TABLE, '<row r="5"', '<row hidden="true" r="5"', f"B5 第 5 {ROWS}"),
        (TABLE, 'min="2"', 'hidden="1" min="2"', "B5 B 列是隐藏的，照样印出"),
        (
            TABLE,
            'min="2" max="2"',
            'min="2" max="16384" hidden="1"',
            "B5 B、C 列是隐藏的，照样印出",
        ),
        (WORKBOOK, 'sheetId="3" state="visible"', 'sheetId="3" state="hidden"', f"B5 {SHEET}"),
        (WORKBOOK, 'sheetId="4" state="visible"', 'sheetId="4" state="veryHidden"', f"D13 {SHEET}"),
        (
            TABLE,
            "<sheetView ",
            '<sheetView showZeros="0" ',
            "B5 这张表设成了不显示零，B5 的 0 看不见，照样印出",
        ),
    ],
)
def test_what_is_hidden_and_printed_is_told(part: str, old: str, new: str, said: str) -> None:
    assert told(part, old, new) == [said]


@each(
    "part, old, new",
    [
        (NARRATIVE, '<row r="12"', '<row r="12" hidden="1"'),
        (WORKBOOK, 'sheetId="1" state="visible"', 'sheetId="1" state="hidden"'),
        (TABLE, "<sheetView ", '<sheetView showZeros="1" '),
    ],
)
def test_what_is_hidden_and_not_printed_is_let_be(part: str, old: str, new: str) -> None:
    assert told(part, old, new) == []
