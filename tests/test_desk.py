"""The page in a real browser, as people use it: `.ci/run` installs one."""

import html
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from generator.formats.xlsx.editing.cell_edits import edit_cells
from generator.web.page_files import PAGE_FILES
from tests.browser import DESK, PHONE, barriers, browser, needs_browser
from tests.html_checkers import html_validate, needs_html_validate, needs_vnu, vnu
from tests.paths import ROOT
from tests.pipeline.office import (
    document_in,
    document_of,
    put_published,
    reviewer_edits,
    row_with,
    rows_of,
    staff_edit,
)
from tests.reviewing import extras, reviewer
from tests.web.pages import Page as Served
from tests.web.pages import open_page
from tests.web.tabs import open_tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.long, needs_browser]

ZOOMED = (640, 450)
"""A screen of 1280 × 900 at 200 %."""
HOSTILE = '<img src=x onerror="window.hit=1"></script><script>window.hit=2</script>'
HOSTILE_TEXTS = (
    HOSTILE,
    "\u202e\u2066甲\u200b\u200d\ufeff\u2028😀 _x000D_ &lt;b&gt; ]]> --> {{7*7}} ${1} \\u003c",
    '<a href="javascript:window.hit=3">x</a><svg onload="window.hit=4"><iframe srcdoc="x">',
    "javascript:window.hit=5",
    "字" * 32_767,
)
AS_BROWSERS_WRITE = "attribute-empty-style", "attribute-boolean-style"
"""What a browser writes of its own: hidden="" where people write hidden."""
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
    with open_tab(served, chromium) as opened:
        opened.locator(".file").first.wait_for()
        yield opened


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


@needs_html_validate
@needs_vnu
def test_every_view_is_valid_as_it_stands(tab: "Page", served: Served, tmp_path: Path) -> None:
    pages = [tmp_path / f"{name}.html" for name in ("first", "dialog", "report", "review")]
    pages[0].write_bytes(PAGE_FILES[""].body)
    tab.get_by_role("button", name="新建").click()
    pages[1].write_text(tab.content(), encoding="utf-8")
    tab.keyboard.press("Escape")
    to_report(tab, served)
    tab.locator(".verify input").first.check()
    pages[2].write_text(tab.content(), encoding="utf-8")
    to_review(tab, served)
    pages[3].write_text(tab.content(), encoding="utf-8")
    assert [html_validate(page, *AS_BROWSERS_WRITE) for page in pages] == [""] * len(pages)
    assert vnu(pages) == ""


def test_what_is_printed_is_the_list_of_problems_alone(tab: "Page", served: Served) -> None:
    to_report(tab, served)
    tab.emulate_media(media="print")
    assert tab.locator(".finding .message").first.is_visible()
    assert [
        one for one in tab.locator("button").all() if one.is_visible() and not is_cell(one)
    ] == []
    assert tab.locator(".sheet").is_hidden()


def is_cell(button: "Locator") -> bool:
    return "cell" in str(button.get_attribute("class"))


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
    for number, text in enumerate(HOSTILE_TEXTS, 800):
        cells = {("正文", (7, 4)): text, ("正文", (8, 3)): text, ("基本信息", (5, 2)): text}
        saved(office, {**cells, ("二、主动公开", (6, 4)): number, ("二、主动公开", (7, 4)): text})
        to_report(tab, served)
        tab.locator(".sheet td", has_text=str(number)).wait_for()
        assert_nothing_acts(tab)


@pytest.mark.skipif(sys.platform == "win32", reason="there no file has such a name")
def test_names_of_files_and_folders_are_only_ever_text(
    tab: "Page", served: Served, office: Path
) -> None:
    names = [f"{HOSTILE.replace('/', '')}.xlsx", "javascript:hit().docx", "a&b'\"`\n甲.pdf"]
    for name in names:
        (office / name).write_bytes(b"x")
    (office / HOSTILE.replace("/", "")).mkdir()
    served.started.look()
    tab.reload()
    tab.get_by_text("onerror").first.wait_for()
    assert_nothing_acts(tab)


def test_words_and_names_of_reviewers_are_only_ever_text(
    tab: "Page", served: Served, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewer, "_AUTHORS", HOSTILE_TEXTS[:4])
    monkeypatch.setattr(extras, "_COMMENTERS", [HOSTILE])
    monkeypatch.setattr(extras, "_REMARKS", [HOSTILE])
    reviewer_edits(office, "予以公开", html.escape(HOSTILE))
    edited = reviewer.review(document_in(office), Random(1), count=3, tracked=True)
    document_of(office).write_bytes(extras.add_comment(edited, Random(1)).data)
    served.started.look()
    to_review(tab, served)
    tab.get_by_text("onerror").nth(1).wait_for()
    assert_nothing_acts(tab)


def assert_nothing_acts(tab: "Page") -> None:
    """Hold that no text became an element, an address or a script; the rest `tab` holds itself."""
    assert tab.evaluate("window.hit") is None
    assert tab.locator("img, main script, main iframe, main svg, main style").count() == 0
    addresses = tab.locator("main a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    assert [one for one in addresses if not one.startswith("#")] == []
    names = "all => all.flatMap(one => one.getAttributeNames())"
    assert [one for one in tab.locator("main *").evaluate_all(names) if one.startswith("on")] == []


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


def test_a_program_that_is_gone_is_told_in_a_sentence(tab: "Page", served: Served) -> None:
    to_report(tab, served)
    tab.route("**/make/*", lambda order: order.abort())
    tab.get_by_role("button", name="生成报告").click()
    tab.locator("#said h2", has_text="程序没有回答").wait_for()
