"""A tab in which the page is open, and what must never happen in one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.messages.command_to_type import names_a_command
from tests.browser import DESK
from tests.web.pages import Page as Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def open_tab(served: Served, chromium: "Browser") -> Iterator["Page"]:
    """Open the folder in a tab; nothing goes wrong in it, and nothing leaves this page."""
    page = chromium.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    page.set_default_timeout(20_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda one: wrong.append(one.url) if served.host not in one.url else None)
    page.goto(served.started.address)
    page.get_by_role("heading", name="年度报告").wait_for()
    yield page
    ended = [one for one in wrong if "409" in one or "ERR_" in one]
    page.close()
    assert [one for one in wrong if one not in ended] == []


def told(tab: "Page", words: str) -> str:
    """Return all that the page says of what was asked for, once its first line has some words.

    Whoever reads it types no commands, and it is no wider than the screen.
    """
    tab.locator("#said h2", has_text=words).wait_for()
    said = tab.locator("#said").inner_text()
    assert [line for line in said.splitlines() if names_a_command(line)] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return said


def press(tab: "Page", label: str) -> None:
    """Press a button of the view."""
    tab.locator("#view").get_by_role("button", name=label, exact=True).click()


def focused(tab: "Page") -> str:
    """Return what the focused button says."""
    return str(tab.evaluate("document.activeElement.textContent"))


def comes_true(tab: "Page", expression: str) -> None:
    """Wait until something is so; the page's own policy forbids playwright's way to."""
    for _ in range(200):
        if tab.evaluate(expression):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never so: {expression}")
