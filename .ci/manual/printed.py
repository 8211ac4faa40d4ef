"""Takes the pictures of what the program prints, as LibreOffice shows it.

A report, what stands in it beside text, what is published of it, a collection with a notice.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.console.cli import main as make_report
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.pipeline.make import make
from generator.pipeline.publishing.publish import publish
from generator.pipeline.sources import read_report
from tests.pipeline.collecting.units import DISTRICT, put_files
from tests.pipeline.shown_office import showing

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDE, _DOTS = 1400, 160
_GREY, _GAP = (120, 120, 120), 8
_PHONE = {"width": 390, "height": 844}
_COLLECTED = "各单位数字"
_SHOWN_ROWS, _SHOWN_COLUMNS = 30, "H"


def take_printed(folder: Path, there: Path, root: Path) -> None:
    """Write the pictures into a folder; files that are needed for them go into `there`."""
    report = root / "outputs" / "2023.docx"
    _side_by_side(_pages(report, there, (1, 4)), folder / "page.png")
    document = _with_chart_and_table(root / "inputs" / "2023.xlsx", there)
    [page] = _pages(document, there, (2,))
    written = page.crop((0, 0, page.width, page.height * 9 // 10))  # without the page number
    _save(_cut(written), folder / "exhibits.png", _WIDE // 2)
    publish(document)
    published = document.with_name(f"{document.stem}.发布.pdf")
    screens = _on_a_phone(published.with_suffix(".html"), there)
    _side_by_side([*_pages(published, there, (1, 6)), *screens], folder / "published.png")
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


def _pages(file: Path, there: Path, numbers: Sequence[int]) -> list["Image"]:
    """Return some pages of a file that Word, Excel or a reader of PDF opens."""
    from PIL import Image

    if file.suffix != ".pdf":
        to_pdf = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(there)]
        subprocess.run([*to_pdf, str(file)], check=True, capture_output=True)  # noqa: S603
        file = there / f"{file.stem}.pdf"
    shown = []
    for number in numbers:
        target = there / f"{file.stem}-{number}"
        of_page = ["-singlefile", "-r", str(_DOTS), "-f", str(number)]
        subprocess.run(["pdftoppm", "-png", *of_page, str(file), str(target)], check=True)  # noqa: S603, S607
        shown.append(Image.open(f"{target}.png").convert("RGB"))
    return shown


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
    sheet = book[_COLLECTED]
    book.active = book.index(sheet)
    for one in book:
        if one is not sheet:
            one.sheet_state, one.print_area = "hidden", None
    sheet.print_area = f"A1:{_SHOWN_COLUMNS}{_SHOWN_ROWS}"
    sheet.print_title_cols = sheet.print_title_rows = None
    sheet.page_setup.fitToHeight = sheet.page_setup.fitToWidth = 1
    book.save(there / "sheet.xlsx")
    notice = next((there / "整改单").glob("*.docx"))
    return [_cut(_pages(there / "sheet.xlsx", there, (1,))[0]), *_pages(notice, there, (1,))]


def _cut(page: "Image") -> "Image":
    """Return a page without the white paper around what is on it."""
    from PIL import Image, ImageChops

    white = Image.new("RGB", page.size, "white")
    return page.crop(ImageChops.difference(page, white).getbbox())


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
    _save(whole, target, _WIDE)


def _save(picture: "Image", target: Path, wide: int) -> None:
    fewer = picture.resize((wide, wide * picture.height // picture.width)).quantize(128)
    fewer.save(target, optimize=True)
    sys.stdout.write(f"{target}\n")
