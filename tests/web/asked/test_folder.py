"""The folder, as the page asks for it."""

from pathlib import Path

from tests import enforcement
from tests.form.reading.office_form import CASES
from tests.web.pages import Page


def test_every_report_is_listed_with_its_state_and_never_by_a_path(
    page: Page, office: Path
) -> None:
    own = page.id("2023.xlsx")
    record = page.get("folder").record
    assert [(one["id"], one["year"], one["tone"]) for one in record["files"]] == [
        (own, 2023, record["files"][0]["tone"])
    ]
    assert "inputs" not in str(record["files"])
    assert record["where"] == str(office.resolve())


def test_a_file_is_opened_in_the_program_that_people_use(page: Page, office: Path) -> None:
    found = page.post(f"open/{page.id('2023.xlsx')}")
    assert found.said == "正在打开 2023.xlsx。"
    assert page.opened == [office.resolve() / "inputs" / "2023.xlsx"]


def test_what_the_system_would_carry_out_is_not_opened(page: Page, office: Path) -> None:
    (office / "setup.exe").write_bytes(b"MZ")
    (office / "open.docx.lnk").write_bytes(b"L")
    page.started.look()
    others = page.get("folder").record["others"]
    for one in others:
        assert "请从文件夹里打开" in page.post(f"open/{one['id']}").said
    assert page.opened == []


def test_a_file_that_is_gone_is_told_in_a_sentence(page: Page, office: Path) -> None:
    own = page.id("2023.xlsx")
    (office / "inputs" / "2023.xlsx").unlink()
    for path in (f"report/{own}", f"review/{own}"):
        assert "不在文件夹里了" in page.get(path).said
    assert "不在文件夹里了" in page.post(f"make/{own}").said


def test_forms_are_offered_and_a_broken_one_stops_nothing(page: Page, office: Path) -> None:
    record = page.get("folder").record
    assert [one["name"] for one in record["forms"]] == ["政府信息公开年度报告", "行政执法统计年报"]
    assert (record["heading"], record["broken_forms"]) == ("", [])
    written = office / "templates" / "案件" / "表.toml"
    written.parent.mkdir()
    written.write_text(CASES, "utf-8")
    assert page.get("folder").record["forms"][-1] == {"id": "cases", "name": "案件统计年报"}
    written.write_text(CASES.replace('kind = "year"', 'kind = "yaer"'), "utf-8")
    page.started.look()
    record = page.get("folder").record
    (broken,) = record["broken_forms"]
    assert "第 16 行" in broken["mistakes"][0]
    assert (len(record["forms"]), len(record["files"])) == (2, 1)


def test_reports_of_two_forms_say_which_they_are(page: Page, office: Path) -> None:
    (office / "inputs" / "2024.xlsx").write_bytes(enforcement.workbook())
    page.started.look()
    record = page.get("folder").record
    assert record["heading"] == "年度报告"
    assert {one["name"]: one["form"] for one in record["files"]} == {
        "2023.xlsx": "政府信息公开年度报告",
        "2024.xlsx": "行政执法统计年报",
    }
