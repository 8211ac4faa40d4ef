import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from getpass import getuser
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from generator.formats.pdf.document import pdf_of
from generator.formats.pdf.fonts import fonts_to_use
from generator.model.finding import Refusal
from generator.model.publication import (
    Block,
    Cell,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
    PublishedTable,
    Scope,
)
from tests.formats.pdf.as_read_aloud import catalog, lines, opened, tree
from tests.formats.pdf.drawings import drawn
from tests.formats.pdf.fonts import install
from tests.publications import publication

BARE = fonts_to_use(())
"""A machine without one Chinese font."""
NEVER_FIRST, NEVER_LAST = "，。、；：！？）》”’％", "（《“‘"


def of(*blocks: Block) -> bytes:
    return pdf_of(replace(publication(), blocks=blocks), BARE, drawn)


def paragraph(text: str, manner: Manner = Manner.BODY) -> Paragraph:
    return Paragraph((Piece(text),), manner)


@cache
def sample() -> bytes:
    return pdf_of(publication(), BARE, drawn)


def test_it_says_what_the_publication_says() -> None:
    wanted = publication().name
    for block in publication().blocks:
        if isinstance(block, Heading | Paragraph):
            wanted += block.text
        else:
            wanted += block.caption
        if isinstance(block, PublishedTable):
            wanted += "".join(cell.text.replace("\n", "") for cell in sorted(block.cells))
    assert tree(sample()).text == wanted


@pytest.mark.long
def test_each_cell_of_a_table_is_read_back_where_it_stands() -> None:
    shown = [block for block in publication().blocks if isinstance(block, PublishedTable)]
    read = [one for one in tree(sample()).all() if one.tag == "Table"]
    assert len(read) == len(shown) == 4
    for table, found in zip(shown, read, strict=True):
        cells = [one for one in found.all() if one.tag in {"TH", "TD"}]
        assert [one.text for one in cells] == [
            cell.text.replace("\n", "") for cell in sorted(table.cells)
        ]
        spans = [
            (one.attributes.get("RowSpan", 1), one.attributes.get("ColSpan", 1)) for one in cells
        ]
        assert spans == [(cell.rows, cell.columns) for cell in sorted(table.cells)]


def test_it_is_tagged_and_claims_both_standards() -> None:
    found = catalog(sample())
    assert found["MarkInfo"]["Marked"] is True
    assert found["Lang"] == b"zh-CN"
    assert found["ViewerPreferences"]["DisplayDocTitle"] is True
    claims = found["Metadata"].get_data().decode()
    for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert claim in claims
    assert publication().name in claims
    assert publication().organ in claims
    assert found["OutputIntents"]


@pytest.mark.long
def test_headings_are_bookmarks_one_below_the_other() -> None:
    marks = [(level, title) for level, title, *_ in opened(sample()).get_outlines()]
    headings = [one for one in publication().blocks if isinstance(one, Heading)]
    assert marks == [(1, publication().name), *((one.level, one.text) for one in headings)]
    tags = [one.tag for one in tree(sample()).all() if re.fullmatch(r"H\d", one.tag)]
    assert tags == ["H1", *(f"H{one.level}" for one in headings)]


@pytest.mark.long
def test_every_figure_has_its_alternative_text_and_caption() -> None:
    figures = [block for block in publication().blocks if isinstance(block, Figure)]
    read = [one for one in tree(sample()).all() if one.tag == "Figure" and "Alt" in one.attributes]
    alternatives = [one.attributes["Alt"].decode("utf-16") for one in read]
    assert alternatives == [figure.alternative for figure in figures]


def test_every_font_is_embedded_and_says_its_characters() -> None:
    numbers = [number for xref in opened(sample()).xrefs for number in xref.get_objids()]
    document = opened(sample())
    objects = [document.getobj(number) for number in numbers]
    kinds = [one for one in objects if isinstance(one, dict) and "Type" in one]
    outer = [one for one in kinds if one.get("Subtype") and one["Subtype"].name == "Type0"]
    described = [one for one in kinds if one["Type"].name == "FontDescriptor"]
    assert len(outer) >= 2
    assert all("ToUnicode" in one for one in outer)
    assert all("FontFile2" in one or "FontFile3" in one for one in described)
    assert len(described) == len(outer)


def test_nothing_tells_of_the_machine_or_runs(tmp_path: Path) -> None:
    document = opened(sample())
    told = repr([document.getobj(n) for xref in document.xrefs for n in xref.get_objids()])
    metadata = catalog(sample())["Metadata"].get_data().decode()
    for word in (str(tmp_path.parent), "/tmp", getuser(), "JavaScript", "/AA", "report.typ"):  # noqa: S108
        assert word not in told
        assert word not in metadata
    assert "OpenAction" not in catalog(sample())


def test_the_same_publication_is_the_same_bytes() -> None:
    assert pdf_of(publication(), BARE, drawn) == sample()


def test_text_is_never_read_as_markup() -> None:
    text = '#panic("x") $a$ *b* _c_ = d `e` // f \\ <g> @h [i] #eval("1") ~ -- ... "j" \'k\''
    made = of(Heading(2, f"一、{text}"), paragraph(text))
    read = {one.tag: one.text for one in tree(made).all()}
    assert read["H2"] == f"一、{text}"
    assert read["P"] == text


@pytest.mark.long
def test_the_title_is_broken_as_given() -> None:
    first = lines(sample())[0]
    assert first[: len(publication().title)] == list(publication().title)


@pytest.mark.long
def test_no_line_begins_or_ends_with_what_may_not() -> None:
    text = "按照《信息公开条例》（以下简称《条例》）的要求，共公开“政策”38件、占100%。"
    for shift in range(0, 28, 3):
        body = "字" * shift + text * 4
        found = [line for page in lines(of(paragraph(body))) for line in page]
        assert [line for line in found if line[0] in NEVER_FIRST] == []
        assert [line for line in found if line[-1] in NEVER_LAST] == []


@pytest.mark.long
def test_numbers_and_years_are_whole() -> None:
    for shift in range(1, 15):
        body = "字" * shift + "于2023年公开1234567.89万元、100.25%的信息，" * 6
        found = [line for page in lines(of(paragraph(body))) for line in page]
        assert sum(line.count("1234567.89") for line in found) == 6
        assert sum(line.count("2023年") for line in found) == 6
        assert sum(line.count("100.25%") for line in found) == 6


@pytest.mark.parametrize(
    "word",
    [
        f"https://www.example.gov.cn/{'zwgk/' * 20}index.html?id={'1' * 90}",
        f"{'a' * 120}@example.com",
        "9" * 150,
    ],
)
def test_what_cannot_be_broken_elsewhere_stays_within_the_margins(word: str) -> None:
    with pdfplumber.open(BytesIO(of(paragraph(f"见{word}。")))) as pdf:
        text = "".join(char["text"] for char in pdf.pages[0].chars)
        assert word in text
        assert max(char["x1"] for char in pdf.pages[0].chars) <= pdf.pages[0].width - 72


def test_the_organ_is_centred_above_the_day_four_characters_from_the_right() -> None:
    with pdfplumber.open(BytesIO(sample())) as pdf:
        page = pdf.pages[-1]
        organ, day = [line for line in page.extract_text_lines() if line["x0"] > 200][:2]
        assert (organ["text"], day["text"]) == ("某某市某某局", "2025年1月20日")
        right = float(page.width) - 26 / 25.4 * 72
        assert right - day["x1"] == pytest.approx(4 * 16, abs=2)
        assert organ["x0"] + organ["x1"] == pytest.approx(day["x0"] + day["x1"], abs=3)


@pytest.mark.long
def test_organ_and_day_never_stand_alone_on_a_page() -> None:
    signed = (
        paragraph("某某市某某局", Manner.SIGNATURE),
        paragraph("2025年1月20日", Manner.ISSUED),
    )
    for count in range(12, 22):
        last = lines(of(*[paragraph("一行")] * count, *signed))[-1]
        assert last[0] in {"一行", publication().title[0]}
        assert last[-3:-1] == ["某某市某某局", "2025年1月20日"]


@pytest.mark.long
def test_a_heading_never_ends_a_page() -> None:
    for count in range(12, 22):
        before = [paragraph("一行")] * count
        made = of(*before, Heading(2, "一、标题"), paragraph("以下。"))
        assert [page for page in lines(made) if page[-2] == "一、标题"] == []


@pytest.mark.long
def test_page_numbers_stand_outside() -> None:
    for number, page in enumerate(lines(sample()), 1):
        assert page[-1].replace(" ", "") == f"—{number}—"
    with pdfplumber.open(BytesIO(sample())) as pdf:
        first, second = (page.extract_text_lines()[-1] for page in pdf.pages[:2])
    assert first["x0"] > 400
    assert second["x1"] < 200


@pytest.mark.long
def test_a_header_row_is_printed_again_on_the_next_page() -> None:
    rows = [("镇", "数"), *((f"{number}镇", "1") for number in range(60))]
    made = of(_table(rows))
    pages = lines(made)
    assert len(pages) > 1
    assert [any("镇 数" in line for line in page) for page in pages] == [True] * len(pages)
    assert sum(one.tag == "TH" for one in tree(made).all()) == 2 + 60


def _table(rows: Sequence[tuple[str, ...]]) -> PublishedTable:
    def scope(row: int, column: int) -> Scope:
        return Scope.COLUMN if row == 0 else Scope.ROW if column == 0 else Scope.NONE

    cells = [
        Cell(row, column, text, scope=scope(row, column))
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
    ]
    return PublishedTable("表1　各镇", "各镇", tuple(cells), len(rows), len(rows[0]), 1)


def test_a_character_that_our_fonts_lack_is_set_in_one_that_is_installed(tmp_path: Path) -> None:
    install(tmp_path, "生僻字", "𱁬")
    fonts = fonts_to_use((tmp_path,))
    made = pdf_of(replace(publication(), blocks=(paragraph("𱁬镇"),)), fonts, drawn)
    assert "𱁬镇" in tree(made).text


def test_a_character_that_no_font_has_is_told() -> None:
    with pytest.raises(Refusal, match=r"印不出这些字：𱁬（U\+3106C）"):
        of(paragraph("𱁬镇"))


def test_a_name_with_characters_beyond_gb_2312_is_printed_without_a_box() -> None:
    assert "喆堃镕㎡²" in tree(of(paragraph("喆堃镕㎡²"))).text


@pytest.mark.long
def test_an_installed_font_is_used(tmp_path: Path) -> None:
    install(tmp_path, "仿宋_GB2312", "某字")
    made = pdf_of(publication(), fonts_to_use((tmp_path,)), drawn)
    with pdfplumber.open(BytesIO(made)) as pdf:
        fonts = {char["text"]: char["fontname"] for char in pdf.pages[-1].chars}
    assert "Fandol" not in fonts["某"]
    assert "Fandol" in fonts["局"]


def test_it_needs_nothing_but_the_publication() -> None:
    empty: Publication = replace(publication(), blocks=())
    assert tree(pdf_of(empty, BARE, drawn)).text == publication().name
