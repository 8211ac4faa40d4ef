"""Many workbooks on two cores: two processes beside one."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.command import MAKE_REPORT, run
from tests.benchmarks.project import different_workbooks, made
from tests.benchmarks.table import Line, alike, at_least, taken
from tests.benchmarks.timing import in_turn

_WORKBOOKS = 200
_ROUNDS = 3


def measure() -> Iterator[Line]:
    """Compare --jobs 2 with --jobs 1."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbooks = different_workbooks(folder, _WORKBOOKS)
        documents = [workbook.with_suffix(".docx") for workbook in workbooks]
        written: dict[int, bytes] = {}

        def jobs(number: int) -> Callable[[], float]:
            def timed() -> float:
                for document in documents:
                    document.unlink(missing_ok=True)
                command = (MAKE_REPORT, "--jobs", str(number), *(path.name for path in workbooks))
                seconds = run(*command, folder=folder).seconds
                written[number] = b"".join(document.read_bytes() for document in documents)
                return seconds

            return timed

        seconds = in_turn({"one": jobs(1), "two": jobs(2)}, _ROUNDS)
        first = documents[0].read_bytes()
        again = made(workbooks[0], folder / "again.docx")
    yield alike(f"processes: {_WORKBOOKS} documents, by one as by two", *written.values())
    yield alike("processes: a document, as in this process", first, again)
    yield taken(f"processes: {_WORKBOOKS} workbooks by one", seconds["one"])
    yield taken(f"processes: {_WORKBOOKS} workbooks by two", seconds["two"])
    yield at_least("processes: two, faster than one", seconds["one"] / seconds["two"], 1.8)
