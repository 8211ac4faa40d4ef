"""The window that a double click opens on Windows."""

import sys
from pathlib import Path

import pytest

from generator.console import double_click
from generator.console.double_click import (
    meant_by_double_click,
    opened_by_double_click,
    wait_for_enter,
)


@pytest.mark.skipif(sys.platform == "win32", reason="is about other systems")
def test_elsewhere_no_window_is_kept_open() -> None:
    assert not opened_by_double_click()


def test_waiting_ends_where_there_is_no_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_keyboard(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", no_keyboard)
    wait_for_enter()


def test_a_double_click_with_nothing_or_on_a_folder_opens_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, workbook = str(tmp_path), str(tmp_path / "2023.xlsx")
    assert meant_by_double_click([]) == []
    monkeypatch.setattr(double_click, "opened_by_double_click", lambda: True)
    assert meant_by_double_click([]) == ["desk"]
    assert meant_by_double_click([folder]) == ["desk", folder]
    assert meant_by_double_click([workbook]) == [workbook]
    assert meant_by_double_click([folder, workbook]) == [folder, workbook]
