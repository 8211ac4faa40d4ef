import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.manuscript.manuscript import Line, Manuscript, Remark, Trace
from generator.manuscript.review.beyond_workbook import Leftover
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.comparison import compare
from generator.manuscript.review.merged_values import Conflict
from generator.manuscript.word_changes import word_changes
from generator.messages.emphasis import Emphasis
from generator.messages.review import spoken_review
from generator.messages.review_records import reviews_as_json
from generator.model.finding import Finding, Severity
from generator.model.report import Place
from generator.pipeline.as_generated import Basis
from generator.pipeline.merge import Merge
from generator.pipeline.review import Review
from tests import samples
from tests.forms import FORM
from tests.manuscript.review.edited import DOCUMENT, generated, refigured, retyped

SAMPLE = samples.report()
MADE = generated(SAMPLE)
FILE, WORKBOOK = Path("outputs", DOCUMENT), Path("inputs/2024.xlsx")
LAST = "本年度未收取信息处理费。"
PROBLEM = "公开的渠道不够多。已加强培训，完善了制度。"
BY = (("张敏", "2024-01-20T09:30:00Z"),)
MERGED = {"cells", "conflicts", "overruled", "follows", "newer"}
"""What of a review is known by bringing document and workbook together."""
HERE = Place(DOCUMENT, "", "第25段“公开的渠道不够多…”")
IN_WORKBOOK = Place("2024.xlsx", "正文", "D12")
REMARK = Remark("王处长", "2024-01-19T10:30:00Z", "渠道", "请核实。", HERE)
CONFLICT = Conflict("正文", IN_WORKBOOK, "原来的。", "工作簿的。", "文档的。")
LEFTOVER = Leftover(HERE, "增加了“脚注”", "请在定稿里处理")
WRONG = Finding("T3-01", Severity.ERROR, HERE, "应为 5，填的是 4，少 1", "请改正")


def reviewed(document: Manuscript = MADE, changes: Sequence[Change] = (), **more: Any) -> Review:
    """Return what is known of a document; with `changes` put in the place of its own."""
    compared = compare(SAMPLE, MADE, document, FORM)
    if changes:
        compared = replace(compared, changes=list(changes))
    merging = {name: more.pop(name) for name in MERGED.intersection(more)}
    usual = {
        "untouched": False,
        "findings": [],
        "untracked": [],
        "leftovers": [],
        "workbook": WORKBOOK,
        "form": FORM,
        "basis": Basis.SNAPSHOT,
        "merge": Merge(SAMPLE, b"", **merging),
    }
    return Review(FILE, comparison=compared, **{**usual, **more})


def said(document: Manuscript = MADE, changes: Sequence[Change] = (), **more: Any) -> list[str]:
    return spoken_review(reviewed(document, changes, **more)).splitlines()


def of_change(kind: Kind, was: str, now: str, by: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """Return the lines that tell of one change."""
    words = tuple(word_changes(was.replace("\n", ""), now.replace("\n", "")))
    lines = said(changes=[Change(kind, HERE, was, now, words, by)])
    start = next(at for at, line in enumerate(lines) if line.startswith("  修改（"))
    end = next(at for at, line in enumerate(lines) if line.startswith("  照文档现在"))
    return [line.removeprefix("    ") for line in lines[start + 1 : end]]


def record(**more: Any) -> dict[str, Any]:
    (found,) = json.loads(reviews_as_json([reviewed(**more)]))["results"]
    assert isinstance(found, dict)
    return found


def test_a_document_that_nobody_edited() -> None:
    assert said(untouched=True)[0] == f"没有人改过：{FILE}"
    assert said()[0] == f"已审阅：{FILE}　文字和数字都与生成时一样"


def test_an_edited_document_is_summed_up_and_its_changes_told_in_order() -> None:
    document = retyped(
        refigured(MADE, {"规章制发": "77"}), {PROBLEM: None, LAST: [LAST, "再说一句。"]}
    )
    lines = said(document)
    assert lines[:3] == [
        f"已审阅：{FILE}　与生成时相比改了 3 处",
        f"  工作簿：{WORKBOOK}",
        "  修改（表格数字 1 处，新增 1 处，删除 1 处）：",
    ]
    assert lines[3].startswith("    删除 在")
    assert lines[3].endswith(f"之后：“{PROBLEM}”")
    assert lines[4].startswith("    新增 ")
    assert lines[5] == "    表格数字 第1个表格“主动公开：规章／本年制发件数”：1 → 77"


def test_what_must_not_be_published_with_it_is_told_with_what_to_do() -> None:
    what = "附加的模板（指向 http://evil.example/t.dotm）（内部文件 word/settings.xml）"
    lines = said(foreign=[what])
    at = lines.index("  不该随公文发出去的（1 处，会运行、取外部内容或指向别处，公布前请删去）：")
    assert lines[at + 1] == f"    {what}"
    assert not [line for line in said() if "不该随公文发出去" in line]
    assert record(foreign=[what])["foreign"] == [what]


def test_tracked_changes_that_nobody_accepted_yet_are_mentioned() -> None:
    document = replace(retyped(MADE, {LAST: "没有收取信息处理费。"}), revised=True)
    assert said(document)[0].endswith("改了 1 处，其中有还没接受的修订")


@pytest.mark.parametrize(
    ("kind", "was", "now", "lines"),
    [
        (Kind.FIGURE, "5", "", [f"表格数字 {HERE.spot}：5 → （空白）"]),
        (Kind.LABEL, "其他", "其它", [f"表格文字 {HERE.spot}：其他 → 其它"]),
        (Kind.NUMBER, "（一）", "（二）", [f"序号 {HERE.spot}：（一） → （二）"]),
        (Kind.ADDED, "", "再说。", [f"新增 {HERE.spot}：“再说。”"]),
        (Kind.DELETED, "不说。", "", [f"删除 在{HERE.spot}之后：“不说。”"]),
        (Kind.MOVED, "甲。", "甲。", [f"移动 {HERE.spot}：移到了这里"]),
        (Kind.TABLE, "", "序号／1", [f"表格 {HERE.spot}：增加了“序号／1”"]),
        (Kind.OTHER, "脚注", "", [f"其他 {HERE.spot}：少了“脚注”"]),
        (Kind.SPLIT, "甲。乙。", "甲。\n乙。", [f"拆分 {HERE.spot}：一段分成 2 段"]),
        (Kind.MERGED, "甲。\n乙。\n丙。", "甲。乙。丙。", [f"合并 {HERE.spot}：3 段并成一段"]),
        (
            Kind.REWORDED,
            "及时更新，加强管理。",
            "动态更新，管理到位。",
            [
                f"改写 {HERE.spot}",
                "  “及时”改为“动态”",
                "  删去“加强”",
                "  “新，加强管理”之后加上“到位”",
            ],
        ),
        (Kind.HEADING, "平台", "各平台", [f"标题 {HERE.spot}", "  开头加上“各”"]),
    ],
    ids=lambda value: value.name if isinstance(value, Kind) else "",
)
def test_every_kind_of_change_is_told(kind: Kind, was: str, now: str, lines: list[str]) -> None:
    assert of_change(kind, was, now) == lines


@pytest.mark.parametrize("kind", Kind)
def test_who_changed_something_and_when_is_told(kind: Kind) -> None:
    assert of_change(kind, "甲", "乙", BY)[0].endswith("　（张敏 2024-01-20 09:30）")
    assert "（" not in of_change(kind, "甲", "乙")[0].replace("（空白）", "")


def test_several_people_and_those_without_a_name_or_a_date_are_told() -> None:
    (line, *_) = of_change(
        Kind.ADDED, "", "甲", (*BY, ("", "2024-01-21T08:00:00Z"), ("李建国", ""))
    )
    assert line.endswith("（张敏 2024-01-20 09:30、（没有署名） 2024-01-21 08:00、李建国）")


def test_a_long_text_is_clipped_and_a_line_break_shown_as_a_stroke() -> None:
    (line,) = of_change(Kind.ADDED, "", "长" * 100)
    assert line.endswith(f"“{'长' * 60}…（共 100 字）”")
    (line,) = of_change(Kind.DELETED, "甲\n乙", "")
    assert line.endswith("“甲／乙”")


def test_remarks_say_who_when_where_and_on_which_words() -> None:
    done = replace(REMARK, words="", done=True)
    lines = said(replace(MADE, remarks=(REMARK, done)))
    at = lines.index("  批注（2 条）：")
    assert lines[at + 1 : at + 3] == [
        f"    王处长 2024-01-19 10:30 {HERE.spot}“渠道”：请核实。",
        f"    王处长 2024-01-19 10:30（已解决） {HERE.spot}（没有选中文字）：请核实。",
    ]


def test_a_conflict_shows_all_three_sides_and_what_can_be_done() -> None:
    lines = said(conflicts=[CONFLICT, replace(CONFLICT, base="文档的。", workbook="")])
    at = lines.index("  两边不同、要人来定的（2 处，没有写）：")
    assert lines[at + 1 : at + 8] == [
        "    正文D12 正文",
        *("      生成时：原来的。", "      工作簿：工作簿的。", "      文　档：文档的。"),
        "    正文D12 正文",
        *("      工作簿：（没有）", "      文　档：文档的。"),
    ]
    assert "--take document" in lines[-1]
    assert "--take workbook" in lines[-1]


def test_what_the_workbook_has_come_to_say_since_is_told_with_its_first_places() -> None:
    (told,) = [line for line in said(newer=[IN_WORKBOOK]) if "这份文档里没有" in line]
    assert "改过 1 处（上次写回的也算），这份文档里没有：『正文』D12。" in told
    (told,) = [line for line in said(newer=[IN_WORKBOOK] * 7) if "这份文档里没有" in line]
    assert "改过 7 处" in told
    assert told.count("D12") == 6
    assert "『正文』D12等。" in told


def test_what_no_workbook_can_hold_is_told_with_what_to_do() -> None:
    lines = said(leftovers=[LEFTOVER])
    at = lines.index("  工作簿里放不下的（1 处）：")
    assert lines[at + 1] == f"    {HERE}：增加了“脚注”。请在定稿里处理。"


def test_findings_are_told_of_the_document_as_it_is() -> None:
    lines = said(findings=[WRONG])
    (tally,) = [line for line in lines if line.startswith("  照文档现在的样子核对：")]
    assert "错误 1 处" in tally
    assert [line for line in lines if "应为 5，填的是 4，少 1" in line]
    assert said()[-2] == "  照文档现在的样子核对：没有发现问题"


def test_after_writing_back_only_what_is_new_is_said() -> None:
    change = Change(Kind.REWORDED, HERE, "旧的", "新的", tuple(word_changes("旧的", "新的")))
    kept = Path("inputs/2024.写回前-20240120-093000.xlsx")
    lines = said(changes=[change], cells=1, kept=kept, findings=[WRONG])
    assert not any("旧的" in line or "应为 5" in line for line in lines)
    assert f"  修改 1 处（改写 1 处）；要逐条看，请运行：make-report review {FILE}" in lines


def test_a_change_that_revisions_do_not_record_is_told_once_and_marked() -> None:
    change = Change(Kind.ADDED, HERE, "", "新的一段", ())
    other = Change(Kind.DELETED, HERE, "旧的一段", "", ())
    lines = said(changes=[change], untracked=[change, other])
    (told,) = [line for line in lines if "新的一段" in line]
    assert told.endswith("（修订里没有记）")
    assert any("其中修订里没有记的" in line for line in lines)
    assert len([line for line in lines if "旧的一段" in line]) == 1


@pytest.mark.parametrize("when", ["0000-00-00T00:00:00Z", "1900-01-01T00:00:00Z", ""])
def test_a_time_that_a_program_did_not_know_is_not_told(when: str) -> None:
    document = replace(MADE, remarks=(replace(REMARK, when=when),))
    (told,) = [line for line in said(document) if "请核实" in line]
    assert told.strip().startswith("王处长 第")


def test_what_comes_next_is_a_command_to_copy() -> None:
    assert said(cells=3)[-1] == (
        f"  可以写回工作簿 3 格，请运行：make-report review --apply {FILE}"
    )
    kept = Path("inputs/2024.写回前-20240120-093000.xlsx")
    applied = said(cells=3, kept=kept)
    assert applied[-2] == f"  已写回：{WORKBOOK}（3 格）；原来的工作簿另存为 {kept}"
    assert applied[-1].endswith(f"请运行：make-report {WORKBOOK}")
    assert said()[-1].endswith(f"请运行：make-report {WORKBOOK}")


@pytest.mark.parametrize(
    "more",
    [{"conflicts": [CONFLICT]}, {"leftovers": [LEFTOVER]}, {"workbook": None, "merge": None}],
)
def test_nobody_is_told_to_make_it_anew_who_would_lose_something(more: dict[str, Any]) -> None:
    assert not [line for line in said(**more) if line.endswith(f"make-report {WORKBOOK}")]


def test_a_document_without_a_workbook_says_how_to_name_one() -> None:
    lines = said(workbook=None, merge=None)
    assert lines[1] == "  没有找到它的工作簿，只看文档；要写回，请用 --workbook 指定"


@pytest.mark.parametrize(
    ("basis", "words"),
    [(Basis.WORKBOOK, "按同一份工作簿比较"), (Basis.UNKNOWN, "分不清是哪边改的")],
)
def test_what_is_compared_with_is_said_where_the_record_is_lost(basis: Basis, words: str) -> None:
    assert words in said(basis=basis)[2]
    assert not [line for line in said() if "记录丢了" in line]


def test_conflicts_are_painted() -> None:
    painted: list[tuple[str, Emphasis]] = []

    def paint(text: str, emphasis: Emphasis) -> str:
        painted.append((text, emphasis))
        return text

    spoken_review(reviewed(conflicts=[CONFLICT]), paint)
    assert ("两边不同、要人来定的（1 处，没有写）：", Emphasis.ALARM) in painted


def test_programs_get_the_same_facts() -> None:
    document = retyped(MADE, {PROBLEM: PROBLEM.replace("培训", "业务培训")})
    trace = Trace(*BY[0], "业务", added=True)
    blocks = tuple(
        replace(block, traces=(trace,))
        if isinstance(block, Line) and block.text.startswith("公开的渠道")
        else block
        for block in document.blocks
    )
    found = record(
        document=Manuscript(blocks, remarks=(REMARK,), revised=True),
        conflicts=[CONFLICT],
        leftovers=[LEFTOVER],
        findings=[WRONG],
        cells=2,
    )
    (change,) = found.pop("changes")
    assert change["words"] == [{"start": 12, "end": 12, "was": "", "now": "业务"}]
    assert change["by"] == [{"author": "张敏", "when": "2024-01-20T09:30:00Z"}]
    assert (change["kind"], change["title"]) == ("reworded", "改写")
    assert (change["was"], change["now"]) == (PROBLEM, PROBLEM.replace("培训", "业务培训"))
    (finding,) = found.pop("findings")
    assert (finding["rule"], finding["message"]) == ("T3-01", WRONG.message)
    expected = {
        "document": str(FILE),
        "status": "reviewed",
        "workbook": str(WORKBOOK),
        "basis": "snapshot",
        "untouched": False,
        "pending_revisions": True,
        "comments": [
            {
                "by": "王处长",
                "when": "2024-01-19T10:30:00Z",
                "words": "渠道",
                "text": "请核实。",
                "place": str(HERE),
                "done": False,
            }
        ],
        "conflicts": [
            {
                "what": "正文",
                "place": str(IN_WORKBOOK),
                "base": "原来的。",
                "workbook": "工作簿的。",
                "document": "文档的。",
            }
        ],
        "leftovers": [{"place": str(HERE), "what": LEFTOVER.what, "advice": LEFTOVER.advice}],
        "cells": 2,
        "applied": False,
        "kept": None,
        "all_in_workbook": False,
    }
    assert {name: found[name] for name in expected} == expected


def test_programs_are_told_when_all_is_in_the_workbook() -> None:
    assert record()["all_in_workbook"] is True
    assert record(workbook=None, merge=None)["all_in_workbook"] is False
    assert record(workbook=None, merge=None)["workbook"] is None


def test_a_document_that_could_not_be_used_comes_with_its_message() -> None:
    found = json.loads(reviews_as_json([(FILE, "已损坏。"), reviewed()]))
    assert found["schema"] == 1
    assert found["results"][0] == {
        "document": str(FILE),
        "status": "unusable",
        "message": "已损坏。",
    }
    assert found["results"][1]["status"] == "reviewed"


@pytest.mark.parametrize("kind", Kind)
def test_everything_that_is_said_is_chinese(kind: Kind) -> None:
    for line in of_change(kind, "甲", "乙", BY):
        assert not [word for word in ("None", "Kind", "kind", "\n") if word in line]
