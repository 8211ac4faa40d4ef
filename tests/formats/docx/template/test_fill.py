"""Filling a template: nothing lost, nothing executed, the same bytes for the same input."""

import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.vocabulary import Form
from generator.formats.docx.package.ooxml import paragraph_text, parse
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.tables import read_figures
from generator.formats.docx.template.compiled import compile_template
from generator.formats.docx.template.values import context_of
from generator.model.finding import Refusal
from generator.model.narrative import printed
from generator.model.report import Entry, Figure, Paragraph, Report
from generator.pipeline.template_choice import packaged_template
from tests.few import fewer
from tests.formats.docx import templates
from tests.formats.docx.short_template import (
    FORM,
    NAME,
    changed_parts,
    compiled,
    filled,
    filled_in,
    parts,
    with_parts,
)
from tests.forms import FORM as OFFICIAL_FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.samples import numbers, report

HOSTILE = [
    "A&B <b>粗</b> \"双\" '单' &amp; ]]>",
    "{{7*7}} {% raw %} {_{ 7 }_} {# x #} {%p if x %}",
    "<w:t>标签</w:t></w:p>",
    "𠮷野家 \U0010fffd \u202e右到左",
    "\\x07 \\n %s {0}",
]


OFFICIAL = OFFICIAL_FORM


def officially_filled(content: Report) -> bytes:
    return filled_in(templates.compiled(), OFFICIAL, content)


def with_text(text: str, *, heading: str = "") -> Report:
    line = Paragraph("第一部分", 3 if heading else 0, heading, text)
    return replace(report(), paragraphs=(line,))


def root_of(document: bytes) -> etree._Element:
    return parse(open_archive(document, "made", DOCUMENT)[DOCUMENT], DOCUMENT, "made")


def lines_of(document: bytes) -> list[str]:
    found = []
    for paragraph in root_of(document).iter(W + "p"):
        for tab in list(paragraph.iter(W + "tab")):
            tab.tag, tab.text = W + "t", "\t"
        found.append(paragraph_text(paragraph))
    return found


def test_every_figure_comes_out_under_its_own_labels() -> None:
    found, misses = read_figures(root_of(officially_filled(report())), OFFICIAL)
    assert misses == []
    assert found == {name: str(value) for name, value in numbers().items()}


def test_notes_decimals_and_blanks_are_printed() -> None:
    figures = {
        **report().figures,
        "行政许可": replace(report().figures["行政许可"], note="（其中修订16件）"),
        "行政处罚": Figure(None),
        "行政强制": Figure(None, typed="5件", readable=False),
    }
    found, _ = read_figures(root_of(filled(replace(report(), figures=figures))), FORM)
    assert found["行政许可"] == f"{numbers()['行政许可']}（其中修订16件）"
    assert found["行政处罚"] == "0"
    assert found["行政强制"] == "5件"


def test_a_figure_that_was_not_found_is_printed_as_missing() -> None:
    figures = {name: value for name, value in report().figures.items() if name != "行政许可"}
    found, _ = read_figures(root_of(filled(replace(report(), figures=figures))), FORM)
    assert found["行政许可"] == "（缺）"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_printed_as_it_was_typed(text: str) -> None:
    assert text in lines_of(filled(with_text(text)))
    assert f"1.{text}。{text}" in lines_of(filled(with_text(text, heading=text)))


def test_tags_in_cdata_are_tags_and_their_values_are_escaped_once() -> None:
    written = "{{ 段.编号 }}{{ 段.标题 }}{{ 段.正文 }}"
    plain = parts()[DOCUMENT].decode()
    hidden = plain.replace(f"<w:t>{written}", f"<w:t><![CDATA[{written}]]>")
    assert hidden != plain
    data = with_parts({DOCUMENT: hidden.encode()})
    for text in HOSTILE:
        assert lines_of(filled(with_text(text), data)) == lines_of(filled(with_text(text)))
    wrong = hidden.replace("<![CDATA[{{ 段.编号 }}", "<![CDATA[{{ 段.编码 }}")
    with pytest.raises(Refusal, match="段落没有“编码”这一项"):
        compiled(with_parts({DOCUMENT: wrong.encode()}))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=200))
@fewer(2)
def test_text_of_any_kind_is_all_there(text: str) -> None:
    words = "始" + text.replace("【", "").replace("】", "") + "终"
    shown = "\n".join(lines_of(filled(with_text(words))))
    assert "".join(words.split()) in "".join(shown.split())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), max_size=60))
@fewer(2)
def test_text_of_any_kind_is_all_there_in_every_field(text: str) -> None:
    words = "始" + text.replace("【", "").replace("】", "") + "终"
    figures = {**report().figures, "行政许可": Figure(Decimal(22), f"（{words}）")}
    entries = {
        **report().entries,
        **{name: Entry(f"{name}{words}") for name in ("机关名称", "落款")},
    }
    lines = tuple(
        Paragraph("第五部分", level, f"{words}{level}", f"{level}{words}") for level in (2, 3, 4)
    )
    document = filled(replace(report(), figures=figures, entries=entries, paragraphs=lines))
    shown = "".join(lines_of(document))
    assert shown.startswith(f"机关名称{words}")
    assert f"落款{words}" in shown
    assert f"22（{words}）" in shown
    assert all(f"{words}{level}" in shown and f"{level}{words}" in shown for level in (2, 3, 4))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_organ_s_name_is_printed_as_it_was_typed(text: str) -> None:
    named = replace(report(), entries={**report().entries, "机关名称": Entry(text)})
    document = filled(named)
    assert any(line.startswith(text) for line in lines_of(document))
    assert docx.Document(BytesIO(document)).core_properties.title.startswith(text)


def test_a_tab_stays_a_tab_and_a_line_break_begins_a_paragraph() -> None:
    lines = lines_of(filled(with_text("甲\t乙\n丙\r\n\n丁")))
    at = lines.index("甲\t乙")
    assert lines[at : at + 3] == ["甲\t乙", "丙", "丁"]


def test_what_xml_cannot_hold_is_dropped_and_reported_with_its_place() -> None:
    content = with_text("响铃\x07和\ud800半个")
    lines, _ = printed(content, FORM)
    context = context_of(content, lines, FORM, draft_stamp="")
    assert [finding.rule for finding in context.findings] == ["R08"]
    assert "U+0007、U+D800" in context.findings[0].message
    assert "响铃和半个" in lines_of(filled(content))


@pytest.mark.parametrize("times", [7_000, pytest.param(70_000, marks=pytest.mark.long)])
def test_very_long_text_is_all_there(times: int) -> None:
    text = "政府信息公开" * times
    assert text in lines_of(filled(with_text(text)))


def test_the_levels_become_the_styles_of_the_template() -> None:
    lines = (
        Paragraph("第一部分", 2, "标题", "正文一"),
        Paragraph("第一部分", 2, "一句标题。", "接着写"),
        Paragraph("第一部分", 2, "", "没有标题"),
        Paragraph("第一部分", 3, "条目", "正文二"),
        Paragraph("第一部分", 4, "", "正文三"),
        Paragraph("第一部分", 0, "", "正文四"),
    )
    document = docx.Document(BytesIO(filled(replace(report(), paragraphs=lines))))
    found = {line.text: line.style.name for line in document.paragraphs if line.style}
    assert found["（一）标题"] == "Heading 2"
    assert found["正文一"] == "公文正文"
    assert found["（二）一句标题。接着写"] == "公文二级条目"
    assert found["（三）没有标题"] == "公文正文"
    assert found["1.条目。正文二"] == "公文三级条目"
    assert found["（1）正文三"] == "公文正文"
    assert found["正文四"] == "公文正文"
    assert found["一、总体情况"] == "Heading 1"


def test_signature_and_date_are_printed_where_they_are_filled_in() -> None:
    assert "某某市某某局" not in lines_of(filled(report()))
    entries = {
        **report().entries,
        "落款": Entry("某某市某某局"),
        "成文日期": Entry("2025年1月20日"),
    }
    lines = lines_of(filled(replace(report(), entries=entries)))
    assert lines[-2:] == ["某某市某某局", "2025年1月20日"]


def test_a_draft_is_stamped_on_every_page() -> None:
    parts = open_archive(filled(report(), draft_stamp="草稿（不得报送）"), "made", DOCUMENT)
    headers = [content.decode() for part, content in parts.items() if "header" in part]
    assert len(headers) == 2
    assert all("草稿（不得报送）" in header for header in headers)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert filled(report()) == filled(report())


def test_the_package_holds_no_time_and_no_machine() -> None:
    with zipfile.ZipFile(BytesIO(filled(report()))) as made:
        assert made.namelist()[0] == "[Content_Types].xml"
        assert {member.date_time for member in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in made.infolist()} == {0}


@pytest.mark.parametrize(
    ("template", "form"),
    [
        (package(parts()), FORM),
        pytest.param(packaged_template(OFFICIAL).read_bytes(), OFFICIAL, marks=pytest.mark.long),
    ],
    ids=["short", "official"],
)
def test_docxtpl_itself_makes_the_same_body_of_the_same_template(
    template: bytes, form: Form
) -> None:
    lines, _ = printed(report(), form)
    values = context_of(report(), lines, form, draft_stamp="").values
    theirs = DocxTemplate(BytesIO(template))
    theirs.render(values, autoescape=True)
    saved = BytesIO()
    theirs.save(saved)
    ours = filled_in(compile_template(template, NAME, form), form, report())
    bodies = [next(root_of(made).iter(W + "body")) for made in (saved.getvalue(), ours)]
    assert etree.tostring(bodies[0], method="c14n") == etree.tostring(bodies[1], method="c14n")


def test_tags_split_into_runs_and_smart_quotes_are_understood() -> None:
    split = "{{ 行政</w:t></w:r><w:r><w:t>许可 }}"
    document = filled(report(), package(changed_parts(("{{ 行政许可 }}", split))))
    found, _ = read_figures(root_of(document), FORM)
    assert found["行政许可"] == str(numbers()["行政许可"])


@needs_libreoffice
def test_libreoffice_opens_it_and_every_text_and_figure_survives_a_re_save(tmp_path: Path) -> None:
    lines = tuple(Paragraph("第一部分", 3, "条目。", text) for text in HOSTILE[:3])
    source = tmp_path / "甲.docx"
    source.write_bytes(officially_filled(replace(report(), paragraphs=lines)))
    (tmp_path / "saved").mkdir()
    saved = convert(source, "docx", tmp_path / "saved").read_bytes()
    found, misses = read_figures(root_of(saved), OFFICIAL)
    assert misses == []
    assert found == {name: str(value) for name, value in numbers().items()}
    for number, text in enumerate(HOSTILE[:3], 1):
        assert f"{number}.条目。{text}" in lines_of(saved)
