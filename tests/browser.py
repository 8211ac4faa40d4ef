"""A browser as people have it, and axe, which looks for what keeps some of them out of a page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None or find_spec("playwright") is None,
    reason="needs chromium, and playwright of the extra dev",
)
PHONE, DESK = (360, 740), (1280, 900)
"""Width and height in CSS pixels."""


@contextmanager
def browser() -> Iterator["Browser"]:
    """Start a browser that nobody sees, and end it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def barriers(page: "Page") -> list[str]:
    """Return what axe finds wrong with a page: which rule, and the element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
