"""The files of the page: nothing newer than the browsers that offices have; text is never run."""

import re

import pytest

from generator.web.page_files import PAGE_FILES

SCRIPTS = {name: one.body.decode() for name, one in PAGE_FILES.items() if name.endswith(".js")}
LOOKS = PAGE_FILES["desk.css"].body.decode()
PAGE = PAGE_FILES[""].body.decode()

TOO_NEW = {  # what Chromium 80, or Firefox 78, does not know
    "?.": re.compile(r"\?\.(?!\d)"),
    "??": re.compile(r"\?\?"),
    "private fields": re.compile(r"\bthis\.#"),
    "newer methods": re.compile(r"\.(?:replaceAll|at|replaceChildren|findLast|flat|hasOwn)\("),
    "top-level await": re.compile(r"^await ", re.MULTILINE),
}
RUNS_TEXT = re.compile(
    r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
)


def test_there_are_files_to_look_at() -> None:
    assert len(SCRIPTS) > 8
    assert len(LOOKS) > 5_000
    assert 'type="module"' in PAGE


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_need_no_newer_browser_than_offices_have(name: str) -> None:
    assert [what for what, pattern in TOO_NEW.items() if pattern.search(SCRIPTS[name])] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_text_is_never_run(name: str) -> None:
    assert RUNS_TEXT.findall(SCRIPTS[name]) == []


def test_looks_need_no_newer_browser_either() -> None:
    new = re.compile(
        r":has\(|:is\(|:where\(|:focus-visible|\binset:|aspect-ratio|@layer|@container"
    )
    assert new.findall(LOOKS) == []
    assert re.findall(r"(?<!-)\bgap:", LOOKS) == []


def test_nothing_is_in_line_and_nothing_comes_from_elsewhere() -> None:
    assert re.findall(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\bsrc=)", PAGE) == []
    everything = "".join([PAGE, LOOKS, *SCRIPTS.values()])
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", everything) == []
    assert re.findall(r"url\(|@import", LOOKS) == []


def test_every_script_that_is_imported_is_there() -> None:
    imported = {one for text in SCRIPTS.values() for one in re.findall(r'from "\./([\w.]+)"', text)}
    assert imported == set(SCRIPTS) - {"desk.js"}
