"""Files as LibreOffice shows them: pages as pictures, cut and saved."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
    from PIL.Image import Image

WIDE = 1400
_DOTS, _COLOURS = 160, 128


def pages_of(file: Path, there: Path, numbers: Sequence[int]) -> list["Image"]:
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


def alone(book: "Workbook", name: str) -> "Worksheet":
    """Return a sheet of a workbook, which is then all that is printed of it, on one page."""
    sheet = book[name]
    book.active = book.index(sheet)
    for one in book:
        if one is not sheet:
            one.sheet_state, one.print_area = "hidden", None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = sheet.page_setup.fitToWidth = 1
    return sheet


def cut(page: "Image") -> "Image":
    """Return a page without the white paper around what is on it."""
    from PIL import Image, ImageChops

    white = Image.new("RGB", page.size, "white")
    return page.crop(ImageChops.difference(page, white).getbbox())


def save(picture: "Image", target: Path, wide: int = WIDE) -> None:
    """Write a picture so wide, in few colours."""
    sized = picture.resize((wide, wide * picture.height // picture.width))
    sized.quantize(_COLOURS).save(target, optimize=True)
    sys.stdout.write(f"{target}\n")
