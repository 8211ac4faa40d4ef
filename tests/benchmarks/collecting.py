"""A collection of many units, beside importing and checking each file that they handed in."""

import math
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.form.vocabulary import ORGAN
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.model.collection.unit import Unit, UnitList
from generator.pipeline.for_programs import publish
from tests.benchmarks import one_by_one
from tests.benchmarks.command import MAKE_REPORT, Run, run
from tests.benchmarks.project import different_workbooks, made, sample_report
from tests.benchmarks.table import Line, at_most, taken

_UNITS, _PROVINCE = (30, 300), (300, 3_000)
_KINDS = (".xlsx", ".docx", ".html", ".pdf", ".xlsx")
"""In turn; the workbooks lie in the folder as they are."""
_MOST, _LINEAR, _HELD_BACK = 1.1, 1.05, 1


def measure() -> Iterator[Line]:
    """Collect few and many units, nothing of which was read before, in one process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds: dict[int, float] = {}
        for count in _UNITS:
            units = _handed_in(folder / str(count), count)
            alone = run(sys.executable, "-m", one_by_one.__name__, units)
            together = _collected(units, folder / f"汇总{count}.xlsx", count)
            seconds[count] = together.busy
            yield taken(f"collect: {count} units, each alone", alone.busy)
            yield taken(f"collect: {count} units", together.busy)
            yield Line(f"collect: memory at the peak of {count}", _megabytes(together))
            yield at_most(
                f"collect: {count} units, of each alone", together.busy / alone.busy, _MOST
            )
    yield _exponent(seconds)


def measure_province() -> Iterator[Line]:
    """Collect as many units as a collection takes, workbooks alone, and once more next day."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds: dict[int, float] = {}
        for count in _PROVINCE:
            units = folder / str(count)
            units.mkdir()
            different_workbooks(units, count)
            target = folder / f"汇总{count}.xlsx"
            for when in ("", ", again"):
                done = _collected(units, target, count)
                seconds.setdefault(count, done.busy)
                yield taken(f"collect: {count} units{when}", done.busy)
                yield Line(f"collect: memory at the peak of {count}{when}", _megabytes(done))
        yield _exponent(seconds)


def _handed_in(folder: Path, count: int) -> Path:
    """Return a folder of so many files, of several kinds."""
    folder.mkdir()
    for number, workbook in enumerate(different_workbooks(folder, count)):
        kind = _KINDS[number % len(_KINDS)]
        if kind == ".xlsx":
            continue
        document = made(workbook, workbook.with_suffix(".docx"))
        if kind != ".docx":
            ready = publish(document, workbook=workbook, only=[kind.lstrip(".")], force=True)
            page = next(iter(ready.files.values()))
            workbook.with_suffix(kind).write_bytes(page)
            workbook.with_suffix(".docx").unlink()
        workbook.unlink()
    return folder


def _megabytes(done: Run) -> str:
    return f"{done.megabytes:.0f} MB"


def _exponent(seconds: Mapping[int, float]) -> Line:
    """Return how the time grows with the number of units."""
    few, many = seconds
    exponent = math.log(seconds[many] / seconds[few]) / math.log(many / few)
    goal = f"<= {_LINEAR}"
    return Line(f"collect: exponent to {many}", f"{exponent:.2f}", goal, exponent <= _LINEAR)


def _collected(units: Path, target: Path, count: int) -> Run:
    organ = sample_report().entries[ORGAN].printed
    names_of = (f"{organ}第{number:04}分局" for number in range(1, count + 1))
    listed = UnitList("某某区人民政府", 2023, tuple(map(Unit, names_of)))
    names = target.with_suffix(".名单.xlsx")
    names.write_bytes(unit_list_workbook(listed))
    command = (MAKE_REPORT, "collect", units, "--units", names, "-o", target, "--jobs", "1")
    return run(*command, most=_HELD_BACK, cache_folder=target.with_suffix(""))
