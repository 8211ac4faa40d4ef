"""How the page is opened in a person's browser."""

import stat
import sys
import webbrowser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.files.private_cache import cache_folder
from generator.web.browser import open_page

ADDRESS = "http://127.0.0.1:8000/secret/"


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody sees what others start")
def test_what_others_see_of_the_browser_does_not_hold_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def opens(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opens)
    assert open_page(ADDRESS)
    assert "secret" not in opened[0]
    file = Path(unquote(urlsplit(opened[0]).path))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert ADDRESS in file.read_text(encoding="utf-8")


def test_without_a_browser_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert not open_page(ADDRESS)


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder is the user's own")
def test_where_others_may_put_a_page_of_theirs_no_page_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    folder = cache_folder("desk")
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o777)
    assert not open_page(ADDRESS)
    folder.chmod(0o700)
    assert opened == []
