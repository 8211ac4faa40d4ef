"""The first report of the day: a whole process, beside one that only imports the libraries."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.command import MAKE_REPORT, run
from tests.benchmarks.project import WORKBOOK, sample_document
from tests.benchmarks.table import Line, alike, at_most, taken
from tests.benchmarks.timing import in_turn

_IMPORTS = (sys.executable, "-c", "import docx, docxtpl, openpyxl")
_ROUNDS = 15


def measure() -> Iterator[Line]:
    """Compare make-report with the imports alone, with and without what it keeps between runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = folder / "2023.docx"

        def make_report(cache_of: Callable[[], Path]) -> Callable[[], float]:
            def timed() -> float:
                document.unlink(missing_ok=True)
                command = (MAKE_REPORT, WORKBOOK, "-o", document)
                return run(*command, cache_folder=cache_of()).seconds

            return timed

        seconds = in_turn(
            {
                "imports": lambda: run(*_IMPORTS).seconds,
                "kept": make_report(lambda: folder / "kept"),
                "empty": make_report(lambda: Path(tempfile.mkdtemp(dir=folder))),
            },
            _ROUNDS,
        )
        yield alike(
            "cold: the document, as in one process", sample_document(), document.read_bytes()
        )
    yield taken("cold: importing docx, docxtpl, openpyxl", seconds["imports"])
    yield taken("cold: make-report", seconds["kept"])
    yield taken("cold: make-report, with its cache empty", seconds["empty"])
    yield at_most("cold: of the imports", seconds["kept"] / seconds["imports"], 1)
    yield at_most(
        "cold: of the imports, still accepted", seconds["kept"] / seconds["imports"], 1.25
    )
