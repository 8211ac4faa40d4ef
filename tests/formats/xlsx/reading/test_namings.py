"""用词 and its writer."""

from dataclasses import replace

import pytest

from generator.form.vocabulary import Naming
from generator.formats.xlsx.layout import NAMING_SHEET
from generator.formats.xlsx.reading.namings import read_namings
from generator.formats.xlsx.writing.namings import write_namings
from tests.formats.xlsx.reading.one_sheet import Typed, one_sheet, told, written
from tests.samples import FILE, report

USAGES = (
    Naming(("公示公告", "公示、通告"), "公告公示", note="本局用法"),
    Naming(("结转下一年", "结转下年度")),
)


def read(cells: Typed, data: bytes = b"") -> tuple[list[Naming], list[str]]:
    found, findings = read_namings(one_sheet(NAMING_SHEET, cells, data=data), FILE)
    return found, told(findings)


def test_a_new_workbook_has_no_wordings_of_its_own() -> None:
    found, findings = read({})
    assert (found, findings) == ([], [])


def test_wordings_come_back() -> None:
    with_wordings = replace(report(), namings=USAGES)
    found, findings = read({}, written(lambda book: write_namings(book, with_wordings)))
    assert [naming.preferred for naming in found] == ["公告公示", ""]
    assert found[0].others == ("公示公告", "公示", "通告")
    assert found[1] == USAGES[1]
    assert findings == []


@pytest.mark.parametrize("typed", ["甲、乙", "甲；乙", "甲;乙，", " 甲 、\n乙、甲"])
def test_several_variants_stand_in_one_cell(typed: str) -> None:
    found, _ = read({"A5": "丙", "B5": typed})
    assert found == [Naming(("甲", "乙"), "丙")]


@pytest.mark.parametrize(("preferred", "other"), [("甲", None), (None, "甲"), ("甲", "甲")])
def test_a_row_with_nothing_to_compare_is_mentioned(preferred: str, other: str) -> None:
    found, findings = read({"A4": preferred, "B4": other})
    assert len(found) == 1
    assert findings == [
        "R12 2024.xlsx『用词』B4：“甲”只有一种写法，没有可以比较的。"
        "请在“不写作”一栏填写不要用的写法。"
    ]


def test_a_remark_between_the_rows_is_nobody_s_business() -> None:
    found, findings = read({"C4": "以下是局里的要求"})
    assert (found, findings) == ([], [])
