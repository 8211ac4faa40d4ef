"""Review of the longest documents, beside the check of the workbooks that they were made from."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from generator.console.exit_codes import HELD_BACK
from generator.model.report import Report
from tests.benchmarks.command import MAKE_REPORT, run
from tests.benchmarks.growth import longer
from tests.benchmarks.project import made, sample_report, written_workbook
from tests.benchmarks.table import Line, at_most, taken
from tests.benchmarks.timing import in_turn
from tests.reviewing.reviewer import review

_ROWS, _MOST_TEXT = 4_900, 70  # of 5,000; characters of each, for a report may have 500,000
_EDITS, _ROUNDS = 6, 3
_TRACKED = {"edited": False, "with 修订": True}


def measure() -> Iterator[Line]:
    """Compare the review of an edited document with the check of its workbook, each a process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = written_workbook(_long_report(), folder / "2023.xlsx")
        generated = made(workbook, folder / "2023.docx")
        commands: dict[str, tuple[str | Path, ...]] = {"check": ("check", workbook)}
        for how, tracked in _TRACKED.items():
            document = folder / f"{how}.docx"
            edited = review(generated, Random(1), count=_EDITS, tracked=tracked, noise=False)
            document.write_bytes(edited.data)
            commands[how] = ("review", document, "--workbook", workbook)
        seconds = in_turn({how: _busy(*command) for how, command in commands.items()}, _ROUNDS)
    for how, once in seconds.items():
        yield taken(f"review: {_ROWS} rows, {how}", once)
    for how in _TRACKED:
        yield at_most(f"review: {how}, of the check", seconds[how] / seconds["check"], 1.5)


def _busy(*command: str | Path) -> Callable[[], float]:
    return lambda: run(MAKE_REPORT, *command, most=HELD_BACK).busy


def _long_report() -> Report:
    report = sample_report()
    rows = [
        replace(row, text=f"{row.text[:_MOST_TEXT]}。") for row in report.paragraphs if row.text
    ]
    short = replace(report, paragraphs=tuple(rows))
    return longer(short, _ROWS // len(rows))
