"""Converts a file by an installed LibreOffice, which works unseen and leaves nothing behind."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import NamedTuple

from generator.files.os_reason import reason
from generator.formats.libreoffice.profile import remove_socket, write_profile
from generator.formats.libreoffice.program import libreoffice
from generator.formats.libreoffice.run_alone import run_alone
from generator.model.finding import Refusal

LONGEST = 180  # seconds; a report takes two
_PROFILE, _STEM = "profile", "document"
"""What the file is called for LibreOffice: names that people give may begin with a hyphen."""


class Conversion(NamedTuple):
    """From which format into which."""

    ending: str
    """Of what is given: doc."""
    reader: str
    """LibreOffice's filter for it; else it takes what is broken for plain text."""
    made: str
    """The ending of what is made: docx."""
    writer: str
    """LibreOffice's filter for that, with its options."""
    begins: bytes
    """How every file of that kind begins."""


def converted(
    content: bytes,
    name: str,
    how: Conversion,
    *,
    instead: str,
    fonts: Mapping[str, str] = MappingProxyType({}),
    seconds: float = LONGEST,
) -> bytes:
    """Return a file in another format.

    `fonts` are those that are to stand in for others, by the names of these; `instead` is the
    sentence that says what else a person can do. Raise Refusal where there is no LibreOffice, or
    where it does not do it.
    """
    program = libreoffice()
    if program is None:
        raise Refusal(
            f"{name} 要用 LibreOffice 来转换，这台电脑上没有找到它。"
            f"请安装 LibreOffice（免费，https://zh-cn.libreoffice.org）再运行一次。{instead}"
        )
    try:
        with TemporaryDirectory(prefix="make-report-", ignore_cleanup_errors=True) as folder:
            write_profile(Path(folder) / _PROFILE, fonts)
            made = _made(program, content, how, Path(folder), seconds)
    except TimeoutError:
        raise Refusal(
            f"LibreOffice 转换 {name}，{seconds:g} 秒还没有做完，已经停止，什么也没有写。{instead}"
        ) from None
    except OSError as problem:
        raise Refusal(f"运行不了 LibreOffice（{program}）：{reason(problem)}。{instead}") from None
    if made is None:
        raise Refusal(f"LibreOffice 转换不了 {name}，文件可能已损坏，或者设了打开密码。{instead}")
    if not made.startswith(how.begins):
        raise Refusal(
            f"LibreOffice 转换 {name}，写出来的不是 {how.made.upper()}。"
            f"请看 {program} 是不是 LibreOffice，版本是不是太旧。{instead}"
        )
    return made


def _made(
    program: Path, content: bytes, how: Conversion, folder: Path, seconds: float
) -> bytes | None:
    """Return what LibreOffice makes in the folder of its profile; None where that is nothing."""
    given, out = folder / f"{_STEM}.{how.ending}", folder / "made"
    given.write_bytes(content)
    command = [
        str(program),
        f"-env:UserInstallation={(folder / _PROFILE).as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        f"--infilter={how.reader}",
        *("--convert-to", f"{how.made}:{how.writer}"),
        *("--outdir", str(out)),
        str(given),
    ]
    try:
        run_alone(command, folder, seconds=seconds)
    finally:
        remove_socket(folder / _PROFILE)
    made = out / f"{_STEM}.{how.made}"
    return made.read_bytes() or None if made.is_file() else None
