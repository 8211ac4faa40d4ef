"""正文 as staff see it."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.formats.xlsx.writing.paragraphs import write_paragraphs
from generator.model.next_year import next_year
from generator.model.report import Report
from tests.forms import FORM
from tests.samples import report

LINE = 15.5
"""Points that a line of the text takes."""


def narrative(content: Report) -> Worksheet:
    book = Workbook()
    write_paragraphs(book, FORM, content)
    return book[NARRATIVE_SHEET]


def test_rows_are_as_high_as_their_text_also_in_next_year_s_workbook() -> None:
    for content in (report(), next_year(report(), FORM)):
        sheet = narrative(content)
        for row in sheet.iter_rows(min_row=4, max_col=4):
            text = str(row[3].value or "")
            if text:
                at_least = LINE * (2 * sum(sign > "\u2e80" for sign in text) // 92 or 1)
                height = sheet.row_dimensions[row[0].row or 0].height
                assert at_least <= height <= at_least + 3 * LINE


def test_excel_offers_levels_and_what_a_row_may_show() -> None:
    sheet = narrative(report())
    (levels,) = (
        one.formula1
        for one in sheet.data_validations.dataValidation
        if str(one.sqref).startswith("B4:")
    )
    assert levels == '"正文,（一）,1.,（1）,图,表"'
    assert "“层级”选图或表" in str(sheet["A2"].value)


def test_part_and_level_stand_at_the_top_like_the_text() -> None:
    row = next(narrative(report()).iter_rows(min_row=4, max_col=4))
    assert {cell.alignment.vertical for cell in row} == {"top"}


def test_a_full_section_has_few_spare_rows_and_an_empty_one_room() -> None:
    sheet = narrative(report())
    blank = [row for row in sheet.iter_rows(min_row=4, max_col=4, values_only=True) if not row[3]]
    assert len(blank) < 60
    for part in FORM.parts:
        assert part.label in {str(row[0]) for row in blank}
