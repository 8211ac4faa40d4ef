"""How far reports are is told as it is worked out, and however many there are comes to an end."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from generator.pipeline.listing.states import FolderStates, Kind, OtherFile
from generator.web import states
from generator.web.states import States

_FILES = 500
_EACH = 0.1  # seconds, known or not: far more than in truth


def test_a_folder_of_many_files_is_worked_out_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count()
    monkeypatch.setattr("generator.web.states.time.monotonic", lambda: next(clock) * _EACH)

    def looked_at(folder: Path, *, stop: Callable[[], bool]) -> FolderStates:
        done = next((number for number in range(_FILES) if stop()), _FILES)
        found = tuple(OtherFile(folder / str(number), Kind.REPORT, "") for number in range(done))
        return FolderStates(folder, (), found, (), _FILES - done)

    monkeypatch.setattr(states, "folder_states", looked_at)
    told: list[int] = []
    found = States(tmp_path, lambda: told.append(found.found.unfinished))
    found.look()
    assert told[-1] == 0
    assert 3 < len(told) < 12
    assert told == sorted(told, reverse=True)
