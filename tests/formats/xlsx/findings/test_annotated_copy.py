"""Findings in a copy of the workbook, each at its cell."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.findings.annotated_copy import AUTHOR, annotated
from generator.formats.xlsx.findings.result_sheet import write_results
from generator.formats.xlsx.layout import RESULT_COLUMNS
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.writing import style
from generator.model.finding import Finding, Refusal, held_back, notice, unchecked, wrong
from generator.model.reading_order import groups
from generator.model.report import Place, Verification
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import changed, saved, to_look_at
from tests.packages import package
from tests.samples import FILE, numbers, read, report, typed_totals, workbook

SHEET = "三、申请办理"


def at(part: str, spot: str = "", file: str = FILE) -> Place:
    return Place(file, part, spot)


ERROR = wrong("X01", at("正文", "D4"), "件数不一致", "请核对", quote="新收4件")
LOOK = notice("W01", at("正文", "D4"), "重复", "请看一看")
KEPT_BACK = held_back("T3-01", at(SHEET, "J7"), "不相等", "请改正")
BLANKS = notice("T3-05", at(SHEET, "D9:E10、J12"), "5 格空白", "没有就填 0")
VERIFIED = wrong("X03", at("正文", "D5"), "不一致", "请核对")._replace(
    verified=Verification("X03-1A2B3C", "张三", "与台账一致"),
)
NOWHERE = unchecked("Y01", at(""), "没有上年的工作簿", "请指明")
LAST_YEAR = notice("Y03", at("正文", "D9", "2023.xlsx"), "与上年不同", "请看一看")
ALL = (ERROR, LOOK, KEPT_BACK, BLANKS, VERIFIED, NOWHERE, LAST_YEAR)


@cache
def small() -> bytes:
    """Return a workbook with sheets of the usual names, and hardly a cell in them."""
    book = Workbook()
    book.worksheets[0].title = "正文"
    book["正文"]["D4"], book["正文"]["D5"] = "=1+1", "一段"
    book["正文"]["D4"].data_type = "s"
    book.create_sheet(SHEET).merge_cells("D12:F13")
    return saved(book)


def copy(*findings: Finding, data: bytes | None = None) -> Workbook:
    return load_workbook(BytesIO(bytes_of(*findings, data=data)))


def bytes_of(*findings: Finding, data: bytes | None = None) -> bytes:
    return annotated(data or small(), FILE, groups(findings, report()))


@cache
def of_all(data: bytes) -> bytes:
    return bytes_of(*ALL, data=data)


def colour(opened: Workbook, sheet: str, cell: str) -> str:
    return str(opened[sheet][cell].fill.start_color.rgb)[-6:]


def shade(fill: object) -> str:
    return str(fill.start_color.rgb)[-6:]  # type: ignore[attr-defined]  # a PatternFill


def test_a_cell_has_the_colour_of_its_most_serious_finding_and_says_them_all() -> None:
    opened = to_look_at(of_all(small()))
    assert colour(opened, "正文", "D4") == shade(style.ERROR_FILL)
    assert colour(opened, "正文", "D5") == shade(style.VERIFIED_FILL)
    assert colour(opened, SHEET, "J7") == shade(style.ALARM_FILL)
    comment = opened["正文"]["D4"].comment
    assert comment
    assert comment.author == AUTHOR
    assert comment.text == (
        f"〔{ERROR.key}〕错误\n件数不一致。\n怎么办：请核对。\n\n"
        f"〔{LOOK.key}〕提示\n重复。\n怎么办：请看一看。"
    )
    verified = opened["正文"]["D5"].comment
    assert verified
    assert verified.text.endswith("已核实：张三，与台账一致")


def test_every_cell_of_a_finding_is_coloured_and_the_first_says_why() -> None:
    opened = copy(BLANKS)
    for cell in ("D9", "E9", "D10", "E10", "J12"):
        assert colour(opened, SHEET, cell) == shade(style.NOTICE_FILL)
    assert colour(opened, SHEET, "F9") != shade(style.NOTICE_FILL)
    with_comment = [
        cell.coordinate for row in opened[SHEET].iter_rows() for cell in row if cell.comment
    ]
    assert with_comment == ["D9"]


def test_the_list_in_front_has_a_row_for_each_and_links_to_its_cell() -> None:
    opened = to_look_at(of_all(small()))
    sheet = opened.worksheets[0]
    assert (sheet.title, opened.active) == ("核对结果", sheet)
    header = [cell.value for cell in sheet[3]]
    assert header == list(RESULT_COLUMNS)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[:4] for row in rows] == [
        [KEPT_BACK.key, "错误，必须改正", SHEET, "J7"],
        [ERROR.key, "错误", "正文", "D4"],
        [BLANKS.key, "提示", SHEET, "D9:E10、J12"],
        [LOOK.key, "提示", "正文", "D4"],
        [LAST_YEAR.key, "提示", "2023.xlsx『正文』", "D9"],
        [VERIFIED.key, "已核实", "正文", "D5"],
        [NOWHERE.rule, "无法核对", None, None],
    ]
    assert rows[1][4:] == ["件数不一致。原文：“新收4件”", "请核对。"]
    assert rows[5][5] == "已核实：张三，与台账一致"
    links = {row[3].value: row[3].hyperlink for row in sheet.iter_rows(min_row=4)}
    where = [link.location if link else None for link in links.values()]
    assert where == [f"'{SHEET}'!J7", "'正文'!D4", f"'{SHEET}'!D9", None, "'正文'!D5", None]


def test_what_one_thing_keeps_from_being_checked_is_one_row() -> None:
    found = [
        unchecked(f"Y0{number}", Place(FILE), "没有上年的工作簿", "请放在旁边") for number in (1, 2)
    ]
    other = unchecked("Y03", Place(FILE), "没有填年度", "请填写")
    sheet = copy(*found, other).worksheets[0]
    rows = [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=4)]
    assert rows == [["Y01、Y02", "无法核对"], ["Y03", "无法核对"]]


def test_a_file_name_with_signs_that_no_cell_holds_is_shown_without_them() -> None:
    book = Workbook()
    write_results(book, [], "a\x1b[31m.xlsx")
    said = [str(cell.value) for row in book["核对结果"] for cell in row]
    assert any("a□[31m.xlsx" in text for text in said)


def test_without_findings_it_says_so() -> None:
    assert copy()["核对结果"]["A4"].value == "没有发现问题"


def test_no_text_becomes_a_formula_or_a_link() -> None:
    found = []
    for text in ("=HYPERLINK(1)", "+1", "-1", "@某人", "http://x.cn", "\x07_x0007_"):
        verified = Verification(text, text, text)
        found += [
            wrong("X01", at("正文", "D4"), text, text, quote=text)._replace(verified=verified)
        ]
        found += [notice("X01", Place(FILE, text, text), text, text)]
    rows = list(copy(*found)["核对结果"].iter_rows(min_row=4))
    assert len(rows) == len(found)
    for row in rows:
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert cell.data_type == "s" or cell.value is None
            assert cell.hyperlink is None or cell.hyperlink.location == "'正文'!D4"
            assert cell.number_format == "@"


def test_text_that_looks_like_a_formula_stays_text_on_the_other_sheets_too() -> None:
    _, sheet, _ = read_sheets(workbook_parts(of_all(small()), FILE), FILE)
    assert sheet.values == {(4, 4): "=1+1", (5, 4): "一段"}
    assert sheet.formulas == {}


def test_a_comment_of_a_person_is_kept_above_ours() -> None:
    def change(book: Workbook) -> None:
        book["正文"]["D4"].comment = Comment("请王处看", "老王")

    comment = copy(LOOK, data=changed(small(), change))["正文"]["D4"].comment
    assert comment
    assert comment.author == "老王"
    assert comment.text.startswith(f"请王处看\n\n〔{LOOK.key}〕提示\n")


def test_of_merged_cells_the_one_that_shows_is_coloured() -> None:
    sheet = copy(notice("T3-05", at(SHEET, "F13"), "空白", "填 0"))[SHEET]
    assert shade(sheet["D12"].fill) == shade(style.NOTICE_FILL)
    assert sheet["D12"].comment
    assert [area.coord for area in sheet.merged_cells.ranges] == ["D12:F13"]


def test_locks_choices_and_live_checks_survive() -> None:
    before, after = to_look_at(workbook()), to_look_at(of_all(workbook()))
    assert after.sheetnames == ["核对结果", *before.sheetnames]
    for sheet in before.worksheets:
        other = after[sheet.title]
        assert other.protection.sheet == sheet.protection.sheet is True
        assert other["D4"].protection.locked == sheet["D4"].protection.locked
        for what in ("data_validations", "conditional_formatting"):
            assert len(list(getattr(other, what))) == len(list(getattr(sheet, what)))
        assert other.column_dimensions["H"].hidden == sheet.column_dimensions["H"].hidden
    assert after[SHEET]["J7"].value == before[SHEET]["J7"].value


def test_the_copy_is_read_as_the_same_report_with_a_hint() -> None:
    found, findings = read(of_all(workbook()))
    assert found == read(workbook())[0]
    assert findings == [
        "R01 2024.xlsx『核对结果』：这份工作簿是核对时另存的副本，不是原来的工作簿。"
        "请把修改和核对记录写到原来的工作簿里，以免有两份不一样的。"
    ]


def test_a_copy_of_a_copy_is_refused() -> None:
    with pytest.raises(Refusal, match="是核对时另存的副本。请核对原来的工作簿"):
        bytes_of(data=bytes_of())


def test_what_is_no_workbook_is_refused_as_such() -> None:
    with pytest.raises(Refusal, match="不是 Excel 工作簿"):
        bytes_of(data=b'{"schema": 1}')


def test_what_a_library_reads_but_cannot_write_is_refused() -> None:
    parts = open_archive(small(), FILE, WORKBOOK)
    sheet = "xl/worksheets/sheet1.xml"
    no_date = parts[sheet].replace(b't="inlineStr"', b't="d"', 1)
    with pytest.raises(Refusal, match="写不进副本"):
        bytes_of(LOOK, data=package({**parts, sheet: no_date}))


def test_a_place_that_is_no_cell_is_listed_without_a_link() -> None:
    odd = notice("S01", at("正文", "第 3 段"), "看", "看")
    outside = [notice("S01", at("正文", spot), "看", "看") for spot in ("A1048577", "XFE1")]
    opened = copy(odd, notice("S01", at("没有的表", "D4"), "看", "看"), *outside)
    assert [row[3].hyperlink for row in opened["核对结果"].iter_rows(min_row=4)] == [None] * 4


def test_a_very_long_comment_is_one_that_excel_takes() -> None:
    many = [notice(f"W{n}", at("正文", "D4"), "长" * 500, "看") for n in range(100)]
    comment = copy(*many)["正文"]["D4"].comment
    assert comment
    assert len(comment.text) < 32_767


@needs_libreoffice
def test_libreoffice_shows_colours_and_comments_at_the_same_cells(tmp_path: Path) -> None:
    figures = {**typed_totals(), "本年新收": numbers()["本年新收"]}
    source = tmp_path / FILE
    source.write_bytes(bytes_of(*ALL, data=workbook(figures=figures)))
    (tmp_path / "saved").mkdir()
    by_other = load_workbook(convert(source, "xlsx", tmp_path / "saved"))
    assert colour(by_other, "正文", "D4") == shade(style.ERROR_FILL)
    assert colour(by_other, SHEET, "J12") == shade(style.NOTICE_FILL)
    comment = by_other[SHEET]["J7"].comment
    assert comment
    assert KEPT_BACK.key in comment.text
    assert by_other["核对结果"]["D4"].hyperlink.location == f"'{SHEET}'!J7"
    found, findings = read((tmp_path / "saved" / FILE).read_bytes())
    assert found == read(workbook(figures=figures))[0]
    assert [line[:3] for line in findings] == ["R01"]
