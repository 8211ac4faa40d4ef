"""What the page says of the program and of its folder."""

from pathlib import Path

import pytest

from generator import __version__
from generator.files.kinds_of_place import KindOfPlace
from generator.web import desk
from generator.web.asked import about
from tests.web.pages import Page, open_page


def test_the_page_says_its_version_and_names_no_manual_where_there_is_none(page: Page) -> None:
    assert page.get("about").record == {"version": __version__, "manuals": [], "remarks": []}
    answered = page.post("manual", {"name": "使用手册"})
    assert answered.status == 409
    assert "重新解压" in answered.said


def test_a_manual_is_opened_by_its_name_and_nothing_by_a_path(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manual = tmp_path / "使用手册.pdf"
    monkeypatch.setattr(about, "manuals", lambda: {"使用手册": manual})
    assert page.get("about").record["manuals"] == ["使用手册"]
    assert page.post("manual", {"name": "使用手册"}).said == "正在打开 使用手册.pdf。"
    assert page.post("manual", {"name": str(manual)}).status == 409
    assert page.opened == [manual]


def test_a_folder_that_is_read_only_or_on_a_network_is_told(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "kinds_of", lambda _: tuple(KindOfPlace))
    with open_page(office) as page:
        remarks = page.get("about").record["remarks"]
    assert len(remarks) == len(KindOfPlace)
    assert "只能看，不能写" in remarks[0]
    assert "网络盘" in remarks[1]
