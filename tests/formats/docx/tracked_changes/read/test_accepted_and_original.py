import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import (
    BY,
    GONE,
    MOVED,
    TEXT,
    TRACE,
    WHEN,
    accepted,
    has_tracked_changes,
    original,
)
from tests.formats.docx.revised import SIGNED, RandomBody, marked, row, table, tracked
from tests.formats.docx.tiny import document, packed, paragraph, run
from tests.pandoc import needs_pandoc, plain_text

View = Callable[[etree._Element], etree._Element]
BY_B = 'w:id="2" w:author="乙" w:date="2024-02-01T08:00:00Z"'
ONCE = "2024-01-20T09:30:00Z"
WITHOUT_TRACE = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "Change", "delText", "Range")


def lines(root: etree._Element) -> list[str]:
    return [visible_text(element) for element in root.iter(W + "p")]


def both(content: str) -> tuple[list[str], list[str]]:
    """Return the lines before and after."""
    root = document(content)
    return lines(original(root)), lines(accepted(root))


def gone(root: etree._Element) -> list[tuple[str, str]]:
    return [(element.get(BY, ""), element.get(TEXT, "")) for element in root.iter(GONE)]


def properties(root: etree._Element, tag: str) -> list[str]:
    """Return the names of the properties in the first element of a kind."""
    return [etree.QName(child).localname for child in next(root.iter(W + tag))]


@pytest.mark.parametrize("wild", [False, True], ids=["as Word writes", "in all ways"])
@given(seed=st.integers(0, 10**9))
def test_random_tracked_changes_in_each_other_read_as_they_were_composed(
    seed: int, *, wild: bool
) -> None:
    body = RandomBody(seed, wild)
    before, after = both(body.xml)
    assert [line for line in before if line] == [line for line in body.before if line]
    assert [line for line in after if line] == [line for line in body.after if line]


@needs_pandoc
@pytest.mark.long  # the test before this one says what is due, without another program
@pytest.mark.parametrize(("how", "view"), [("accept", accepted), ("reject", original)])
def test_pandoc_reads_the_same(how: str, view: View, tmp_path: Path) -> None:
    """Not judged by pandoc 2.17, which has it wrong, but by the test before this one.

    It loses the text of a paragraph without mark before a table and at the end of a cell, and
    what is nested more deeply than a w:del in a w:ins; of two marks it sees the first; it puts
    a space where paragraphs join, and knows no tracked changes of rows.
    """
    bodies = [RandomBody(seed, wild=False).xml for seed in range(150)]
    root = document("".join(f"{body}{paragraph(run('字末。'))}" for body in bodies))
    edited, resolved = tmp_path / "edited.docx", tmp_path / "resolved.docx"
    edited.write_bytes(packed(root))
    resolved.write_bytes(packed(view(root)))
    expected = words(re.sub("(?<=。) +(?=字)", "", plain_text(edited, how)))
    assert len(expected) > 500
    assert words(plain_text(resolved, how)) == expected


def words(plain: str) -> list[str]:
    """Return what pandoc prints, without the frames of tables, whose width may differ."""
    return [word for word in plain.split() if not set(word) <= set("+-=|")]


@given(seed=st.integers(0, 10**9))
def test_nothing_of_a_tracked_change_is_left_in_a_view_and_the_document_is_not_touched(
    seed: int,
) -> None:
    root = document(RandomBody(seed, wild=True).xml)
    given_as = etree.tostring(root)
    for view in (accepted, original):
        resolved = view(root)
        assert not has_tracked_changes(resolved)
        assert not [word for word in WITHOUT_TRACE if word in etree.tostring(resolved).decode()]
        for cell in resolved.iter(W + "tc"):
            assert cell[-1].tag == W + "p"
        assert etree.tostring(view(resolved)) == etree.tostring(resolved)
    assert etree.tostring(root) == given_as
    assert TRACE[1:-1].encode() not in etree.tostring(original(root))


def test_a_document_without_tracked_changes_stays_as_it_is() -> None:
    root = document(
        paragraph(run("甲"), '<w:pStyle w:val="公文正文"/>') + table(row(paragraph("")))
    )
    assert not has_tracked_changes(root)
    assert etree.tostring(accepted(root)) == etree.tostring(root)
    assert etree.tostring(original(root)) == etree.tostring(root)


@pytest.mark.parametrize(
    ("content", "before", "after"),
    [
        (run("甲") + tracked("ins", run("乙")) + tracked("del", run("丙")), "甲丙", "甲乙"),
        (tracked("moveFrom", run("甲")) + tracked("moveTo", run("乙")), "甲", "乙"),
        (tracked("ins", run("甲") + tracked("del", run("乙"))), "", "甲"),
        (tracked("del", tracked("ins", run("甲")) + run("乙")), "乙", ""),
        ('<w:hyperlink w:anchor="a">' + tracked("ins", run("甲")) + "</w:hyperlink>", "", "甲"),
        (tracked("del", f"<w:hyperlink>{run('甲')}</w:hyperlink>"), "甲", ""),
        (f"<w:sdt><w:sdtContent>{tracked('ins', run('甲'))}</w:sdtContent></w:sdt>", "", "甲"),
        (tracked("ins", f"<w:sdt><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>"), "", "甲"),
        ("<m:oMath>" + tracked("del", "<m:r><m:t>x</m:t></m:r>") + "</m:oMath>", "x", ""),
        (
            f"<m:oMath><m:f><m:fPr><m:ctrlPr>{tracked('ins', '<w:rPr/>')}</m:ctrlPr></m:fPr>"
            "<m:num><m:r><m:t>x</m:t></m:r></m:num></m:f></m:oMath>",
            "x",
            "x",
        ),
        (tracked("del", "<w:r><w:tab/><w:t>甲</w:t></w:r>"), "\t甲", ""),
    ],
)
def test_runs(content: str, before: str, after: str) -> None:
    assert both(paragraph(content)) == ([before], [after])


def test_deleted_field_codes_are_codes_again_in_the_original() -> None:
    code = tracked("del", "<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>")
    root = document(paragraph(code))
    assert [element.text for element in original(root).iter(W + "instrText")] == ["PAGE"]
    assert not list(accepted(root).iter(W + "instrText", W + "delInstrText"))


@pytest.mark.parametrize(
    ("content", "before", "after"),
    [
        (marked(run("甲"), "del") + paragraph(run("乙")), ["甲", "乙"], ["甲乙"]),
        (marked(run("甲"), "ins") + paragraph(run("乙")), ["甲乙"], ["甲", "乙"]),
        (marked(run("甲"), "ins", "del") + paragraph(run("乙")), ["甲乙"], ["甲乙"]),
        (marked(run("甲"), "del") * 3 + paragraph(run("乙")), [*"甲甲甲乙"], ["甲甲甲乙"]),
        (marked(tracked("del", run("甲")), "del") + paragraph("乙"), ["甲", ""], [""]),
        # a table follows, or nothing
        (marked(run("甲"), "del") + table(row(paragraph(""))), ["甲", ""], ["甲", ""]),
        (marked(tracked("del", run("甲")), "del") + table(row(paragraph(""))), ["甲", ""], [""]),
        (paragraph("") + marked(tracked("ins", run("甲")), "ins"), [""], ["", "甲"]),
        (marked(tracked("del", run("甲")), "del") * 2, ["甲", "甲"], [""]),
        (table(row(marked(tracked("del", run("甲")), "del"))), ["甲"], [""]),
        (table(row(paragraph(run("甲")) + marked("", "del"))), ["甲", ""], ["甲"]),
        (table(row(marked(run("甲"), "del") + paragraph(run("乙")))), ["甲", "乙"], ["甲乙"]),
        (
            table(row(paragraph("") + table(row(paragraph(""))) + marked("", "del"))),
            ["", "", ""],
            ["", "", ""],
        ),
        # what stands between, and what is around
        (
            marked(run("甲"), "del") + '<w:bookmarkEnd w:id="1"/>' + paragraph(run("乙")),
            ["甲", "乙"],
            ["甲乙"],
        ),
        (
            f"<w:sdt><w:sdtContent>{marked(run('甲'), 'del')}</w:sdtContent></w:sdt>"
            + paragraph(run("乙")),
            ["甲", "乙"],
            ["甲乙"],
        ),
    ],
)
def test_marks_of_paragraphs(content: str, before: list[str], after: list[str]) -> None:
    assert both(content) == (before, after)


@pytest.mark.parametrize(
    ("first", "second", "style"),
    [("甲", "乙", "正文"), ("甲", "", "标题"), ("", "乙", "正文"), ("", "", "正文")],
)
def test_a_joined_paragraph_has_the_properties_of_the_mark_that_stays_unless_it_was_empty(
    first: str, second: str, style: str
) -> None:
    root = document(
        marked(run(first), "del", properties='<w:pStyle w:val="标题"/>')
        + paragraph(run(second), '<w:pStyle w:val="正文"/><w:sectPr/>')
    )
    joined = accepted(root)
    assert [element.get(W + "val") for element in joined.iter(W + "pStyle")] == [style]
    assert len(list(joined.iter(W + "sectPr"))) == 1


@pytest.mark.parametrize("kind", ["ins", "del"])
def test_rows(kind: str) -> None:
    second = row(paragraph(run("乙")), properties=tracked(kind))
    before, after = both(table(row(paragraph(run("甲"))), second))
    assert (before, after) == ((["甲"], ["甲", "乙"]) if kind == "ins" else (["甲", "乙"], ["甲"]))


def test_a_table_goes_with_its_rows() -> None:
    deleted = row(paragraph(run("甲")), paragraph(run("乙")), properties=tracked("del"))
    root = document(paragraph("") + table(deleted, deleted) + paragraph(""))
    assert [element.tag for element in accepted(root)[0]] == [W + "p", GONE, GONE, W + "p"]
    assert gone(accepted(root)) == [("甲", "甲\n乙")] * 2
    assert lines(original(root)) == ["", "甲", "乙", "甲", "乙", ""]


def test_cells() -> None:
    def cell(text: str, kind: str) -> str:
        return f"<w:tc><w:tcPr>{tracked(kind)}</w:tcPr>{paragraph(run(text))}</w:tc>"

    cells = cell("甲", "cellIns") + cell("乙", "cellDel") + cell("丙", "tcW")
    assert both(table(f"<w:tr>{cells}</w:tr>")) == (["乙", "丙"], ["甲", "丙"])
    only = table(f"<w:tr>{cell('甲', 'cellDel')}</w:tr>")
    assert both(paragraph("") + only) == (["", "甲"], [""])


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ('w:vMerge="rest"', [], ["restart"]),
        ('w:vMerge="cont" w:vMergeOrig="rest"', ["restart"], ["continue"]),
        ('w:vMergeOrig="cont"', ["continue"], []),
    ],
)
def test_merged_cells(change: str, before: list[str], after: list[str]) -> None:
    cell = f"<w:tc><w:tcPr><w:cellMerge {SIGNED} {change}/></w:tcPr>{paragraph('')}</w:tc>"
    root = document(table(f"<w:tr>{cell}</w:tr>"))
    for view, merges in ((original, before), (accepted, after)):
        found = [element.get(W + "val") for element in view(root).iter(W + "vMerge")]
        assert found == merges


def changed(holder: str, now: str, before: str) -> str:
    """Return properties that were changed."""
    old = f"<w:{holder}>{before}</w:{holder}>"
    return f"<w:{holder}>{now}<w:{holder}Change {SIGNED}>{old}</w:{holder}Change></w:{holder}>"


@pytest.mark.parametrize(
    ("holder", "content"),
    [
        ("pPr", "<w:p>{}</w:p>"),
        ("rPr", "<w:p><w:r>{}</w:r></w:p>"),
        ("rPr", "<w:p><w:pPr>{}</w:pPr></w:p>"),
        ("sectPr", "{}"),
        ("tblPr", "<w:tbl>{}<w:tr/></w:tbl>"),
        ("tblGrid", "<w:tbl>{}<w:tr/></w:tbl>"),
        ("tblPrEx", "<w:tbl><w:tr>{}</w:tr></w:tbl>"),
        ("trPr", "<w:tbl><w:tr>{}</w:tr></w:tbl>"),
        ("tcPr", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"),
    ],
)
def test_changed_properties(holder: str, content: str) -> None:
    root = document(content.format(changed(holder, "<w:now/>", "<w:then/><w:too/>")))
    assert has_tracked_changes(root)
    assert properties(accepted(root), holder) == ["now"]
    assert properties(original(root), holder) == ["then", "too"]


def test_old_properties_leave_alone_what_they_never_hold() -> None:
    mark = f"<w:rPr>{tracked('del')}<w:b/></w:rPr><w:sectPr/>"
    root = document(f"<w:p>{changed('pPr', '<w:jc/>' + mark, '<w:ind/>')}</w:p>{paragraph('')}")
    assert properties(original(root), "pPr") == ["ind", "rPr", "sectPr"]
    assert properties(original(root), "rPr") == ["b"]
    header = '<w:headerReference w:type="default"/>'
    section = document(changed("sectPr", f"{header}<w:pgSz/>", "<w:pgMar/>"))
    assert properties(original(section), "sectPr") == ["pgMar", "headerReference"]


def test_numbering_that_was_inserted_is_not_in_the_original() -> None:
    numbered = f'<w:numPr><w:numId w:val="1"/>{tracked("ins")}</w:numPr>'
    root = document(paragraph("", numbered))
    assert properties(accepted(root), "pPr") == ["numPr"]
    assert properties(accepted(root), "numPr") == ["numId"]
    assert properties(original(root), "pPr") == []


def test_range_markers_are_dropped() -> None:
    kinds = ["moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange"]
    markers = "".join(f"<w:{kind}Start/><w:{kind}End/>" for kind in kinds)
    root = document(markers + paragraph(markers + run("甲")) + "<w:numberingChange/>")
    assert [element.tag for element in accepted(root)[0]] == [W + "p"]
    assert [element.tag for element in original(root)[0][0]] == [W + "r"]


def test_who_inserted_moved_or_deleted_what_stays_known() -> None:
    root = document(
        paragraph(
            run("原")
            + tracked("ins", run("甲") + tracked("del", run("乙"), BY_B))
            + tracked("moveTo", run("丙") + tracked("ins", run("丁"), BY_B))
            + tracked("moveFrom", run("戊"), BY_B)
        )
    )
    content = [
        (etree.QName(element).localname, *(element.get(name) for name in (BY, WHEN, MOVED, TEXT)))
        for element in accepted(root)[0][0]
    ]
    later = "2024-02-01T08:00:00Z"
    assert content == [
        ("r", None, None, None, None),
        ("r", "甲", ONCE, None, None),
        ("gone", "乙", later, None, "乙"),
        ("r", "甲", ONCE, "1", None),
        ("r", "乙", later, "1", None),
        ("gone", "乙", later, "1", "戊"),
    ]


def test_inserted_paragraphs_rows_and_cells_are_signed() -> None:
    cell = f"<w:tc><w:tcPr>{tracked('cellIns')}</w:tcPr>{marked('', 'moveTo')}</w:tc>"
    root = document(table(f"<w:tr><w:trPr>{tracked('ins')}</w:trPr>{cell}</w:tr>"))
    signed = [element for element in accepted(root).iter() if BY in element.attrib]
    assert [etree.QName(element).localname for element in signed] == ["tr", "tc", "p"]
    assert [element.get(MOVED) for element in signed] == [None, None, "1"]
    assert {(element.get(BY), element.get(WHEN)) for element in signed} == {("甲", ONCE)}


def test_what_is_left_of_a_paragraph_that_is_gone_stands_at_the_start_of_the_next() -> None:
    root = document(
        paragraph(run("甲")) + marked(tracked("del", run("乙")), "del") + paragraph(run("丙"))
    )
    _, last = accepted(root)[0]
    assert [element.get(TEXT) for element in last] == ["乙", "\n", None]
    assert visible_text(last) == "丙"


def test_where_no_paragraph_follows_it_stands_at_the_end_of_the_one_before() -> None:
    deleted = marked(tracked("del", run("乙")), "del")
    whole = accepted(document(paragraph(run("甲")) + deleted * 2 + table(row(paragraph("")))))
    assert [element.get(TEXT) for element in whole[0][0]] == [None, "乙", "\n", "乙", "\n"]
    alone = accepted(document(table(row(paragraph(""))) + deleted + table(row(paragraph("")))))
    assert [element.get(TEXT) for element in alone[0]] == [None, "乙", "\n", None]


def test_deleted_text_is_told_as_it_read_before() -> None:
    inside = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>"
    moved = tracked("moveFrom", inside + tracked("del", run("丙")))
    assert gone(accepted(document(paragraph(moved)))) == [("甲", "甲\t乙\n丙")]


@pytest.mark.parametrize("tag", ["ins", "del", "moveFrom", "moveTo", "rPrChange", "cellMerge"])
def test_what_stands_in_strange_places_is_ignored(tag: str) -> None:
    strange = f"<w:{tag}>{paragraph(run('甲'))}</w:{tag}>"
    for content in (
        strange,
        f"<w:r>{strange}</w:r>",
        f"<w:rPr>{strange}</w:rPr>",
        f"<w:pPr><w:rPr>{strange}</w:rPr></w:pPr>",
        f"<w:tbl>{strange}<w:tr>{strange}<w:tc>{strange}</w:tc></w:tr></w:tbl>",
        f"<w:tcPr>{strange}</w:tcPr><w:trPr>{strange}</w:trPr><w:numPr>{strange}</w:numPr>",
        f"<w:{tag}/>" * 3,
    ):
        for view in (accepted, original):
            assert not has_tracked_changes(view(document(content)))


@pytest.mark.parametrize("tag", ["ins", "p", "tr", "tc", "rPrChange"])
def test_a_root_of_another_kind_does_no_harm(tag: str) -> None:
    inside = f"<w:pPr><w:rPr>{tracked('del')}</w:rPr></w:pPr><w:trPr>{tracked('ins')}</w:trPr>"
    root = document(f"<w:{tag}>{inside}<w:tcPr>{tracked('cellDel')}</w:tcPr></w:{tag}>")[0][0]
    assert accepted(root).tag == original(root).tag == f"{W}{tag}"


@pytest.mark.parametrize("count", [1000, pytest.param(5000, marks=pytest.mark.long)])
def test_thousands_of_deleted_paragraphs_rows_and_wrappers_in_each_other_are_read(
    count: int,
) -> None:
    many = marked(tracked("del", run("甲")), "del") * count
    rows = table(row(paragraph(run("甲")), properties=tracked("del")) * count)
    deep = f"{'<w:ins>' * 100}{'<w:del>' * 50}{run('甲')}{'</w:del>' * 50}{'</w:ins>' * 100}"
    root = document(many + rows + paragraph(deep))
    assert lines(accepted(root)) == [""]
    assert len(gone(accepted(root))) == 3 * count + 1
