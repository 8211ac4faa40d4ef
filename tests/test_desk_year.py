"""A whole year on the page in a real browser: files are saved by LibreOffice, edited by reviewers.

Everything lies in one folder, and each step begins with what the one before has left.
"""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import browser, needs_browser
from tests.libreoffice import needs_libreoffice
from tests.web.pages import Page as Served
from tests.web.pages import open_page
from tests.web.people import ORGAN, Office
from tests.web.tabs import comes_true, focused, open_tab, press, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

WAS, DOCUMENT, WORKBOOK = "及时更新", "每日更新", "每周更新"
TOTAL = "J30"
DROP = """async ([name, content]) => {
    const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    for (const kind of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, {
            bubbles: true, cancelable: true, dataTransfer }));
    }
}"""
"""Drops a file on the page as a browser does."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    made.mkdir()
    return made


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    with open_page(folder) as opened:
        yield opened


@pytest.fixture
def tab(served: Served) -> Iterator["Page"]:
    with browser() as chromium, open_tab(served, chromium) as opened:
        yield opened


@needs_browser
@needs_libreoffice
def test_a_year_from_a_new_workbook_to_the_next(
    tab: "Page", served: Served, folder: Path, tmp_path: Path
) -> None:
    office = Office(folder, tmp_path)
    it_is_begun(tab)
    it_is_filled_in(tab, office)
    what_is_right_is_ticked(tab, folder)
    it_is_generated(tab, served)
    it_is_reviewed(tab, office)
    both_sides_are_brought_together(tab, office)
    it_is_published(tab)
    it_is_corrected_and_published_again(tab, office)
    the_next_year_is_begun(tab)
    a_published_report_is_dropped(tab, office)


def it_is_begun(tab: "Page") -> None:
    """Keep what was typed where something of it is wrong."""
    press(tab, "新建")
    tab.keyboard.type(ORGAN)
    tab.keyboard.press("Tab")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("24年")
    tab.keyboard.press("Enter")
    tab.locator("dialog .problem", has_text="四位数字").wait_for()
    assert tab.get_by_label("机关全称").input_value() == ORGAN
    tab.locator("dialog [name=year]").fill("2024")
    tab.keyboard.press("Enter")
    told(tab, "已新建：2024.xlsx")
    tab.get_by_role("heading", name=ORGAN).first.wait_for()
    assert focused(tab) == "打开工作簿"


def it_is_filled_in(tab: "Page", office: Office) -> None:
    """See at once what is saved in LibreOffice; what must be mended holds the report back."""
    office.save({("三、申请办理", TOTAL): 7}, filled=True)
    tab.locator(".finding.alarm .cell", has_text=TOTAL).first.wait_for()
    tab.locator(".sheet td[data-cell=J30]", has_text="7").wait_for()
    press(tab, "生成报告")
    told(tab, "没有生成")
    assert focused(tab) == "知道了", "to press Enter twice does nothing that was not meant"
    tab.get_by_role("button", name="先生成草稿").click()
    told(tab, "已生成草稿")
    tab.get_by_role("button", name="打开草稿").wait_for()
    office.save({("三、申请办理", TOTAL): 5, ("四、复议诉讼", "A7"): 0})
    tab.locator(".finding.alarm").first.wait_for(state="detached")


def what_is_right_is_ticked(tab: "Page", folder: Path) -> None:
    """Tick one after another by keyboard alone, with the workbook closed and open."""
    tab.locator(".finding.wrong .verify input").first.focus()
    tab.keyboard.press("Space")
    tab.keyboard.type("王建国")
    tab.keyboard.press("Tab")
    tab.keyboard.type("咨询件不算答复，已与登记簿核对")
    tab.keyboard.press("Enter")
    tab.locator(".finding.verified .who", has_text="王建国").wait_for()
    assert tab.evaluate("document.activeElement.type") == "checkbox", "the next one"
    lock = folder / "~$2024.xlsx"
    lock.write_bytes(b"")
    tab.locator(".heading", has_text="里打开").wait_for()
    tab.keyboard.press("Space")
    tab.keyboard.type("同上")
    tab.keyboard.press("Enter")
    tab.locator(".kept", has_text="王建国").wait_for()
    tab.locator(".finding.wrong .verify", has_text="已经先记下").wait_for()
    tab.reload()
    tab.locator(".kept", has_text="同上").wait_for()
    lock.unlink()
    tab.locator(".heading", has_text="里打开").wait_for(state="detached")
    tab.get_by_role("button", name="现在写入").click()
    tab.locator(".tally", has_text="已核实 2 处").wait_for()


def it_is_generated(tab: "Page", served: Served) -> None:
    press(tab, "生成报告")
    told(tab, "已生成：2024.docx")
    assert focused(tab) == "打开文档"
    tab.keyboard.press("Enter")
    tab.locator("#announced", has_text="正在打开 2024.docx").wait_for()
    assert [path.name for path in served.opened] == ["2024.docx"]
    tab.locator(".chip", has_text="已生成").wait_for()


def it_is_reviewed(tab: "Page", office: Office) -> None:
    """Put away in another view what is said of one, and go back to where people were."""
    office.review(WAS, DOCUMENT)
    tab.locator(".chip", has_text="送审中").wait_for()
    tab.evaluate("window.scrollTo(0, 500)")
    comes_true(tab, "history.state && history.state.top === 500")
    tab.get_by_role("button", name="看审阅修改").click()
    tab.locator(".changes ins", has_text="每日").wait_for()
    assert tab.locator("#said").is_hidden()
    assert tab.locator(".changes", has_text="李科长").count() == 1
    assert tab.locator(".remarks .change").count() == 1
    tab.go_back()
    comes_true(tab, "window.scrollY === 500")
    tab.reload()
    comes_true(tab, "window.scrollY === 500")
    tab.go_forward()
    tab.locator(".changes ins").first.wait_for()


def both_sides_are_brought_together(tab: "Page", office: Office) -> None:
    """Choose where both changed; what only one changed goes to the other."""
    cell, text = office.cell_with(WAS)
    other, improved = office.cell_with("探索进一步提升")
    office.save(
        {cell: text.replace(WAS, WORKBOOK), other: improved.replace("进一步提升", "继续提升", 1)}
    )
    tab.locator(".conflict").wait_for()
    assert tab.locator("input[type=radio]:checked").count() == 0
    tab.locator("input[value=document]").focus()
    tab.keyboard.press("Space")
    press(tab, "写回工作簿")
    assert "选好了 1 处" in tab.locator("dialog").inner_text()
    tab.keyboard.press("Enter")
    told(tab, "已写回：2024.xlsx")
    assert DOCUMENT in office.cell_with("做到")[1]
    tab.locator(".conflict").wait_for(state="detached")
    press(tab, "把工作簿的改动写进文档")
    tab.keyboard.press("Enter")
    assert "都是修订" in told(tab, "已把工作簿的改动写进文档")


def it_is_published(tab: "Page") -> None:
    """Tell what hangs in the document, and what to do, before anything goes out."""
    press(tab, "看工作簿")
    tab.locator(".sheet td").first.wait_for()
    press(tab, "发布")
    tab.keyboard.press("Enter")
    held = told(tab, "没有发布")
    assert "批注没有处理" in held
    assert "修订" in held
    assert focused(tab) == "知道了"
    press(tab, "生成报告")
    assert "另存为" in told(tab, "已生成：2024.docx")
    press(tab, "发布")
    tab.keyboard.press("Enter")
    told(tab, "已发布：2024.docx")
    tab.locator(".chip", has_text="已发布").wait_for()


def it_is_corrected_and_published_again(tab: "Page", office: Office) -> None:
    cell, text = office.cell_with("法制建设")
    office.save({cell: text.replace("法制建设", "法治建设")})
    tab.locator(".chip", has_text="可生成").wait_for()
    press(tab, "发布")
    tab.keyboard.press("Enter")
    assert "怎么办：请重新生成文档" in told(tab, "没有发布")
    assert tab.locator("#view .heading button.main").inner_text() == "生成报告"
    press(tab, "生成报告")
    told(tab, "已生成：2024.docx")
    press(tab, "发布")
    tab.keyboard.press("Enter")
    assert "更正说明" in told(tab, "已发布：2024.docx")


def the_next_year_is_begun(tab: "Page") -> None:
    press(tab, "新建下年的")
    told(tab, "已新建：2025.xlsx")
    tab.locator(".small", has_text="上年：2024.xlsx").wait_for()
    tab.get_by_role("link", name="所有报告").click()
    tab.locator("a.name", has_text="2024 年度").click()
    tab.locator(".sheet td").first.wait_for()
    press(tab, "新建下年的")
    told(tab, "2025.xlsx 已经有了")


def a_published_report_is_dropped(tab: "Page", office: Office) -> None:
    tab.evaluate(DROP, ["长宁2023.pdf", b64encode(office.pdf()).decode()])
    told(tab, "已新建：2023.xlsx")
    tab.get_by_role("heading", name="2023 年度").first.wait_for()
