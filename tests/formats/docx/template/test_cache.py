"""Compiled templates are kept from one command to the next."""

import functools
import hashlib
import json
import marshal
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.files import private_cache
from generator.files.zip_archive import package
from generator.formats.docx.template import cache
from generator.formats.docx.template.cache import CompiledParts, cached, store
from generator.formats.docx.template.compiled import environment
from generator.formats.docx.template.compiler import compile_parts
from generator.pipeline.template_choice import packaged_template
from tests.formats.docx.short_template import FORM, NAME, parts, with_parts
from tests.forms import FORM as OFFICIAL
from tests.forms import OLDER as OTHER_FORM
from tests.paths import ROOT
from tests.test_architecture import HOUSE, imports

TEMPLATE = package(parts())

needs_owners = pytest.mark.skipif(
    sys.platform == "win32", reason="on Windows the cache folder is the user's own"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "缓存"
    monkeypatch.setattr(cache, "_folder", lambda: place)
    return place


@functools.cache
def ready() -> CompiledParts:
    return compile_parts(TEMPLATE, NAME, FORM, environment())


def only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_what_was_kept_is_there_the_next_time_word_for_word() -> None:
    assert cached(TEMPLATE, FORM) is None
    store(ready(), TEMPLATE, FORM)
    assert cached(TEMPLATE, FORM) == ready()


def test_another_template_or_form_is_another_one() -> None:
    store(ready(), TEMPLATE, FORM)
    assert cached(with_parts({"docProps/更多.xml": b"<a/>"}), FORM) is None
    assert cached(TEMPLATE, OTHER_FORM) is None


def test_a_changed_program_prepares_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(ready(), TEMPLATE, FORM)
    monkeypatch.setattr(cache, "_PROGRAM", tmp_path)
    (tmp_path / "lint.py").write_text("stricter")
    assert cached(TEMPLATE, FORM) is None


def test_another_jinja_prepares_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    store(ready(), TEMPLATE, FORM)
    monkeypatch.setattr("jinja2.__version__", "99")
    assert cached(TEMPLATE, FORM) is None


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda _: b"", lambda data: data + b"x"]
)
def test_what_is_damaged_is_not_used(folder: Path, damage: object) -> None:
    store(ready(), TEMPLATE, FORM)
    path = only_file(folder)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert cached(TEMPLATE, FORM) is None


def test_whole_but_of_another_shape_it_is_not_used(folder: Path) -> None:
    store(ready(), TEMPLATE, FORM)
    payload = marshal.dumps(("something", "else"))
    only_file(folder).write_bytes(hashlib.sha256(payload).digest() + payload)
    assert cached(TEMPLATE, FORM) is None


@needs_owners
def test_only_the_user_can_read_or_write_what_is_kept(folder: Path) -> None:
    store(ready(), TEMPLATE, FORM)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert only_file(folder).stat().st_mode & 0o777 == 0o600


@needs_owners
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path, mode: int) -> None:
    store(ready(), TEMPLATE, FORM)
    folder.chmod(mode)
    assert cached(TEMPLATE, FORM) is None
    before = sorted(folder.iterdir())
    store(ready()._replace(snapshot="other"), TEMPLATE, FORM)
    assert sorted(folder.iterdir()) == before


@needs_owners
def test_a_folder_of_somebody_else_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    store(ready(), TEMPLATE, FORM)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert cached(TEMPLATE, FORM) is None


@needs_owners
def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    store(ready(), TEMPLATE, FORM)
    moved = only_file(folder).rename(tmp_path / "elsewhere")
    (folder / cache._key(TEMPLATE, FORM)).symlink_to(moved)
    assert cached(TEMPLATE, FORM) is None
    folder.rename(tmp_path / "real")
    folder.symlink_to(tmp_path / "real")
    assert cached(TEMPLATE, FORM) is None


def test_without_a_folder_to_write_to_nothing_is_kept_and_nothing_said(folder: Path) -> None:
    folder.write_text("no folder")
    store(ready(), TEMPLATE, FORM)
    assert cached(TEMPLATE, FORM) is None


def test_a_user_without_a_home_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(private_cache, "user_cache_path", lambda *_, **__: Path("~/.cache"))
    store(ready(), TEMPLATE, FORM)
    assert cached(TEMPLATE, FORM) is None
    assert not list(tmp_path.iterdir())


def test_only_those_used_last_stay(folder: Path) -> None:
    templates = [b"%d" % number for number in range(12)]
    for number, template in enumerate(templates):
        store(ready(), template, FORM)
        os.utime(folder / cache._key(template, FORM), (number, number))
    there = [cached(template, FORM) is not None for template in templates]
    assert there == [False] * 4 + [True] * 8


def test_every_field_is_kept() -> None:
    assert CompiledParts._fields == ("static", "changing", "snapshot", "properties", "shows")
    assert all(ready()[:-1])  # the official one leaves to the program how exhibits look


@needs_owners
def test_what_would_never_end_is_not_waited_for(folder: Path) -> None:
    store(ready(), TEMPLATE, FORM)
    there = only_file(folder)
    there.unlink()
    os.mkfifo(there)
    assert cached(TEMPLATE, FORM) is None
    store(ready(), TEMPLATE, FORM)
    assert cached(TEMPLATE, FORM) == ready()


ROOMS = [HOUSE / room for room in cache._ROOMS]


def outside_of_the_rooms(modules: Iterable[Path]) -> set[Path]:
    return {
        module
        for module in modules
        if module.name != "__init__.py" and not any(map(module.is_relative_to, ROOMS))
    }


def test_whatever_compiling_a_template_imports_names_what_is_kept() -> None:
    found: set[Path] = set()
    left = {HOUSE / "formats/docx/template/compiler.py"}
    while left:
        found |= left
        named = {name.replace(".", "/") for module in left for name in imports(module)}
        left = {path for name in named if (path := ROOT / f"{name}.py").is_file()} - found
    assert len(found) > 20
    assert all(room.is_dir() for room in ROOMS)
    assert outside_of_the_rooms(found) == set()


@pytest.mark.long
def test_whatever_is_loaded_to_compile_a_template_names_what_is_kept() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _LOADED_TO_COMPILE],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input=json.dumps(str(packaged_template(OFFICIAL))),
    )
    modules = {Path(name) for name in json.loads(loaded.stdout)}
    assert len(modules) > 20
    assert outside_of_the_rooms(modules) == set()


_LOADED_TO_COMPILE = """
import json, pathlib, sys
import generator.form
from generator.form.reading.form import read_form
from generator.formats.docx.template.compiled import environment
from generator.formats.docx.template.compiler import compile_parts

folder = pathlib.Path(generator.form.__file__).parent / "disclosure" / "edition_2021"
form = read_form({path.name: path.read_text("utf-8") for path in folder.iterdir()}, "form.toml")
template = pathlib.Path(json.load(sys.stdin))
compile_parts(template.read_bytes(), template.name, form, environment())
ours = [module.__file__ for name, module in sys.modules.items() if name.startswith("generator.")]
print(json.dumps(ours))
"""
