"""What has a line through it in a workbook: by the font of a cell, or of some words in it."""

from collections.abc import Iterator
from xml.etree import ElementTree

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.reading.printed_places import printed_places
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, held_back, notice
from generator.model.report import Place, Report

STRUCK = "R16"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFF = ("0", "false")
_SHOWN = 20  # characters
_ADVICE = "不要的请删掉；还要的，请在“设置单元格格式”的“字体”里取消删除线"


def has_strikes(part: bytes) -> bool:
    """Tell whether a part may have struck text in it: most have not, and are not looked at."""
    return b"strike" in part


def struck_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell styles whose font has a line through it."""
    if not has_strikes(styles):
        return frozenset()
    root = ElementTree.fromstring(styles)  # noqa: S314 - guarded
    fonts = [_is_struck(font) for font in root.iterfind(f"{_MAIN}fonts/{_MAIN}font")]
    cells = root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    struck = {number for number, one in enumerate(fonts) if one}
    return frozenset(at for at, xf in enumerate(cells) if int(xf.get("fontId", 0)) in struck)


def struck_and_left(text: ElementTree.Element, *, whole: bool) -> tuple[list[str], list[str]]:
    """Return the struck words of a text in several formats, and the others.

    `whole` is whether the font of the cell is struck, which holds for words without their own.
    """
    struck: list[str] = []
    left: list[str] = []
    for run in text.iterfind(f"{_MAIN}r"):
        own = run.find(f"{_MAIN}rPr")
        taken = whole if own is None else _is_struck(own)
        (struck if taken else left).append(run.findtext(f"{_MAIN}t") or "")
    return struck, left


def struck_in_report(sheets: list[Sheet], report: Report, file: str) -> Iterator[Finding]:
    """Yield the cells with struck text that are printed: nobody can tell whether it still holds."""
    printed = {(place.within, place.spot) for place in printed_places(report)}
    for sheet in sheets:
        for spot, words in sheet.struck.items():
            if (sheet.name, address(spot)) in printed:
                yield held_back(
                    STRUCK, _place(sheet, spot, file), _said(words), _ADVICE, about=words
                )


def struck_in_list(sheet: Sheet, file: str) -> Iterator[Finding]:
    """Yield the cells with struck text of a list that is not printed, such as 用词."""
    for spot, words in sheet.struck.items():
        yield notice(STRUCK, _place(sheet, spot, file), _said(words), _ADVICE)


def _said(words: str) -> str:
    shown = " ".join(words.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return f"“{shown}”划去了（删除线），不知道还算不算"


def _place(sheet: Sheet, spot: Spot, file: str) -> Place:
    return Place(file, sheet.name, address(spot))


def _is_struck(look: ElementTree.Element) -> bool:
    strike = look.find(f"{_MAIN}strike")
    return strike is not None and strike.get("val", "1") not in _OFF
