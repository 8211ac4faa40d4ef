"""Make the samples of the version at hand: python -m tests.earlier_versions.

Done once for each version that people were given, before anything of the next one is changed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from generator import __version__
from generator.formats.xlsx.editing.cell_edits import edit_cells
from tests.earlier_versions.facts import facts_in, keys_in
from tests.earlier_versions.office import Office
from tests.earlier_versions.samples import HERE, Version
from tests.earlier_versions.typed_cells import LATER, LISTS, MISTAKES, REVISED, Cells
from tests.paths import ROOT
from tests.reviewing import extras
from tests.reviewing.ooxml import Package
from tests.reviewing.reviewer import Reviewed, review, unedited

_EDITS, _FEWER = 7, 4
_LONGEST_LINE = 100


def main() -> None:
    """Write the files into a folder named for the version, over those that are there."""
    version = Version(HERE / __version__)
    for folder in ("workbooks", "later", "documents", "findings", "expected"):
        shutil.rmtree(version.folder / folder, ignore_errors=True)
        (version.folder / folder).mkdir(parents=True)
    shutil.copyfile(ROOT / "templates" / "年度报告模板.docx", version.template)
    _workbooks(version)
    _documents(version)
    _findings(version)
    _expected(version)


def _workbooks(version: Version) -> None:
    folder = version.workbook.parent
    shutil.copyfile(ROOT / "inputs" / "2023.xlsx", version.workbook)
    _type(version.workbook, LISTS)
    _run(folder, ["new", "--from", "2023.xlsx"])
    _type(folder / "2024.xlsx", REVISED)
    _run(folder, ["new", "--organ", "某某市某某局", "--year", "2024", "-o", "空白.xlsx"])
    for copy, cells in ((version.later_workbook, LATER), (folder / "有错.xlsx", MISTAKES)):
        shutil.copyfile(version.workbook, copy)
        _type(copy, cells)


def _documents(version: Version) -> None:
    folder, workbook = version.draft.parent, f"../workbooks/{version.workbook.name}"
    _run(folder, [workbook, "-o", "生成.docx"])
    _run(folder, [workbook, "--draft", "-o", "草稿.docx"])
    made = (folder / "生成.docx").read_bytes()
    plain = review(made, Random(40), count=_EDITS)
    tracked = review(made, Random(66), count=_EDITS, tracked=True)
    mixed = review(made, Random(32), count=_FEWER, tracked=None)
    little = review(made, Random(4), count=_FEWER)
    for name, reviewed in (
        ("直接改", plain),
        ("修订和批注", _with_comments(tracked)),
        ("有修订有直接改", _with_comments(mixed)),
        ("出处全丢", extras.strip_provenance(little, Random(0))),
        ("数据丢失", _without_snapshot(little)),
    ):
        (folder / f"{name}.docx").write_bytes(reviewed.data)
    shutil.copyfile(folder / "修订和批注.docx", folder / "又经修订.docx")
    _run(folder, ["revise", "又经修订.docx", "--workbook", "../later/2023.xlsx"])
    for kept in folder.glob("又经修订.*.docx"):
        kept.unlink()
    published = folder / "发布.docx"
    published.write_bytes(extras.strip_provenance(unedited(made), Random(0)).data)
    _run(folder, ["import", published.name, "-o", "../workbooks/导入.xlsx"])
    published.unlink()


def _findings(version: Version) -> None:
    with _office(version) as office:
        office.check()
        _run(office.folder, ["check", "--annotate", "有错.xlsx"])
        _run(office.folder, ["check", "2023.xlsx", "有错.xlsx", "--problems", "问题清单.xlsx"])
        for name in ("有错.核对.xlsx", "问题清单.xlsx"):
            shutil.copyfile(office.folder / name, version.folder / "findings" / name)


def _expected(version: Version) -> None:
    with _office(version) as office:
        checked = office.check()
    _keep(version, "check", facts_in(checked["results"]))
    for workbook in version.workbooks:
        with _office(version) as office:
            if exported := office.export(workbook):
                _keep(version, f"exported/{workbook.stem}", exported)
            else:
                _keep(version, f"drafted/{workbook.stem}", office.draft(workbook))
    for found in version.findings:
        with _office(version) as office:
            _keep(version, f"findings/{found.stem}", office.statuses(found))
    keys = set(keys_in({"check": checked}))
    for document in version.documents:
        with _office(version) as office:
            made = office.make(document)
        with _office(version) as office:
            reviewed, written = office.write_back(document)
        with _office(version) as office:
            revised, tracked = office.revise(document)
        keys |= set(keys_in({"review": reviewed, "revise": revised}))
        told = {
            "made": made,
            "reviewed": facts_in(reviewed["results"]),
            "written": written,
            "revised": facts_in(revised["results"]),
            "tracked": tracked,
        }
        _keep(version, f"documents/{document.stem}", told)
    _keep(version, "keys", sorted(keys))


@contextmanager
def _office(version: Version) -> Iterator[Office]:
    with tempfile.TemporaryDirectory() as folder:
        yield Office(Path(folder), version, _run)


def _with_comments(reviewed: Reviewed) -> Reviewed:
    for seed in range(2):
        reviewed = extras.add_comment(reviewed, Random(seed))
    return reviewed


def _without_snapshot(reviewed: Reviewed) -> Reviewed:
    package = Package.open(reviewed.data)
    package.drop("customXml/")
    return Reviewed(**{**vars(reviewed), "data": package.save()})


def _type(workbook: Path, cells: Cells) -> None:
    workbook.write_bytes(edit_cells(workbook.read_bytes(), workbook.name, cells))


def _run(folder: Path, arguments: list[str]) -> str:
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode > 1 and "--json" not in arguments:
        raise RuntimeError(f"{arguments}: {done.stdout}{done.stderr}")
    return done.stdout


def _keep(version: Version, what: str, told: Any) -> None:
    path = version.folder / "expected" / f"{what}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_written(told) + "\n", encoding="utf-8")


def _written(told: Any, depth: int = 0) -> str:
    """Return JSON in lines that can be read and compared, but not one for every word."""
    short = json.dumps(told, ensure_ascii=False)
    if len(short) < _LONGEST_LINE or not isinstance(told, dict | list) or not told:
        return short
    ends, lines = "[]", [_written(one, depth + 1) for one in told]
    if isinstance(told, dict):
        ends = "{}"
        lines = [
            f"{json.dumps(key, ensure_ascii=False)}: {_written(told[key], depth + 1)}"
            for key in told
        ]
    gap = "\n" + " " * (depth + 1)
    return f"{ends[0]}{gap}{f',{gap}'.join(lines)}{gap[:-1]}{ends[1]}"


if __name__ == "__main__":
    main()
