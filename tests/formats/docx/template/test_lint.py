"""A template that is not right is refused with the place named."""

import re

import pytest

from generator.files.zip_archive import package
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.template.lint import lint
from generator.formats.docx.template.tags import required_names
from generator.model.finding import Refusal
from tests.few import few
from tests.formats.docx import templates
from tests.formats.docx.short_template import (
    FORM,
    NAME,
    changed_parts,
    compiled,
    parts,
    problems,
    with_parts,
)
from tests.forms import FORM as OFFICIAL_FORM

OFFICIAL = OFFICIAL_FORM


def refused(*changes: tuple[str, str], part: str = DOCUMENT) -> str:
    """Return what lint says of a template, before anything is made of it."""
    found = problems(changed_parts(*changes, part=part))
    assert found
    return "\n".join(found)


def not_compiled(*changes: tuple[str, str], part: str = DOCUMENT) -> str:
    """Return why a template is not compiled: lint, or that its trial loses text."""
    with pytest.raises(Refusal) as refusal:
        compiled(package(changed_parts(*changes, part=part)))
    return str(refusal.value)


def of_the_official_one(*changes: tuple[str, str]) -> str:
    """Return what lint says of the official template with other words in its text."""
    found = lint(templates.changed(templates.parts(), *changes), NAME, OFFICIAL)
    assert found
    return "\n".join(found)


def test_the_official_template_is_right() -> None:
    assert lint(templates.parts(), NAME, OFFICIAL) == []


def test_so_is_the_short_one() -> None:
    assert problems(parts()) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("_rels/.rels", "relationships/officeDocument", "relationships/other"),
        ("[Content_Types].xml", "document.main+xml", "template.main+xml"),
        ("[Content_Types].xml", 'PartName="/word/document.xml"', 'PartName="/word/other.xml"'),
    ],
)
def test_a_package_that_does_not_say_where_the_text_is_cannot_be_used(
    part: str, old: str, new: str
) -> None:
    assert "没有说明正文在哪里" in refused((old, new), part=part)


def test_a_relation_of_the_package_that_leads_nowhere_is_named() -> None:
    said = refused(('Target="docProps/core.xml"', 'Target="docProps/没有.xml"'), part="_rels/.rels")
    assert "缺少内部文件 docProps/没有.xml" in said


def test_a_part_whose_kind_is_not_said_is_named() -> None:
    said = refused(
        ('<Override PartName="/word/styles.xml"', '<Default PartName="/word/styles.xml"'),
        part="[Content_Types].xml",
    )
    assert "内部文件 word/styles.xml 没有说明类型" in said
    said = refused(('Extension="rels"', 'Extension="other"'), part="[Content_Types].xml")
    assert "内部文件 _rels/.rels 没有说明类型" in said


@pytest.mark.parametrize("content", [b"", b" ", b"\x00", "甲".encode()])
def test_a_part_that_is_no_xml_is_named(content: bytes) -> None:
    with pytest.raises(Refusal, match=r"docProps/app.xml 已损坏"):
        compiled(with_parts({"docProps/app.xml": content}))


def test_a_cell_in_a_content_control_has_its_place_too() -> None:
    cell = re.compile(r"<w:tc>(?:(?!<w:tc>).)*?\{\{ 行政许可 \}\}.*?</w:tc>", re.DOTALL)
    found = cell.search(parts()[DOCUMENT].decode())
    assert found
    controlled = f"<w:sdt><w:sdtContent>{found[0]}</w:sdtContent></w:sdt>"
    said = refused((found[0], controlled.replace("行政许可", "行政许可数")))
    assert "第 1 个表格第 7 行第 2 格：没有叫“行政许可数”" in said


def test_a_cell_outside_a_row_has_no_place_in_a_table() -> None:
    said = refused(("<w:tbl>", "<w:tc><w:p><w:r><w:t>{{ 甲 }}</w:t></w:r></w:p></w:tc><w:tbl>"))
    assert "表格里：没有叫“甲”" in said


def test_of_tags_that_are_all_in_the_wrong_cells_every_cell_is_named() -> None:
    names = list(OFFICIAL.figures)
    pairs = list(zip(names, names[1:] + names[:1], strict=True))
    assert len(pairs) == 200
    changes = [(tag(name), f"@@{at}@@") for at, name in enumerate(names)]
    changes += [(f"@@{at}@@", tag(found)) for at, (_, found) in enumerate(pairs)]
    said = of_the_official_one(*changes)
    for name, found in pairs:
        assert in_the_wrong_cell(name, found) in said


def tag(name: str) -> str:
    return f"{{{{ {name} }}}}"


def in_the_wrong_cell(name: str, found: str) -> str:
    """Return what is said of the cell of a figure in which another one stands."""
    label = OFFICIAL.figures[name].label
    return f"“{label}”一格应为 {tag(name)}，现在是“{tag(found)}”"


def swapped(one: str, other: str) -> tuple[tuple[str, str], ...]:
    return (tag(one), "@@"), (tag(other), tag(one)), ("@@", tag(other))


@pytest.mark.parametrize("figure", few([*FORM.figures][1:], 3))
def test_two_swapped_tags_are_caught_and_both_cells_named(figure: str) -> None:
    first = next(iter(FORM.figures))
    said = refused(*swapped(figure, first))
    assert in_the_wrong_cell(figure, first) in said
    assert in_the_wrong_cell(first, figure) in said


@pytest.mark.long
def test_any_tag_of_the_official_one_that_is_swapped_is_caught() -> None:
    first, *others = OFFICIAL.figures
    for figure in others:
        said = of_the_official_one(*swapped(figure, first))
        assert in_the_wrong_cell(figure, first) in said
        assert in_the_wrong_cell(first, figure) in said


@pytest.mark.parametrize(
    "name", few([name for name in required_names(FORM) if name in FORM.figures], 3)
)
def test_a_missing_figure_is_named(name: str) -> None:
    assert f"缺少“{name}”的标签" in refused((tag(name), "0"))


@pytest.mark.parametrize("part", few([part.name for part in FORM.parts], 2))
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
        ("<w:t>行政强制<", "<w:t>强制<", "找不到行“行政强制”"),
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
    said = not_compiled(("{{ 行政许可 }}", "{{ 甲 }}"), ("{{ 行政处罚 }}", "{{ 乙 }}"))
    assert "“甲”" in said
    assert "“乙”" in said


LOOP = "{%p for 段 in 第五部分 %}"
AFTER_LOOP = "{%p for 段 in 第六部分 %}"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def block(text: str) -> str:
    """Return the paragraph of the template that holds a text, which stands there once."""
    body = parts()[DOCUMENT].decode()
    at = body.index(text)
    start = max(body.rfind("<w:p>", 0, at), body.rfind("<w:p ", 0, at))
    return body[start : body.index("</w:p>", at) + len("</w:p>")]


def test_a_branch_that_leaves_out_the_text_is_refused() -> None:
    said = not_compiled(("{{ 段.正文 }}", ""))
    assert "“开头”的二级条目印不全" in said
    assert "第一部分" not in said


def test_a_branch_used_for_another_kind_is_refused() -> None:
    said = not_compiled(("{%p if 段.二级标题 %}", "{%p if 段.三级条目 %}"))
    assert "“开头”的三级条目印不全" in said


@pytest.mark.parametrize("condition", few(["草稿标记", "落款"], 1))
def test_text_that_is_printed_only_sometimes_is_refused(condition: str) -> None:
    start, end = block(LOOP), block(AFTER_LOOP)
    said = not_compiled(
        (start, paragraph(f"{{%p if {condition} %}}") + start),
        (end, paragraph("{%p endif %}") + end),
    )
    assert "“五、存在的主要问题及改进情况”的二级标题印不全" in said


def test_a_table_that_is_printed_only_sometimes_is_refused() -> None:
    said = not_compiled(
        ("<w:tbl>", paragraph("{%p if 落款 %}") + "<w:tbl>"),
        ("</w:tbl>", "</w:tbl>" + paragraph("{%p endif %}")),
    )
    assert "表格里的“规章制发”" in said
    assert "等 10 个数字有时印不出来" in said


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:p w:name="{{ 7*7 }}">',
        "<w:p><m:t xmlns:m='urn:m'>{{ 7*7 }}</m:t>",
        '<w:p w:name="{{ 机关名称 }}">',
    ],
)
def test_code_where_nobody_sees_it_is_refused(hidden: str) -> None:
    assert "文字以外的地方" in not_compiled(("<w:p>", hidden))


def test_a_second_else_is_refused() -> None:
    once = block("{%p else %}")
    assert "没有对应的 {%p if … %}" in refused((once, once * 2))


def test_tags_in_footnotes_would_not_be_filled() -> None:
    found = problems({**parts(), "word/footnotes.xml": "<w>{{ 机 }}</w>".encode()})
    assert any("这里的标签不会被填写" in one for one in found)


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml"])
def test_a_package_without_a_part_it_needs_is_refused(part: str) -> None:
    left = {name: content for name, content in parts().items() if name != part}
    with pytest.raises(Refusal, match="缺少内部文件"):
        compiled(package(left))


def test_a_byte_order_mark_does_no_harm() -> None:
    body = parts()[DOCUMENT]
    marked = compiled(with_parts({DOCUMENT: b"\xef\xbb\xbf" + body}))
    assert marked.static == compiled().static


@pytest.mark.parametrize(
    "fixed",
    few(["一、总体情况", "五、存在的主要问题及改进情况", "年政府信息公开工作年度报告"], 1),
)
def test_a_heading_that_is_printed_only_sometimes_is_refused(fixed: str) -> None:
    whole = block(fixed)
    start, end = paragraph("{%p if 草稿标记 %}"), paragraph("{%p endif %}")
    said = not_compiled((whole, start + whole + end))
    assert "有时印不出来" in said
    assert fixed in said


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("word/header1.xml", "{{ 草稿标记 }}", "", "普通页的页眉里没有"),
        ("word/header2.xml", "{{ 草稿标记 }}", "", "偶数页的页眉里没有"),
        (DOCUMENT, '<w:headerReference w:type="even"', "<w:x", "没有偶数页的页眉"),
        (DOCUMENT, '<w:headerReference w:type="default"', "<w:x", "没有普通页的页眉"),
        (DOCUMENT, "<w:pgSz ", "<w:titlePg/><w:pgSz ", "没有首页的页眉"),
    ],
)
def test_a_kind_of_page_without_the_draft_stamp_is_refused(
    part: str, old: str, new: str, said: str
) -> None:
    assert said in refused((old, new), part=part)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</w:rPr><w:t>{{ 行政许可", "<w:vanish/></w:rPr><w:t>{{ 行政许可", "有隐藏的文字"),
        ("<w:trPr>", "<w:trPr><w:hidden/>", "有隐藏的文字或表格行"),
        ("<w:trPr>", '<w:trPr><w:del w:id="1" w:author="某"/>', "还有没接受的修订"),
        (
            "<w:body>",
            f"<w:body><w:sdtContent>{paragraph('{%p if 落款 %}')}</w:sdtContent>",
            "内容控件",
        ),
        ("<w:body>", f"<w:body>{paragraph('{' * 200_000)}", "这一段太长"),
    ],
)
def test_what_a_reader_of_the_template_does_not_see_is_refused(
    old: str, new: str, said: str
) -> None:
    assert said in refused((old, new))


@pytest.mark.parametrize(
    ("more", "said"), [("<w:tr/>", "多得不正常"), ("<w:p/>", "段落多得不正常")]
)
def test_far_too_many_rows_or_paragraphs_are_refused(more: str, said: str) -> None:
    assert said in not_compiled(("<w:body>", "<w:body>" + more * 20_000))


def test_rows_that_changed_places_are_refused() -> None:
    body = templates.parts()[DOCUMENT].decode()
    rows = [row for row in re.findall(r"<w:tr>.*?</w:tr>", body) if "1.属于国家秘密" in row]
    rows += [row for row in re.findall(r"<w:tr>.*?</w:tr>", body) if "1.重复申请" in row]
    rows += [row for row in re.findall(r"<w:tr>.*?</w:tr>", body) if "2.重复申请" in row]
    said = of_the_official_one((rows[0], "@@"), (rows[1], rows[0]), ("@@", rows[1]))
    assert "“申请办理”表的行或列换了位置" in said


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/header2.xml"])
def test_a_part_that_is_announced_but_not_there_is_refused(part: str) -> None:
    left = {name: content for name, content in parts().items() if name != part}
    with pytest.raises(Refusal, match="缺少内部文件"):
        compiled(package(left))


def test_comments_in_the_xml_do_no_harm() -> None:
    commented = {
        part: parts()[part].replace(b"><", b"><!-- x --><", 3)
        for part in ("docProps/core.xml", "_rels/.rels", "word/_rels/document.xml.rels")
    }
    assert compiled(with_parts(commented)).changing


def test_a_style_that_is_not_defined_is_named() -> None:
    said = refused(('<w:pStyle w:val="公文正文"/>', '<w:pStyle w:val="某某正文"/>'))
    assert "用到的样式“某某正文”在模板里没有定义" in said


def test_what_does_not_belong_in_a_report_is_refused_with_what_to_do() -> None:
    said = refused(
        ("</w:settings>", "<w:mailMerge/><w:linkStyles/></w:settings>"), part="word/settings.xml"
    )
    assert said.splitlines() == [
        f"不能有{what}（内部文件 word/settings.xml），"
        "请删去；找不到的，请把全部内容复制到新建的空白文档里，另存为模板"
        for what in ("邮件合并的数据源", "“自动更新文档样式”")
    ]


def test_comments_of_its_owner_are_refused() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    announced = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    wired = changed_parts(("</Types>", announced), part="[Content_Types].xml")
    comment = "<w:comment><w:p><w:r><w:t>这里填正文</w:t></w:r></w:p></w:comment>"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    wired["word/comments.xml"] = f"<w:comments {space}>{comment * 2}</w:comments>".encode()
    said = problems(wired)
    assert len(said) == 1
    assert "有 2 条批注（如“这里填正文”），会跟着每份报告发出去" in said[0]
    wired["word/comments.xml"] = f"<w:comments {space}/>".encode()
    assert problems(wired) == []


def test_a_template_of_before_the_title_was_divided_is_right() -> None:
    assert problems(changed_parts(("{{ 题中机关名称 }}", "{{ 机关名称 }}"))) == []


def test_a_property_cannot_be_divided_into_lines() -> None:
    said = refused(("{{ 机关名称 }}", "{{ 题中机关名称 }}"), part="docProps/core.xml")
    assert "文档属性里不能分行，请把 题中机关名称 改为 机关名称" in said
