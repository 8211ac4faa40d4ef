"""A form is read once and kept prepared; whatever changes, it is read anew."""

from pathlib import Path

import pytest

from generator.files.private_cache import cache_folder
from generator.form.mistakes import FormMistakes
from generator.pipeline.forms import written
from tests.form.reading.office_form import CASES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a form is written down that was never read before."""
    path = tmp_path / "form.toml"
    path.write_text(f"{CASES}# {tmp_path}\n", "utf-8")
    return path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that were read anew."""
    found: list[str] = []
    read = written._read_anew

    def noted(path: Path, texts: dict[str, bytes]) -> object:
        found.append(path.name)
        return read(path, texts)

    monkeypatch.setattr(written, "_read_anew", noted)
    monkeypatch.setattr(written, "_form_at", written._form_at.__wrapped__)  # as in another run
    return found


def test_the_next_run_takes_what_was_kept(file: Path, reads: list[str]) -> None:
    first = written.form_at(file)
    again = written.form_at(file)
    assert reads == ["form.toml"]
    assert again == first
    assert again is not first
    assert again.figures["收案个人"].row in again.tables[0].blocks[0].rows


def test_another_text_or_another_program_is_read_anew(
    file: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written.form_at(file)
    file.write_text(file.read_text("utf-8").replace("机关全称", "机关的全称"), "utf-8")
    assert written.form_at(file).entries[0].hint == "机关的全称"
    assert len(reads) == 2
    monkeypatch.setattr(written, "state_of", lambda *_: "another")
    written.form_at(file)
    assert len(reads) == 3


def test_what_is_kept_and_does_not_fit_is_read_anew(file: Path, reads: list[str]) -> None:
    written.form_at(file)
    folder = cache_folder("forms")
    for path in folder.iterdir():
        path.write_bytes(b"nonsense")
    written.form_at(file)
    assert len(reads) == 2


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xff\xfe\x00", "不是 UTF-8 编码"), (None, "读不了")]
)
def test_what_cannot_be_read_is_told(file: Path, content: bytes | None, said: str) -> None:
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(FormMistakes, match=said):
        written.form_at(file)


def test_what_notepad_puts_before_a_text_is_no_mistake(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + CASES.encode())
    assert written.form_at(file).id == "cases"
