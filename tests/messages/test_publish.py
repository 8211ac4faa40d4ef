"""What is said of a document that went out, or that did not."""

import json
from dataclasses import replace
from pathlib import Path

from generator.messages.publish import published_as_json, spoken_many, spoken_published
from generator.model.correction import Correction
from generator.model.report import Place
from generator.pipeline.publishing.obstacle import Obstacle
from generator.pipeline.publishing.publish import Ended, Published
from generator.pipeline.publishing.stand_ins import StandIn

DOCUMENT = Path("outputs/2023.docx")
HELD = Published(
    DOCUMENT, Ended.HELD, [Obstacle(Place("2023.docx", "", "第3段"), "还有修订", "请接受")]
)
AGAIN = Published(
    DOCUMENT,
    Ended.PUBLISHED,
    [],
    (Path("outputs/2023.发布.docx"),),
    (StandIn("正文", "仿宋_GB2312", "FandolFang", barred=True),),
    (Path("outputs/2023.发布.更正前-1.docx"),),
    (
        Correction("申请办理“总计”", "5", "6"),
        Correction("一、总体情况", f"{'前' * 50}共5件{'后' * 50}", f"{'前' * 50}共6件{'后' * 50}"),
        Correction("一、总体情况", "", "新的一段。"),
        Correction("一、总体情况", "旧的一段。", ""),
        Correction("一、总体情况（移动了位置）", "搬走的。", "搬走的。"),
    ),
)


def test_what_hangs_in_it_comes_with_what_to_do() -> None:
    said = spoken_published(HELD)
    assert said.startswith("没有发布：outputs/2023.docx 里还有 1 个问题，什么也没有写")
    assert "1. 2023.docx第3段：还有修订。" in said
    assert "怎么办：请接受。" in said
    assert "make-report publish outputs/2023.docx" in said


def test_fonts_that_stand_in_for_others_are_told() -> None:
    said = spoken_published(AGAIN)
    assert "正文的仿宋_GB2312（装了，但它的许可不让放进 PDF），用 FandolFang 代替" in said


def test_fonts_that_libreoffice_takes_are_told_in_one_sentence() -> None:
    fonts = tuple(StandIn("", name, "DejaVu、Noto", barred=False) for name in ("黑体", "宋体"))
    said = spoken_published(replace(AGAIN, stand_ins=fonts))
    assert "  黑体、宋体，用 DejaVu、Noto 代替" in said
    assert "换行、分页会与在 Word 里不一样" in said
    assert "换行、分页" not in spoken_published(AGAIN)


def test_what_was_corrected_is_said_as_a_notice_says_it() -> None:
    said = spoken_published(AGAIN)
    assert "申请办理“总计”：“5”更正为“6”" in said
    assert f"“…{'前' * 7}共5件{'后' * 7}…”更正为“…{'前' * 7}共6件{'后' * 7}…”" in said
    assert "增加“新的一段。”" in said
    assert "删去“旧的一段。”" in said
    assert "一、总体情况（移动了位置）：“搬走的。”" in said


def test_what_was_passed_over_is_said() -> None:
    forced = Published(DOCUMENT, Ended.PUBLISHED, HELD.obstacles, AGAIN.files)
    assert "没有理会下面 1 个问题" in spoken_published(forced)


def test_of_many_only_what_people_must_look_at_is_said_in_full() -> None:
    current = Published(Path("outputs/2022.docx"), Ended.CURRENT, [], AGAIN.files, AGAIN.stand_ins)
    said = spoken_many([current, HELD, "2021.docx 打不开。", AGAIN], 2)
    assert said.startswith("已中断：还有 2 份文档没有处理。")
    assert "共 4 份文档：已发布 1，已是最新 1，没有发布 1，不能用 1。" in said
    assert "2022" not in said
    assert "怎么办：请接受。" in said
    assert "2021.docx 打不开。" in said
    assert "“5”更正为“6”" in said
    assert said.count("FandolFang") == 1


def test_programs_are_told_the_same() -> None:
    held, again = json.loads(published_as_json([HELD, AGAIN]))["results"]
    assert held["status"] == "held"
    assert held["obstacles"][0]["message"] == "还有修订"
    assert again["corrections"][0] == {"where": "申请办理“总计”", "was": "5", "now": "6"}


def test_one_that_could_not_be_used_comes_with_its_sentence() -> None:
    (record,) = json.loads(published_as_json([(DOCUMENT, "打不开。")]))["results"]
    assert record["status"] == "unusable"
