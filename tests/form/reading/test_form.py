"""A form is read from TOML, or everything that is wrong with it is told with its line."""

import pytest

from generator.form.mistakes import FormMistakes
from generator.form.reading.form import read_form
from tests.few import each
from tests.form.reading.office_form import CASES, FILE, changed, form_of, line, mistakes_in

WRONG = [
    ('name = "案件统计年报"', 'nam = "案件统计年报"', "没有叫 nam 的项；最接近的是“name”"),
    ('id = "cases"', "id = 5", "这里应是文字，写的是 5"),
    (
        'kind = "year"',
        'kind = "years"',
        "这里应是“text”、“year”、“date”、“choice”之一，写的是“years”；最接近的是“year”",
    ),
    ('left = ["收案*"]', 'left = ["收按*"]', "没有一个数字的名称合乎“收按*”；最接近的是“收案"),
    ('left = ["收案*"]', 'left = "收案*"', "这里应是方括号里的一列"),
    ('left = ["收案*"]', "left = []", "有一边是空的"),
    (
        'right = ["结案判决*..结案调解*"]',
        'right = ["结案判决个人..收案单位"]',
        "两头的数字要在同一行或同一列",
    ),
    ("结案判决*..结案调解*", "结案判决*..结案调戒*", "没有一个数字的名称合乎“结案调戒*”"),
    ('figures = ["*个人..*单位"]', 'figures = ["*个人", "收案单位个"]', "没有叫“收案单位个”的数字"),
    ('rule = "F1-01"', 'rule = "F1-02"', "没有写规则 F1-02；最接近的是“F1-01”"),
    ('general = ["R01"]', 'general = ["R0l"]', "没有通用规则“R0l”；最接近的是“R"),
    ('severity = "错误"', 'severity = "错"', "这里应是“错误”、“提示”、“无法核对”之一，写的是“错”"),
    ('not_a_count = "F0-01"\n', "", "缺少 not_a_count"),
    ('{ label = "单位" },', '{ lable = "单位" },', "没有叫 lable 的项；最接近的是“label”"),
    ('{ label = "单位" },', '{ label = "个人" },', "不止一处叫“收案个人”"),
    ('{ label = "单位" },', '{ label = "单位", decimals = 1 },', "这里应是 true 或 false"),
    ('topics = ["做法"]', 'topics = ["做法", 3]', "这里应是文字，写的是 3"),
    ('rule_groups = [["F", "案件表"]]', 'rule_groups = [["F"]]', "这里应有 2 项，写了 1 项"),
    ('hint = "机关全称"\n', "", "缺少 hint"),
    ('title = "收案等于结案"', 'title = ""', "规则 F1-01 要写明 title"),
    ('opening = ""', 'opening = ""\nwordings = "措辞.toml"', "旁边没有叫“措辞.toml”的文件"),
]


def test_a_form_is_read_with_its_merged_labels_and_its_ties() -> None:
    form = form_of(CASES)
    assert list(form.figures) == [
        *("收案个人", "收案单位", "结案判决个人", "结案判决单位", "结案调解个人", "结案调解单位")
    ]
    assert form.figures["结案判决个人"].row.label == ("二、结案", "判决")
    assert [tie.title for tie in form.ties] == ["个人的收案与结案相等", "单位的收案与结案相等"]
    assert [term.figure for term in form.ties[1].right] == ["结案判决单位", "结案调解单位"]
    assert [total.name for total in form.sums] == ["收案合计", "结案判决合计", "结案调解合计"]
    assert [rule.id for rule in form.rules] == ["R01", "F0-01", "F1-01"]


@each("old, new, said", WRONG)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, said: str) -> None:
    text = changed(old, new)
    found = mistakes_in(text)
    at = CASES[: CASES.index(old)].count("\n") + 1
    told = [where for where, what in found if said in what]
    assert told, found
    assert min(abs(where - at) for where in told) <= 3


def test_all_mistakes_are_told_at_once_from_above_to_below() -> None:
    text = CASES.replace('hint = "年度"', "hint = 1").replace('title = "案件"', 'titel = "案件"')
    text = text.replace('rule = "F1-01"', 'rule = "F7"').replace('["R01"]', '["X99"]')
    found = mistakes_in(text)
    assert [where for where, _ in found] == sorted(where for where, _ in found)
    assert {line(text, "hint = 1"), line(text, "titel"), line(text, '"F7"')} <= {
        where for where, _ in found
    }


def test_a_rule_that_does_not_check_its_tie_is_told_where_the_tie_is() -> None:
    found = mistakes_in(changed('check = "ties_within_the_report"\n', ""))
    assert found[0][0] == line(CASES, 'rule = "F1-01"')
    assert "它的 check 应是 ties_within_the_report" in found[0][1]


def test_what_is_wrong_with_a_tie_of_many_rows_is_told_in_a_few_lines() -> None:
    columns = "".join(f'{{ label = "第{at}季度" }},\n' for at in "一二三四")
    text = changed('{ label = "单位" },', columns).replace('..*单位"', '..*第四季度"')
    text = text.replace('check = "ties_within_the_report"', 'check = "title"')
    found = mistakes_in(text)
    assert {where for where, _ in found} == {line(text, 'rule = "F1-01"')}
    assert len(found) == 4
    assert found[-1][1] == "这一行还有 2 处，先改正上面几处"


def test_what_checks_do_not_know_is_told_beside_what_contradicts_itself() -> None:
    from generator.checks.rules import not_checkable

    text = changed('rule = "F1-01"', 'rule = "F1-02"')
    text = text.replace('check = "ties_within_the_report"', 'check = "nothing_at_all"')
    with pytest.raises(FormMistakes) as refusal:
        read_form({FILE: text}, FILE, not_checkable)
    said = [one.what for one in refusal.value.mistakes]
    assert any("没有写规则 F1-02" in one for one in said)
    assert any("没有“nothing_at_all”这一种" in one for one in said)


@each("name", ["F-01", "f1-01", "规则一", "F1_01"])
def test_a_rule_has_an_id_by_which_a_finding_can_be_verified(name: str) -> None:
    assert any("的编号" in what for _, what in mistakes_in(CASES.replace('"F0-01"', f'"{name}"')))


def test_the_ids_of_rules_of_a_place_are_theirs() -> None:
    text = CASES.replace('"F0-01"', '"L01"')
    assert (line(text, 'id = "L01"'), "L 加数字是『本地规则』的编号，请换别的字母") in mistakes_in(
        text
    )


def test_what_is_no_toml_is_told_with_its_line() -> None:
    text = changed('hint = "机关全称"', 'hint = "机关全称')
    [(where, said)] = mistakes_in(text)
    assert where == line(text, 'hint = "机关全称')
    assert "引号没有" in said


def test_mistakes_of_wordings_have_the_lines_of_their_own_file() -> None:
    text = changed('opening = ""', 'opening = ""\nwordings = "wordings.toml"')
    wordings = """\
units = ["件"]

[phrases]
end = '(?:共)*$'

[[subjects]]
name = "收案"
rule = "F1-01"
pattern = '收案{ent}'
interpretations = [["收案个人", "收案单为"]]
"""
    with pytest.raises(FormMistakes) as refusal:
        form_of(text, wordings=wordings)
    assert [(one.file, one.line) for one in refusal.value.mistakes] == [
        ("wordings.toml", 6),
        ("wordings.toml", 9),
    ]
    said = str(refusal.value)
    assert "前面没有叫 ent 的短语；最接近的是“end”" in said
    assert "没有叫“收案单为”的数字或合计；最接近的是“收案单位”" in said


def test_what_looks_a_form_over_is_placed_too() -> None:
    from generator.checks.rules import not_checkable

    text = changed('check = "ties_within_the_report"', 'check = "tie_within"')
    with pytest.raises(FormMistakes) as refusal:
        read_form({FILE: changed('"ties_within_the_report"', '"title"')}, FILE)
    assert refusal.value.mistakes
    text = changed('explanation = "都要填。"', 'explanation = "都要填。"\ncheck = "nothing_at_all"')
    with pytest.raises(FormMistakes) as refusal:
        read_form({FILE: text}, FILE, not_checkable)
    assert [one.line for one in refusal.value.mistakes] == [line(text, 'id = "F0-01"') - 1]
