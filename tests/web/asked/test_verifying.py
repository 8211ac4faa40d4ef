"""A tick on the page."""

from pathlib import Path

from tests import enforcement
from tests.web.pages import Page


def first(page: Page, own: str) -> dict[str, str]:
    found: dict[str, str] = page.get(f"report/{own}").record["findings"][0]
    return found


def test_a_tick_is_written_and_shown(page: Page) -> None:
    own = page.id("2023.xlsx")
    key = first(page, own)["key"]
    told = page.post(f"verify/{own}", {"key": key, "person": "张三", "reason": "核对过原件"})
    assert told.record["tone"] == "good"
    record = page.get(f"report/{own}").record
    ticked = next(one for one in record["findings"] if one["key"] == key)
    assert ticked["standing"] == "VERIFIED"
    assert "张三" in ticked["verified_said"]


def test_while_the_workbook_is_open_it_is_kept_and_offered_again(page: Page, office: Path) -> None:
    own = page.id("2023.xlsx")
    lock = office / "inputs" / "~$2023.xlsx"
    lock.write_bytes(b"")
    key = first(page, own)["key"]
    told = page.post(f"verify/{own}", {"key": key, "person": "张三", "reason": "核对过原件"})
    assert told.record["tone"] == "warn"
    assert [one["key"] for one in page.get(f"report/{own}").record["offered"]] == [key]
    lock.unlink()
    assert page.post(f"verify-kept/{own}", {"keys": [key]}).record["tone"] == "good"
    assert page.get(f"report/{own}").record["offered"] == []


def test_what_was_kept_may_be_dropped(page: Page, office: Path) -> None:
    own = page.id("2023.xlsx")
    (office / "inputs" / "~$2023.xlsx").write_bytes(b"")
    key = first(page, own)["key"]
    page.post(f"verify/{own}", {"key": key, "person": "张三", "reason": "核对过原件"})
    page.post(f"forget-kept/{own}", {"keys": [key]})
    assert page.get(f"report/{own}").record["offered"] == []


def test_a_finding_on_a_report_of_another_form_is_ticked(page: Page, office: Path) -> None:
    wrong = enforcement.workbook(figures={"许可受理": "26570"})
    (office / "inputs" / "2024.xlsx").write_bytes(wrong)
    own = page.id("2024.xlsx")
    (finding, *_) = page.get(f"report/{own}").record["findings"]
    assert finding["may_be_verified"]
    page.post(f"verify/{own}", {"key": finding["key"], "person": "张三", "reason": "上年申请的"})
    page.started.look()
    assert page.get(f"report/{own}").record["counts"]["VERIFIED"] == 1
