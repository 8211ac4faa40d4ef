"""Sentences as offices write them: what is true is let pass, what is made wrong is noticed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.statements import told, tried, try_statements, with_totals

SENTENCES = Path(__file__).parent / "sentences.json"
GIVEN = json.loads(SENTENCES.read_text(encoding="utf-8"))
STATEMENTS: list[dict[str, Any]] = GIVEN["statements"]
NOT_SEEN_YET = (
    "全年申请总量102件，申请人以自然人为主，共93件。",
    "本年度收到的102件申请，申请主体为自然人的85件，为法人或其他组织的19件。",
    "近年来申请量持续攀升，2022年66件、2023年85件、2024年112件。",
    "全省系统制发规范性文件65件，我局制发8件。",
    "行政事业性收费预算60万元，实际完成收入54.67万元。",
    "本年度自然人申请办结88件，结转3件。",
    "申请数量连续三年上升，分别为66件、85件、120件。",
    "行政处罚数量连续两年保持在80件以上，今年为98件。",
    "本年度答复结果：公开类58件，占57.4%；其余43件。",
    "本年度受理量首次突破百件，达到112件。",
    "本机关不掌握而告知申请人向其他机关申请的25件。",
    "全年申请以个人为主（93件），企业次之（12件）。",
)
"""Wrong, and read so carefully that nobody is told: better silent than wrong."""


def not_as_they_should(records: Sequence[dict[str, Any]]) -> list[str]:
    said = [tried(record, GIVEN["tables"]) for record in records]
    doubted = [one.text for one in said if one.false]
    missed = [one.wrong for one in said if one.wrong and not one.noticed]
    return doubted + [text for text in missed if text not in NOT_SEEN_YET]


def test_there_are_statements_to_look_at() -> None:
    assert len(STATEMENTS) > 400
    assert sum("wrong" in record or "wrong_when" in record for record in STATEMENTS) > 150


def test_some_statements_are_read_as_people_read_them() -> None:
    assert not_as_they_should(STATEMENTS[::27]) == []


@pytest.mark.long
def test_all_statements_are_read_as_people_read_them() -> None:
    assert not_as_they_should(STATEMENTS) == []


def test_a_file_of_statements_is_counted(tmp_path: Path) -> None:
    figures = {"本年新收自然人": 5, "上年结转自然人": 1}
    true = "全年收到政府信息公开申请5件。"
    statements = [
        {"table": "甲", "heading": "依申请公开", "true": true, "wrong": true.replace("5", "7")},
        {"table": "甲", "heading": "依申请公开", "true": true, "wrong_when": {"本年新收": 3}},
        {"figures": figures, "heading": "依申请公开", "true": "全年收到政府信息公开申请9件。"},
        {"table": "甲", "heading": "依申请公开", "true": true, "wrong": "全年收到申请数件。"},
    ]
    file = tmp_path / "statements.json"
    given = {"tables": {"甲": figures, "甲_last_year": {}}, "statements": statements}
    file.write_text(json.dumps(given), encoding="utf-8")
    lines = told(try_statements(file)).splitlines()
    assert "『全年收到政府信息公开申请9件。』" in lines
    assert "『全年收到申请数件。』" in lines
    assert "true statements doubted: 1 of 4" in lines
    assert "wrong statements noticed: 2 of 3 (67 %)" in lines


def test_totals_that_are_not_named_follow() -> None:
    figures = with_totals({"本年新收自然人": 5, "本年新收商业企业": 2, "复议维持": 1})
    names = ("本年新收", "复议总计", "结转下年")
    assert [int(figures[name]) for name in names] == [7, 1, 0]
