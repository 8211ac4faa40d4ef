"""用词 and its writer."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.form.vocabulary import Naming
from generator.formats.xlsx.reading.namings import read_namings
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from tests.form.small import SMALL
from tests.form.small_office import report
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.samples import FILE

USAGES = (
    Naming(("公示公告", "公示、通告"), "公告公示", note="本局用法"),
    Naming(("结转下一年", "结转下年度")),
)


def typed_in(cells: Mapping[str, object]) -> tuple[list[Naming], list[str]]:
    """Return what is read and told of the usual sheet with some cells typed over."""
    namings, findings = read_namings(sheet_with("用词", cells), FILE)
    return namings, lines(findings)


def test_a_new_workbook_has_no_wordings_of_its_own() -> None:
    assert typed_in({}) == ([], [])


def test_wordings_come_back() -> None:
    namings = (USAGES[0], USAGES[1])
    found, findings = read_content(
        workbook_of(replace(report(), namings=namings), SMALL), FILE, SMALL
    )
    assert [naming.preferred for naming in found.namings] == ["公告公示", ""]
    assert found.namings[0].others == ("公示公告", "公示", "通告")
    assert found.namings[1] == USAGES[1]
    assert findings == []


@pytest.mark.parametrize("typed", ["甲、乙", "甲；乙", "甲;乙，", " 甲 、\n乙、甲"])
def test_several_variants_stand_in_one_cell(typed: str) -> None:
    found, _ = typed_in({"A5": "丙", "B5": typed})
    assert found == [Naming(("甲", "乙"), "丙")]


@pytest.mark.parametrize(("preferred", "other"), [("甲", None), (None, "甲"), ("甲", "甲")])
def test_a_row_with_nothing_to_compare_is_mentioned(preferred: str, other: str) -> None:
    found, findings = typed_in({"A4": preferred, "B4": other})
    assert len(found) == 1
    assert findings == [
        "R12 2024.xlsx『用词』B4：“甲”只有一种写法，没有可以比较的。"
        "请在“不写作”一栏填写不要用的写法。"
    ]


def test_a_remark_between_the_rows_is_nobody_s_business() -> None:
    assert typed_in({"C4": "以下是局里的要求"}) == ([], [])
