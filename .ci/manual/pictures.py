"""Takes the pictures of the page and of workbooks, of an office that is made up for them.

The page is a real one, in chromium; a workbook is what LibreOffice prints of it, with letters over
the columns and numbers beside the rows, as Excel shows them.
"""

import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from browser import browser
from openpyxl import load_workbook
from printed import take_printed
from shown import alone, cut, pages_of, save

from generator.files.file_names import INPUTS, OUTPUTS
from generator.files.unzipped import MANUALS, OWN
from generator.pipeline.make import make
from generator.pipeline.new import new_workbook
from generator.web.start import Started, start

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

ROOT = Path(__file__).parents[2]
_WIDE, _LOW = 1200, 505
_SHEET, _WRONG = "三、申请办理", {"J9": 3, "D11": "3件", "D14": None, "J30": 6}
"""Mistakes as people make them: a total by hand, a number that is none, a cell left out."""


def take_pictures(folder: Path) -> None:
    """Write the pictures into a folder."""
    with tempfile.TemporaryDirectory() as there:
        office = _office(Path(there))
        with _open_page(office) as (page, address):
            _scene(page, address, folder / "folder.png", _LOW)
            _scene(page, address, folder / "new.png", _LOW, lambda one: one.click("text=新建"))
            _scene(page, address, folder / "desk.png", 800, _finding)
        _reviewed(office)
        with _open_page(office) as (page, address):
            _scene(page, address, folder / "review.png", 800, _review)
        _workbook(Path(there), folder / "workbook.png")
        take_printed(folder, Path(there), ROOT)


def _office(there: Path) -> Path:
    office = there / OWN
    for name in (INPUTS, OUTPUTS, "templates"):
        (office / name).mkdir(parents=True)
    shutil.copy(ROOT / "inputs" / "2023.xlsx", office / INPUTS)
    new_workbook("某某市某某局", 2024, office / INPUTS / "2024.xlsx")
    make(office / INPUTS / "2023.xlsx")
    return office


@contextmanager
def _open_page(office: Path) -> Iterator[tuple["Page", str]]:
    page: Started = start(office.resolve(), 0, lambda _: None)
    page.begin()
    page.look()
    with browser() as chromium:
        opened = chromium.new_page()
        opened.route("**/about", _as_unzipped)
        opened.route("**/folder", _as_on_windows)
        yield opened, page.address
    page.end()


def _as_unzipped(route: "Route") -> None:
    """Answer as where the manuals lie beside the program."""
    route.fulfill(json={**route.fetch().json(), "manuals": list(MANUALS)})


def _as_on_windows(route: "Route") -> None:
    route.fulfill(json={**route.fetch().json(), "where": rf"D:\make-report\{OWN}"})


def _scene(
    page: "Page", address: str, target: Path, high: int, act: Callable[["Page"], object] = bool
) -> None:
    page.set_viewport_size({"width": _WIDE, "height": high})
    page.goto(address)
    page.wait_for_selector(".file")
    act(page)
    page.wait_for_timeout(700)
    page.screenshot(path=str(target))
    sys.stdout.write(f"{target}\n")


def _finding(page: "Page") -> None:
    page.click("a.name >> text=2023")
    page.wait_for_selector(".finding .cell")
    page.click(".finding .cell")


def _review(page: "Page") -> None:
    page.click("a.name >> text=2023")
    page.click("text=看审阅修改")
    page.wait_for_selector("text=两边不同")


def _reviewed(office: Path) -> None:
    """Let a reviewer and the office change the same words, each in his own way."""
    document = office / OUTPUTS / "2023.docx"
    with zipfile.ZipFile(document) as opened:
        parts = {one.filename: opened.read(one) for one in opened.infolist()}
    body = parts["word/document.xml"].decode()
    for before, after in (
        ("均100%予以公开", "均及时予以公开"),
        ("及时更新", "每日更新"),
        ("积极开展", "扎实开展"),
    ):
        body = body.replace(before, after, 1)
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    book = load_workbook(office / INPUTS / "2023.xlsx")
    for row in book["正文"].iter_rows(min_col=4, max_col=4):
        if isinstance(row[0].value, str) and "及时更新" in row[0].value:
            row[0].value = row[0].value.replace("及时更新", "每周更新")
    book.save(office / INPUTS / "2023.xlsx")


def _workbook(there: Path, target: Path) -> None:
    """Print a sheet with mistakes in it as Excel shows it, and cut off the paper around it."""
    book = load_workbook(ROOT / "inputs" / "2023.xlsx")
    sheet = alone(book, _SHEET)
    for cell, value in _WRONG.items():
        sheet[cell] = value
    sheet.print_options.headings = True
    sheet.page_setup.orientation = "landscape"
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = None
    book.save(there / "wrong.xlsx")
    save(cut(pages_of(there / "wrong.xlsx", there, (1,))[0]), target)
