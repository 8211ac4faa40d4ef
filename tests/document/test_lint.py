"""A template that is not right is refused with the place named."""

import pytest

from generator.document.lint import lint
from generator.document.tags import required
from generator.finding import Refusal
from generator.form.edition_2021 import FORM
from tests.document.templates import NAME, compiled, parts, template


def refused(*changes: tuple[str, str], part: str = "word/document.xml") -> str:
    with pytest.raises(Refusal) as refusal:
        compiled(template(*changes, part=part))
    return str(refusal.value)


def test_the_official_template_is_right() -> None:
    assert lint(parts(), NAME, FORM) == []


@pytest.mark.parametrize("figure", FORM.figures)
def test_two_swapped_tags_are_caught_and_both_cells_named(figure: str) -> None:
    other = "行政强制" if figure != "行政强制" else "本年新收"
    tag, other_tag = f"{{{{ {figure} }}}}", f"{{{{ {other} }}}}"
    said = refused((tag, "@@"), (other_tag, tag), ("@@", other_tag))
    for name, found in ((figure, other), (other, figure)):
        label = FORM.figures[name].label
        assert f"“{label}”一格应为 {{{{ {name} }}}}，现在是“{{{{ {found} }}}}”" in said


@pytest.mark.parametrize("name", [name for name in required(FORM) if name in FORM.figures][::17])
def test_a_missing_figure_is_named(name: str) -> None:
    assert f"缺少“{name}”的标签" in refused((f"{{{{ {name} }}}}", "0"))


@pytest.mark.parametrize("part", [part.name for part in FORM.parts])
def test_a_missing_loop_is_named(part: str) -> None:
    used = "第一部分" if part != "第一部分" else "第五部分"
    assert f"缺少“{part}”的循环" in refused((f"in {part} %}}", f"in {used} %}}"))


def test_an_unknown_name_is_named_with_its_place_and_the_nearest() -> None:
    said = refused(("{{ 行政许可 }}", "{{ 行政许可数 }}"))
    assert "第 1 个表格第 7 行第 2 格：没有叫“行政许可数”的数字或项目，是不是“行政许可”" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ 行政许可 }}", "｛｛ 行政许可 ｝｝", "全角的花括号"),
        ("{{ 行政许可 }}", "{{ 行政许可 }", "不成对"),
        ("{{ 行政许可 }}", "{{ 行政许可|upper }}", "不在允许之列"),
        ("{{ 行政许可 }}", "{{ ''.__class__ }}", "不在允许之列"),
        ("{{ 行政许可 }}", "{# 行政许可 #}", "不在允许之列"),
        ("{{ 行政许可 }}", "{% for 数 in range(10) %}", "不在允许之列"),
        ("段.正文", "段.__class__", "段落没有“__class__”"),
        ("段.正文", "节.正文", "不在“{%p for 节 in … %}”里面"),
        ("{%p endfor %}", "", "没有对应的"),
        ("{%p endif %}", "{%p endfor %}", "没有对应的"),
        ("{%p else %}", "{%p else %}多余的字", "必须单独成段"),
        (
            "三、收到和处理政府信息公开申请情况",
            "三、收到及处理政府信息公开申请情况",
            "正好出现一次",
        ),
        ("（七）总计", "（七）合计", "找不到行“（七）总计”"),
        ("年政府信息公开工作年度报告", "年度报告", "找不到标题"),
    ],
)
def test_other_mistakes_are_named(old: str, new: str, said: str) -> None:
    assert said in refused((old, new))


def test_a_loop_under_the_wrong_heading_is_caught() -> None:
    said = refused(
        ("in 第五部分 %}", "in @@ %}"),
        ("in 第六部分 %}", "in 第五部分 %}"),
        ("in @@ %}", "in 第六部分 %}"),
    )
    assert "顺序不对" in said


def test_a_tag_in_the_properties_is_checked_too() -> None:
    said = refused(("{{ 年度 }}", "{{ 年份 }}"), part="docProps/core.xml")
    assert "文档属性“title”：没有叫“年份”" in said


def test_a_tag_under_tracked_changes_is_refused() -> None:
    run = "<w:r><w:delText>{{ 机关名称 }}</w:delText></w:r>"
    deleted = f'<w:del w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z">{run}</w:del>'
    assert "请接受修订或删去" in refused(("</w:p>", f"{deleted}</w:p>"))


def test_every_problem_is_shown_at_once() -> None:
    said = refused(("{{ 行政许可 }}", "{{ 甲 }}"), ("{{ 行政处罚 }}", "{{ 乙 }}"))
    assert "“甲”" in said
    assert "“乙”" in said
