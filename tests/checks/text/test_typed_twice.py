"""Characters and words typed twice."""

import pytest

from tests.checks.texts import found_in, told
from tests.samples import rules_of

DOUBLED = rules_of("W01")


@pytest.mark.parametrize(
    "text",
    [
        "的的确确方便了群众，实实在在解决问题，方方面面考虑到位。",
        "人人参与、户户知晓，家家户户受益，人人享有知情权。",
        "层层压实责任，种种措施渐渐见效，刚刚起步，常常更新，往往不够，仅仅公开还不够。",
        "件件有着落，事事有回应，确保件件有回应。",
        "进行行政处罚，实行行政许可，执行行政强制，举行行政复议听证。",
        "市市场监管局、区区属单位、我县县域、部部长、本局局长办公会。",
        "政府信息公开开展情况，公开开放，公开公开栏。",
        "部门门户网站、部门门户，法规规章、政策法规规范性文件。",
        "管理理念更新，监督督查并重，审查查处，答复复议，媒体体现。",
        "公布2023年年度报告，3月月底前公布，共12次次均5条。",
        "机关关于公开的意见，有关关系，主体体验，项目目录，条例例举。",
        "服务务求实效，业务务实高效，政务务必公开，平台台账清楚。",
        "信息公开平台共3个，公共服务共公开3条，共享平台共5个，共同公开共3条。",
        "主动公开政府信息，主动公开栏，公开展示成果。",
        "人民民主、民生生活、企业业务、就业业态、银行行业、财政政策。",
        "依法法治，执法法制审核，司法法庭，行政政务公开。",
        "公示临时救助等救助名单，受理社会保险等保险业务。",
    ],
)
def test_what_is_said_twice_by_custom_or_by_two_words_is_not_told(text: str) -> None:
    assert told(found_in(text, rules=DOUBLED)) == []


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("属于过程性性信息3件。", "性性"),
        ("作出行行政处罚决定3件。", "行行"),
        ("行行政许可3件，按时公开。", "行行"),
        ("办理依申申请公开3件，依申请公开流程规范。", "申申"),
        ("推进政务公公开，政务公开成效明显。", "公公"),
        ("主动公开政府信息息，做好解读。", "息息"),
        ("加强监督督保障，做好监督保障。", "督督"),
        ("共收到申请共9件。", "共收到申请共"),
        ("全年共受理政府信息公开申请共9件。", "共受理政府信息公开申请共"),
    ],
)
def test_a_character_of_a_known_word_typed_twice_is(text: str, twice: str) -> None:
    found = found_in(text, rules=DOUBLED)
    assert told(found) == ["W01 提示"]
    assert f"“{twice}”" in found[0].message


def test_the_word_may_stand_anywhere_in_the_report() -> None:
    wrong = "编印办事指指南。"
    assert told(found_in(wrong, rules=DOUBLED)) == []
    assert told(found_in(wrong, "更新办事指南。", rules=DOUBLED)) == ["W01 提示"]


def test_an_endless_row_of_one_character_is_read_through_at_once() -> None:
    assert told(found_in("哈" * 10_000 + "。", rules=DOUBLED)) == []
