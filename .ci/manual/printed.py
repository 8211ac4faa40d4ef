"""Takes the pictures of what the program prints, as LibreOffice shows it.

A report, what stands in it beside text, what is published of it, a collection with a notice.
"""

from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from shown import WIDE, alone, cut, pages_of, save

from generator.console.cli import main as make_report
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.pipeline.make import make
from generator.pipeline.publishing.publish import publish
from generator.pipeline.sources import read_report
from tests.pipeline.collecting.units import DISTRICT, put_files
from tests.pipeline.shown_office import showing

if TYPE_CHECKING:
    from PIL.Image import Image

_GREY, _GAP = (120, 120, 120), 8
_PHONE = {"width": 390, "height": 844}
_COLLECTED = "各单位数字"
_SHOWN_ROWS, _SHOWN_COLUMNS = 30, "H"


def take_printed(folder: Path, there: Path, root: Path) -> None:
    """Write the pictures into a folder; files that are needed for them go into `there`."""
    report = root / "outputs" / "2023.docx"
    _side_by_side(pages_of(report, there, (1, 4)), folder / "page.png")
    document = _with_chart_and_table(root / "inputs" / "2023.xlsx", there)
    [page] = pages_of(document, there, (2,))
    written = page.crop((0, 0, page.width, page.height * 9 // 10))  # without the page number
    save(cut(written), folder / "exhibits.png", WIDE // 2)
    publish(document)
    published = document.with_name(f"{document.stem}.发布.pdf")
    screens = _on_a_phone(published.with_suffix(".html"), there)
    _side_by_side([*pages_of(published, there, (1, 6)), *screens], folder / "published.png")
    _side_by_side(_collection(there), folder / "collection.png")


def _with_chart_and_table(workbook: Path, there: Path) -> Path:
    """Return a document whose first part shows a chart of its figures, and a further table."""
    report, _, form = read_report(workbook)
    shown = showing(report, form, "予以公开")
    lines = tuple(line for line in shown.paragraphs if ".png" not in line.text)
    target = there / "2023.xlsx"
    target.write_bytes(workbook_of(replace(shown, paragraphs=lines), form))
    make(target)
    return target.with_suffix(".docx")


def _on_a_phone(page: Path, there: Path) -> list["Image"]:
    """Return two screens of a page: its beginning, and its first table."""
    from browser import browser
    from PIL import Image

    with browser() as opened:
        shown = opened.new_page(viewport=_PHONE, device_scale_factor=2)
        shown.goto(page.as_uri())
        targets = [there / "top.png", there / "table.png"]
        shown.screenshot(path=str(targets[0]))
        shown.locator("table").first.scroll_into_view_if_needed()
        shown.screenshot(path=str(targets[1]))
    return [Image.open(one).convert("RGB") for one in targets]


def _collection(there: Path) -> list["Image"]:
    """Return the sheet of all units' figures, and the first page of one unit's notice."""
    from openpyxl import load_workbook

    put_files(there / "各单位")
    listed, collected = there / "单位名单.xlsx", there / "汇总2024.xlsx"
    of_whom = ["--organ", f"{DISTRICT}人民政府", "--year", "2024"]
    with redirect_stdout(StringIO()):
        for asked in (
            ["--new-units", str(listed), *of_whom],
            ["--units", str(listed), "-o", str(collected)],
        ):
            make_report(["collect", str(there / "各单位"), *asked])
    book = load_workbook(collected)
    sheet = alone(book, _COLLECTED)
    sheet.print_area = f"A1:{_SHOWN_COLUMNS}{_SHOWN_ROWS}"
    sheet.print_title_cols = sheet.print_title_rows = None
    book.save(there / "sheet.xlsx")
    notice = next((there / "整改单").glob("*.docx"))
    return [cut(pages_of(there / "sheet.xlsx", there, (1,))[0]), *pages_of(notice, there, (1,))]


def _side_by_side(pages: Sequence["Image"], target: Path) -> None:
    """Write pages of one height beside each other, on grey."""
    from PIL import Image

    high = min(page.height for page in pages)
    sized = [page.resize((page.width * high // page.height, high)) for page in pages]
    across = sum(page.width for page in sized) + _GAP * (len(sized) + 1)
    whole = Image.new("RGB", (across, high + 2 * _GAP), _GREY)
    at = _GAP
    for page in sized:
        whole.paste(page, (at, _GAP))
        at += page.width + _GAP
    save(whole, target)
