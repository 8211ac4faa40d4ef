"""New workbooks, imported ones and reports, as the page asks for them."""

import shutil
from pathlib import Path
from urllib.parse import quote

import docx
import pytest

from generator.messages.command_to_type import names_a_command
from tests import enforcement
from tests.paths import ROOT
from tests.pipeline.office import replaced
from tests.web.pages import Page

DOCUMENT = ROOT / "outputs" / "2023.docx"


@pytest.mark.long
def test_a_new_workbook_has_a_name_of_its_own(page: Page, office: Path) -> None:
    for name in ("2024.xlsx", "某某局2024年.xlsx"):
        found = page.post("new", {"organ": "某某局", "year": "2024"}).record
        assert found["said"] == f"已新建：inputs/{name}"
        assert found["goto"] == f"#/report/{page.id(name)}"
    again = page.post("new", {"organ": "某某局", "year": "2024"})
    assert "已经有了" in again.said
    assert len(list((office / "inputs").iterdir())) == 3


@pytest.mark.parametrize("year", ["", "24", "二〇二四", "20244", None, {"a": 1}])
def test_what_is_no_year_is_refused(page: Page, year: object) -> None:
    assert "四位数字" in page.post("new", {"organ": "某某局", "year": year}).said


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"\xff", b"[" * 50_000])
def test_what_is_no_order_does_nothing(page: Page, office: Path, body: bytes) -> None:
    assert page.post("new", body).said.endswith("。")
    assert len(list((office / "inputs").iterdir())) == 1


@pytest.mark.parametrize("order", ["new", "import", "make-all"])
def test_a_folder_that_is_gone_is_not_begun_anew(page: Page, office: Path, order: str) -> None:
    office.rename(office.with_name("elsewhere"))
    given = b"x" if order == "import" else {"organ": "某某局", "year": "2024"}
    assert "找不到文件夹" in page.post(order, given, "a.docx").said
    assert not office.exists()


def test_where_the_system_refuses_its_reason_is_told(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "inputs")

    monkeypatch.setattr("generator.web.asked.making.new_workbook", refused)
    found = page.post("new", {"organ": "某某局", "year": "2024"})
    assert (found.status, found.said) == (409, "没有做成：没有权限（inputs）。")


@pytest.mark.long
def test_what_was_made_can_be_opened_at_once(page: Page, office: Path) -> None:
    told = page.post(f"make/{page.id('2023.xlsx')}").record
    assert page.post(told["choices"][0]["path"]).status == 200
    assert page.opened == [office / "outputs" / "2023.docx"]


@pytest.mark.long
def test_next_years_goes_on_from_last_years(page: Page) -> None:
    found = page.post(f"next/{page.id('2023.xlsx')}").record
    assert found["said"] == "已新建：inputs/2024.xlsx"
    assert any("沿用" in line for line in found["lines"])


@pytest.mark.long
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("已发布.docx", "已发布.docx"),
        ("../../已发布.docx", "已发布.docx"),
        ("C:\\temp\\已发布.docx", "已发布.docx"),
        (".已发布.docx", "已发布.docx"),
        ("CON.docx", "_CON.docx"),
    ],
)
def test_a_file_is_copied_under_a_plain_name_and_becomes_a_workbook(
    page: Page, office: Path, said: str, name: str
) -> None:
    found = page.post("import", DOCUMENT.read_bytes(), quote(said)).record
    assert (office / name).read_bytes() == DOCUMENT.read_bytes()
    assert found["said"] == "已新建：inputs/2023（2）.xlsx", "there was one of that year"


@pytest.mark.long
def test_a_file_never_takes_the_place_of_another(page: Page, office: Path) -> None:
    (office / "a.docx").write_bytes(b"mine")
    page.post("import", DOCUMENT.read_bytes(), "a.docx")
    assert (office / "a.docx").read_bytes() == b"mine"
    assert (office / "a（2）.docx").exists()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("../../../etc/甲.xlsx", "甲.xlsx"),
        ("/etc/甲.xlsx", "甲.xlsx"),
        ("\\\\server\\share\\甲.xlsx", "甲.xlsx"),
        ("aux.xlsx", "_aux.xlsx"),
        ("甲.xlsx:流.xlsx", "甲.xlsx：流.xlsx"),
        ("甲\0乙.xlsx", "甲乙.xlsx"),
        ("\u202e甲.xlsx", "甲.xlsx"),
        (" 甲.xlsx ", "甲.xlsx"),
        ("\udcff\ud800.xlsx", "�.xlsx"),
    ],
)
def test_a_name_never_leads_elsewhere(page: Page, office: Path, said: str, name: str) -> None:
    quoted = quote(said.encode("utf-8", "surrogatepass"))
    there = set(office.rglob("*"))
    page.post("import", b"mine", quoted)
    new = {path.name for path in set(office.rglob("*")) - there if path.is_file()}
    assert {one.replace("�" * 6, "�") for one in new} == {name}
    assert len(list(office.parent.iterdir())) == 1


def test_a_very_long_name_is_cut(page: Page, office: Path) -> None:
    page.post("import", b"mine", quote(f"{'甲' * 300}.xlsx"))
    assert any(path.name.startswith("甲" * 50) for path in (office / "inputs").iterdir())


@pytest.mark.parametrize("name", ["~$2023.xlsx", ".~lock.2023.xlsx#", "C:\\年报\\~$2023.xlsx"])
def test_what_says_that_a_file_is_open_is_not_brought_in(
    page: Page, office: Path, name: str
) -> None:
    assert "没有导入" in page.post("import", b"mine", quote(name)).said
    assert [path.name for path in (office / "inputs").iterdir()] == ["2023.xlsx"]


def test_what_is_no_report_is_kept_and_told(page: Page, office: Path) -> None:
    found = page.post("import", b"%PDF-1.4 nothing", "a.pdf").record
    assert found["tone"] == "bad"
    assert found["lines"] == ["a.pdf 已放进文件夹。"]
    assert (office / "a.pdf").exists()


@pytest.mark.long
def test_a_report_is_made_and_never_over_edits_unless_that_is_chosen(
    page: Page, office: Path
) -> None:
    own, document = page.id("2023.xlsx"), office / "outputs" / "2023.docx"
    made = page.post(f"make/{own}").record
    assert made["said"].startswith("已生成：outputs/2023.docx")
    document.write_bytes(replaced(document.read_bytes(), "予以公开", "不予公开"))
    edited = page.post(f"make/{own}").record
    assert edited["tone"] == "warn"
    assert [one["label"] for one in edited["choices"]] == [
        "看改了什么",
        "另存改过的那一份，重新生成",
    ]
    forced = page.post(edited["choices"][1]["path"], edited["choices"][1]["given"]).record
    assert any("另存为" in line for line in forced["lines"])


@pytest.mark.long
def test_what_is_held_back_may_be_made_as_a_draft(page: Page) -> None:
    new = page.post("new", {"organ": "某某局", "year": "2024"}).record
    own = new["goto"].rpartition("/")[2]
    held = page.post(f"make/{own}").record
    assert held["tone"] == "bad"
    draft = page.post(held["choices"][0]["path"], held["choices"][0]["given"]).record
    assert draft["said"] == "已生成草稿：outputs/2024.草稿.docx"


@pytest.mark.long
def test_nothing_that_is_told_names_a_command(page: Page) -> None:
    own = page.id("2023.xlsx")
    told = [page.post(f"make/{own}"), page.post(f"next/{own}"), page.post(f"publish/{own}")]
    lines = [line for one in told for line in (one.said, *one.record.get("lines", ()))]
    assert len(lines) > 5
    assert [line for line in lines if "make-report" in line or " --" in line] == []


@pytest.mark.long
def test_a_new_workbook_is_of_the_form_that_was_chosen(page: Page, office: Path) -> None:
    (office / "inputs" / "2023.xlsx").rename(office / "inputs" / "2024.xlsx")
    given = {"organ": "某某局", "year": "2024", "form": "enforcement-2022"}
    for name in ("2024行政执法统计年报.xlsx", "某某局2024年行政执法统计年报.xlsx"):
        assert page.post("new", given).said == f"已新建：inputs/{name}"
        assert page.get(f"report/{page.id(name)}").record["heading"] == "行政执法统计年报"
    assert page.post("new", {**given, "year": "2023"}).said == "已新建：inputs/2023.xlsx"


def test_a_form_that_is_not_known_is_refused_without_naming_a_command(page: Page) -> None:
    said = page.post("new", {"organ": "某某局", "year": "2024", "form": "cases"}).said
    assert said.startswith("没有叫“cases”的表式，只有“政府信息公开年度报告”、“行政执法统计年报”。")
    assert not names_a_command(said)


def test_a_report_of_a_form_is_made_from_its_own_template(page: Page, office: Path) -> None:
    (office / "inputs" / "2024.xlsx").write_bytes(enforcement.workbook())
    assert page.post(f"make/{page.id('2024.xlsx')}").said == "已生成：outputs/2024.docx"
    document = docx.Document(str(office / "outputs" / "2024.docx"))
    assert document.paragraphs[0].text == "某县\n2024年度行政执法统计年报"


def test_whose_template_it_was_is_told_where_it_is_the_offices_own(
    page: Page, office: Path
) -> None:
    (office / "inputs" / "2024.xlsx").write_bytes(enforcement.workbook())
    own, name = page.id("2024.xlsx"), "行政执法统计年报模板.docx"
    assert (office / "templates" / name).is_file()
    told = page.post(f"make/{own}").record["lines"]
    assert told == [f"模板：本单位 templates 文件夹里的“{name}”"]
    shutil.rmtree(office / "templates")
    assert page.post(f"make/{own}", {"force": True}).record["lines"] == []


def test_next_years_is_of_the_same_form(page: Page, office: Path) -> None:
    path = office / "inputs" / "2024行政执法统计年报.xlsx"
    path.write_bytes(enforcement.workbook())
    assert (
        page.post(f"next/{page.id(path.name)}").said == "已新建：inputs/2025行政执法统计年报.xlsx"
    )
    record = page.get(f"report/{page.id('2025行政执法统计年报.xlsx')}").record
    assert (record["heading"], record["previous"]) == ("行政执法统计年报", path.name)


def test_a_published_report_of_a_form_is_brought_in_beside_others(page: Page, office: Path) -> None:
    (office / "inputs" / "2023.xlsx").rename(office / "inputs" / "2024.xlsx")
    document = (ROOT / "outputs" / "2024行政执法统计年报.docx").read_bytes()
    told = page.post("import", document, quote("别处的.docx")).record
    assert told["said"] == "已新建：inputs/2024行政执法统计年报.xlsx"
    assert "庆元县，2024" in told["lines"][0]
