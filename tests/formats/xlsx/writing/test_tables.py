"""The sheets of a form's tables, whatever its labels are."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from generator.form.vocabulary import Row
from generator.formats.xlsx.writing.workbook import workbook_of
from tests.form.small import CASES, SMALL
from tests.form.small_office import report


def test_no_label_caption_or_hint_of_a_form_is_a_formula() -> None:
    block = CASES.blocks[0]._replace(rows=(Row(("=1+1",), "收案"), Row(("=A1",), "结案")))
    section = SMALL.sections[0]._replace(tables=(replace(CASES, blocks=(block,), caption="=2+2"),))
    entries = (SMALL.entries[0]._replace(hint="=3+3"), *SMALL.entries[1:])
    form = replace(SMALL, sections=(section, *SMALL.sections[1:]), entries=entries)
    book = load_workbook(BytesIO(workbook_of(report(), form)))
    cells = [cell for sheet in book for row in sheet for cell in row]
    written = {cell.value: cell.data_type for cell in cells if isinstance(cell.value, str)}
    assert {written[text] for text in ("=1+1", "=A1", "=2+2", "=3+3")} == {"s"}
