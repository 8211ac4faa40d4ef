"""Personal data, and names of other places' organs."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.model.report import Entry
from tests.checks.texts import found_in, report_of, told
from tests.samples import case, rules_of

PRIVACY = rules_of("P01", "P02", "P03", "P09")

VALID = "11010519491231002X"  # the example number of GB 11643


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (f"申请人身份证号{VALID}。", ["P01 错误"]),
        ("文号110105194912310021号。", []),
        ("统一社会信用代码：11010519491231002X。", []),
        ("信用代码（证照号码）11010519491231002X。", []),
        ("编号110000000000000007。", []),  # its check digit is right, but nobody is born on no day
        ("联系人手机13800138000。", ["P02 错误"]),
        ("热线12345，电话021-22050738，访问量138001380001次。", []),
        ("申请人王小明不服。", ["P03 错误"]),
        ("原告李明诉我局案。", ["P03 错误"]),
        ("申请人王某某不服。", []),
        ("申请人主动撤回，申请人高度认可，申请人于5月提出申请。", []),
    ],
)
def test_personal_data_is_found(text: str, due: list[str]) -> None:
    assert told(found_in(text, rules=PRIVACY)) == due


def test_the_opening_may_name_an_office_phone() -> None:
    found = found_in("联系电话13800138000。", rules=PRIVACY, part="开头", heading="")
    assert told(found) == []


def test_a_number_is_not_repeated_in_full() -> None:
    finding = found_in(f"身份证号{VALID}。", rules=PRIVACY)[0]
    assert VALID not in str(finding)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("乙山区人力资源和社会保障局持续公开。", ["P09 提示"]),
        ("甲市丙水区人力资源和社会保障局持续公开。", []),
        ("丙水区人力资源和社会保障局持续公开。", []),
        ("在甲市人力资源和社会保障局指导下。", []),
        ("请与区人力资源和社会保障局联系。", []),
        ("现将区人力资源和社会保障局的报告公布。", []),
        ("规范区人力资源和社会保障局的公开。", []),
    ],
)
def test_an_organ_of_another_place_is_mentioned(text: str, due: list[str]) -> None:
    read = report_of(text)
    entries = {**read.entries, "机关名称": Entry("甲市丙水区人力资源和社会保障局")}
    assert told(check(case(replace(read, entries=entries)), PRIVACY)) == due
