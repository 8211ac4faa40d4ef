from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.manuscript import Line, Manuscript, Thing, Trace, Unseen, UnseenText
from generator.manuscript.review.changes.change import Change, Kind, counted_by_kind
from generator.manuscript.review.comparison import compare
from generator.model.report import Paragraph, Place
from tests import samples
from tests.forms import FORM
from tests.manuscript.review.edited import (
    DOCUMENT,
    compared,
    generated,
    line,
    recelled,
    refigured,
    retyped,
    spot_of,
)

SAMPLE = samples.report()
GENERATED = generated(SAMPLE)
PROBLEM = "公开的渠道不够多。已加强培训，完善了制度。"
LAST = "本年度未收取信息处理费。"
WHO, WHEN = "张敏", "2024-01-20T09:30:00Z"


def changes(document: Manuscript) -> list[Change]:
    return compare(SAMPLE, GENERATED, document, FORM).changes


def change_of(changed: dict[str, str | Sequence[str] | None]) -> Change:
    (change,) = compared(SAMPLE, changed).changes
    return change


def said(change: Change) -> list[tuple[str, str]]:
    return [(word.was, word.now) for word in change.words]


def traced(text: str, now: str, *traces: Trace) -> Change:
    """Return the change of a line that is one with 修订."""
    blocks = [
        replace(block, traces=traces) if block == line_of(text) else block
        for block in GENERATED.blocks
    ]
    (change,) = changes(retyped(Manuscript(tuple(blocks)), {text: now}))
    return change


def line_of(text: str) -> Line:
    return next(one for one in GENERATED.lines if one.text == text)


def test_a_document_as_it_was_generated_has_no_changes() -> None:
    assert changes(GENERATED) == []


def test_a_reworded_line_says_which_words() -> None:
    change = change_of({PROBLEM: PROBLEM.replace("加强培训", "开展业务培训")})
    assert change.kind == Kind.REWORDED
    assert (change.was, change.now) == (PROBLEM, PROBLEM.replace("加强培训", "开展业务培训"))
    assert said(change) == [("加强", "开展业务")]
    assert change.place == line_of(PROBLEM).place


def test_a_line_added_or_deleted() -> None:
    added = change_of({LAST: [LAST, "全年组织政府开放日活动五场。"]})
    assert (added.kind, added.was, added.now) == (Kind.ADDED, "", "全年组织政府开放日活动五场。")
    deleted = change_of({PROBLEM: None})
    assert (deleted.kind, deleted.was, deleted.now) == (Kind.DELETED, PROBLEM, "")
    before = GENERATED.lines[[one.text for one in GENERATED.lines].index(PROBLEM) - 1]
    assert deleted.place == before.place


def test_a_line_moved_is_one_change_and_moved_and_reworded_are_two() -> None:
    (moved,) = compared(SAMPLE, {PROBLEM: None, LAST: [LAST, PROBLEM]}).changes
    assert moved.kind == Kind.MOVED
    other = PROBLEM.replace("已加强", "已经加强")
    kinds = [one.kind for one in compared(SAMPLE, {PROBLEM: None, LAST: [LAST, other]}).changes]
    assert kinds == [Kind.MOVED, Kind.REWORDED]


def test_a_line_split_or_merged() -> None:
    split = change_of({PROBLEM: ["公开的渠道不够多。", "已加强培训，完善制度。"]})
    assert (split.kind, split.now.count("\n"), said(split)) == (Kind.SPLIT, 1, [("了", "")])
    heading = "（一）第一部分的标题"
    text = GENERATED.lines[5].text
    merged = change_of({heading: f"{heading}{text}", text: None})
    assert (merged.kind, merged.was) == (Kind.MERGED, f"{heading}\n{text}")
    assert said(merged) == []


def test_the_title_and_the_headings_of_any_level_are_headings() -> None:
    for old, now in (
        ("2024年政府信息公开工作年度报告", "2024年度政府信息公开工作年度报告"),
        (FORM.headings[4], "五、存在的突出问题及改进情况"),
        ("（一）第一部分的标题", "（一）头一部分的标题"),
    ):
        assert change_of({old: now}).kind == Kind.HEADING


def test_of_a_heading_with_text_in_its_line_it_counts_which_of_the_two_was_reworded() -> None:
    report = replace(SAMPLE, paragraphs=(Paragraph("第一部分", 3, "平台建设", "更新信息。"),))
    line = "1.平台建设。更新信息。"
    for now, kind in (
        ("1.各平台建设。更新信息。", Kind.HEADING),
        ("1.平台建设。更新全部信息。", Kind.REWORDED),
        ("1.各平台建设。更新全部信息。", Kind.REWORDED),
    ):
        assert [one.kind for one in compared(report, {line: now}).changes] == [kind]


def test_a_number_is_told_apart_from_its_words() -> None:
    number = change_of({"（一）第一部分的标题": "（二）第一部分的标题"})
    assert (number.kind, number.was, number.now) == (Kind.NUMBER, "（一）", "（二）")
    both = compared(SAMPLE, {"（一）第一部分的标题": "（二）第一部分的新标题"}).changes
    assert [one.kind for one in both] == [Kind.NUMBER, Kind.HEADING]
    assert said(both[1]) == [("", "新")]


def test_a_figure_is_told_with_its_table_and_its_labels() -> None:
    (change,) = changes(refigured(GENERATED, {"规章制发": " 77 "}))
    assert (change.kind, change.was, change.now) == (Kind.FIGURE, "1", "77")
    assert change.place == Place(DOCUMENT, "第1个表格", "“主动公开：规章／本年制发件数”")
    (change,) = changes(refigured(GENERATED, {"规章制发": ""}))
    assert (change.was, change.now) == ("1", "")


def test_a_label_is_told_as_it_was_and_as_it_is() -> None:
    (change,) = changes(recelled(GENERATED, {(0, (3, 0)): "行政规范性文件（含修订）"}))
    said = (change.kind, change.was, change.now)
    assert said == (Kind.LABEL, "行政规范性文件", "行政规范性文件（含修订）")
    assert change.place == Place(DOCUMENT, "第1个表格", "“行政规范性文件”")


def test_a_table_that_was_added_is_told_and_what_is_gone_of_one() -> None:
    other = replace(GENERATED.grids[0], cells={(0, 0): "序号", (0, 1): " ", (1, 0): "1"})
    (added,) = changes(replace(GENERATED, blocks=(*GENERATED.blocks, other)))
    assert (added.kind, added.was, added.now) == (Kind.TABLE, "", "序号／1")
    left = [block for block in GENERATED.blocks if block != GENERATED.grids[2]]
    (gone,) = changes(Manuscript(tuple(left)))
    assert (gone.kind, gone.was, gone.now) == (Kind.TABLE, f"“{FORM.tables[2].title}”表", "")


def test_a_table_of_the_templates_own_is_told_when_it_is_gone_or_says_something_else() -> None:
    own = replace(GENERATED.grids[0], cells={(0, 0): "份数", (0, 1): "10"})
    before = replace(GENERATED, blocks=(*GENERATED.blocks, own))
    for blocks, was, now in (
        ((), "模板里的表格：份数／10", ""),
        ((replace(own, cells={**own.cells, (0, 1): "20"}),), "10", "20"),
        ((own,), None, None),
    ):
        after = replace(GENERATED, blocks=(*GENERATED.blocks, *blocks))
        found = compare(SAMPLE, before, after, FORM).changes
        expected = [] if was is None else [(Kind.OTHER, was, now)]
        assert [(one.kind, one.was, one.now) for one in found] == expected


def test_a_table_without_a_word_is_told_as_one() -> None:
    blank = replace(GENERATED.grids[0], cells={(0, 0): " "})
    (added,) = changes(replace(GENERATED, blocks=(*GENERATED.blocks, blank)))
    assert (added.kind, added.was, added.now) == (Kind.TABLE, "", "空白的表格")


def test_pictures_notes_headers_and_footers_are_told() -> None:
    before = replace(GENERATED, others=(Thing("图片"),), margins=("— 1 —", "内部资料"))
    after = replace(GENERATED, others=(Thing("图片"), Thing("脚注")), margins=("— 12 —", "公开"))
    found = compare(SAMPLE, before, after, FORM).changes
    assert [(one.kind, one.was, one.now) for one in found] == [
        (Kind.OTHER, "", "脚注"),
        (Kind.OTHER, "内部资料", "公开"),
    ]
    paged = replace(GENERATED, margins=("— 1 —",)), replace(GENERATED, margins=("— 12 —",))
    assert compare(SAMPLE, *paged, FORM).changes == []


def test_who_made_a_change_and_when_is_told_from_the_traces_of_its_words() -> None:
    mine = Trace(WHO, WHEN, "业务", added=True)
    other = Trace("李建国", WHEN, "完善了制度", added=False)
    change = traced(PROBLEM, PROBLEM.replace("培训", "业务培训"), mine, other)
    assert change.by == ((WHO, WHEN),)
    unmarked = traced(PROBLEM, PROBLEM.replace("培训", "业务培训"))
    assert unmarked.by == ()


def test_several_traces_of_one_hand_at_one_time_are_one() -> None:
    traces = [Trace(WHO, WHEN, word, added=True) for word in ("业务", "全部")]
    now = PROBLEM.replace("培训", "业务培训").replace("制度", "全部制度")
    assert traced(PROBLEM, now, *traces).by == ((WHO, WHEN),)


def test_who_changed_a_figure_is_told_too() -> None:
    number, spot = spot_of("规章制发")
    grids = list(refigured(GENERATED, {"规章制发": "77"}).grids)
    traces = (Trace(WHO, WHEN, "1", added=False), Trace("", "", "77", added=True))
    grids[number] = replace(grids[number], traces={spot: traces})
    (change,) = changes(Manuscript((*GENERATED.lines, *grids)))
    assert change.by == ((WHO, WHEN), ("", ""))


def test_changes_are_counted_by_kind() -> None:
    document = refigured(GENERATED, {"规章制发": "77", "规章废止": "78"})
    document = retyped(document, {LAST: [LAST, "全年组织政府开放日活动五场。"]})
    assert counted_by_kind(changes(document)) == "表格数字 2 处，新增 1 处"
    assert counted_by_kind([]) == ""


def test_a_document_in_which_nothing_is_left_has_lost_every_line() -> None:
    found = changes(Manuscript((line("此件不公开"),)))
    assert {one.kind for one in found} == {Kind.HEADING, Kind.DELETED, Kind.ADDED, Kind.TABLE}
    gone = [one for one in found if one.was and not one.now and one.kind != Kind.TABLE]
    assert len(gone) == len(GENERATED.lines)
    assert {one.was for one in gone if one.kind == Kind.HEADING} == {
        text.strip() for text in (one.text for one in GENERATED.lines[:2])
    }


def test_what_was_struck_without_tracking_says_how_and_names_nobody() -> None:
    struck = Trace("", "", "加强培训，", added=False, how=Unseen.STRUCK)
    change = traced(PROBLEM, PROBLEM.replace("加强培训，", ""), struck)
    assert (change.how, change.by) == (Unseen.STRUCK, ())
    other = traced(PROBLEM, PROBLEM.replace("培训", "业务培训"), struck)
    assert other.how is None


def test_a_line_struck_as_a_whole_is_deleted_and_says_how() -> None:
    struck = UnseenText(Unseen.STRUCK, LAST, Place(DOCUMENT))
    document = replace(retyped(GENERATED, {LAST: None}), unseen=(struck,))
    (change,) = changes(document)
    assert (change.kind, change.was, change.how) == (Kind.DELETED, LAST, Unseen.STRUCK)


def test_a_figure_that_was_struck_says_how() -> None:
    number, spot = spot_of("规章制发")
    grids = list(refigured(GENERATED, {"规章制发": "77"}).grids)
    traces = (Trace("", "", "1", added=False, how=Unseen.HIDDEN),)
    grids[number] = replace(grids[number], traces={spot: traces})
    (change,) = changes(Manuscript((*GENERATED.lines, *grids)))
    assert (change.how, change.by) == (Unseen.HIDDEN, ())


def test_what_was_put_in_and_struck_again_is_told_for_people_see_it() -> None:
    place = Place(DOCUMENT, "", "第9段")
    struck = UnseenText(Unseen.STRUCK, "要不要写这一句？", place)
    of_the_report = UnseenText(Unseen.STRUCK, PROBLEM, place)
    found = changes(replace(GENERATED, unseen=(struck, of_the_report)))
    assert [(one.kind, one.now) for one in found] == [(Kind.OTHER, "删除线：要不要写这一句？")]
