"""Both forms of a page, as checkers of others and a browser see them; `.ci/run` installs these."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.formats.html.fragment import fragment_of
from generator.formats.html.page import page_of
from generator.model.publication import Publication
from tests.browser import DESK, PHONE, barriers, browser, needs_browser
from tests.formats.html.pages import awkward, drawn
from tests.html_checkers import html_validate, needs_html_validate, needs_vnu, vnu
from tests.publications import publication

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPORTS = {"usual": publication, "awkward": awkward}

pytestmark = pytest.mark.long


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return the pages of two reports, and their pieces in a page of a site."""
    made = []
    for name, report in REPORTS.items():
        for form, text in (("page", page_of(report(), drawn)), ("piece", on_a_site(report()))):
            made.append(tmp_path / f"{name}-{form}.html")
            made[-1].write_text(text, encoding="utf-8")
    return made


def on_a_site(report: Publication) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="UTF-8">\n'
        "<title>某某区人民政府</title>\n</head>\n<body>\n<main>\n"
        f"{fragment_of(report, drawn)}</main>\n</body>\n</html>\n"
    )


@needs_html_validate
def test_html_validate_finds_no_error(files: list[Path]) -> None:
    for file in files:
        in_line = ["no-inline-style"] if "piece" in file.name else []  # what it is for
        assert html_validate(file, *in_line) == ""


@needs_vnu
def test_the_nu_html_checker_finds_no_error(files: list[Path]) -> None:
    assert vnu(files) == ""


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    with browser() as started:
        yield started


@needs_browser
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nobody_is_kept_out_and_nothing_is_wider_than_the_screen(
    files: list[Path], chromium: "Browser", size: tuple[int, int]
) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    for file in files:
        page.goto(file.as_uri())
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
