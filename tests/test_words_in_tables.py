"""A table may ask for words, a day or a choice beside its numbers: the whole way, and back."""

from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from generator.console.cli import main
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import table_sheets
from generator.pipeline.check import check_workbook
from generator.pipeline.edition import form_named
from generator.pipeline.forms.drawn import draw_template
from generator.pipeline.import_document import bring_in
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.publishing.publish import publish
from generator.pipeline.review import review
from generator.pipeline.sources import read_report
from tests.few import each
from tests.form.reading.office_form import CASES, mistakes_in
from tests.formats.xlsx import formulas

LARGE = """\
[[sections.tables]]
title = "重大案件"
caption = "{year}年度重大案件表"
not_a_number = "F0-01"
not_a_count = "F0-01"
blank = "F0-01"
rows = [{ label = "案件一", name = "甲" }, { label = "案件二", name = "乙" }]
columns = [
  { label = "案由", name = "案由", kind = "text" },
  { label = "立案日期", name = "立案", kind = "date" },
  { label = "结果", name = "结果", kind = "choice", choices = ["已结", "未结"] },
  { label = "标的（万元）", name = "标的", unit = "万元", decimals = true },
]

[[sections]]
heading = "总体说明"
"""
WRITTEN = CASES.replace('[[sections]]\nheading = "总体说明"\n', LARGE).replace(
    'general = ["R01"]', 'general = ["R01", "R02", "导入", "汇总"]'
)
TYPED: dict[str, object] = {
    **dict.fromkeys(("收案个人", "结案判决个人", "收案单位", "结案判决单位"), 2),
    **dict.fromkeys(("结案调解个人", "结案调解单位"), 0),
    "甲案由": "=买卖合同",
    "甲立案": date(2024, 3, 1),
    "甲结果": "已结",
    "甲标的": 12.5,
    "乙案由": "借款",
    "乙立案": "2024.11.2",
    "乙结果": "未结",
    "乙标的": 3,
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in an office that has the form, and a workbook of which all is right."""
    folder = tmp_path / "templates" / "案件"
    folder.mkdir(parents=True)
    (tmp_path / "inputs").mkdir()
    (folder / "表.toml").write_text(WRITTEN, "utf-8")
    monkeypatch.chdir(tmp_path)
    draw_template(form(), folder / "模板.docx")
    asked = ["new", "--form", "案件统计年报", "--organ", "某局", "--year", "2024"]
    assert main([*asked, "-o", "inputs/2024.xlsx"]) == 0
    fill_in()
    return tmp_path


def form() -> Form:
    return form_named("案件统计年报")


def fill_in(**other: object) -> None:
    path = Path("inputs", "2024.xlsx")
    book = load_workbook(path)
    for layout in table_sheets(form()):
        for name, spot in layout.figures.items():
            cell = book[layout.name][address(spot)]
            cell.value = {**TYPED, **other}[name]
            if isinstance(cell.value, str):
                cell.data_type = "s"
    parts = {part.label: part.name for part in form().parts}
    for row in book["正文"].iter_rows(min_row=4):
        if parts.get(str(row[0].value)) == form().parts[-1].name:
            row[3].value = "最大的是【甲案由】案，标的【甲标的】万元，【甲结果】。"
            break
    book.save(path)


def told() -> list[str]:
    found = check_workbook(Path("inputs", "2024.xlsx")).findings
    return [one.message for one in found if one.rule == "F0-01"]


@pytest.mark.usefixtures("office")
def test_what_is_typed_is_read_and_printed() -> None:
    assert told() == []
    assert make(Path("inputs", "2024.xlsx")).status == Status.WRITTEN
    document = docx.Document("outputs/2024.docx")
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[1] == ["案件一", "=买卖合同", "2024年3月1日", "已结", "12.5"]
    assert rows[2] == ["案件二", "借款", "2024年11月2日", "未结", "3"]
    lines = [one.text for one in document.paragraphs]
    assert "最大的是=买卖合同案，标的12.5万元，已结。" in lines


@each(
    "name, typed, said",
    [
        ("甲立案", "三月", "案件一／立案日期应填日期，填的是“三月”，不是日期"),
        ("甲结果", "结了", "案件一／结果应填已结、未结当中的一项，填的是“结了”，不在可选的当中"),
        ("甲案由", None, "1 格空白，空着印出"),
        ("甲标的", "很多", "案件一／标的（万元）应填数字，填的是“很多”，不是数字"),
    ],
)
def test_what_is_asked_for_is_told(office: Path, name: str, typed: object, said: str) -> None:
    assert (office / "inputs").is_dir()
    fill_in(**{name: typed})
    assert told() == [said]


def test_the_live_checks_ask_for_no_numbers_among_words(office: Path) -> None:
    shown = formulas.shown((office / "inputs" / "2024.xlsx").read_bytes())
    layout = next(one for one in table_sheets(form()) if "甲案由" in one.figures)
    rows = sorted({row for row, _ in layout.figures.values()})
    assert [shown[layout.name][address((row, layout.check_column))] for row in rows] == 2 * ["✓"]


def test_what_reviewers_change_finds_the_way_back(office: Path) -> None:
    fill_in(乙案由=None)
    make(Path("inputs", "2024.xlsx"))
    path = office / "outputs" / "2024.docx"
    document = docx.Document(str(path))
    table = document.tables[1]
    for row, column, text in ((1, 1, "货款"), (1, 2, "2024年3月2日"), (1, 4, "13")):
        table.rows[row].cells[column].paragraphs[0].runs[0].text = text
    table.rows[2].cells[1].paragraphs[0].add_run("追偿")
    document.save(str(path))
    assert review(path).cells == 4
    review(path, apply=True)
    back = read_report(office / "inputs" / "2024.xlsx").report.figures
    assert [back[name].printed for name in ("甲案由", "甲立案", "甲标的", "乙案由")] == [
        *("货款", "2024年3月2日", "13", "追偿")
    ]


def test_it_is_published_and_read_again_from_every_form(office: Path) -> None:
    make(Path("inputs", "2024.xlsx"))
    publish(office / "outputs" / "2024.docx")
    due = read_report(office / "inputs" / "2024.xlsx").report
    for suffix in ("docx", "html", "pdf"):
        published = office / "outputs" / f"2024.发布.{suffix}"
        found = bring_in(published, target=office / f"{suffix}.xlsx")
        assert found.report.figures == due.figures
        again = read_report(office / f"{suffix}.xlsx").report
        assert again.figures == due.figures
    main(["export", "inputs/2024.xlsx", "-o", "2024.json"])
    assert read_report(office / "2024.json").report.figures == due.figures


def test_the_next_year_begins_with_blanks_beside_last_years_numbers(office: Path) -> None:
    assert main(["new", "--from", "inputs/2024.xlsx"]) == 0
    read = read_report(office / "inputs" / "2025.xlsx").report
    assert all(one.is_blank for one in read.figures.values())
    book = load_workbook(office / "inputs" / "2025.xlsx")
    shown = {cell.value for row in book["二、重大案件"].iter_rows() for cell in row}
    assert {"〔12.5〕", "〔=买卖合同〕", "〔2024年3月1日〕"} <= shown


def test_numbers_alone_are_collected(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    units = office / "各单位"
    units.mkdir()
    for organ in ("甲局", "乙局"):
        book = load_workbook("inputs/2024.xlsx")
        book["基本信息"]["B4"] = organ
        book.save(units / f"{organ}.xlsx")
    listed = ["collect", "各单位", "--new-units", "名单.xlsx", "--organ", "某市", "--year", "2024"]
    assert main(listed) == 0
    assert main(["collect", "各单位", "--units", "名单.xlsx", "-o", "汇总2024.xlsx"]) == 0
    assert "计入 2 个单位" in capsys.readouterr().out
    read = read_report(office / "汇总2024.xlsx").report
    assert read.number("甲标的") == 25
    assert read.figures["甲案由"].is_blank
    book = load_workbook("汇总2024.xlsx")
    sheet = next(one for one in table_sheets(form()) if "甲案由" in one.figures)
    book[sheet.name][address(sheet.figures["甲案由"])] = "各类"
    book.save("汇总2024.xlsx")
    assert main(["collect", "各单位", "-o", "汇总2024.xlsx"]) == 0
    again = read_report(office / "汇总2024.xlsx").report
    assert again.figures["甲案由"].printed == "各类"
    assert again.number("甲标的") == 25
    assert "各类" not in capsys.readouterr().out


@each(
    "old, new, said",
    [
        ('kind = "text"', 'kind = "words"', "这里应是“number”、“text”、“date”、“choice”之一"),
        ('choices = ["已结", "未结"]', "choices = []", "要写 choices"),
        ('kind = "text" }', 'kind = "text", choices = ["甲"] }', "kind 应是 choice"),
        ('right = ["结案判决*..结案调解*"]', 'right = ["甲案由"]', "不是数字，不能相加、相比"),
        ('figures = ["*个人..*单位"]', 'figures = ["甲立案..甲标的"]', "不是数字，不能相加"),
    ],
)
def test_mistakes_are_told(old: str, new: str, said: str) -> None:
    assert WRITTEN.count(old) == 1
    found = mistakes_in(WRITTEN.replace(old, new))
    assert any(said in what for _, what in found), found
    assert all(line for line, _ in found)
