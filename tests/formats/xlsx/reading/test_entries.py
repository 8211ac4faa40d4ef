"""基本信息."""

from datetime import date

import pytest

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.reading.entries import read_entries
from generator.model.report import Entry
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.forms import FORM
from tests.packages import package
from tests.samples import FILE, read, workbook

SHEET, YEAR, END = "基本信息", "B6", "B8"


def typed_at(
    cell: str, value: object, number_format: str = "", of: bytes | None = None
) -> tuple[dict[str, Entry], list[str]]:
    """Return what is read and told when a cell is typed over, and given a number format."""
    formats = {cell: number_format} if number_format else {}
    sheet = sheet_with(SHEET, {cell: value}, formats, of=of)
    entries, findings = read_entries(sheet, FORM, FILE)
    return entries, lines(findings)


@pytest.mark.parametrize(
    "typed", ["2024年12月31日", "2024-12-31", "2024/12/31", "２０２４．12．31"]
)
def test_a_date_may_be_written_out(typed: str) -> None:
    found, findings = typed_at(END, typed)
    assert findings == []
    assert found["统计期限止"].value == date(2024, 12, 31)


def test_a_date_may_be_a_date() -> None:
    found, _ = typed_at(END, 45657)  # in a cell for dates, as Excel stores it
    assert found["统计期限止"].printed == "2024年12月31日"


@pytest.mark.parametrize("typed", [2024, "2024", "2024年", "２０２４"])
def test_a_year_may_be_a_number_or_text(typed: object) -> None:
    found, _ = typed_at(YEAR, typed)
    assert found["年度"].value == 2024


@pytest.mark.parametrize(
    ("cell", "typed", "name"),
    [
        ("B4", None, "机关名称"),
        ("B5", "企业", "机关类型"),
        ("B6", "去年", "年度"),
        ("B6", 24, "年度"),
        ("B8", "2024年13月1日", "统计期限止"),
        ("B4", "=A1", "机关名称"),
    ],
)
def test_what_is_missing_or_cannot_be_understood_is_named(
    cell: str, typed: object, name: str
) -> None:
    found, findings = typed_at(cell, typed)
    assert name not in found
    assert len(findings) == 1
    assert findings[0].startswith(f"R05 2024.xlsx『基本信息』{cell}：“{name}”")


def test_a_line_that_is_gone_is_named() -> None:
    _, findings = typed_at("A6", None)
    assert findings == ["R05 2024.xlsx『基本信息』：找不到“年度”。请恢复为一行。"]


def test_what_may_stay_blank_is_no_finding() -> None:
    found, findings = read(workbook())
    assert "落款" not in found.entries
    assert findings == []


def test_a_telephone_typed_as_a_number_is_text() -> None:
    found, _ = typed_at("B11", 22050738)
    assert found["电话"].printed == "22050738"


@pytest.mark.parametrize(("cell", "said"), [("D9", "这里写了内容"), ("A20", "不认识的项目")])
def test_what_is_written_elsewhere_is_not_dropped_unseen(cell: str, said: str) -> None:
    _, findings = typed_at(cell, "www.example.cn")
    assert len(findings) == 1
    assert f"『基本信息』{cell}：{said}" in findings[0]


@pytest.mark.parametrize(
    "typed", ["2024-12-31 00:00:00", "2024/12/31 0:00", 20241231, "二〇二四年十二月三十一日"]
)
def test_a_date_as_other_programs_write_it_is_that_date(typed: object) -> None:
    found, findings = typed_at(END, typed, "General")
    assert findings == []
    assert found["统计期限止"].value == date(2024, 12, 31)


@pytest.mark.parametrize("typed", [45657, "45657"])
def test_a_date_that_lost_its_format_is_read_and_told(typed: object) -> None:
    found, findings = typed_at(END, typed, "General")
    assert found["统计期限止"].printed == "2024年12月31日"
    assert findings == [
        "R05 2024.xlsx『基本信息』B8：“统计期限止”填的是 45657，是 Excel 记日期用的数，"
        "读作 2024年12月31日。没有错就不必管；最好写成 2024年12月31日。"
    ]


def test_such_a_number_is_counted_from_the_first_day_of_its_workbook() -> None:
    parts = open_archive(workbook(), FILE, WORKBOOK)
    of_1904 = parts[WORKBOOK].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    data = package({**parts, WORKBOOK: of_1904})
    found, _ = typed_at(END, 44195, "General", of=data)
    assert found["统计期限止"].printed == "2024年12月31日"


@pytest.mark.parametrize("typed", [12, 5000, 99999])
def test_a_number_that_is_no_day_of_a_report_is_not_understood(typed: int) -> None:
    found, findings = typed_at(END, typed, "General")
    assert "统计期限止" not in found
    assert "看不懂" in findings[0]


@pytest.mark.parametrize(
    ("cell", "typed", "number_format", "said"),
    [
        (
            "B8",
            45657,
            'm"月"d"日"',
            "存的是 2024年12月31日，但单元格格式没有把年、月、日都显示出来，或者顺序不对、多了数字",
        ),
        ("B11", 22050738, "0000-0000", "但单元格格式让它显示成“2205-0738”"),
        ("B4", "某某市某某局", ";;;", "但单元格格式把它隐藏了"),
        ("B4", "某某市某某", '@"局"', "但单元格格式让它显示成“某某市某某局”"),
        ("B6", 2024, '0"1"', "但单元格格式让它显示成“20241”"),
    ],
)
def test_what_a_cell_does_not_show_is_told(
    cell: str, typed: object, number_format: str, said: str
) -> None:
    _, findings = typed_at(cell, typed, number_format)
    assert len(findings) == 1
    assert f"『基本信息』{cell}：" in findings[0]
    assert said in findings[0]


def test_a_year_may_be_shown_with_its_unit() -> None:
    _, findings = typed_at(YEAR, 2024, '0"年"')
    assert findings == []


@pytest.mark.parametrize(
    "number_format", ['yyyy"年"d"月"m"日"', r"yyyy\0-m-d", 'yyyy-m-d "0"', "d/m/y", "m/d/yyyy"]
)
def test_a_day_that_is_shown_as_another_is_told(number_format: str) -> None:
    _, findings = typed_at(END, 45301, number_format)
    assert len(findings) == 1
    assert "存的是 2024年1月10日，但单元格格式没有" in findings[0]
    assert "写成 2024年1月10日 这样" in findings[0]


@pytest.mark.parametrize(
    "number_format",
    [
        *("yyyy/m/d", "mm-dd-yy", "d-mmm-yy", "e-m-d", "yyyy-mm-dd;@", "yyyy-m-d h:mm:ss.000"),
        '[DBNum1][$-804]yyyy"年"m"月"d"日"dddd',
        r"[$-F800]dddd\,\ mmmm\ dd\,\ yyyy",
        'yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"',
    ],
)
def test_a_day_that_is_shown_as_itself_is_taken_in_silence(number_format: str) -> None:
    found, findings = typed_at(END, 45657, number_format)
    assert findings == []
    assert found["统计期限止"].value == date(2024, 12, 31)


@pytest.mark.parametrize("typed", ["2024-12-31\u200b", "\ufeff2024-12-31"])
def test_a_sign_that_nobody_sees_is_named(typed: str) -> None:
    _, findings = typed_at(END, typed)
    assert len(findings) == 1
    assert "填的是“2024-12-31”，里面有看不见的零宽空格（U+" in findings[0]
    assert "请写 2024-12-31" in findings[0]


@pytest.mark.parametrize(
    ("typed", "number_format", "advice"),
    [
        (2024, 'yyyy"年"m"月"d"日"', "再填 2024"),
        (2024, "yyyy", "再填 2024"),
        (45657, "yyyy", "再填 2024"),
        (1904, "yyyy-m-d", "再填 年度"),
        (0.5, "h:mm", "再填 年度"),
    ],
)
def test_a_year_in_a_cell_for_dates_is_told_with_the_format_to_set(
    typed: float, number_format: str, advice: str
) -> None:
    found, findings = typed_at(YEAR, typed, number_format)
    assert "年度" not in found
    assert len(findings) == 1
    assert "因为这一格是日期格式" in findings[0]
    assert f"请把单元格格式改成“常规”，{advice}。" in findings[0]
