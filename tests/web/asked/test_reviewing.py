"""What reviewers changed, and the way back, as the page asks for them."""

from pathlib import Path
from typing import Any

import pytest

from tests import enforcement
from tests.pipeline.office import (
    put_published,
    replaced,
    reviewer_edits,
    row_with,
    rows_of,
    staff_edit,
)
from tests.web.pages import Page, open_page

pytestmark = pytest.mark.long
WAS, DOCUMENT, WORKBOOK = "及时更新", "每日更新", "每周更新"


@pytest.fixture
def both_sides(tmp_path: Path) -> Path:
    """Return an office where reviewers and staff changed the same words."""
    put_published(tmp_path)
    row, text = row_with(tmp_path, WAS)
    reviewer_edits(tmp_path, WAS, DOCUMENT)
    staff_edit(tmp_path, {("正文", (row, 4)): text.replace(WAS, WORKBOOK)})
    return tmp_path


def reviewed(page: Page) -> tuple[str, dict[str, Any]]:
    own = page.id("2023.docx")
    return own, page.get(f"review/{own}").record


def test_a_conflict_is_shown_and_written_only_as_people_choose(both_sides: Path) -> None:
    with open_page(both_sides) as page:
        own, record = reviewed(page)
        (conflict,) = record["conflicts"]
        unasked = page.post(f"write-back/{own}", {"choices": {}, "seen": record["version"]}).record
        assert unasked["tone"] == "warn"
        assert WORKBOOK in "".join(rows_of(both_sides).values())
        choices = {conflict["id"]: "document"}
        order = {"choices": choices, "seen": record["version"]}
        told = page.post(f"write-back/{own}", order).record
        assert told["said"].startswith("已写回：2023.xlsx")
        assert DOCUMENT in "".join(rows_of(both_sides).values())


def test_only_what_people_have_seen_is_written_back(both_sides: Path) -> None:
    with open_page(both_sides) as page:
        own, record = reviewed(page)
        reviewer_edits(both_sides, DOCUMENT, "天天更新")
        order = {"choices": {record["conflicts"][0]["id"]: "document"}, "seen": record["version"]}
        assert "请再看一遍" in page.post(f"write-back/{own}", order).said
        assert "没有说明" in page.post(f"write-back/{own}", {"choices": {}}).said
        assert WORKBOOK in "".join(rows_of(both_sides).values())


def test_what_changed_in_the_workbook_is_brought_into_the_document(both_sides: Path) -> None:
    staff_edit(both_sides, {("二、主动公开", (10, 2)): 1240})
    with open_page(both_sides) as page:
        own, record = reviewed(page)
        unasked = page.post(f"bring-in/{own}", {"choices": {}, "seen": record["version"]}).record
        choices = {one["id"]: "workbook" for one in unasked["conflicts"]}
        assert len(choices) == 1
        order = {"choices": choices, "seen": unasked["seen"]}
        told = page.post(f"bring-in/{own}", order).record
        assert told["said"] == "已把工作簿的改动写进文档：outputs/2023.docx"


def test_a_report_of_another_form_is_reviewed_and_written_back(page: Page, office: Path) -> None:
    (office / "inputs" / "2024.xlsx").write_bytes(enforcement.workbook())
    page.post(f"make/{page.id('2024.xlsx')}")
    document = office / "outputs" / "2024.docx"
    document.write_bytes(replaced(document.read_bytes(), "情况如上。", "情况如上所述。"))
    record = page.get(f"review/{page.id('2024.docx')}").record
    assert (record["heading"], len(record["changes"])) == ("行政执法统计年报", 1)
    told = page.post(f"write-back/{record['id']}", {"choices": {}, "seen": record["version"]})
    assert told.said.startswith("已写回：2024.xlsx（1 格）")
