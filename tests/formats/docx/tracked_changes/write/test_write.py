"""Edits put into reviewed documents: accepted they read as they should, rejected they never were.

The texts are worked out on strings, and the author's changes are rejected by code of the tests.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.files.zip_archive import package
from generator.formats.docx.reading.body import Body, LineSource, read_body
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.write.write import (
    CellEdit,
    Edit,
    LineDeleted,
    NewParagraph,
    WordEdit,
    tracked,
)
from generator.manuscript.manuscript import Grid, Line
from tests import paths
from tests.few import few, fewer
from tests.formats.docx import tiny
from tests.formats.docx.rejected import W, canonical, faults, without
from tests.formats.docx.revised import RandomBody, marked, row, table
from tests.formats.docx.revised import tracked as tracked_change
from tests.formats.docx.short_template import filled
from tests.formats.docx.tiny import document, paragraph, run
from tests.libreoffice import needs_libreoffice
from tests.reviewing import extras
from tests.reviewing.judges import by_pandoc, needs_pandoc, squeezed
from tests.reviewing.numbering import automatic_number
from tests.reviewing.ooxml import Package
from tests.reviewing.record import Reviewed
from tests.reviewing.resaved import convert_all
from tests.reviewing.reviewer import review
from tests.samples import report

SEEDS = range(40)  # 1500 were judged when this was written, with none wrong
FEW = range(6)
WHOLE = paths.DOCUMENT.read_bytes()
AUTHOR, WHEN = "make-report", "2024-02-01T08:00:00Z"
NAME = "2023.docx"

FIELD = ("begin", "separate", "end")
_WORDS = ("共", "38", "，其中新增 2 件", " 及时", "第一时间公开。", "5% ", "。", "续\t表", "")
_CELLS = ("", "7", "1238", "3（其中2件）")
_EXTRAS: tuple[Callable[[Reviewed, Random], Reviewed], ...] = (
    *(extras.add_comment, extras.add_comment, extras.add_link, extras.add_picture),
    *(extras.add_table, extras.late_row, automatic_number),
    lambda reviewed, rng: extras.format_only(reviewed, rng, tracked=True),
)


@dataclass(frozen=True)
class Case:
    """A reviewed document, edits in it, and what it reads like with those."""

    parts: dict[str, bytes]
    edits: list[Edit]
    blocks: list[str | list[str]]

    @cached_property
    def done(self) -> dict[str, bytes]:
        """The parts with the edits."""
        return tracked(self.parts, NAME, self.edits, author=AUTHOR, when=WHEN)


def chance(seed: int) -> Random:
    return Random(seed)


@pytest.fixture(scope="module", params=["short", pytest.param("whole", marks=pytest.mark.long)])
def base(request: pytest.FixtureRequest) -> bytes:
    """Return the document that is reviewed."""
    return filled(report()) if request.param == "short" else WHOLE


@cache
def case(document: bytes, seed: int) -> Case:
    rng = chance(seed)
    how = (False, True, None)[seed % 3]
    reviewed = review(document, rng, tracked=how, count=rng.randint(1, 12), crowded=seed % 2 == 0)
    for extra in rng.sample(_EXTRAS, rng.randint(0, 3)):
        try:
            reviewed = extra(reviewed, rng)
        except ValueError:  # no room for it
            continue
    return edited_at_random(Package.open(reviewed.data).parts, rng)


def edited_at_random(parts: dict[str, bytes], rng: Random) -> Case:
    body = read_body(parts, NAME)
    edits = list(random_edits(body, rng))
    return Case(parts, edits, expected(body, edits))


def random_edits(body: Body, rng: Random) -> Iterator[Edit]:
    blocks = body.manuscript.blocks
    lines = [at for at, block in enumerate(blocks) if isinstance(block, Line)]
    gone = set(rng.sample(lines, min(rng.choice((0, 0, 1, 2, 5)), len(lines))))
    gone |= set(lines[-rng.choice((1, 1, 2)) :]) if rng.random() < 0.2 else set()
    yield from map(LineDeleted, sorted(gone))
    for line in sorted(set(rng.choices(lines, k=rng.randint(1, 6))) - gone):
        yield from random_words(body, line, rng)
    for _ in range(rng.choice((0, 0, 1, 2, 4))):
        after = rng.choice((-1, len(blocks) - 1, *range(len(blocks))))
        yield NewParagraph(after, rng.choice(likes()))
    for at, block in enumerate(blocks):
        if isinstance(block, Grid) and rng.random() < 0.5:
            for spot in rng.sample(sorted(block.cells), min(3, len(block.cells))):
                yield CellEdit(at, spot, rng.choice(_CELLS))


def random_words(body: Body, block: int, rng: Random) -> Iterator[Edit]:
    label, text = parted(body, block)
    count = min(2 * rng.randint(1, 3), len(text) + 1)
    places = sorted(rng.sample(range(len(text) + 1), count - count % 2))
    pairs = [*zip(places[::2], places[1::2], strict=True)]
    for begin, end in rng.sample(pairs, len(pairs)):
        stop = begin if rng.random() < 0.3 else min(end, begin + rng.choice((1, 2, 9, 999)))
        yield WordEdit(block, label + begin, label + stop, rng.choice(_WORDS))


@cache
def likes() -> list[etree._Element]:
    """Paragraphs of a generated document, of all kinds."""
    sources = read_body(Package.open(WHOLE).parts, NAME).sources
    return [
        source.paragraph
        for source in sources
        if isinstance(source, LineSource) and source.start == 0
    ]


def parted(body: Body, block: int) -> tuple[int, str]:
    """Return the length of a line's automatic number, and the text after it."""
    line, source = body.manuscript.blocks[block], body.sources[block]
    assert isinstance(line, Line)
    assert isinstance(source, LineSource)
    return len(source.number), line.text[len(source.number) :]


def read(parts: dict[str, bytes]) -> list[str | list[str]]:
    """Return the lines without their automatic numbers, and the texts of each table."""
    return expected(read_body(parts, NAME), [])


def expected(body: Body, edits: list[Edit]) -> list[str | list[str]]:
    """Return what is to be read after edits, worked out on strings."""
    new: defaultdict[int, list[str | list[str]]] = defaultdict(list)
    words: defaultdict[int, list[WordEdit]] = defaultdict(list)
    cells, gone = {}, set()
    for edit in edits:
        if isinstance(edit, NewParagraph):
            new[edit.after] += visible_text(edit.like).split("\n")
        elif isinstance(edit, WordEdit):
            words[edit.block].append(edit)
        elif isinstance(edit, LineDeleted):
            gone.add(edit.block)
        elif isinstance(edit, CellEdit):
            cells[edit.block, edit.spot] = edit.now
    found = list(new[-1])
    for at, block in enumerate(body.manuscript.blocks):
        if isinstance(block, Grid):
            texts = {**block.cells, **{spot: now for (n, spot), now in cells.items() if n == at}}
            found.append([texts[spot].strip() for spot in sorted(texts)])
        elif at not in gone:
            label, text = parted(body, at)
            for one in sorted(words[at], key=lambda edit: edit.start, reverse=True):
                text = text[: one.start - label] + one.now + text[one.end - label :]
            found.append(text)
        found += new[at]
    return [block for block in found if isinstance(block, list) or block.strip()]


def tree(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


def in_one(blocks: list[str | list[str]]) -> str:
    """Return the lines as one: a reader without the marks of paragraphs reads them like that."""
    return squeezed("".join(block for block in blocks if isinstance(block, str)))


@pytest.mark.parametrize("seed", few(SEEDS, 3))
def test_accepted_it_reads_as_it_should(base: bytes, seed: int) -> None:
    assert read(case(base, seed).done) == case(base, seed).blocks


@pytest.mark.parametrize("seed", few(SEEDS, 3))
def test_rejected_it_is_the_document_of_the_reviewers(base: bytes, seed: int) -> None:
    before, done = case(base, seed).parts, case(base, seed).done
    assert canonical(without(tree(done), AUTHOR)) == canonical(tree(before))
    assert {**done, "word/document.xml": b""} == {**before, "word/document.xml": b""}


@pytest.mark.parametrize("seed", few(SEEDS, 3))
def test_its_structure_is_in_order(base: bytes, seed: int) -> None:
    before, after = tree(case(base, seed).parts), tree(case(base, seed).done)
    assert set(faults(after, AUTHOR)) <= set(faults(before, AUTHOR))


@pytest.mark.parametrize("seed", few(FEW, 2))
def test_edited_again_it_can_still_be_rejected(base: bytes, seed: int) -> None:
    before = tree(case(base, seed).parts)
    again = edited_at_random(case(base, seed).done, chance(seed))
    assert read(again.done) == again.blocks
    assert canonical(without(tree(again.done), AUTHOR)) == canonical(before)
    assert set(faults(tree(again.done), AUTHOR)) <= set(faults(before, AUTHOR))


@needs_pandoc
@pytest.mark.long  # accepted and rejected, the tests above read it without another program
@pytest.mark.parametrize("seed", FEW)
def test_pandoc_reads_the_same(seed: int) -> None:
    lines, tables = by_pandoc(package(case(WHOLE, seed).done), "accept")
    assert "".join(lines) == in_one(case(WHOLE, seed).blocks)
    texts = [block for block in case(WHOLE, seed).blocks if isinstance(block, list)]
    assert tables == [[squeezed(text) for text in table if text] for table in texts]


@needs_libreoffice
def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    paths = [tmp_path / f"{seed}.docx" for seed in FEW]
    for seed, path in zip(FEW, paths, strict=True):
        path.write_bytes(package(case(WHOLE, seed).done))
    docx = convert_all(paths, "docx:MS Word 2007 XML", tmp_path / "to", profile=tmp_path / "own")
    for seed, path in zip(FEW, docx, strict=True):
        lines, tables = by_pandoc(path.read_bytes(), "accept")
        assert "".join(lines) == in_one(case(WHOLE, seed).blocks)
        assert tables == by_pandoc(package(case(WHOLE, seed).done), "accept")[1]


@pytest.mark.parametrize("wild", [False, True], ids=["as Word writes", "in all ways"])
@given(seed=st.integers(0, 10**9))
@fewer(4)
def test_among_random_tracked_changes_in_each_other(seed: int, *, wild: bool) -> None:
    parts = tiny.parts(document(RandomBody(seed, wild).xml + paragraph(run("末"))))
    edited = edited_at_random(parts, chance(seed))
    assert read(edited.done) == edited.blocks
    assert canonical(without(tree(edited.done), AUTHOR)) == canonical(tree(parts))
    assert set(faults(tree(edited.done), AUTHOR)) <= set(faults(tree(parts), AUTHOR))


@pytest.mark.parametrize("seed", few(FEW, 2))
def test_remarks_of_reviewers_stay_where_they_are(base: bytes, seed: int) -> None:
    reviewed = review(base, chance(seed), tracked=True)
    for _ in range(5):
        reviewed = extras.add_comment(reviewed, chance(seed))
    parts = Package.open(reviewed.data).parts
    done = edited_at_random(parts, chance(seed)).done
    assert anchors(tree(parts)) == anchors(tree(done))
    assert len(anchors(tree(done))) >= 15


def anchors(root: etree._Element) -> list[tuple[str, str | None]]:
    kinds = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    return [(str(one.tag), one.get(W + "id")) for one in root.iter(*kinds)]


def edited(content: str, *edits: Edit, **others: etree._Element) -> str:
    """Return the body after edits, in short: who signs, and no namespaces."""
    parts = tiny.parts(document(content), **others)
    done = tracked(parts, NAME, edits, author=AUTHOR, when=WHEN)
    assert canonical(without(tree(done), AUTHOR)) == canonical(tree(parts))
    assert set(faults(tree(done), AUTHOR)) <= set(faults(tree(parts), AUTHOR))
    body = tree(done)[0]
    return in_short("".join(etree.tostring(block, encoding="unicode") for block in body))


def in_short(xml: str) -> str:
    """Leave out what every document has, and say 我 for the author and 甲 for the reviewer."""
    xml = re.sub(r' (xmlns:\w+|xml:space|w:id|w:date)="[^"]*"', "", xml)
    xml = xml.replace(f' w:author="{AUTHOR}"', "我").replace(' w:author="甲"', "甲")
    return re.sub(r"<(/?)w:", r"<\1", xml)


def words(start: int, end: int, now: str, block: int = 0) -> WordEdit:
    return WordEdit(block, start, end, now)


def test_words_in_the_insertion_of_another_are_struck_in_that() -> None:
    other = paragraph(tracked_change("ins", run("一二三四")))
    assert edited(other, words(1, 2, "新")) == (
        "<p><ins甲><r><t>一</t></r><del我><r><delText>二</delText></r></del></ins>"
        "<ins我><r><t>新</t></r></ins><ins甲><r><t>三四</t></r></ins></p>"
    )


@pytest.mark.parametrize(("at", "place"), [(0, 0), (2, 1)])
def test_words_beside_the_insertion_of_another_do_not_part_it(at: int, place: int) -> None:
    both = ["<ins甲><r><t>一二</t></r></ins>"]
    both.insert(place, "<ins我><r><t>新</t></r></ins>")
    other = paragraph(tracked_change("ins", run("一二")))
    assert edited(other, words(at, at, "新")) == f"<p>{''.join(both)}</p>"


def test_new_words_have_the_format_of_those_they_replace() -> None:
    bold = '<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>一二三</w:t></w:r>'
    assert edited(paragraph(run("零") + bold), words(2, 3, "新 ")) == (
        '<p><r><t>零</t></r><r w:rsidR="00AB"><rPr><b/></rPr><t>一</t></r>'
        '<del我><r w:rsidR="00AB"><rPr><b/></rPr><delText>二</delText></r></del>'
        "<ins我><r><rPr><b/></rPr><t>新 </t></r></ins>"
        '<r w:rsidR="00AB"><rPr><b/></rPr><t>三</t></r></p>'
    )


@pytest.mark.parametrize(
    ("at", "holder"), [(1, "p"), (2, "hyperlink"), (3, "p")], ids=["before", "in", "after"]
)
def test_words_beside_a_link_do_not_belong_to_it(at: int, holder: str) -> None:
    link = '<w:hyperlink w:anchor="某处">' + run("一二") + "</w:hyperlink>"
    done = edited(paragraph(run("零") + link + run("三")), words(at, at, "新"))
    assert f"<{holder}" in done[: done.index("<ins")].rpartition("</hyperlink>")[2] or at == 3
    assert (done.index("新") < done.index("</hyperlink>")) == (at < 3)
    assert (done.index("新") > done.index("<hyperlink")) == (at > 1)


def test_words_after_a_field_do_not_belong_to_it() -> None:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD}
    begin, separate, end = (marks[kind] for kind in FIELD)
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    field = begin + code + separate + run("12") + end
    done = edited(paragraph(run("共") + field + run("页")), words(3, 3, "余"), words(1, 2, "3"))
    result = "<del我><r><delText>1</delText></r></del><ins我><r><t>3</t></r></ins><r><t>2</t></r>"
    rest = in_short(end) + "<ins我><r><t>余</t></r></ins><r><t>页</t></r></p>"
    assert done.endswith(in_short(separate) + result + rest)


def test_what_is_no_text_stays_between_struck_words() -> None:
    between = '<w:commentRangeEnd w:id="7"/><w:bookmarkStart w:id="8" w:name="某"/>'
    inside = "<w:r><w:t>三</w:t><w:tab/><w:footnoteReference w:id='1'/><w:t>四</w:t></w:r>"
    done = edited(paragraph(run("一二") + between + inside), words(1, 5, ""))
    assert done == (
        "<p><r><t>一</t></r><del我><r><delText>二</delText></r></del>"
        '<commentRangeEnd/><bookmarkStart w:name="某"/>'
        "<del我><r><delText>三</delText><tab/></r></del><r><footnoteReference/></r>"
        "<del我><r><delText>四</delText></r></del></p>"
    )


def test_a_heading_in_the_line_does_not_take_up_what_follows_it() -> None:
    lead = "<w:r><w:rPr><w:b/></w:rPr><w:t>一。</w:t></w:r>"
    done = edited(paragraph(lead + run("二。")), words(2, 2, "新"), words(1, 1, "头"))
    assert "<ins我><r><rPr><b/></rPr><t>头</t></r></ins>" in done
    assert "<ins我><r><t>新</t></r></ins><r><t>二。</t></r>" in done


def test_a_change_of_format_by_another_is_told_of_both_halves_and_not_of_new_words() -> None:
    change = tracked_change("rPrChange", "<w:rPr/>")
    done = edited(
        paragraph(f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>一二</w:t></w:r>"), words(1, 1, "新")
    )
    assert done.count("rPrChange甲") == 2
    assert "<ins我><r><rPr><b/></rPr><t>新</t></r></ins>" in done


def test_ids_are_new_even_where_the_largest_is_taken() -> None:
    marks = f'<w:bookmarkStart w:id="{2**31 - 1}" w:name="某"/><w:bookmarkEnd w:id="1"/>'
    parts = tiny.parts(document(paragraph(marks + run("一二"))))
    done = tree(tracked(parts, NAME, [words(0, 1, "新")], author=AUTHOR, when=WHEN))
    assert [one.get(W + "id") for one in done.iter(W + "ins", W + "del")] == ["2", "3"]


def test_the_last_paragraph_and_one_before_a_table_take_the_mark_before_with_them() -> None:
    grid = table(row(paragraph(run("格"))))
    for rest in ("", "<w:sectPr/>", grid):
        done = edited(paragraph(run("一")) + paragraph(run("二")) + rest, LineDeleted(1))
        assert done.startswith(
            "<p><pPr><rPr><del我/></rPr></pPr><r><t>一</t></r></p>"
            "<p><del我><r><delText>二</delText></r></del></p>"
        )


def test_what_cannot_go_stays_empty() -> None:
    section = paragraph(run("二"), "<w:sectPr/>")
    picture = paragraph(run("二") + "<w:r><w:drawing/></w:r>")
    for stays in (section, picture):
        done = edited(paragraph(run("一")) + stays + paragraph(run("三")), LineDeleted(1))
        assert done.count("<del我>") == 1
        assert "<rPr>" not in done


def test_the_mark_of_another_is_struck_beside_it() -> None:
    properties = '<w:jc w:val="left"/>'
    new = marked(tracked_change("ins", run("一")), "ins", properties=properties)
    assert edited(new + paragraph(run("二")), LineDeleted(0)).startswith(
        '<p><pPr><jc w:val="left"/><rPr><ins甲/><del我/></rPr></pPr>'
        "<ins甲><del我><r><delText>一</delText></r></del></ins></p>"
    )
    change = tracked_change("pPrChange", "<w:pPr/>")
    done = edited(paragraph(run("一"), properties + change) + paragraph(""), LineDeleted(0))
    assert done.startswith('<p><pPr><jc w:val="left"/><rPr><del我/></rPr><pPrChange甲>')


LINES = paragraph("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r>") + paragraph(
    ""
)


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        *(((0,), "二三"), ((1,), "一三"), ((2,), "一二"), ((0, 1), "三"), ((1, 2), "一")),
        *(((0, 2), "二"), ((0, 1, 2), "")),
    ],
)
def test_of_several_lines_in_a_paragraph_some_can_go(gone: tuple[int, ...], left: str) -> None:
    edits: list[Edit] = [LineDeleted(block) for block in gone]
    done = tracked(tiny.parts(document(LINES)), NAME, edits, author=AUTHOR, when=WHEN)
    assert read(done) == [*left]
    assert ("<rPr>" in edited(LINES, *edits)) == (not left)


def test_a_paragraph_to_come_between_lines_of_one_is_a_line_of_it() -> None:
    like = tiny.element("w:p", run("新"))
    done = edited(LINES, NewParagraph(0, like), words(0, 0, "第", block=1))
    line = "<ins我><r><t>新</t></r><r><br/></r><r><t>第</t></r></ins>"
    assert done.startswith(f"<p><r><t>一</t><br/></r>{line}<r><t>二</t>")


def test_new_paragraphs_look_like_their_models_and_nothing_more() -> None:
    properties = '<w:pStyle w:val="公文正文"/><w:rPr><w:b/></w:rPr><w:sectPr/>'
    content = '<w:bookmarkStart w:id="1" w:name="某"/>' + run("新") + "<w:r><w:drawing/></w:r>"
    like = tiny.element("w:p", f"<w:pPr>{properties}</w:pPr>{content}")
    new = (
        '<p><pPr><pStyle w:val="公文正文"/><rPr><ins我/><b/></rPr></pPr>'
        "<ins我><r><t>新</t></r></ins></p>"
    )
    old = "<p><r><t>一</t></r></p>"
    first = paragraph(run("一"))
    assert edited(first, NewParagraph(-1, like)) == new + old
    assert edited(first * 2, NewParagraph(0, like)) == old + new + old
    assert edited(table(row(first)), NewParagraph(0, like)).endswith("</tbl>" + new)
    assert edited(first, NewParagraph(0, like)) == (
        old.replace("<p>", "<p><pPr><rPr><ins我/></rPr></pPr>") + new.replace("<ins我/>", "")
    )


def test_styles_are_found_by_name_where_another_program_changed_their_ids() -> None:
    styles = tiny.element(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="character" w:styleId="a5"><w:name w:val="三级导语"/></w:style>',
    )
    lead = '<w:r><w:rPr><w:rStyle w:val="三级导语"/></w:rPr><w:t>新</w:t></w:r>'
    like = tiny.element("w:p", f'<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{lead}')
    done = edited(paragraph(run("一")), NewParagraph(-1, like), styles=styles)
    assert 'pStyle w:val="2"' in done
    assert 'rStyle w:val="a5"' in done


def test_a_cell_of_several_paragraphs_becomes_one() -> None:
    cell = paragraph("") + paragraph(run("5")) + paragraph(run("（其中2件）")) + paragraph("")
    done = edited(table(row(cell)), CellEdit(0, (0, 0), "6"))
    assert (
        "<p><pPr><rPr><del我/></rPr></pPr><del我><r><delText>5</delText></r></del><ins我>" in done
    )
    assert "<p><del我><r><delText>（其中2件）</delText></r></del></p><p/></tc>" in done


@pytest.mark.parametrize(
    ("own", "size"),
    [('<w:rPr><w:sz w:val="18"/></w:rPr>', "18"), ("", "21")],
    ids=["own", "beside"],
)
def test_new_text_in_an_empty_cell_looks_like_its_paragraph_or_its_neighbour(
    own: str, size: str
) -> None:
    full = '<w:p><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>5</w:t></w:r></w:p>'
    done = edited(table(row(paragraph("", own), full)), CellEdit(0, (0, 0), "6"))
    assert f'<ins我><r><rPr><sz w:val="{size}"/></rPr><t>6</t></r></ins></p></tc>' in done


def test_an_automatic_number_is_counted_and_cannot_be_edited() -> None:
    level = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    numbering = tiny.element(
        "w:numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = paragraph(run("一二"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert "<r><t>一</t></r><ins我>" in edited(item, words(3, 3, "新"), numbering=numbering)
    with pytest.raises(ValueError, match="not in the text"):
        edited(item, words(1, 3, "新"), numbering=numbering)


@pytest.mark.parametrize(
    "edits",
    [
        [words(0, 3, "")],
        [words(2, 1, "")],
        [words(0, 2, "新"), words(1, 2, "旧")],
        [words(0, 1, "新"), LineDeleted(0)],
        [words(0, 0, "新", block=2)],
        [LineDeleted(1)],
        [LineDeleted(-1)],
        [CellEdit(0, (0, 0), "1")],
        [CellEdit(1, (0, 9), "1")],
        [CellEdit(1, (0, 0), "1"), CellEdit(1, (0, 0), "2")],
        [NewParagraph(3, tiny.element("w:p"))],
    ],
    ids=lambda edits: " ".join(type(edit).__name__ for edit in edits),
)
def test_what_cannot_be_made_is_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"block|text|words|cell"):
        edited(paragraph(run("一二")) + table(row(paragraph(run("格")))), *edits)


def test_formulas_are_refused() -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    with pytest.raises(ValueError, match="formula"):
        edited(paragraph(run("一") + formula), words(0, 2, "新"))
    edited(paragraph(run("一") + formula), words(0, 1, "新"))


def test_what_is_edited_to_what_it_was_stays_as_it_is() -> None:
    parts = tiny.parts(document(paragraph(run("一二")) + table(row(paragraph(run("格"))))))
    same: list[Edit] = [words(0, 1, "一"), words(1, 1, ""), CellEdit(1, (0, 0), "格")]
    assert tracked(parts, NAME, same, author=AUTHOR, when=WHEN) == parts
    assert tracked(parts, NAME, [], author=AUTHOR, when=WHEN) == parts


def test_what_the_same_author_put_in_is_taken_back() -> None:
    once = tiny.parts(document(paragraph(run("一二")) + paragraph(run("三"))))
    like = tiny.element("w:p", run("新"))
    edits: list[Edit] = [words(1, 1, "加"), NewParagraph(0, like), NewParagraph(1, like)]
    twice = tracked(once, NAME, edits, author=AUTHOR, when=WHEN)
    assert read(twice) == ["一加二", "新", "三", "新"]
    back: list[Edit] = [words(1, 2, ""), LineDeleted(1), LineDeleted(3)]
    again = tracked(twice, NAME, back, author=AUTHOR, when="2024-03-01T08:00:00Z")
    assert canonical(tree(again)) == canonical(tree(once))


def test_a_drawn_character_goes_with_the_whole_of_its_field() -> None:
    codes = (r" eq \o\ac(", "○", ",1)")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = "".join(f"<w:instrText>{one}</w:instrText>" for one in codes)
    given = paragraph(run("一") + f"{begin}<w:r>{code}</w:r>{end}" + run("二"))
    done = edited(given, words(1, 2, ""))
    struck = "".join(f"<delInstrText>{one}</delInstrText>" for one in codes)
    assert done == (
        '<p><r><t>一</t></r><del我><r><fldChar w:fldCharType="begin"/></r>'
        f'<r>{struck}</r><r><fldChar w:fldCharType="end"/></r></del><r><t>二</t></r></p>'
    )
