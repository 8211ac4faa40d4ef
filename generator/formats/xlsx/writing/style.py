"""How the workbook looks: one palette, few fonts."""

from collections.abc import Iterable
from copy import copy
from math import ceil
from typing import Any
from unicodedata import east_asian_width
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import column_letters

_INK, _QUIET, _RED, _GREEN = "1F3A5F", "44505E", "9C0006", "1E6B34"
_LINE = Side(style="thin", color="9FB0C3")


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


TITLE = Font(name="黑体", size=16, color=_INK)
HEADING = Font(name="黑体", size=12, color=_INK)
BODY = Font(name="宋体", size=11)
LABEL = Font(name="宋体", size=10)
STRONG = Font(name="宋体", size=10, bold=True, color=_INK)
ALARM = Font(name="宋体", size=11, bold=True, color=_RED)
QUIET = Font(name="宋体", size=10, color=_QUIET)
PAST = Font(name="宋体", size=10, color="6B6B6B")

HEADER_FILL = _fill("D6E1EE")
LABEL_FILL = _fill("F2F5F9")
INPUT_FILL = _fill("FFFBE3")
TOTAL_FILL = _fill("FDF0C4")
BAND_FILL = _fill("FFF6D2")
LINK = Font(name="宋体", size=11, color="0563C1", underline="single")
ALARM_FILL, ERROR_FILL = _fill("F28B82"), _fill("FFC7CE")
NOTICE_FILL, VERIFIED_FILL = _fill("FFD966"), _fill("A9D8A4")
PAST_FILL, PAST_HEADER_FILL = _fill("F7F7F7"), _fill("EDEDED")
_BAD_FILL, GOOD_FILL = _fill("FFC7CE"), _fill("E6F2E6")

_LAST_COLUMN = 16_384  # Excel's XFD
_TALLEST = 409  # points, of a row in Excel
_LINE_HEIGHT = 15.5
"""Points that a line of 宋体 11 takes."""

_UPRIGHT = 255  # Excel's number for characters one above the other

BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
SHRUNK = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
FIT = Alignment(horizontal="left", vertical="center", shrink_to_fit=True)
TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
TOP_RIGHT = Alignment(horizontal="right", vertical="top")
TOP_FIT = Alignment(horizontal="left", vertical="top", shrink_to_fit=True)
TOP_CENTRE = Alignment(horizontal="center", vertical="top")
STACKED = Alignment(horizontal="center", vertical="center", text_rotation=_UPRIGHT)
UNLOCKED = Protection(locked=False)

GOOD = "✓"
BAD = "✗"
ASKS = "？"
"""Begins a check that people should look at, and that may be right: it does not turn red."""


_LOOKS: WeakKeyDictionary[Workbook | None, dict[tuple[object, ...], tuple[Any, object]]] = (
    WeakKeyDictionary()
)
"""The looks that cells of a workbook have, as openpyxl numbers them: to find the numbers, it takes
every style to pieces, which for each cell alone is half the time of writing a workbook."""


def dress(
    sheet: Worksheet,
    area: str,
    *,
    font: Font = BODY,
    fill: PatternFill | None = None,
    alignment: Alignment = CENTRE,
    unlocked: bool = False,
) -> None:
    """Give every cell of an area, such as A1:C3, borders and the given look."""
    looks = _LOOKS.setdefault(sheet.parent, {})
    look = (id(font), id(fill), id(alignment), unlocked)
    rows = sheet[area]
    for row in rows if isinstance(rows, tuple) else ((rows,),):
        for cell in row:
            plain = not cell.has_style
            if plain and look in looks:
                cell._style = copy(looks[look][0])
                continue
            cell.font, cell.alignment, cell.border = font, alignment, BORDER
            if fill:
                cell.fill = fill
            if unlocked:
                cell.protection = UNLOCKED
            if plain:
                looks[look] = copy(cell._style), (font, fill, alignment)


def colour_checks(sheet: Worksheet, area: str, first: str) -> None:
    """Colour check cells: green for ✓, red for ✗ and errors."""
    wrong = f'IF(ISERROR({first}),TRUE,LEFT({first},1)="{BAD}")'
    colour_where(sheet, area, wrong)
    good = DifferentialStyle(font=Font(color=_GREEN), fill=GOOD_FILL)
    rule = Rule(type="expression", formula=[f'{first}="{GOOD}"'], dxf=good)
    sheet.conditional_formatting.add(area, rule)


def colour_where(sheet: Worksheet, area: str, formula: str) -> None:
    """Colour the cells of an area red where a formula, written for its first cell, is true."""
    bad = DifferentialStyle(font=Font(bold=True, color=_RED), fill=_BAD_FILL)
    sheet.conditional_formatting.add(area, Rule(type="expression", formula=[formula], dxf=bad))


def height_for(texts: Iterable[tuple[str, float]]) -> float:
    """Return a height in points that shows all texts of a row, each in a column of some width.

    Programs do not work it out on opening; widths are in characters, of which 宋体 takes two.
    """
    lines = max(
        sum(max(1, ceil(columns_taken(line) / (width - 1))) for line in text.split("\n"))
        for text, width in texts
    )
    return min(_TALLEST, _LINE_HEIGHT * lines + 4)


def columns_taken(text: str) -> int:
    """Return how wide a text is in characters, of which 宋体 takes two."""
    return sum(1 + (east_asian_width(sign) in "WFA") for sign in text)


def print_on_a4(sheet: Worksheet, *, landscape: bool = False, titles: str = "") -> None:
    """Set a sheet up for A4, as wide as the page, with its name and page numbers below."""
    sheet.page_setup.paperSize = "9"
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.7
    footer = sheet.HeaderFooter.oddFooter
    if footer and footer.center:
        footer.center.text = "&A　第 &P 页，共 &N 页"
    if titles:
        sheet.print_title_rows = titles


def protect(sheet: Worksheet, *, rows: bool = False) -> None:
    """Lock the labels, without a password; widths, looks and, in lists, rows stay free."""
    guard = sheet.protection
    guard.enable()
    # True forbids
    guard.formatCells = guard.formatColumns = guard.formatRows = False
    if rows:  # Excel deletes a row only where all of it is unlocked
        rest = sheet.column_dimensions[column_letters(sheet.max_column + 1)]
        rest.min, rest.max = sheet.max_column + 1, _LAST_COLUMN
        rest.protection = UNLOCKED
    guard.insertRows = guard.deleteRows = guard.sort = guard.autoFilter = not rows
