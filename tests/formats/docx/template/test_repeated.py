"""What a loop prints is in the document as often as it has turns; ids are there once."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from generator.files.zip_archive import open_archive, package
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.template.repeated import repeated_once_only
from generator.model.report import Paragraph
from tests.few import each
from tests.formats.docx.short_template import NAME, filled, parts, problems
from tests.formats.docx.templates import changed
from tests.samples import report
from tests.sound_documents import unsound

SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
LOOPED = "{{ 段.编号 }}"
HEADING, IN_A_CONDITION = "一、总体情况", "{{ 落款 }}"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="图"/>'
    f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"/></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
SHAPE = '<w:r><w:pict><v:shape id="_x0000_s1026" o:spid="_x0000_s1"/></w:pict></w:r>'
BOOKMARK = '<w:bookmarkStart w:id="3" w:name="书签"/><w:bookmarkEnd w:id="3"/>'
RUN = '<w:r w14:paraId="1A2B3C4D" w14:textId="1A2B3C4D"/>'
IDS_OUTSIDE = [room * 100_000 + 1 for room in range(1, 60)]
"""Those that the pictures of loops would have, one after another, were they not taken."""
SHAPE_OUTSIDE = '<w:r><w:pict><v:shape id="_x0000_s2050" o:spid="_x0000_s2"/></w:pict></w:r>'
BOOKMARK_OUTSIDE = '<w:bookmarkStart w:id="4" w:name="外面"/><w:bookmarkEnd w:id="4"/>'


def with_content(
    content: str, beside: str = LOOPED, template: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Return a template, the short one, with something before each run that begins with a text."""
    drawn = template or parts()
    body = drawn[DOCUMENT].decode()
    pieces = body.split(f"<w:t>{beside}")
    assert len(pieces) > 1
    before = [f"{head}{content}<w:r>{rest}" for head, _, rest in map(_last_run, pieces[:-1])]
    changed = f"<w:t>{beside}".join([*before, pieces[-1]])
    changed = changed.replace("<w:body>", f"<w:body {SPACES}>")
    return {**drawn, DOCUMENT: changed.encode()}


def _last_run(text: str) -> tuple[str, str, str]:
    return text.rpartition("<w:r>")


def with_more_at_the_end(template: dict[str, bytes], content: str) -> dict[str, bytes]:
    """Return a template with a paragraph more, which stands outside of loops."""
    return changed(template, ("<w:sectPr", f"<w:p>{content}</w:p><w:sectPr"))


@cache
def body_made() -> str:
    """Return the body of a document whose template has one of each in every loop, one outside.

    What is not sound in it fails here.
    """
    template = with_content(PICTURE + PICTURE + SHAPE + BOOKMARK + RUN)
    pictures = [PICTURE.replace('id="7"', f'id="{key}"') for key in IDS_OUTSIDE]
    outside = "".join([*pictures, SHAPE_OUTSIDE, BOOKMARK_OUTSIDE])
    return made_of(with_more_at_the_end(template, outside))


def made_of(template: dict[str, bytes]) -> str:
    more = tuple(Paragraph("第五部分", 0, "", f"{word}。") for word in "甲乙丙")
    content = replace(report(), paragraphs=(*report().paragraphs, *more))
    made = open_archive(filled(content, package(template)), "", DOCUMENT)
    assert unsound(made) == []
    return made[DOCUMENT].decode()


def test_each_picture_in_a_loop_has_an_id_of_its_own() -> None:
    ids = [int(found) for found in re.findall(r'docPr id="(\d+)"', body_made())]
    assert len(ids) > len(IDS_OUTSIDE) + 4
    assert len(set(ids)) == len(ids)
    assert max(ids) < 2**31


def test_ids_that_a_picture_outside_a_loop_has_are_left_to_it() -> None:
    ids = re.findall(r'docPr id="(\d+)"', body_made())
    assert [ids.count(str(key)) for key in IDS_OUTSIDE] == [1] * len(IDS_OUTSIDE)


def test_what_tells_one_thing_from_others_is_not_repeated() -> None:
    assert body_made().count("<v:shape") > 2
    for gone in ("_x0000_s1", "书签", 'w:id="3"', "paraId", "textId"):
        assert gone not in body_made()


def test_outside_of_loops_all_stays() -> None:
    for there in (SHAPE_OUTSIDE, BOOKMARK_OUTSIDE):
        assert body_made().count(there) == 1


def test_a_bookmark_that_begins_beside_a_tag_loses_its_end_too() -> None:
    beside = with_content('<w:bookmarkStart w:id="3" w:name="书签"/>', "{%p for 段 in 第五部分 %}")
    ended = with_more_at_the_end(beside, '<w:bookmarkEnd w:id="3"/>')
    assert "w:bookmark" not in made_of(ended)


@each(
    "content, called",
    [
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "脚注"),
        ('<w:r><w:endnoteReference w:id="1"/></w:r>', "尾注"),
        ('<w:r><w:drawing><c:chart r:id="x" xmlns:r="urn:r"/></w:drawing></w:r>', "图表"),
    ],
)
def test_what_cannot_be_repeated_is_refused_in_a_loop_only(content: str, called: str) -> None:
    said = f"循环里有{called}，会重复出现"
    assert said in "\n".join(problems(with_content(content)))
    for beside in (HEADING, IN_A_CONDITION):
        body = parse(with_content(content, beside)[DOCUMENT], DOCUMENT, NAME)
        assert list(repeated_once_only(body, DOCUMENT)) == []


@pytest.mark.parametrize(
    "citing",
    [
        '<w:fldSimple w:instr=" REF 书签 \\h "/>',
        '<w:hyperlink w:anchor="书签"><w:r><w:t>见</w:t></w:r></w:hyperlink>',
    ],
)
def test_a_bookmark_in_a_loop_that_is_cited_is_refused(citing: str) -> None:
    said = problems(with_more_at_the_end(with_content(BOOKMARK), citing))
    assert said == ["word/document.xml：循环或条件里的书签“书签”被别处引用，请把书签移到外面"]


def test_a_loop_within_a_loop_is_refused() -> None:
    inner = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"
    loop = inner.format("for 段 in 第六部分") + inner.format("endfor")
    body = parts()[DOCUMENT].decode()
    end = body.index("</w:p>", body.index("{%p for 段 in 第五部分 %}")) + len("</w:p>")
    nested = f"{body[:end]}{loop}{body[end:]}".encode()
    said = problems({**parts(), DOCUMENT: nested})
    assert any("在另一个循环里面，会重复印出" in one for one in said)
