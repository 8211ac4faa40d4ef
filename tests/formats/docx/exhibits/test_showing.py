"""What a report shows stands where its rows do: drawn, captioned, with ids of its own."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, package, unpacked
from generator.formats.docx.package.ooxml import paragraph_text, parse, related_parts
from generator.formats.docx.package.part_names import W
from generator.formats.docx.template.compiled import compile_template
from generator.model.report import Paragraph, Report
from tests.exhibits import ALL, PART, picture, row, showing
from tests.formats.docx.short_template import (
    FORM,
    NAME,
    changed_parts,
    filled,
    filled_in,
)
from tests.samples import report

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
AFTER = Paragraph(PART, 0, "", "后面的一段。")


@cache
def document() -> Mapping[str, bytes]:
    return unpacked(filled(showing(report(), *ALL, AFTER)), "", DOCUMENT)


def body(parts: Mapping[str, bytes]) -> etree._Element:
    return parse(parts[DOCUMENT], DOCUMENT, "")


def blocks(root: etree._Element) -> list[str]:
    """Return the blocks of a body from the first thing shown on: drawings, tables, texts."""
    found = []
    for element in root[0]:
        drawn = next(element.iter(f"{W}drawing"), None) is not None
        what = "drawing" if drawn else "table" if element.tag == f"{W}tbl" else ""
        found.append(what or paragraph_text(element))
    return found[found.index("drawing") : found.index("后面的一段。") + 1]


def test_pictures_stand_above_their_captions_and_tables_below() -> None:
    assert blocks(body(document())) == [
        "drawing",
        "图1　培训现场",
        "drawing",
        "图2　申请人的构成",
        "表1　各镇的申请",
        "table",
        "后面的一段。",
    ]


def test_the_same_report_is_the_same_bytes() -> None:
    once, again = (filled(showing(report(), *ALL)) for _ in range(2))
    assert once == again


def test_a_report_without_any_is_as_ever() -> None:
    shown, plain = filled(showing(report())), filled(report())
    assert shown == plain


def test_ids_of_drawings_are_unique() -> None:
    ids = [one.get("id") for one in body(document()).iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids)) == 2


def test_each_has_an_alternative_text() -> None:
    said = [one.get("descr") for one in body(document()).iter(f"{WP}docPr")]
    assert said[0] == "培训现场"
    assert "2024年：自然人 5 件" in str(said[1])


def test_the_words_under_a_name_are_the_alternative_text() -> None:
    written = row("图", "培训现场", "培训.png\n会场里坐满了人")
    root = body(unpacked(filled(showing(report(), written)), "", DOCUMENT))
    assert [one.get("descr") for one in root.iter(f"{WP}docPr")] == ["会场里坐满了人"]


def test_every_relation_leads_to_a_part_of_a_known_kind() -> None:
    found = document()
    targets = [
        one for one in related_parts(found, DOCUMENT).values() if "media" in one or "chart" in one
    ]
    assert len(targets) == 2
    assert all(one in found for one in targets)
    assert b'Extension="png"' in found["[Content_Types].xml"]


def test_a_picture_shown_twice_is_there_once() -> None:
    twice = showing(report(), ALL[0], replace(ALL[0], heading="又一次"))
    media = [part for part in unpacked(filled(twice), "", DOCUMENT) if "media" in part]
    assert len(media) == 1


def size(shown: Report) -> tuple[int, int]:
    root = body(unpacked(filled(shown), "", DOCUMENT))
    extent = next(root.iter(f"{WP}extent"))
    return int(extent.get("cx", "")), int(extent.get("cy", ""))


@pytest.mark.parametrize(
    ("pixels", "millimetres"),
    [((96, 48), (25.4, 12.7)), ((2000, 1000), (156, 78)), ((1000, 3000), (31.6, 94.8))],
)
def test_a_picture_fits_the_text_block_and_keeps_its_shape(
    pixels: tuple[int, int], millimetres: tuple[float, float]
) -> None:
    shown = showing(report(), ALL[0])
    large = replace(shown, exhibits={"培训.png": picture(*pixels)})
    assert size(large) == pytest.approx([one * 36_000 for one in millimetres], rel=0.01)


def test_the_line_of_a_picture_grows_with_it() -> None:
    line = next(
        one for one in body(document()).iter(f"{W}p") if one.find(f".//{W}drawing") is not None
    )
    spacing = line.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}lineRule") == "auto"


def test_what_is_not_there_is_named_in_its_place() -> None:
    missing = replace(showing(report(), *ALL), exhibits={})
    assert "（缺：培训.png）" in "".join(
        paragraph_text(one) for one in body(unpacked(filled(missing), "", DOCUMENT)).iter(f"{W}p")
    )


def test_text_that_looks_like_a_mark_is_no_mark() -> None:
    text = replace(AFTER, text="\ufdd00\ufdd1后面的一段。")
    root = body(unpacked(filled(showing(report(), *ALL, text)), "", DOCUMENT))
    assert len(list(root.iter(f"{W}drawing"))) == 2


OWN = (
    "{%p elif 段.含网址 %}",
    '{%p elif 段.图表 %}</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>'
    "{{ 段.正文 }}</w:t></w:r></w:p><w:p><w:r><w:t>{%p elif 段.图表标题 %}</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>{{ 段.正文 }}</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>{%p elif 段.含网址 %}",
)


def test_a_template_may_have_paragraphs_of_its_own_for_them() -> None:
    template = compile_template(package(changed_parts(OWN)), NAME, FORM)
    root = body(
        unpacked(
            filled_in(template, FORM, showing(report(), replace(ALL[0], part="开头"))), "", DOCUMENT
        )
    )
    lines = [one for one in root.iter(f"{W}p") if "培训" in paragraph_text(one)]
    assert [one.get(f"{W}val") for line in lines for one in line.iter(f"{W}jc")] == ["left"]
    drawn = next(one for one in root.iter(f"{W}p") if one.find(f".//{W}drawing") is not None)
    assert [one.get(f"{W}val") for one in drawn.iter(f"{W}jc")] == ["right"]
