"""A form can neither exhaust the machine nor hide its names."""

import pytest

from generator.form.limits import beyond_limits
from tests.few import each
from tests.form.reading.office_form import CASES, changed, mistakes_in
from tests.forms import FORM, OLDER


def wrong(text: str) -> list[str]:
    """Return what is wrong with a form."""
    return [what for _, what in mistakes_in(text)]


@each("form", [FORM, OLDER])
def test_the_forms_of_the_program_are_far_from_the_limits(form: object) -> None:
    assert [*beyond_limits(form)] == []  # type: ignore[arg-type]
    assert wrong(CASES) == []


@each(
    "old, new, said",
    [
        ('id = "cases"', 'id = "案件"', "id 只能用小写字母"),
        ('id = "cases"', 'id = ""', "id 要写"),
        ("{year}年度", "{year.__class__}年度", "一处 {year}"),
        ("{year}年度", "年度", "一处 {year}"),
        ("{year}年度", "{year}{organ}年度", "一处 {year}"),
        ('template = "模板.docx"', 'template = "../模板.docx"', "不写文件夹"),
        ('template = "模板.docx"', 'template = "模板.dotm"', "以 .docx 结尾"),
        ('title = "案件"', 'title = "案件/一"', "工作表的名称"),
        ('title = "案件"', 'title = "案件"\ncaption = "{机关}"', "花括号只能是"),
        ('title = "案件"', 'title = "案件"\nnotes = ["{{ 机关名称 }}"]', "不能有花括号"),
        ('{ label = "个人" }', '{ label = "{%p if 1 %}", name = "个人" }', "不能有花括号"),
        ('{ label = "个人" }', '{ label = "个人", name = "个 人" }', "只能用汉字"),
        ('name = "*合计"', 'name = "*个人"', "不止一处叫“收案个人”"),
        ('name = "*合计"', 'name = "草稿标记"', "是程序自己用的"),
        ('{ label = "调解" }', '{ label = "判 决", name = "调解" }', "有两行都叫“判决”"),
        ("rows = [", 'rows = [\n  { name = "甲" },', "每一行都要有 label"),
        ('right = ["结案判决*..结案调解*"]', 'right = ["收案*"]', "两边都有"),
    ],
)
def test_what_could_not_be_used_is_told(old: str, new: str, said: str) -> None:
    assert any(said in what for what in wrong(changed(old, new)))


def test_totals_that_go_in_circles_are_told() -> None:
    circle = """
[[ties]]
rule = "F1-01"
title = "甲"
left = ["结案判决*"]
right = ["收案*"]
clause = "某办"

[[ties]]
rule = "F1-01"
title = "乙"
left = ["收案*"]
right = ["结案判决*"]
clause = "某办"
"""
    assert any("绕成了圈" in what for what in wrong(CASES + circle))


@pytest.mark.parametrize(
    "text",
    [
        changed(
            '{ label = "个人" },',
            "".join(f'{{ label = "{at}", name = "n{at}" }},\n' for at in range(1_000)),
        ).replace(
            '{ label = "判决" },',
            "".join(f'{{ label = "r{at}", name = "r{at}" }},\n' for at in range(1_000)),
        ),
        CASES + 500 * '\n[[ties]]\nrule = "F1-01"\ntitle = "x"\nleft = ["*个人..*单位"]\n'
        'right = ["*"]\nclause = "x"\n',
        changed("rows = [", "rows = " + "[" * 3_000 + "]" * 3_000 + "\nx = ["),
    ],
    ids=["a million cells", "ties without end", "brackets without end"],
)
def test_what_would_exhaust_the_machine_is_told(text: str) -> None:
    assert mistakes_in(text)  # otherwise after minutes, with gigabytes
