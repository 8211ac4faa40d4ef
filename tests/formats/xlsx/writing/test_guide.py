"""Tests for the sheet that says how a workbook is filled in."""

import re

from generator.formats.xlsx.layout import GUIDE_SHEET
from generator.formats.xlsx.writing.workbook import workbook_of
from tests import samples
from tests.forms import FORM
from tests.opened import to_look_at
from tests.paths import ROOT

PAGE = "".join(path.read_text("utf-8") for path in (ROOT / "generator" / "web").rglob("*.js"))


def test_the_guide_names_buttons_as_they_are_and_no_command() -> None:
    sheet = to_look_at(workbook_of(samples.report(), FORM))[GUIDE_SHEET]
    said = "".join(str(cell.value or "") for row in sheet["B5:C20"] for cell in row)
    assert "双击“打开年度报告”" in said
    buttons = re.findall("点“(.+?)”", said)
    assert buttons == ["生成报告"]
    assert all(f'"{one}"' in PAGE for one in buttons)
    assert "make-report" not in said
