"""One report, as the page asks for it."""

import re
from pathlib import Path

from generator.formats.xlsx.editing.cell_edits import edit_cells
from tests import enforcement
from tests.exhibits import png
from tests.web.pages import Page

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def typed(office: Path, sheet: str, row: int, column: int, value: str | int) -> None:
    path = office / "inputs" / "2023.xlsx"
    path.write_bytes(edit_cells(path.read_bytes(), path.name, {(sheet, (row, column)): value}))


def test_findings_come_with_their_places_their_rules_and_the_preview(page: Page) -> None:
    record = page.get(f"report/{page.id('2023.xlsx')}").record
    first = record["findings"][0]
    assert (first["where"], first["cell"], first["standing"]) == ("『正文』", "D11", "WRONG")
    assert first["rule"] in record["rules"]
    assert f'id="{first["mark"]}"' in record["html"]
    assert record["tally"].startswith("其他错误 2 处")
    assert record["changed"] == []


def test_what_was_saved_is_checked_anew_and_told_where_it_changed(page: Page, office: Path) -> None:
    own = page.id("2023.xlsx")
    before = page.get(f"report/{own}").record
    typed(office, "二、主动公开", 6, 4, 7)
    page.started.look()
    after = page.get(f"report/{own}").record
    assert after["version"] == before["version"] + 1
    assert len(after["changed"]) == 1
    assert page.get(f"report/{own}").record["changed"] == after["changed"]


def test_no_script_of_a_cell_reaches_the_page(page: Page, office: Path) -> None:
    typed(office, "正文", 7, 4, HOSTILE)
    page.started.look()
    found = page.get(f"report/{page.id('2023.xlsx')}")
    assert b"<" not in found.body
    assert "&lt;img src=x" in found.record["html"]
    assert "<img src=x" not in found.record["html"]


def test_pictures_are_shown_from_the_page_itself_and_from_no_other_file(
    page: Page, office: Path
) -> None:
    (office / "inputs" / "培训.png").write_bytes(png())
    typed(office, "正文", 7, 2, "图")
    typed(office, "正文", 7, 4, "培训.png")
    page.started.look()
    html = page.get(f"report/{page.id('2023.xlsx')}").record["html"]
    address = re.search(r'src="(picture/[0-9a-f]+)"', html)
    assert address
    found = page.get(address[1])
    assert found.headers["Content-Type"] == "image/png"
    assert found.body.startswith(b"\x89PNG")
    assert page.get("picture/inputs").status == 404


def test_what_cannot_be_used_is_told_in_a_sentence(page: Page, office: Path) -> None:
    own = page.id("2023.xlsx")
    (office / "inputs" / "2023.xlsx").write_bytes(b"PK\x03\x04 no archive")
    page.started.look()
    assert page.get(f"report/{own}").said.endswith("。")


def test_a_report_of_another_form_says_so_and_shows_its_tables(page: Page, office: Path) -> None:
    wrong = enforcement.workbook(figures={"处罚合计": "108157"})
    (office / "inputs" / "2024.xlsx").write_bytes(wrong)
    record = page.get(f"report/{page.id('2024.xlsx')}").record
    assert (record["heading"], record["form"]) == ("行政执法统计年报", "enforcement-2022")
    assert record["previous"] == "", "2023.xlsx is of another form"
    (tie, *_) = record["findings"]
    assert (tie["where"], tie["rule"]) == ("『一、行政处罚』", "T1-01")
    assert record["html"].count("<table") == 5
    assert "表五　某县2024年度行政执法证持证率情况统计表" in record["html"]
    assert "还没有写" not in record["html"]
    assert page.get(f"report/{page.id('2023.xlsx')}").record["heading"] == ""
