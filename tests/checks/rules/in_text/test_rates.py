"""Percentages."""

import pytest

from tests.checks.texts import found_in, told
from tests.samples import rules_of

RATES_IN_TEXT = rules_of("X13")

RESULTS = {"办理结果总计": 40, "本年新收": 41, "予以公开": 20, "部分公开": 3}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("予以公开占50%、部分公开占7.5%。", []),
        ("予以公开占48.8%。", []),  # of those received
        ("予以公开占51%。", ["X13 提示"]),
        ("备案公文38件，主动公开38件，主动公开率为100%。", []),
        ("备案公文38件，主动公开30件，主动公开率为100%。", ["X13 提示"]),
        ("受理申请41件，按时办结率100%。", []),
        ("办理热线工单3612件、来信47件，回复率100%。", []),
        ("回复信箱来信127封，办结率98.4%。", []),
        ("收到申请29件，网上申请25件，占比86%，来信申请4件，占比14%。", []),
        ("收到申请29件，网上申请25件，占比96%。", ["X13 提示"]),
        ("予以公开20件（50%），部分公开3件（7.5%）。", []),
        ("予以公开20件（50%），部分公开3件（5.7%）。", ["X13 提示"]),
        ("以个人为主，共20件，占新收总数的48.8%。", []),
        ("以个人为主，共20件，占新收总数的44.8%。", ["X13 提示"]),
        ("涉及征地的申请9件，占22.0%；涉及规划的申请6件，占14.6%。", []),
        ("涉及征地的申请9件，占22.0%；涉及规划的申请6件，占16.4%。", ["X13 提示"]),
        ("涉及征地的申请9件，占31.0%；涉及规划的申请6件，占20.7%。", []),
        ("办结率为97.6%。", []),
        ("办结率为96.7%。", ["X13 提示"]),
        ("网上申请办结率为96.7%。", []),
    ],
)
def test_percentages_are_worked_out_again(text: str, due: list[str]) -> None:
    assert told(found_in(text, rules=RATES_IN_TEXT, figures=RESULTS)) == due


def test_a_finding_says_what_is_divided_by_what() -> None:
    text = "收到申请29件，网上申请25件，占比96%。"
    (finding,) = found_in(text, rules=RATES_IN_TEXT, figures=RESULTS)
    assert finding.message == "写的是 96%，算出来是 25÷29＝86.2%"
