"""Writes 可以写进报告的话: sentences that follow the figures, each with the cells it is from."""

from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.chinese import listed
from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.formats.xlsx.years.formulas import Formulas
from generator.formats.xlsx.years.sentence_formulas import remark_formula, sentence_formula
from generator.formats.xlsx.years.sheets import SENTENCES
from generator.formats.xlsx.years.summary_sheet import SummarySheet
from generator.model.collection.over_years.trends import Trends
from generator.model.collection.over_years.year_sentences import (
    Sentence,
    remark_of,
    sentences_of,
    text_of,
)

COLUMNS = ("部分", "可以写的话", "依据", "说明")
_SECTION, TEXT, _BASIS, REMARK = 1, 2, 3, 4
_WIDTHS = (42, 76, 24, 30)
_HINT = (
    "句子是公式，『历年汇总』里的数改了，句子跟着变。选中一格复制，到 Word 里选择“只保留文本”粘贴。"
)


def write_sentences(
    workbook: Workbook, trends: Trends, summary: SummarySheet, formulas: Formulas
) -> None:
    """Add the sheet."""
    sheet = list_sheet(workbook, SENTENCES, _HINT, COLUMNS, _WIDTHS)
    year = trends.years.latest.year
    for row, sentence in enumerate(sentences_of(trends), HEADER_ROW + 1):
        values = (None, *sentence.trend.values)[-2:]
        said, remark = text_of(sentence, year, values), remark_of(sentence, year, values)
        _look(sheet, row, (sentence.heading, said, "", remark))
        if sentence.obstacle:
            write_text(sheet.cell(row, REMARK), remark)
        else:
            formulas.write(sheet, (row, TEXT), sentence_formula(sentence, year, summary), said)
            formulas.write(sheet, (row, REMARK), remark_formula(sentence, year, summary), remark)
        _basis(sheet, row, sentence, year, summary)
    bottom = max(sheet.max_row, HEADER_ROW + 1)
    remarks = area((HEADER_ROW + 1, REMARK), (bottom, REMARK))
    style.colour_where(sheet, remarks, f"LEN({remarks.split(':')[0]})>0")
    sheet.freeze_panes = address((HEADER_ROW + 1, _BASIS))
    sheet.auto_filter.ref = area((HEADER_ROW, 1), (bottom, len(COLUMNS)))
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")


def _look(sheet: Worksheet, row: int, texts: tuple[str, ...]) -> None:
    style.dress(sheet, area((row, 1), (row, len(COLUMNS))), alignment=style.LEFT)
    write_text(sheet.cell(row, _SECTION), texts[0])
    for column in (_SECTION, REMARK):
        sheet.cell(row, column).font = style.LABEL
    sheet.row_dimensions[row].height = style.height_for(zip(texts, _WIDTHS, strict=True)) + 4


def _basis(
    sheet: Worksheet, row: int, sentence: Sentence, year: int, summary: SummarySheet
) -> None:
    """Name the cells that a sentence is from, and lead to the last of them."""
    years = [year - 1, year] if sentence.compared else [year]
    spots = [address(summary.spot(sentence.trend.name, one)) for one in years]
    cell = sheet.cell(row, _BASIS)
    write_text(cell, f"『{summary.sheet.title}』{listed(spots)}")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{summary.sheet.title}'!{spots[-1]}")
    cell.font = style.LINK
