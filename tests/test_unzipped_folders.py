"""The folders that need no installation, as `.ci/folder` builds them; what can be told quickly."""

import io
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.files.unzipped import MANUALS, OWN
from tests.paths import ROOT

BUILDER = ROOT / ".ci" / "folder"
FILES = {"打开年度报告.bat": b"a", "program/清单.txt": b"b", "打开年度报告.sh": b"c"}


@pytest.fixture(autouse=True)
def _builder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BUILDER)


def module(name: str) -> Any:
    return import_module(name)


def test_the_same_files_are_the_same_archive(tmp_path: Path) -> None:
    archives = module("archives")
    for write, name in ((archives.as_zip, "a.zip"), (archives.as_tar, "a.tar")):
        write(FILES, tmp_path / name)
        first = (tmp_path / name).read_bytes()
        write(dict(reversed(FILES.items())), tmp_path / name)
        assert (tmp_path / name).read_bytes() == first
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert opened.namelist() == sorted(f"make-report/{name}" for name in FILES)
    assert archives.unpacked(tmp_path / "a.zip") == {
        f"make-report/{name}": data for name, data in FILES.items()
    }


def test_nothing_lies_where_people_keep_their_own_files(tmp_path: Path) -> None:
    for name in MANUALS:
        for suffix in (".docx", ".pdf"):
            (tmp_path / f"{name}{suffix}").write_bytes(b"")
    found = module("for_people").for_people(tmp_path)
    assert {f"{name}.pdf" for name in MANUALS} <= set(found)
    assert {"program/example/2023.xlsx", "自带的模板/年度报告模板.docx"} <= set(found)
    assert not [name for name in found if name.startswith(OWN)]
    (tmp_path / "使用手册.pdf").unlink()
    with pytest.raises(SystemExit, match=r"使用手册\.pdf"):
        module("for_people").for_people(tmp_path)


def test_every_package_is_pinned_with_the_sums_of_its_files() -> None:
    pins = module("pins")
    pinned = pins.pinned()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {
        re.split("[>=]", one)[0].replace(".", "-") for one in project["project"]["dependencies"]
    }
    assert len(names) > 5
    assert names <= set(pinned)
    assert {pins.PYTHON, pins.BUILDER, pins.PIP, "colorama"} <= set(pinned)
    assert pins.PINS.read_text(encoding="utf-8").count("==") == len(pinned)


def test_a_batch_file_holds_no_byte_that_cmd_could_take_for_a_command() -> None:
    names = [path.name for path in (BUILDER / "windows").iterdir()]
    assert len(names) == 2
    for name in names:
        written = module("windows").batch(name)
        assert written.count(b"\n") == written.count(b"\r\n")
        chinese = re.sub(rb"[\x00-\x7f]+", b"", written)
        assert len(chinese) % 2 == 0
        assert all(byte > 0xA0 for byte in chinese)


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("babel/locale-data/de.dat", True),
        ("babel/locale-data/zh_Hans.dat", False),
        ("babel/locale-data/root.dat", False),
        ("lxml/etree.cp313-win_amd64.pyd", False),
        ("lxml/etree.pyx", True),
        ("fontTools/misc/bezierTools.c", True),
        ("some/tests/test_it.py", True),
        ("generator/formats/pdf/report.typ", False),
        ("docx/templates/default.docx", False),
    ],
)
def test_other_languages_tests_and_sources_stay_out(name: str, *, left_out: bool) -> None:
    assert module("left_out").is_left_out(name) is left_out


def test_a_part_without_the_text_of_its_licence_is_refused() -> None:
    part_of = module("parts").part_of
    about = b"Name: some\nVersion: 1.0\nLicense-Expression: MIT\n"
    wheel = {"some-1.0.dist-info/METADATA": about}
    with pytest.raises(SystemExit, match="some comes without"):
        part_of(wheel, 1)
    part = part_of({**wheel, "some-1.0.dist-info/licenses/LICENSE": b"text"}, 1)
    assert (part.licence, part.texts) == ("MIT", {"LICENSE": b"text"})
    lesser = {"some-1.0.dist-info/METADATA": about.replace(b"MIT", b"LGPL-2.1-only")}
    assert b"LESSER GENERAL PUBLIC LICENSE" in part_of(lesser, 1).texts["LGPL-2.1.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="is a script of other systems")
@pytest.mark.parametrize(("there", "said"), [("3.7.3", "的 Python 是 3.7.3，没有"), ("", "没有")])
def test_an_older_python_is_told_in_a_sentence(tmp_path: Path, there: str, said: str) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("dirname", "readlink", "sh"):
        (programs / name).symlink_to(shutil.which(name) or name)
    if there:
        old = programs / "python3"
        old.write_text(f'#!/bin/sh\ncase "$2" in *platform*) echo {there};; *) exit 1;; esac\n')
        old.chmod(old.stat().st_mode | stat.S_IXUSR)
    done = subprocess.run(
        [programs / "sh", BUILDER / "linux" / "start.sh"],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": str(programs)},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 2
    assert f"这台电脑上{said} 3.11 或更新的 Python" in done.stderr
    assert "请让信息化人员" in done.stderr


FAKE_PYTHON = """#!/bin/sh
case "$*" in
    *"%d.%d"*) echo 3.11 ;;
    *--target*) while [ "$1" != --target ]; do shift; done; mkdir "$2"; echo "with $PYTHONPATH" ;;
    *generator*) echo "of $PYTHONPATH: $*" ;;
esac
"""


@pytest.fixture
def unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for Linux without the program in it, run by what takes Python's place."""
    folder = tmp_path / "某局 办公室" / "make-report"
    wheels = folder / "program" / "wheels-2222"
    wheels.mkdir(parents=True)
    (wheels / "pip-2.whl").write_bytes(b"")
    (folder / "program" / "wheels.id").write_text("2222\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "python3").write_text(FAKE_PYTHON)
    for name, target in (
        ("start.sh", "program/start.sh"),
        ("open.sh", "打开年度报告.sh"),
        ("make-report.sh", "make-report.sh"),
    ):
        shutil.copy(BUILDER / "linux" / name, folder / target)
    for path in (*folder.rglob("*.sh"), programs / "python3"):
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    return folder


def said_by(script: Path, *words: str) -> str:
    done = subprocess.run(
        [script, *words], capture_output=True, encoding="utf-8", check=True, cwd=script.parent
    )
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="is a script of other systems")
def test_an_icon_that_is_a_link_opens_the_page(unpacked: Path, tmp_path: Path) -> None:
    desktop = tmp_path / "桌面"
    desktop.mkdir()
    icon = desktop / "年报.sh"
    icon.symlink_to(unpacked / "打开年度报告.sh")
    library = unpacked / "program" / "lib-2222-3.11"
    assert f"of {library}: -m generator desk" in said_by(icon)


@pytest.mark.skipif(sys.platform == "win32", reason="is a script of other systems")
def test_an_update_is_unpacked_from_its_own_wheels_alone(unpacked: Path) -> None:
    earlier = unpacked / "program" / "wheels-1111"
    earlier.mkdir()
    (earlier / "pip-1.whl").write_bytes(b"")
    said = said_by(unpacked / "make-report.sh", "--version")
    assert f"with {unpacked / 'program' / 'wheels-2222' / 'pip-2.whl'}\n" in said
    assert "generator --version" in said
    assert not earlier.exists()
    assert (unpacked / "program" / "wheels-2222").is_dir()
    assert "正在解包" not in said_by(unpacked / "make-report.sh", "--version")


def test_a_wheel_is_read_from_memory_as_from_a_file() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        written.writestr("folder/", b"")
        written.writestr("folder/a", b"1")
    assert module("archives").unpacked(packed) == {"folder/a": b"1"}
