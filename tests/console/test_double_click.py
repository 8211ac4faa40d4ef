"""The window that a double click opens on Windows."""

import sys

import pytest

from generator.console.double_click import opened_by_double_click, wait_for_enter


@pytest.mark.skipif(sys.platform == "win32", reason="is about other systems")
def test_elsewhere_no_window_is_kept_open() -> None:
    assert not opened_by_double_click()


def test_waiting_ends_where_there_is_no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_keyboard(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", no_keyboard)
    wait_for_enter()
