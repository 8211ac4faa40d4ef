"""Tries an archive as people use it, beside this checkout: both must come to the same bytes.

`python .ci/folder/trial.py make-report-windows.zip [--with wine]`: unpacked into a path with
Chinese and spaces, the page opened, a report made, checked, reviewed and published; then unpacked
again over what people have made, as an update is. This Python needs what the project depends on.
"""

import argparse
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from archives import TOP
from pins import ROOT
from running import command_in, page_of, said_by, unpack

sys.path.insert(1, str(ROOT))

from generator.files.unzipped import MANUALS, OWN

_BOOK, _DOCUMENT = Path("inputs", "2023.xlsx"), Path("outputs", "2023.docx")
_SAMPLES, _OTHER_FORM = "自带的模板", "2024行政执法统计年报"
_OTHER_BOOK = Path("inputs", f"{_OTHER_FORM}.xlsx")
_OTHER_DOCUMENT = Path("outputs", f"{_OTHER_FORM}.docx")
_PUBLISHED = (
    "2023.发布.docx",
    "2023.发布.pdf",
    "2023.发布.html",
    "2023.网页片段.html",
    "2023.发布.json",
)
_BEFORE, _AFTER = "主动公开政府信息".encode(), "依法主动公开政府信息".encode()
Run = Callable[..., str]
"""Carries out a command in an office's folder, and returns what it says."""


def main() -> None:
    """Try the archive that is named; the first thing that is not as it should be ends it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--with", dest="by", nargs="*", default=[], help="what runs its programs")
    parser.add_argument("--inside", type=Path, help="a root of another system, to run them in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.inside) as there:
        place = Path(there).resolve() / "某局 办公室"
        unpack(options.archive, place)
        folder = place / TOP
        command = command_in(folder, options.by, options.inside)
        _try_page(command, folder)
        if options.archive.suffix == ".zip":
            _try_batch_files(options.by, folder)
        office, beside = folder / OWN, Path(there) / "beside"
        shutil.copytree(office, beside)
        _try_year(
            office,
            lambda *words: said_by([*command, *words], office),
            beside,
            lambda *words: said_by([sys.executable, "-m", "generator", *words], beside),
        )
        _try_update(options.archive, place, command)
    _say(f"{options.archive.name}: all of it holds")


def _try_page(command: list[str], folder: Path) -> None:
    """Open the page: on the folder of people's own files, which is made with the example."""
    with page_of(command, folder) as address:
        about = json.load(urlopen(f"{address}about"))  # noqa: S310 - of this computer
        listed = json.load(urlopen(f"{address}folder"))  # noqa: S310
        page = urlopen(address).read().decode()  # noqa: S310
        _must(
            "the page says its version",
            about["version"] in said_by([*command, "--version"], folder),
        )
        _must("the page is the page", "政府信息公开工作年度报告" in page)
        _must(
            "it knows the manuals", about["manuals"] == [one for one in MANUALS if _is(folder, one)]
        )
        _must("of a plain folder nothing is told", about["remarks"] == [])
        _must("it is open on the own folder", listed["where"].endswith(OWN))
    _must("the example lies there", (folder / OWN / _BOOK).is_file())


def _is(folder: Path, manual: str) -> bool:
    return (folder / f"{manual}.pdf").is_file()


def _try_batch_files(by: list[str], folder: Path) -> None:
    """Start the program as people do, by a double click, or with a workbook that is dropped."""
    typed = said_by([*by, "cmd", "/c", "make-report.bat", "--version"], folder)
    _must("a command can be typed", typed.startswith("make-report "))
    book = f"{OWN}\\{_BOOK}".replace("/", "\\")
    dropped = said_by([*by, "cmd", "/c", "打开年度报告.bat", book], folder)
    _must("a workbook that is dropped on it is made", "已生成：" in dropped)


def _try_year(office: Path, here: Run, beside: Path, there: Run) -> None:
    """Do what a year asks for, in both."""
    for run in (here, there):
        run("check", str(_BOOK))
        run("--force", str(_BOOK))
    _same("the report", office, beside, _DOCUMENT)
    _must("what is checked is said alike", here("check", str(_BOOK)) == there("check", str(_BOOK)))
    for folder, run in ((office, here), (beside, there)):
        _review(folder / _DOCUMENT)
        run("review", "--apply", str(_DOCUMENT))
        run(str(_BOOK))
    _same("the workbook that was written back to", office, beside, _BOOK)
    _same("the report of that", office, beside, _DOCUMENT)
    for run in (here, there):
        run("publish", "--force", str(_DOCUMENT))
    for name in _PUBLISHED:
        _same("what is published", office, beside, _DOCUMENT.with_name(name))
    for folder, run in ((office, here), (beside, there)):
        shutil.copy(office.parent / _SAMPLES / _OTHER_BOOK.name, folder / _OTHER_BOOK)
        run(str(_OTHER_BOOK))
    _same("a report of the other form", office, beside, _OTHER_DOCUMENT)
    told = here("new", "--form", _OTHER_FORM[4:], "--organ", "某县", "--year", "2025")
    _must("a workbook of the other form can be begun", told.startswith("已新建："))


def _try_update(archive: Path, place: Path, command: list[str]) -> None:
    """Unpack an update, twice: what people made stays, modules of an earlier version do not."""
    folder = place / TOP
    own = folder / OWN
    (own / "templates" / "本单位的.docx").write_bytes(b"own")
    earlier = folder / "program" / "lib-00000000"
    earlier.mkdir()
    before = _files(own)
    for _ in range(2):
        unpack(archive, place)
        with page_of(command, folder):
            now = _files(own)
            other = [name for name in {*before, *now} if before.get(name) != now.get(name)]
            _must(f"what people made stays{''.join(f', not {name}' for name in other)}", not other)
    _must("of the earlier version nothing is left", not earlier.exists())


def _review(document: Path) -> None:
    """Change a few words, as a reviewer who uses no tracked changes."""
    with zipfile.ZipFile(document) as opened:
        parts = {one: opened.read(one) for one in opened.infolist()}
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as written:
        for one, data in parts.items():
            body = one.filename == "word/document.xml"
            written.writestr(one, data.replace(_BEFORE, _AFTER, 1) if body else data)
    _must("the reviewer has changed something", any(_BEFORE in one for one in parts.values()))


def _files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def _same(what: str, office: Path, beside: Path, file: Path) -> None:
    ours, theirs = (office / file).read_bytes(), (beside / file).read_bytes()
    _must(f"{what} is the same: {file.name}, {len(ours):,} bytes", ours == theirs)


def _must(what: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
    _say(f"{'  ' if holds else 'NOT '}{what}")
    if not holds:
        raise SystemExit(1)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
