"""The units of a collection on the page, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import PHONE, barriers, browser, needs_browser
from tests.web.pages import open_page
from tests.web.people import hand_in
from tests.web.tabs import open_tab, press, told

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.long, needs_browser]
UNITED = "临江市人民政府"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    made.mkdir()
    return made


@pytest.fixture
def tab(folder: Path) -> Iterator["Page"]:
    with browser() as chromium, open_page(folder) as served, open_tab(served, chromium) as opened:
        yield opened


def test_units_are_collected_beside_it_and_once_more(tab: "Page", folder: Path) -> None:
    units = folder / "各单位"
    press(tab, "汇总")
    tab.locator("dialog", has_text="建一个子文件夹").wait_for()
    tab.keyboard.press("Enter")
    units.mkdir()
    for number in range(10):
        hand_in(units, number, wrong=number == 9)
    collect(tab, UNITED, "2023")
    assert "再点一次“汇总”" in told(
        tab, "已新建：单位名单2023.xlsx，已经填上文件夹里认出来的 10 个"
    )
    tab.reload()
    collect(tab)
    told(tab, "已汇总：汇总2023.xlsx")
    first = tab.locator(".unit").first
    first.wait_for()
    assert "未计入" in first.inner_text(), "what people must look at first"
    look_at_units(tab)
    hand_in(units, 9, wrong=False)
    press(tab, "再汇总一次")
    tab.locator("dialog").wait_for()
    tab.keyboard.press("Enter")
    tab.locator("#said", has_text="计入 10 个单位").wait_for()
    told(tab, "已汇总：汇总2023.xlsx")


def look_at_units(tab: "Page") -> None:
    """Find, open and read a unit on a narrow screen, too."""
    tab.locator(".unit summary").first.click()
    tab.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert barriers(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tab.get_by_label("查找单位").fill("临江9")
    assert tab.locator(".unit").count() == 1


def collect(tab: "Page", *typed: str) -> None:
    """Press 汇总, and Enter in its dialog: the cursor stands where something is to be typed."""
    press(tab, "汇总")
    tab.locator("dialog").wait_for()
    for words in typed:
        tab.keyboard.press("ControlOrMeta+a")
        tab.keyboard.type(words)
        tab.keyboard.press("Tab")
    if typed:
        tab.locator("dialog [name=year]").focus()
    tab.keyboard.press("Enter")
