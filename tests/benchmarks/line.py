"""The whole line in one process: read a workbook, check it, fill the template, write the document.

Each round has a workbook of its own, so that nothing is known of it from before.
"""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.benchmarks.project import different_workbooks, made
from tests.benchmarks.table import Line, at_most, taken
from tests.benchmarks.timing import in_turn, repeated

_ROUNDS = 40


def measure() -> Iterator[Line]:
    """Compare the whole line with only loading the same workbook."""
    with tempfile.TemporaryDirectory() as folder:
        workbooks = different_workbooks(Path(folder), _ROUNDS + 1)
        to_load, to_make = iter(workbooks), iter(workbooks)

        def load() -> None:
            load_workbook(BytesIO(next(to_load).read_bytes()))

        def make() -> None:
            workbook = next(to_make)
            made(workbook, workbook.with_suffix(".docx"))

        seconds = in_turn({"load": repeated(load), "line": repeated(make)}, _ROUNDS)
    yield taken("line: a workbook, loaded by openpyxl", seconds["load"])
    yield taken("line: a workbook, to a document that is written", seconds["line"])
    yield at_most("line: of loading the workbook", seconds["line"] / seconds["load"], 2)
