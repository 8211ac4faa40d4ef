"""Pages as an office lays them out: full, nothing torn apart, the signature where it belongs."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.package.ooxml import paragraph_text, parse
from generator.formats.docx.package.part_names import W
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import context_of
from generator.formats.docx.text import visible_text
from generator.model.narrative import printed
from generator.model.report import Entry, Paragraph, Report
from tests.few import each
from tests.formats.docx.templates import compiled, parts
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.samples import report

LONG_NAME = "新疆维吾尔自治区伊犁哈萨克自治州人力资源和社会保障局"
TEXT = (
    "坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开，2024年公开1238条。"
)
TOP, BOTTOM = 105, 743
"""Where the text of a page begins and ends, in points from the top: margins of 37 and 35 mm."""


SMALL = 15
"""Points: text is higher, figures in tables are not."""


def filled(content: Report) -> bytes:
    lines, _ = printed(content, FORM)
    values = context_of(content, lines, FORM, draft_stamp="").values
    return fill(compiled(), values, snapshot="{}", origin={})


def body_of(content: Report) -> etree._Element:
    root = parse(open_archive(filled(content), "made", DOCUMENT)[DOCUMENT], DOCUMENT, "made")
    return next(root.iter(W + "body"))


def signed(name: str, *paragraphs: Paragraph) -> Report:
    entries = {**report().entries, "落款": Entry(name), "成文日期": Entry(date(2025, 1, 20))}
    return replace(report(), entries=entries, paragraphs=(*report().paragraphs, *paragraphs))


def style_of(line: etree._Element) -> str:
    style = line.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    return style.get(W + "val", "")


def styles_of(body: etree._Element) -> dict[str, str]:
    return {paragraph_text(line): style_of(line) for line in body.iterchildren(W + "p")}


def kept(row: etree._Element) -> bool:
    return all(line.find(f"{W}pPr/{W}keepNext") is not None for line in row.iter(W + "p"))


def tables() -> list[list[etree._Element]]:
    root = parse(parts()[DOCUMENT], DOCUMENT, "template")
    return [list(table.iterchildren(W + "tr")) for table in root.iter(W + "tbl")]


def test_a_table_may_go_on_on_the_next_page_but_only_between_its_blocks() -> None:
    ends = [[at for at, row in enumerate(rows) if not kept(row)] for rows in tables()]
    assert ends == [[3, 6, 10, 13], [6, 14, 17, 22, 27], [3]]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for rows in tables() for row in rows)


def test_a_header_is_repeated_where_it_is_that_of_all_the_rows_below() -> None:
    headers = [
        [at for at, row in enumerate(rows) if row.find(f"{W}trPr/{W}tblHeader") is not None]
        for rows in tables()
    ]
    assert headers == [[], [0, 1, 2], [0, 1, 2]]


def test_words_and_numbers_are_not_broken_within() -> None:
    styles = parse(parts()["word/styles.xml"], "styles", "template")
    assert list(styles.iter(W + "wordWrap")) == []
    languages = {language.get(W + "val") for language in styles.iter(W + "lang")}
    assert languages == {"en-US"}, "of a Chinese word LibreOffice may break every number"


def test_a_note_below_a_table_is_smaller_than_the_text() -> None:
    lines = [
        Paragraph("第四部分表后", 0, "", "注：其他结果为撤回申请1件。"),
        Paragraph("第四部分表后", 0, "", "注重公开实效。"),
    ]
    styles = styles_of(body_of(replace(report(), paragraphs=tuple(lines))))
    assert styles["注：其他结果为撤回申请1件。"] == "表格说明"
    assert styles["注重公开实效。"] == "公文正文"


def test_a_line_before_a_web_address_is_not_spread_out() -> None:
    texts = ["见https://www.example.gov.cn/zwgk/2025。", "电话：0527-84389512。"]
    lines = tuple(Paragraph("第一部分", 0, "", text) for text in texts)
    styles = styles_of(body_of(replace(report(), paragraphs=lines)))
    assert [styles[text] for text in texts] == ["公文含网址", "公文正文"]


@each(
    "name, style",
    [("徐闻县司法局", "公文落款"), ("甲" * 14, "公文落款"), ("甲" * 15, "公文长落款")],
)
def test_the_signature_is_centred_above_the_date_as_far_as_there_is_room(
    name: str, style: str
) -> None:
    styles = styles_of(body_of(signed(name)))
    assert styles[name] == styles["2025年1月20日"] == style


@each(
    "last",
    [
        Paragraph("第六部分", 0, "", "最后一段。"),
        Paragraph("第六部分", 0, "", "最后一段见https://www.example.gov.cn。"),
        Paragraph("第六部分", 2, "最后一段。", "正文"),
        Paragraph("第六部分", 2, "最后一段", ""),
        Paragraph("第六部分", 3, "最后一段", "正文"),
    ],
)
def test_the_signature_never_stands_alone_on_a_page(last: Paragraph) -> None:
    lines = list(body_of(signed("徐闻县司法局", last)).iterchildren(W + "p"))
    held = [line.find(f"{W}pPr/{W}keepNext") is not None for line in lines]
    own = {"公文正文", "公文含网址", "公文二级条目", "公文三级条目"}
    assert "最后一段" in visible_text(lines[-3])
    styles = [style_of(line) for line in lines]
    assert held[-3:] == [styles[-3] in own, True, False]
    assert styles[-3] in {*own, "Heading2"}, "whose style keeps with the next by itself"
    assert not any(
        is_held for is_held, style in zip(held[:-3], styles, strict=False) if style in own
    )


def test_the_name_in_the_title_is_one_name_though_it_takes_two_lines() -> None:
    named = replace(report(), entries={**report().entries, "机关名称": Entry(LONG_NAME)})
    title = next(body_of(named).iterchildren(W + "p"))
    assert len(list(title.iter(W + "br"))) == 2
    assert visible_text(title).split("\n") == [LONG_NAME, "2024年政府信息公开工作年度报告"]


def pages(document: bytes, folder: Path) -> list[str]:
    """Return the words of each page of a document, with their places, as LibreOffice lays it."""
    source = folder / "甲.docx"
    source.write_bytes(document)
    command = ["pdftotext", "-bbox", str(convert(source, "pdf", folder)), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return said.stdout.split("<page ")[1:]


def lowest(page: str) -> float:
    """Return where the text of a page ends, from 0 to 1."""
    ends = [float(end) for end in re.findall(r'yMax="([\d.]+)"', page)]
    return (max(end for end in ends if end < BOTTOM + 10) - TOP) / (BOTTOM - TOP)


def torn_numbers(page: str) -> Iterator[str]:
    """Yield the numbers of the text that go on in the next line; those of tables are small."""
    found = re.findall(r'yMin="([\d.]+)".*? yMax="([\d.]+)">(.*?)</word>', page)
    words = [(float(top), word) for top, end, word in found if float(end) - float(top) > SMALL]
    for (above, first), (below, second) in pairwise(words):
        if below > above + SMALL and first[-1:].isdigit() and second[:1].isdigit():
            yield first + second


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler (pdftotext)")
@pytest.mark.parametrize("sentences", range(2, 20, 3))
def test_pages_are_full_and_the_last_holds_text_wherever_the_tables_begin(
    sentences: int, tmp_path: Path
) -> None:
    lines = [Paragraph("第一部分", 0, "", TEXT * sentences)] * 2
    last = Paragraph("第六部分", 0, "", TEXT)
    content = signed("徐闻县司法局", last)
    content = replace(content, paragraphs=(*lines, *content.paragraphs))
    found = pages(filled(content), tmp_path)
    assert len(found) >= 4
    fill = [round(lowest(page), 2) for page in found]
    assert min(fill[:-1]) > 0.6, fill
    assert "徐闻县司法局" in found[-1]
    assert "公开" in found[-1]
    assert [torn for page in found for torn in torn_numbers(page)] == []
