"""Marks findings in a copy of the workbook: at their cells, and in a list before all sheets."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import islice

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import bounds
from generator.formats.xlsx.findings.result_sheet import (
    FINDING_FILLS,
    FindingLine,
    numbered,
    write_results,
)
from generator.formats.xlsx.findings.seal import prepare, sealed
from generator.formats.xlsx.reading.guard import load, workbook_parts
from generator.model.finding import Refusal
from generator.model.printed_lines import NOT_IN_XML
from generator.model.reading_order import Group
from generator.model.report import Place

AUTHOR = "make-report"
_AREA = re.compile(r"[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?")
_LARGEST_AREA = 5_000  # cells; no finding of ours covers more
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384  # of Excel; a damaged file may name others
_LONGEST_COMMENT = 8_000
_MOST_COMMENTS = 1_000  # openpyxl takes seconds for more; the list has them all
_BETWEEN = "\n\n"
_COMMENT_WIDTH, _LINE_HEIGHT, _TALLEST = 380, 19, 480  # pixels
_CHARACTERS_A_LINE = 27


def annotated(data: bytes, name: str, groups: Sequence[Group]) -> bytes:
    """Return a copy of a workbook with the findings marked in it; `name` is its file's.

    Raise Refusal where it is no workbook, or such a copy itself.
    """
    workbook_parts(data, name)
    workbook = load(data, name)
    lines = [
        FindingLine(
            standing,
            key,
            finding,
            _first_cell(workbook, finding.place, name),
            here=finding.place.file == name,
        )
        for standing, key, finding in numbered(
            (group.standing, finding) for group in groups for finding in group.findings
        )
    ]
    fills: dict[tuple[str, Spot], PatternFill] = {}
    said: dict[tuple[str, Spot], list[str]] = {}
    for line in lines:  # the most serious first: it gives a cell its colour
        if line.cell is None:
            continue
        sheet = workbook[line.finding.place.within]
        said.setdefault((sheet.title, line.cell), []).append(_comment(line))
        for spot in _cells(sheet, line.finding.place):
            if fill := FINDING_FILLS.get(line.standing):
                fills.setdefault((sheet.title, spot), fill)
    for (title, spot), fill in fills.items():
        workbook[title].cell(*spot).fill = fill
    for (title, spot), comments in islice(said.items(), _MOST_COMMENTS):
        _say(workbook[title], spot, comments)
    write_results(workbook, lines, name)
    prepare(workbook)
    content = BytesIO()
    try:
        workbook.save(content)
    except Exception as problem:
        # openpyxl reads what it cannot write, such as a date that is none
        raise Refusal(
            f"{name} 里有写不进副本的内容，没有标注。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from problem
    return sealed(unpacked(content.getvalue(), "", WORKBOOK))


def _first_cell(workbook: Workbook, place: Place, name: str) -> Spot | None:
    """Return the cell to which a finding leads, None where it has none in this workbook."""
    if place.file != name or place.within not in workbook.sheetnames:
        return None
    sheet = workbook[place.within]
    return next(iter(_cells(sheet, place)), None) if isinstance(sheet, Worksheet) else None


def _cells(sheet: Worksheet, place: Place) -> list[Spot]:
    """Return the cells of a place such as D7:J31、E8; of merged ones the one that shows."""
    spots: dict[Spot, None] = {}
    for found in _AREA.findall(place.spot):
        left, top, right, bottom = bounds(found)
        if bottom > _LAST_ROW or right > _LAST_COLUMN:
            continue
        if (right - left + 1) * (bottom - top + 1) > _LARGEST_AREA:
            right, bottom = left, top
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                spots[_shown(sheet, (row, column))] = None
    return list(spots)


def _shown(sheet: Worksheet, spot: Spot) -> Spot:
    row, column = spot
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return area.min_row, area.min_col
    return spot


def _comment(line: FindingLine) -> str:
    finding = line.finding
    return f"〔{line.key}〕{line.level}\n{finding.message}。\n{line.to_do}"


def _say(sheet: Worksheet, spot: Spot, comments: Iterable[str]) -> None:
    """Put a comment on a cell, below what a person has written there."""
    cell = sheet.cell(*spot)
    there = cell.comment
    text = NOT_IN_XML.sub("□", _BETWEEN.join(comments).replace("\r\n", "\n"))[:_LONGEST_COMMENT]
    if there is not None:
        text = f"{there.text}{_BETWEEN}{text}"
    height = min(_TALLEST, _LINE_HEIGHT * (_lines(text) + 1))
    author = there.author if there is not None and there.author else AUTHOR
    cell.comment = Comment(text, author, height=height, width=_COMMENT_WIDTH)


def _lines(text: str) -> int:
    return sum(1 + len(line) // _CHARACTERS_A_LINE for line in text.split("\n"))
