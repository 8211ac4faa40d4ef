"""用词 and its writer."""

from dataclasses import replace

import pytest

from generator.form.disclosure.edition_2021 import FORM
from generator.form.vocabulary import Naming
from generator.formats.xlsx.writing.workbook import workbook_of
from tests.samples import read, report, workbook

USAGES = (
    Naming(("公示公告", "公示、通告"), "公告公示", note="本局用法"),
    Naming(("结转下一年", "结转下年度")),
)


def test_a_new_workbook_has_no_wordings_of_its_own() -> None:
    found, findings = read(workbook())
    assert (found.namings, findings) == ((), [])


def test_wordings_come_back() -> None:
    namings = (USAGES[0], USAGES[1])
    found, findings = read(workbook_of(replace(report(), namings=namings), FORM))
    assert [naming.preferred for naming in found.namings] == ["公告公示", ""]
    assert found.namings[0].others == ("公示公告", "公示", "通告")
    assert found.namings[1] == USAGES[1]
    assert findings == []


@pytest.mark.parametrize("typed", ["甲、乙", "甲；乙", "甲;乙，", " 甲 、\n乙、甲"])
def test_several_variants_stand_in_one_cell(typed: str) -> None:
    found, _ = read(workbook({("用词", "A5"): "丙", ("用词", "B5"): typed}))
    assert found.namings == (Naming(("甲", "乙"), "丙"),)


@pytest.mark.parametrize(("preferred", "other"), [("甲", None), (None, "甲"), ("甲", "甲")])
def test_a_row_with_nothing_to_compare_is_mentioned(preferred: str, other: str) -> None:
    found, findings = read(workbook({("用词", "A4"): preferred, ("用词", "B4"): other}))
    assert len(found.namings) == 1
    assert findings == [
        "R12 2024.xlsx『用词』B4：“甲”只有一种写法，没有可以比较的。"
        "请在“不写作”一栏填写不要用的写法。"
    ]


def test_a_remark_between_the_rows_is_nobody_s_business() -> None:
    found, findings = read(workbook({("用词", "C4"): "以下是局里的要求"}))
    assert (found.namings, findings) == ((), [])
