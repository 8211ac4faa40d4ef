"""A document says that it is Chinese and of the day of the report, whatever its template says."""

from dataclasses import replace
from datetime import date

from lxml import etree

from generator.files.zip_archive import open_archive, package
from generator.form.reserved_names import DATED
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import CORE, DOCUMENT, W
from generator.formats.docx.template.about_itself import about_itself
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import context_of
from generator.model.report import Entry
from tests.few import each
from tests.formats.docx.short_template import FORM, NAME, changed_parts, compiled, parts
from tests.samples import report

STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"


def languages(found: dict[str, bytes]) -> list[tuple[str, str]]:
    roots = [parse(found[part], part, NAME) for part in (STYLES, SETTINGS)]
    elements = [one for root in roots for one in root.iter(W + "lang", W + "themeFontLang")]
    return [(one.get(W + "val", ""), one.get(W + "eastAsia", "")) for one in elements]


def core_of(found: dict[str, bytes]) -> dict[str, str]:
    root = parse(found[CORE], CORE, NAME)
    return {etree.QName(one).localname: one.text or "" for one in root}


def test_its_language_is_chinese_and_latin_letters_have_none() -> None:
    assert languages(parts()) == [("en-US", "zh-CN"), ("en-US", "zh-CN")]
    assert languages(about_itself(parts(), NAME)) == [("x-none", "zh-CN"), ("x-none", "zh-CN")]
    kept = changed_parts(('w:eastAsia="zh-CN"', 'w:eastAsia="zh-HK"'), part=STYLES)
    assert languages(about_itself(kept, NAME))[0] == ("x-none", "zh-HK")


def test_a_template_without_settings_has_none_afterwards() -> None:
    without = {part: content for part, content in parts().items() if part != SETTINGS}
    assert SETTINGS not in about_itself(without, NAME)


def test_who_worked_on_the_template_and_when_is_left_out() -> None:
    more = "<cp:lastModifiedBy>张三</cp:lastModifiedBy><cp:revision>7</cp:revision>"
    changed = changed_parts(("</cp:coreProperties>", f"{more}</cp:coreProperties>"), part=CORE)
    assert core_of(about_itself(changed, NAME)).keys() == core_of(parts()).keys()


def test_what_a_template_says_of_itself_without_a_tag_is_left_out_and_the_organ_is_its_author() -> (
    None
):
    more = "<cp:keywords>内部电话</cp:keywords><dc:subject>{{ 年度 }}</dc:subject>"
    changed = changed_parts(
        ("<dc:creator>{{ 机关名称 }}", "<dc:creator>张三"),
        ("</cp:coreProperties>", f"{more}</cp:coreProperties>"),
        part=CORE,
    )
    found = core_of(about_itself(changed, NAME))
    assert found == {**core_of(about_itself(parts(), NAME)), "subject": "{{ 年度 }}"}


def test_dates_are_added_where_a_template_has_none() -> None:
    bare = parts()
    root = parse(bare[CORE], CORE, NAME)
    for element in list(root)[2:]:
        root.remove(element)
    bare[CORE] = etree.tostring(root)
    found = core_of(about_itself(bare, NAME))
    assert found["created"] == found["modified"] == f"{{{{ {DATED} }}}}"


@each(
    "changed, dated",
    [
        ({}, "2025-01-01"),
        ({"成文日期": Entry(date(2025, 1, 20))}, "2025-01-20"),
        ({"成文日期": Entry("一月底")}, "2025-01-01"),
        ({"年度": Entry(9999)}, "1980-01-01"),
        ({"年度": Entry("二〇二四")}, "1980-01-01"),
    ],
)
def test_a_document_is_dated_as_it_was_issued_else_after_its_year(
    changed: dict[str, Entry], dated: str
) -> None:
    content = replace(report(), entries={**report().entries, **changed})
    values = context_of(content, [], FORM, draft_stamp="").values
    made = open_archive(fill(compiled(), values, snapshot="", origin={}), "", DOCUMENT)
    found = core_of(made)
    assert found["created"] == found["modified"] == f"{dated}T00:00:00Z"


def test_nothing_else_of_a_template_changes() -> None:
    changed = about_itself(parts(), NAME)
    assert {part for part in changed if changed[part] != parts()[part]} == {CORE, STYLES, SETTINGS}
    assert list(changed) == list(parts())
    assert compiled(package(parts())).static.keys() == compiled().static.keys()
