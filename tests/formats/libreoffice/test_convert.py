"""A file comes back in another format, or one sentence says why not and what else to do."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from generator.formats.libreoffice import convert
from generator.formats.libreoffice.convert import Conversion, converted
from generator.formats.libreoffice.profile import socket_of, write_profile
from generator.model.finding import Refusal
from tests.formats.libreoffice.conftest import Fake
from tests.libreoffice import needs_libreoffice

FROM_RTF = Conversion("rtf", "Rich Text Format", "docx", "MS Word 2007 XML", b"PK")
RTF = rb"{\rtf1\ansi hello}"
WRITES = "mkdir $out; printf PK-a-document > $made"


def made(seconds: float = 30) -> bytes:
    return converted(RTF, "年报.rtf", FROM_RTF, instead="或者这样做。", seconds=seconds)


def test_what_it_writes_comes_back(fake: Fake, temporary: Path) -> None:
    fake(WRITES)
    assert made() == b"PK-a-document"
    assert [*temporary.iterdir()] == []


def test_it_is_told_all_that_it_needs_to_know(fake: Fake, tmp_path: Path) -> None:
    fake(f"printf '%s\\n' \"$@\" > {tmp_path}/said; cat document.rtf > {tmp_path}/given; {WRITES}")
    made()
    said = (tmp_path / "said").read_text().splitlines()
    assert said[0].startswith("-env:UserInstallation=file:///")
    assert "--headless" in said
    assert "--infilter=Rich Text Format" in said
    assert said[said.index("--convert-to") + 1] == "docx:MS Word 2007 XML"
    assert (tmp_path / "given").read_bytes() == RTF


def test_its_profile_is_there_when_it_starts(fake: Fake, tmp_path: Path) -> None:
    fake(f"cp profile/user/registrymodifications.xcu {tmp_path}/settings; {WRITES}")
    made()
    assert "DisableMacrosExecution" in (tmp_path / "settings").read_text()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("sleep 60", r"转换 年报\.rtf，0\.2 秒还没有做完，已经停止"),
        ("exit 77", r"转换不了 年报\.rtf，文件可能已损坏，或者设了打开密码"),
        ("true", "转换不了"),
        ("mkdir $out; : > $made", "转换不了"),
        ("mkdir $out; echo garbage > $made", "写出来的不是 DOCX"),
        ("mkdir $out; mkdir $made", "转换不了"),
    ],
)
def test_what_goes_wrong_is_said_in_one_sentence(
    fake: Fake, temporary: Path, script: str, said: str
) -> None:
    fake(script)
    with pytest.raises(Refusal, match=said) as refused:
        made(seconds=0.2)
    assert str(refused.value).endswith("或者这样做。")
    assert [*temporary.iterdir()] == []


def test_a_program_that_cannot_be_run_is_named(fake: Fake, temporary: Path) -> None:
    program = fake("")
    program.write_bytes(b"\x7fELF, but no more of it")
    with pytest.raises(Refusal, match=r"运行不了 LibreOffice（.*soffice）"):
        made()
    assert [*temporary.iterdir()] == []


def test_without_it_people_are_told_where_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "libreoffice", lambda: None)
    with pytest.raises(Refusal, match=r"没有找到它。请安装 LibreOffice.*或者这样做。"):
        made()


@needs_libreoffice
def test_libreoffice_itself_makes_a_document_and_leaves_nothing(temporary: Path) -> None:
    assert made(seconds=120).startswith(b"PK")
    assert [*temporary.iterdir()] == []


@needs_libreoffice
def test_what_is_broken_is_not_taken_for_plain_text() -> None:
    from_doc = Conversion("doc", "MS Word 97", "docx", "MS Word 2007 XML", b"PK")
    with pytest.raises(Refusal, match="转换不了"):
        converted(b"no document" * 100, "年报.doc", from_doc, instead="")


@needs_libreoffice
def test_of_libreoffice_too_nothing_is_left_when_it_is_ended(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles: list[Path] = []

    def write(folder: Path, fonts: Mapping[str, str]) -> None:
        profiles.append(folder)
        write_profile(folder, fonts)

    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(convert, "write_profile", write)
    for seconds in (0.3, 0.6, 0.9):
        with suppress(Refusal):
            made(seconds)
    assert [*temporary.iterdir()] == []
    assert len(profiles) == 3
    assert not any(socket_of(one, os.getuid()).exists() for one in profiles)
