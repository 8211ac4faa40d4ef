"""The page in a real browser, as people use it: `.ci/run` installs one."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from generator.formats.xlsx.editing.cell_edits import edit_cells
from tests.browser import DESK, PHONE, barriers, browser, needs_browser
from tests.paths import ROOT
from tests.pipeline.office import put_published, reviewer_edits, row_with, rows_of, staff_edit
from tests.web.pages import Page as Served
from tests.web.pages import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.long, needs_browser]

ZOOMED = (640, 450)
"""A screen of 1280 × 900 at 200 %."""
HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>'
WAS, DOCUMENT, WORKBOOK = "及时更新", "每日更新", "每周更新"


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    with browser() as started:
        yield started


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office where reviewers and staff changed the same words."""
    put_published(tmp_path)
    copytree(ROOT / "templates", tmp_path / "templates")
    row, text = row_with(tmp_path, WAS)
    reviewer_edits(tmp_path, WAS, DOCUMENT)
    staff_edit(tmp_path, {("正文", (row, 4)): text.replace(WAS, WORKBOOK)})
    return tmp_path


@pytest.fixture
def served(office: Path) -> Iterator[Served]:
    with open_page(office) as opened:
        opened.started.look()
        yield opened


@pytest.fixture
def tab(served: Served, chromium: "Browser") -> Iterator["Page"]:
    """Return a tab that shows the folder; nothing went wrong in it, and nothing left this page."""
    page = chromium.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda one: wrong.append(one.url) if served.host not in one.url else None)
    page.goto(served.started.address)
    page.locator(".file").first.wait_for()
    yield page
    ended = [one for one in wrong if "409" in one or "ERR_" in one]
    page.close()
    assert [one for one in wrong if one not in ended] == []


def saved(office: Path, cells: dict[tuple[str, tuple[int, int]], str | int]) -> None:
    """Save the workbook as Excel does: another file takes its place."""
    path = office / "inputs" / "2023.xlsx"
    new = path.with_name(".~new")
    new.write_bytes(edit_cells(path.read_bytes(), path.name, dict(cells)))
    new.replace(path)


def to_report(tab: "Page", served: Served) -> None:
    tab.goto(f"{served.started.address}#/report/{served.id('2023.xlsx')}")
    tab.locator(".sheet td").first.wait_for()


def to_review(tab: "Page", served: Served) -> None:
    tab.goto(f"{served.started.address}#/review/{served.id('2023.docx')}")
    tab.locator(".conflict").first.wait_for()


@pytest.mark.parametrize("size", [DESK, PHONE, ZOOMED], ids=["desk", "phone", "zoomed"])
def test_nobody_is_kept_out_of_any_view(tab: "Page", served: Served, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    found = {"folder": barriers(tab)}
    tab.get_by_role("button", name="新建").click()
    found["dialog"] = barriers(tab)
    tab.keyboard.press("Escape")
    to_report(tab, served)
    tab.locator(".finding summary").first.click()
    tab.locator(".verify input").first.check()
    found["report"] = barriers(tab)
    tab.get_by_role("button", name="生成报告").click()
    tab.locator("#said h2").wait_for()
    found["said"] = barriers(tab)
    to_review(tab, served)
    found["review"] = barriers(tab)
    assert {view: wrong for view, wrong in found.items() if wrong} == {}
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_saved_is_on_the_screen_and_shines(
    tab: "Page", served: Served, office: Path
) -> None:
    to_report(tab, served)
    saved(office, {("二、主动公开", (6, 4)): 777})
    cell = tab.locator(".sheet td", has_text="777")
    cell.wait_for()
    assert "shines" in str(cell.get_attribute("class"))
    assert cell.get_attribute("data-cell") == "D6"
    cell.hover()
    assert "『二、主动公开』D6" in tab.locator(".origin").inner_text()


def test_a_finding_and_its_place_in_the_report_lead_to_each_other(
    tab: "Page", served: Served
) -> None:
    to_report(tab, served)
    tab.locator(".finding .cell").first.click()
    assert tab.locator(".sheet .pointed").count() > 0
    mark = tab.locator(".sheet .pointed").first
    assert mark.evaluate("one => one.getBoundingClientRect().top < window.innerHeight")
    mark.click()
    assert tab.locator(".finding.pointed").count() == 1


def test_what_people_type_and_where_they_are_outlives_a_save(
    tab: "Page", served: Served, office: Path
) -> None:
    to_report(tab, served)
    tab.locator(".verify input").first.check()
    tab.locator(".tick input").nth(1).fill("已经核对")
    focused = tab.locator(".tick input").nth(1).evaluate_handle("one => one")
    saved(office, {("二、主动公开", (6, 4)): 778})
    tab.locator(".sheet td", has_text="778").wait_for()
    assert tab.locator(".tick input").nth(1).input_value() == "已经核对"
    assert tab.evaluate("one => one === document.activeElement", focused)


def test_text_of_a_workbook_is_only_ever_text(tab: "Page", served: Served, office: Path) -> None:
    saved(office, {("正文", (7, 4)): HOSTILE, ("基本信息", (5, 2)): HOSTILE})
    to_report(tab, served)
    tab.locator(".sheet", has_text="onerror").wait_for()
    assert tab.locator("img, .sheet script").count() == 0
    assert tab.evaluate("window.hit") is None


def test_a_workbook_is_begun_by_keyboard_alone(tab: "Page", office: Path) -> None:
    tab.locator("#skip").focus()
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.textContent") == "新建":
            break
    tab.keyboard.press("Enter")
    tab.keyboard.type("某某市某某局")
    tab.keyboard.press("Tab")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("2024")
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name="某某市某某局").first.wait_for()
    assert (office / "inputs" / "2024.xlsx").exists()


def test_a_tick_is_written_into_the_workbook(tab: "Page", served: Served) -> None:
    to_report(tab, served)
    tab.locator(".verify input").first.check()
    tab.keyboard.type("张三")
    tab.keyboard.press("Tab")
    tab.keyboard.type("核对过原件")
    tab.keyboard.press("Enter")
    tab.locator(".tally", has_text="已核实 1 处").wait_for()
    tab.locator(".who", has_text="张三").wait_for()


def test_a_file_that_is_handed_over_becomes_a_workbook(tab: "Page", office: Path) -> None:
    tab.locator("input[type=file]").set_input_files(ROOT / "outputs" / "2023.docx")
    tab.locator("#said h2", has_text="已新建").wait_for()
    assert (office / "2023.docx").exists()
    assert (office / "inputs" / "2023（2）.xlsx").exists()


def test_a_conflict_is_settled_as_people_choose_and_written_back(
    tab: "Page", served: Served, office: Path
) -> None:
    to_review(tab, served)
    assert tab.locator(".conflict ins").all_inner_texts() == ["每日", "每周"]
    assert tab.locator("input[type=radio]:checked").count() == 0
    tab.locator("input[value=document]").check()
    tab.get_by_role("button", name="写回工作簿").click()
    tab.locator("dialog").get_by_role("button", name="写回").click()
    tab.locator("#said h2", has_text="已写回").wait_for()
    assert DOCUMENT in "".join(rows_of(office).values())


def test_a_workbook_that_is_gone_is_told_in_a_sentence(
    tab: "Page", served: Served, office: Path
) -> None:
    to_report(tab, served)
    (office / "inputs" / "2023.xlsx").unlink()
    gone = tab.locator(".unusable", has_text="不在文件夹里了")
    gone.wait_for()
    assert tab.locator(".sheet td").count() > 0, "what was there last can still be read"
