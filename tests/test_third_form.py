"""A third form, of nothing but TOML and a template drawn of it, goes the whole way and back.

It is written as no form of the program is: tables of several rows with labels merged three deep,
blocks with and without labels, money in 万元 and in 元, ties of every kind.
"""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

import docx
import pytest
from openpyxl import load_workbook

from generator.console.cli import main
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import SECOND_LEVEL, Entry, Figure, Paragraph, Report
from generator.pipeline.check import check_workbook
from generator.pipeline.forms.drawn import draw_template
from generator.pipeline.forms.written import form_at
from generator.pipeline.import_document import bring_in
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import publish
from generator.pipeline.review import review
from generator.pipeline.sources import read_report
from tests.few import each
from tests.formats.xlsx import formulas

WRITTEN = Path(__file__).with_name("third_form")
NAME = "热线年报"
TEXT = (
    "全年共受理诉求【合计诉求数】件，其中咨询600件、求助【合计求助数】件。"
    "话务人员92人，运行经费1234.56万元，月均收入0.65万元。"
)
COUNTS = {"咨询数": 100, "求助数": 60, "投诉数": 30, "举报数": 10, "诉求数": 200, "办结数": 190}
RATED = {"咨询类": (1500, 1450), "其他类": (900, 820), "各类": (2400, 2270)}


@cache
def form() -> Form:
    return form_at(WRITTEN / "form.toml")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the template that is drawn for the form, as nobody has dressed it."""
    path = tmp_path_factory.mktemp("drawn") / form().template
    draw_template(form(), path)
    return path


@pytest.fixture
def office(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in an office that has the form, and a workbook of which all is right."""
    shutil.copytree(WRITTEN, tmp_path / "templates" / "热线")
    shutil.copy(template, tmp_path / "templates" / "热线")
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "inputs" / "2024.xlsx")
    return tmp_path


def figures(other: Mapping[str, str]) -> dict[str, Figure]:
    """Return figures of which all tie, but for some others."""
    found: dict[str, str] = {}
    for row in ("人工", "语音", "转办", "微信", "App", "网站", "合计"):
        times = 6 if row == "合计" else 1
        found |= {f"{row}{name}": str(times * count) for name, count in COUNTS.items()}
        found[f"{row}办结率"] = "95"
    found |= {"年初座席": "50", "座席": "60", "在编话务员": "12", "外包话务员": "80"}
    found |= {"话务员": "92", "运行经费": "1234.56", "月均收入": "6500.5"}
    for row, (called, content) in RATED.items():
        rate = round(100 * Decimal(content) / called, 2)
        found |= {f"{row}回访": str(called), f"{row}满意": str(content), f"{row}满意率": str(rate)}
    return {name: Figure(Decimal(value)) for name, value in {**found, **other}.items()}


def report(
    text: str = TEXT,
    organ: str = "某市热线办",
    other: Mapping[str, str] = MappingProxyType({}),
    year: int = 2024,
) -> Report:
    """Return a report with some figures otherwise."""
    first, last = form().parts[1].name, form().parts[-1].name
    paragraphs = (
        Paragraph(form().parts[0].name, 0, "", form().opening),
        Paragraph(first, SECOND_LEVEL, "受理情况", text),
        Paragraph(first, SECOND_LEVEL, "队伍建设", "队伍稳定。"),
        Paragraph(last, SECOND_LEVEL, "问题", "夜间接听能力不足。"),
    )
    entries = {"机关名称": Entry(organ), "年度": Entry(year), "单位类型": Entry("承办单位")}
    entries["统计截止日期"] = Entry(date(year, 12, 31))
    return Report(entries, figures(other), {}, paragraphs)


def put(path: Path, text: str = TEXT, organ: str = "某市热线办", **other: str) -> Path:
    """Put a workbook somewhere."""
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(workbook_of(report(text, organ, other), form()))
    return path


def rules(workbook: Path) -> list[str]:
    """Return the rules of what is found, but those that need last year's."""
    found = check_workbook(workbook).findings
    return sorted({one.rule for one in found} - {"Y02", "Y03"})


def test_whoever_wrote_it_is_told_that_it_can_be_used(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["form", "check", str(office / "templates" / "热线")]) == 0
    assert "2 张表，65 个数字" in capsys.readouterr().out
    assert main(["form", "show", NAME]) == 0
    said = capsys.readouterr().out
    assert "人工咨询数　诉求办理：一、电话／（一）本地拨打／人工接听／诉求数量（件）／咨询" in said
    assert "运行经费　保障和评价：运行经费（万元）\n" in said
    assert main(["explain", "Y02"]) == 0
    assert "与上年衔接\n  级别：提示\n  依据：某办发〔2024〕12号\n" in capsys.readouterr().out


def test_a_new_workbook_of_it_asks_for_figures_and_nothing_else(office: Path) -> None:
    blank = ["new", "--form", NAME, "--organ", "某市政务服务局", "--year", "2024", "-o", "新.xlsx"]
    assert main(blank) == 0
    book = load_workbook(office / "新.xlsx")
    assert book["基本信息"]["B6"].value == "主管部门"
    assert rules(office / "新.xlsx") == ["H1-02", "H2-02", "S04"]


@each(
    "other, due",
    [
        ({}, []),
        ({"App投诉数": "31"}, ["H1-03", "H1-04"]),
        ({"合计办结数": "1141"}, ["H1-04"]),
        ({"网站办结数": "201"}, ["H1-04", "H1-05", "H1-06"]),
        ({"转办办结率": "95.1"}, ["H1-06"]),
        ({"话务员": "93"}, ["H2-03", "X01"]),
        ({"其他类满意": "901"}, ["H2-04", "H2-05", "H2-06"]),
        ({"各类满意率": "94.6"}, []),
        ({"各类满意率": "94.5"}, ["H2-06"]),
        ({"运行经费": "1300"}, ["X02"]),
        ({"月均收入": "6400"}, ["X02"]),
    ],
)
def test_its_ties_and_wordings_are_checked(
    office: Path, other: dict[str, str], due: list[str]
) -> None:
    assert rules(put(office / "inputs" / "2024.xlsx", **other)) == due


@each(
    "text, due",
    [
        ("接到群众诉求1200件，办结1140件，投诉举报240件。", []),
        ("接到群众诉求1210件。", ["X01"]),
        ("网站没有受理诉求。", ["X01"]),
        ("咨询600件，受理其他事项35件，市民热线运行平稳。", ["W05"]),
    ],
)
def test_text_is_read_against_its_tables(office: Path, text: str, due: list[str]) -> None:
    said = f"{text}受理、队伍如上。"
    assert rules(put(office / "inputs" / "2024.xlsx", said)) == due


def test_what_ties_in_a_row_is_checked_beside_it(office: Path) -> None:
    wrong = {"语音办结率": "50", "转办办结数": "999", "微信诉求数": "1", "其他类满意率": "9"}
    workbook = put(office / "inputs" / "2024.xlsx", **wrong)
    sheets = {layout.table.title: layout for layout in table_sheets(form())}
    said = {}
    shown = formulas.shown(workbook.read_bytes())
    for name in ("人工诉求数", *wrong):
        layout = next(one for one in sheets.values() if name in one.figures)
        row, _ = layout.figures[name]
        said[name] = shown[layout.name][address((row, layout.check_column))]
    assert said == {
        "人工诉求数": "✓",
        "语音办结率": "✗ 办结率（％） 应为 95",
        "转办办结数": "✗ 办结（件）、小计 前者多 799",
        "微信诉求数": "✗ 小计 应为 200",
        "其他类满意率": "✗ 满意率（％） 应为 91.11",
    }


def test_what_reviewers_change_finds_the_way_back(office: Path) -> None:
    assert make(office / "inputs" / "2024.xlsx").status == Status.WRITTEN
    path = office / "outputs" / "2024.docx"
    document = docx.Document(str(path))
    for before, after in (("820", "810"), ("2270", "2260")):
        cells = [cell for row in document.tables[1].rows for cell in row.cells]
        cell = next(one for one in cells if one.text == before)
        cell.paragraphs[0].runs[0].text = after
    [line] = [one for one in document.paragraphs if one.text == "队伍稳定。"]
    line.runs[-1].text = "队伍总体稳定。"
    document.save(str(path))
    found = review(path)
    assert [one.rule for one in found.findings if one.holds_back] == 2 * ["H2-06"]
    review(path, apply=True)
    back = read_report(office / "inputs" / "2024.xlsx").report
    assert back.number("其他类满意") == 810
    assert "队伍总体稳定。" in [one.text for one in back.paragraphs]


def test_it_goes_on_into_the_next_year(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--from", "inputs/2024.xlsx"]) == 0
    assert "，年初座席 1 格" in capsys.readouterr().out
    assert read_report(office / "inputs" / "2025.xlsx").report.number("年初座席") == 60
    next_year = report(other={"年初座席": "61"}, year=2025)
    (office / "inputs" / "2025.xlsx").write_bytes(workbook_of(next_year, form()))
    found = {one.rule: one for one in check_workbook(office / "inputs" / "2025.xlsx").findings}
    assert "60" in found["Y02"].message


def texts_of(read: Report) -> Sequence[tuple[str, str]]:
    return [(one.part, one.heading) for one in read.paragraphs]


def test_it_is_published_and_read_again_from_every_form(office: Path) -> None:
    make(office / "inputs" / "2024.xlsx")
    publish(office / "outputs" / "2024.docx")
    due = read_report(office / "inputs" / "2024.xlsx").report
    for suffix in ("docx", "html", "pdf"):
        target = office / f"{suffix}.xlsx"
        found = bring_in(office / "outputs" / f"2024.发布.{suffix}", target=target)
        assert found.form.id == form().id
        assert {name: one.value for name, one in found.report.figures.items()} == {
            name: one.value for name, one in due.figures.items()
        }
        assert texts_of(found.report) == texts_of(due)


def test_captions_and_notes_of_the_form_are_published_as_such(office: Path) -> None:
    make(office / "inputs" / "2024.xlsx")
    publish(office / "outputs" / "2024.docx", only=(Kind.HTML,))
    page = (office / "outputs" / "2024.发布.html").read_text("utf-8")
    assert page.count("<caption") == 2
    assert ">表2　某市热线办2024年热线保障和群众评价情况</caption>" in page
    assert '<p class="note">2.办结率＝办结÷合计×100％。</p>' in page


def test_units_are_collected_and_their_rates_worked_out_anew(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for organ, content in (("甲局", "820"), ("乙局", "800"), ("丙局", "600")):
        total, rate = 1450 + int(content), {"820": "91.11", "800": "88.89", "600": "66.67"}[content]
        other = {"其他类满意": content, "其他类满意率": rate, "各类满意": str(total)}
        other["各类满意率"] = str(round(Decimal(100 * total) / 2400, 2))
        put(office / "各单位" / f"{organ}.xlsx", organ=organ, **other)
    listed = ["collect", "各单位", "--new-units", "名单.xlsx", "--organ", "某市", "--year", "2024"]
    assert main(listed) == 0
    assert main(["collect", "各单位", "--units", "名单.xlsx", "-o", "汇总2024.xlsx"]) == 0
    assert "计入 3 个单位" in capsys.readouterr().out
    read = read_report(office / "汇总2024.xlsx").report
    assert read.number("座席") == 3 * 60
    assert read.number("其他类满意率") == Decimal("82.22")
