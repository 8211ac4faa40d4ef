"""One thing under several names."""

from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.form.vocabulary import Naming
from tests.checks.texts import found_in, report_of, told
from tests.samples import case, rules_of

USAGE = rules_of("W10")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("更新公告公示栏目，更新公示公告栏目。", ["W10 提示"]),
        ("更新公告公示栏目。", []),
        ("结转下一年1件。", ["W10 提示"]),
        ("结转下一年度1件。", []),
        ("本机关、本单位、本部门、我局、我委认真公开。", ["W10 提示"]),
        ("本机关、我局认真公开。", []),
        ("根据《政府信息公开条例》（以下简称《条例》）编制。", ["W10 提示"]),
        ("根据《政府信息公开条例》（以下简称《条例》）编制。按《条例》答复。", []),
        ("根据《政府信息公开条例》（以下简称《条例》）编制。按条例答复。", []),
        (
            "根据《中华人民共和国政府信息公开条例》（以下简称新《条例》），《某某省政府信息公开条例》施行。",
            ["W10 提示"],
        ),
        ("某区教育局（以下简称“区局”或“我局”）编制。区局公开信息。", []),
        ("某区教育局（以下简称区局）编制本报告。", ["W10 提示"]),
        ("公开（含以下简称中的）信息。", []),
    ],
)
def test_names_of_one_thing(text: str, due: list[str]) -> None:
    assert told(found_in(text, rules=USAGE)) == due


def test_an_office_adds_its_own() -> None:
    namings = (Naming(("办事大厅",), "政务服务大厅", note="区里统一名称"), Naming(("甲", "乙")))
    read = replace(report_of("办事大厅公开信息，甲组乙组。"), namings=namings)
    found = check(case(read), USAGE)
    assert told(found) == ["W10 提示", "W10 提示"]
    assert "应写“政务服务大厅”" in found[0].message
    assert "区里统一名称" in found[0].advice
