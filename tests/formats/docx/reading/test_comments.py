import pytest
from lxml import etree

from generator.formats.docx.reading.comments import Comment, comments_of
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted
from generator.model.finding import Refusal
from tests.formats.docx.revised import tracked
from tests.formats.docx.tiny import document, element, paragraph, parts, run

NAME = "修改稿.docx"
WHEN = "2024-01-20T09:30:00Z"


def start(name: int) -> str:
    return f'<w:commentRangeStart w:id="{name}"/>'


def end(name: int) -> str:
    return f'<w:commentRangeEnd w:id="{name}"/>'


def reference(name: int) -> str:
    return f'<w:r><w:commentReference w:id="{name}"/></w:r>'


def around(name: int, words: str) -> str:
    return start(name) + run(words) + end(name) + reference(name)


def comment(name: int, text: str = "请核实", author: str = "甲", in_thread: str = "") -> str:
    shown = f'<w:p w14:paraId="{in_thread or name}"><w:r><w:annotationRef/></w:r>{run(text)}</w:p>'
    return f'<w:comment w:id="{name}" w:author="{author}" w:date="{WHEN}">{shown}</w:comment>'


def read(content: str, comments: str, extended: str | None = None) -> list[Comment]:
    root = document(content)
    others = {"comments": element("w:comments", comments)}
    if extended is not None:
        others["commentsExtended"] = element("w15:commentsEx", extended)
    return comments_of(parts(root, **others), root, NAME)


def places(found: list[Comment]) -> list[str | None]:
    return [None if one.paragraph is None else visible_text(one.paragraph) for one in found]


def test_a_comment_says_who_when_what_and_on_which_words() -> None:
    found = read(paragraph(run("本年") + around(0, "新收5件") + run("。")), comment(0))
    assert places(found) == ["本年新收5件。"]
    assert found == [Comment("甲", WHEN, "新收5件", "请核实", found[0].paragraph, done=False)]


def test_the_paragraph_is_the_one_in_the_document_that_was_given() -> None:
    root = accepted(document(paragraph(around(0, "甲") + tracked("del", run("乙")))))
    given = parts(root, comments=element("w:comments", comment(0)))
    assert comments_of(given, root, NAME)[0].paragraph is root[0][0]


def test_comments_come_in_the_order_of_the_document_and_those_it_does_not_show_last() -> None:
    content = paragraph(around(5, "甲")) + paragraph(around(2, "乙") + start(7) + end(7))
    found = read(content, "".join(comment(at, str(at)) for at in (1, 2, 5, 7)))
    assert [one.text for one in found] == ["5", "2", "7", "1"]
    assert places(found) == ["甲", "乙", "乙", None]
    assert [one.words for one in found] == ["甲", "乙", "", ""]


def test_words_across_paragraphs_stand_on_lines_of_their_own() -> None:
    content = (
        paragraph(run("一") + start(0) + run("二"))
        + paragraph("")
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('三'))}</w:tc></w:tr></w:tbl>"
        + paragraph(run("四") + end(0) + run("五") + reference(0))
    )
    assert [one.words for one in read(content, comment(0))] == ["二\n\n三\n四"]


def test_a_range_around_paragraphs_begins_in_the_first() -> None:
    content = paragraph(run("前")) + start(0) + paragraph(run("甲")) + end(0)
    found = read(content + paragraph(run("后") + reference(0)), comment(0))
    assert (places(found), found[0].words) == (["甲"], "甲")


@pytest.mark.parametrize("marks", [reference(0), start(0) + reference(0), end(0) + reference(0)])
def test_a_comment_without_a_range_hangs_on_its_paragraph(marks: str) -> None:
    found = read(paragraph(run("甲")) + paragraph(run("乙") + marks + run("丙")), comment(0))
    assert (places(found), found[0].words) == (["乙丙"], "乙丙")


def test_overlapping_comments_have_their_own_words() -> None:
    content = start(0) + run("甲") + start(1) + run("乙") + end(0) + run("丙") + end(1)
    found = read(paragraph(content), comment(0) + comment(1))
    assert [one.words for one in found] == ["甲乙", "乙丙"]


def test_words_in_and_around_text_boxes_are_kept_apart() -> None:
    inside = f"<w:txbxContent>{paragraph(around(1, '框里'))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    )
    box = f"<w:r>{both}</mc:AlternateContent></w:r>"
    found = read(
        paragraph(start(0) + run("前") + box + run("后") + end(0)), comment(0) + comment(1)
    )
    assert [one.words for one in found] == ["前后", "框里"]
    assert places(found) == ["前后", "框里"]


def test_deleted_words_are_not_visible() -> None:
    content = start(0) + run("甲") + tracked("del", run("乙")) + end(0) + reference(0)
    root = accepted(document(paragraph(content)))
    given = parts(root, comments=element("w:comments", comment(0)))
    assert [one.words for one in comments_of(given, root, NAME)] == ["甲"]


def test_the_paragraphs_of_a_comment_stand_on_lines_of_their_own() -> None:
    text = f'<w:comment w:id="0">{paragraph(run("一"))}{paragraph(run("二"))}</w:comment>'
    found = read(paragraph(around(0, "甲")), text)
    assert [(one.author, one.when, one.text) for one in found] == [("", "", "一\n二")]


def test_answers_and_what_is_settled_are_known() -> None:
    """An answer is settled with what it answers, as Word shows it."""
    comments = (
        comment(0, "问", "甲", "0A0B0C0D")
        + comment(1, "答", "乙", "0a0b0c0e")
        + comment(2, "另", "乙", "0A0B0C0F")
        + comment(3, "无", "乙", "0A0B0CFF")
    )
    extended = (
        '<w15:commentEx w15:paraId="0A0B0C0D" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0A0B0C0E" w15:paraIdParent="0A0B0C0D" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0A0B0C0F" w15:done="0"/>'
    )
    content = "".join(paragraph(around(at, "甲")) for at in range(4))
    found = read(content, comments, extended)
    assert [(one.text, one.done) for one in found] == [
        ("问", True),
        ("答", True),
        ("另", False),
        ("无", False),
    ]


def test_a_document_without_comments_has_none() -> None:
    root = document(paragraph(around(0, "甲")))
    assert comments_of(parts(root), root, NAME) == []
    assert comments_of({}, root, NAME) == []
    given = parts(root, comments=element("w:comments", comment(0)))
    del given["word/comments.xml"]
    assert comments_of(given, root, NAME) == []


def test_the_relations_say_which_part_it_is() -> None:
    root = document(paragraph(around(0, "甲")))
    given = parts(root, comments=element("w:comments", comment(0)))
    given["word/notes7.xml"] = given.pop("word/comments.xml")
    relations = "word/_rels/document.xml.rels"
    for target in (b"notes7.xml", b"/word/notes7.xml"):
        renamed = {**given, relations: given[relations].replace(b"comments.xml", target)}
        assert len(comments_of(renamed, root, NAME)) == 1


@pytest.mark.parametrize("kind", ["comments", "commentsExtended"])
def test_a_broken_part_is_refused(kind: str) -> None:
    root = document(paragraph(around(0, "甲")))
    given = parts(root, comments=element("w:comments"), commentsExtended=element("w15:commentsEx"))
    with pytest.raises(Refusal, match=f"{NAME} 的内部文件 word/{kind}.xml 已损坏"):
        comments_of({**given, f"word/{kind}.xml": b"<w"}, root, NAME)


@pytest.mark.parametrize(
    "content",
    [
        end(0) + start(0),
        paragraph(end(0) + start(0)),
        paragraph(around(0, "甲") + around(0, "乙")),
        start(0),
        reference(0),
        "<w:commentRangeStart/><w:commentRangeEnd/><w:commentReference/>",
        f"<w:txbxContent>{start(0)}</w:txbxContent>{paragraph(end(0))}",
    ],
)
def test_marks_in_strange_places_do_no_harm(content: str) -> None:
    assert len(read(content, comment(0) + comment(0) + "<w:comment/>")) == 2


def test_thousands_of_comments_on_everything_fill_no_memory() -> None:
    many = range(5000)
    content = "".join(map(start, many)) + run("字" * 100) * 1000 + "".join(map(end, many))
    found = read(paragraph(content), "".join(map(comment, many)))
    assert {len(one.words) for one in found} == {2000}


def test_a_root_without_paragraphs_has_only_comments_that_are_not_shown() -> None:
    root: etree._Element = element("w:document")
    given = parts(root, comments=element("w:comments", comment(0)))
    assert places(comments_of(given, root, NAME)) == [None]
