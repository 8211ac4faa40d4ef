"""Reports of several forms on one page, in a real browser: which is which, and one form broken."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from tests import enforcement
from tests.browser import DESK, PHONE, barriers, browser, needs_browser
from tests.form.reading.office_form import CASES
from tests.paths import ROOT
from tests.web.pages import Page as Served
from tests.web.pages import open_page
from tests.web.tabs import open_tab, press, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.long, needs_browser]
ORGAN = "某某市某某局"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office with a report of each form of the program, and two of its own forms."""
    (tmp_path / "inputs").mkdir()
    copy(ROOT / "inputs" / "2023.xlsx", tmp_path / "inputs")
    wrong = enforcement.workbook(figures={"许可受理": "26570"})
    (tmp_path / "inputs" / "2024.xlsx").write_bytes(wrong)
    broken = CASES.replace('kind = "year"', 'kind = "yaer"').replace('"cases"', '"broken"')
    for name, text in (("案件", CASES), ("坏的", broken)):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "表.toml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def served(office: Path) -> Iterator[Served]:
    with open_page(office) as opened:
        opened.started.look()
        yield opened


@pytest.fixture
def tab(served: Served) -> Iterator["Page"]:
    with browser() as chromium, open_tab(served, chromium) as opened:
        opened.locator(".file").nth(1).wait_for()
        yield opened


def home(tab: "Page") -> str:
    """Return what the page is called."""
    return str(tab.locator(".home").inner_text())


def to(tab: "Page", title: str) -> None:
    """Go to a report from the list of all."""
    tab.locator("a.name", has_text=title).click()
    tab.locator(".sheet td").first.wait_for()


def test_reports_of_several_forms_are_told_apart(tab: "Page") -> None:
    assert home(tab) == "年度报告"
    to(tab, "行政执法统计年报")
    assert home(tab) == "行政执法统计年报"
    assert tab.locator(".jumps button").all_inner_texts() == ["第一部分", "第二部分"]
    tab.locator(".jumps button").nth(1).click()
    assert tab.locator("#part-2-heading").is_visible()
    assert tab.locator(".sheet .note").count() == 12
    tab.go_back()
    to(tab, "政府信息公开年度报告")
    assert home(tab) == "政府信息公开工作年度报告"
    assert tab.locator("#view h1").first.inner_text().endswith("2023 年度")


def test_a_workbook_of_an_offices_own_form_is_begun_by_keyboard_alone(
    tab: "Page", office: Path
) -> None:
    tab.locator("[data-focus=new]").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.type(ORGAN)
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("End")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("24")
    tab.keyboard.press("Enter")
    tab.locator("dialog .problem", has_text="四位数字").wait_for()
    assert tab.locator("dialog [name=form]").input_value() == "cases", "what was chosen stays"
    tab.locator("dialog [name=year]").fill("2025")
    tab.keyboard.press("Enter")
    told(tab, "已新建：inputs/2025案件统计年报.xlsx")
    tab.get_by_role("heading", name=f"{ORGAN}　2025 年度　案件统计年报").wait_for()
    assert (office / "inputs" / "2025案件统计年报.xlsx").exists()


def test_what_is_wrong_with_a_form_is_told_until_it_is_mended(tab: "Page", office: Path) -> None:
    assert "表.toml 第 16 行" in tab.locator(".strangers", has_text="坏的/表.toml").inner_text()
    (office / "templates" / "坏的" / "表.toml").unlink()
    tab.locator(".strangers", has_text="坏的/表.toml").wait_for(state="hidden")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nobody_is_kept_out(tab: "Page", size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    found = {"folder": barriers(tab)}
    press(tab, "新建")
    found["dialog"] = barriers(tab)
    tab.keyboard.press("Escape")
    to(tab, "行政执法统计年报")
    found["report"] = barriers(tab)
    assert {view: wrong for view, wrong in found.items() if wrong} == {}
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
