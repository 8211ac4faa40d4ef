"""Whether time and memory grow no faster than the work: with the reports, with the rows of one."""

import math
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median

from generator.model.report import Report
from tests.benchmarks.command import MAKE_REPORT, Run, run
from tests.benchmarks.project import (
    different_workbooks,
    filling_of,
    made,
    sample_report,
    written_workbook,
)
from tests.benchmarks.table import Line, at_most, taken
from tests.benchmarks.timing import in_turn, repeated

_REPORTS = {1: 5, 10: 5, 100: 1, 1000: 1}
"""How many reports, and how often so many are made: of few, the time varies more."""
_TIMES_THE_ROWS = (1, 10, 100)  # 2,000 rows; a sheet may have 5,000
_ROUNDS_OF_FILLING, _ROUNDS_OF_LINES = 15, 3
_LINEAR, _FLAT = 1.05, 1.1
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def measure() -> Iterator[Line]:
    """Measure reports in one run of the command, then rows in one process."""
    yield from _reports()
    yield from _rows()


def _reports() -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [path.name for path in different_workbooks(folder, max(_REPORTS))]

        def make(count: int) -> Run:
            for document in folder.glob("*.docx"):
                document.unlink()
            return run(MAKE_REPORT, "--jobs", "1", *names[:count], folder=folder)

        runs = {count: [make(count) for _ in range(often)] for count, often in _REPORTS.items()}
    seconds = {count: median(one.busy for one in some) for count, some in runs.items()}
    peaks = {count: max(one.megabytes for one in some) for count, some in runs.items()}
    start = seconds.pop(1)
    each = {count: (whole - start) / (count - 1) for count, whole in seconds.items()}
    for count in each:
        yield taken(f"growth: each further of {count} reports", each[count])
    for count, peak in peaks.items():
        yield Line(f"growth: memory at the peak of {count} reports", f"{peak:.0f} MB")
    few, many = min(each), max(each)
    yield at_most(f"growth: a report of {many}, of one of {few}", each[many] / each[few], _LINEAR)
    yield at_most(f"growth: memory for {many}, of that for {few}", peaks[many] / peaks[few], _FLAT)


def _rows() -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as name:
        fill: dict[int, Callable[[], object]] = {}
        whole: dict[int, Callable[[], object]] = {}
        for times in _TIMES_THE_ROWS:
            fill[times] = filling_of(longer(sample_report(), times)).document
            whole[times] = _lines(Path(name), times, _ROUNDS_OF_LINES + 1)
        yield from _growing("filled and zipped", fill, _ROUNDS_OF_FILLING)
        yield from _growing("the whole line", whole, _ROUNDS_OF_LINES)


def _growing(what: str, work: Mapping[int, Callable[[], object]], rounds: int) -> Iterator[Line]:
    """Say how time grows from each number of rows to the next: as their power of so much."""
    seconds = in_turn({times: repeated(one) for times, one in work.items()}, rounds)
    for times, once in seconds.items():
        yield taken(f"growth: {what}, {times} times the rows", once)
    steepest = max(
        math.log(seconds[more] / seconds[fewer]) / math.log(more / fewer)
        for fewer, more in pairwise(seconds)
    )
    yield Line(
        f"growth: {what}, exponent where it is steepest",
        f"{steepest:.2f}",
        f"<= {_LINEAR}",
        steepest <= _LINEAR,
    )


def _lines(folder: Path, times: int, count: int) -> Callable[[], object]:
    """Return what goes the whole line, each time it is called with another long workbook."""
    workbooks = [folder / f"{times}-{number}.xlsx" for number in range(count)]
    for number, workbook in enumerate(workbooks):
        written_workbook(longer(sample_report(), times, number), workbook)
    left = iter(workbooks)

    def make() -> bytes:
        workbook = next(left)
        return made(workbook, workbook.with_suffix(".docx"))

    return make


def longer(report: Report, times: int, version: int = 0) -> Report:
    """Return a report with each part so many times as long, and no sentence in it twice."""
    copies = [_name(version * times + number) for number in range(times)]
    longer = [
        replace(line, text=line.text.replace("。", f"（{copy}）。"))
        for _, lines in groupby(report.paragraphs, lambda line: line.part)
        for part in [list(lines)]
        for copy in copies
        for line in part
    ]
    return replace(report, paragraphs=tuple(longer))


def _name(number: int) -> str:
    """Return a number in signs that nobody takes for one."""
    return "".join(_STEMS[int(digit)] for digit in str(number))
