"""A template that the program draws needs nothing but to be dressed."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.form.vocabulary import Form
from generator.formats.docx.drawing.template import template_of
from generator.formats.docx.package.ooxml import paragraph_text
from generator.pipeline.check_template import check_template
from generator.pipeline.edition import forms
from tests.form.reading.office_form import CASES, form_of
from tests.form.small import CASES as TABLE
from tests.form.small import SMALL
from tests.paths import ROOT

BASE = (ROOT / "templates" / "年度报告模板.docx").read_bytes()
SEVERAL = replace(
    SMALL,
    id="several",
    numbering="第…部分",
    sections=(
        SMALL.sections[0]._replace(
            tables=(
                replace(
                    TABLE, caption="表一　{organ}{year}年度案件统计表", notes=("说明：1.甲。",)
                ),
            )
        ),
        *SMALL.sections[1:],
    ),
)


@pytest.mark.parametrize(
    "form", [*forms(), SMALL, SEVERAL, form_of(CASES)], ids=lambda form: form.id
)
def test_nothing_is_wrong_with_it(form: Form, tmp_path: Path) -> None:
    path = tmp_path / form.template
    path.write_bytes(template_of(form, BASE, "年度报告模板.docx"))
    assert check_template(path, form=form) == []


def test_captions_name_the_organ_and_the_year_and_notes_stand_below() -> None:
    document = docx.Document(BytesIO(template_of(SEVERAL, BASE, "年度报告模板.docx")))
    blocks = [
        "表" if one.tag.endswith("}tbl") else paragraph_text(one) for one in document.element.body
    ]
    at = blocks.index("表")
    assert blocks[at - 1] == "表一　{{ 机关名称 }}{{ 年度 }}年度案件统计表"
    assert blocks[at + 1] == "说明：1.甲。"
    assert "第一部分　数据表" in blocks
    last_row = document.tables[0].rows[-1]
    assert last_row.cells[-1].paragraphs[0].paragraph_format.keep_with_next


def test_its_properties_have_the_title_of_its_own_form() -> None:
    document = docx.Document(BytesIO(template_of(SMALL, BASE, "年度报告模板.docx")))
    assert document.core_properties.title == "{{ 机关名称 }}{{ 年度 }}年度案件统计年报"


def test_the_same_form_has_the_same_bytes() -> None:
    first, again = (template_of(SMALL, BASE, "年度报告模板.docx") for _ in range(2))
    assert first == again


def test_the_template_of_the_second_form_is_one_that_the_program_drew() -> None:
    form = forms()[1]
    there = (ROOT / "templates" / form.template).read_bytes()
    assert template_of(form, BASE, "年度报告模板.docx") == there
