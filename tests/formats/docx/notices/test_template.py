"""A template of notices: an office may dress it, as long as nothing is lost."""

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.notices.template import compile_notice_template, is_of_notices
from generator.formats.docx.package.part_names import CORE
from generator.model.finding import Refusal
from tests.formats.docx import templates
from tests.formats.docx.notices.sent import NAME, packaged, template

LIST = '<w:t xml:space="preserve">{{ 问题清单 }}</w:t>'


def changed(*changes: tuple[str, str], part: str = DOCUMENT) -> bytes:
    return package(templates.changed(open_archive(packaged(), NAME, DOCUMENT), *changes, part=part))


def refused(*changes: tuple[str, str], part: str = DOCUMENT) -> str:
    with pytest.raises(Refusal) as refusal:
        compile_notice_template(changed(*changes, part=part), NAME)
    return str(refusal.value)


def test_the_packaged_one_is_usable() -> None:
    assert set(template().changing) == {DOCUMENT, CORE}


def test_an_office_s_words_and_looks_are_its_own() -> None:
    compile_notice_template(changed(("联系人：", "请与李某联系，电话 123。")), NAME)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ 问题清单 }}", "清单", "“问题清单”印不出来"),
        ("{{ 问题清单 }}", "问题如下：{{ 问题清单 }}", "必须在正文里单独成段"),
        ("{{ 段.正文 }}", "{{ 问题清单 }}", "应当正好出现一次，现在有 2 次"),
        ("{{ 段.正文 }}", "略", "“情况”印不出来"),
        ("{{ 机关名称 }}", "我局", "“机关名称”印不出来"),
        ("{{ 报告名称 }}{{ 单据名称 }}", "{{ 报告名称 }}", "“单据名称”印不出来"),
        ("{{ 单位名称 }}：", "{{ 单位 }}：", "没有叫“单位”的数字或项目，是不是“单位名称”"),
        ("{%p if 要改正 %}", "{%p if 要改 %}", "没有叫“要改”的数字或项目"),
        ("{{ 段.正文 }}", "{{ 单位名称|upper }}", "写法不在允许之列"),
    ],
)
def test_what_would_lose_something_is_refused(old: str, new: str, said: str) -> None:
    assert said in refused((old, new))


def test_a_list_that_some_kind_of_notice_would_lack_is_refused() -> None:
    said = refused(
        ("{%p if 要改正 %}", "{%p if 要改正 %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ 问题清单 }}"),
        (LIST, "<w:t>以上</w:t>"),
    )
    assert "“问题清单”在要“换文件”、“报送”的单子里印不出来" in said


def test_styles_in_which_the_list_is_set_are_found_by_their_names() -> None:
    renamed = (
        ('w:styleId="整改单文字"', 'w:styleId="a7"'),
        ('w:basedOn w:val="整改单文字"', 'w:basedOn w:val="a7"'),
    )
    twice = (*renamed, renamed[1])
    found = compile_notice_template(changed(*twice, part="word/styles.xml"), NAME)
    assert found.styles["整改单文字"] == "a7"
    gone = ('<w:name w:val="整改单文字"/>', '<w:name w:val="正文二"/>')
    assert "没有样式“整改单文字”" in refused(gone, part="word/styles.xml")


def test_what_refers_outside_is_refused_as_in_any_template() -> None:
    field = '<w:t/></w:r><w:r><w:instrText>INCLUDETEXT "c:\\a.docx"</w:instrText></w:r><w:r><w:t>'
    assert "INCLUDETEXT" in refused(('<w:t xml:space="preserve">联系人：', field))


def test_one_is_told_from_the_template_of_a_report() -> None:
    assert is_of_notices(packaged(), NAME)
    assert not is_of_notices(templates.template(), templates.NAME)
