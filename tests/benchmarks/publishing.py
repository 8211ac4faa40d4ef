"""A report as PDF and web page, beside LibreOffice, which turns the document into a PDF alone."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.command import MAKE_REPORT, run
from tests.benchmarks.project import different_workbooks, made
from tests.benchmarks.table import Line, at_most, skipped, taken
from tests.benchmarks.timing import in_turn

_ROUNDS = 5
_FEW, _MANY = 10, 300
_FLAT = 1.1


def measure() -> Iterator[Line]:
    """Compare processes, each of which publishes one report; then the memory for many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = [path.with_suffix(".docx") for path in different_workbooks(folder, _MANY)]
        for document in documents:
            made(document.with_suffix(".xlsx"), document)
        yield from _beside_libreoffice(documents[0])
        yield from _memory(documents)


def _beside_libreoffice(document: Path) -> Iterator[Line]:
    soffice = shutil.which("soffice")
    if soffice is None:
        yield skipped("publish: PDF and page, of LibreOffice", "it is not installed")
        return
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    convert = (soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", document.parent)
    ours = (MAKE_REPORT, "publish", "--only", "pdf,html", document)

    def published() -> float:
        for file in document.parent.glob(f"{document.stem}.*.*"):
            file.unlink()
        return run(*ours).seconds

    seconds = in_turn(
        {"ours": published, "LibreOffice": lambda: run(*convert, document).seconds}, _ROUNDS
    )
    for who, once in seconds.items():
        yield taken(f"publish: {who}", once)
    yield at_most(
        "publish: PDF and page, of LibreOffice's PDF", seconds["ours"] / seconds["LibreOffice"], 1
    )


def _memory(documents: list[Path]) -> Iterator[Line]:
    peaks = {
        count: run(MAKE_REPORT, "publish", "--jobs", "1", *documents[:count]).megabytes
        for count in (_FEW, _MANY)
    }
    for count, peak in peaks.items():
        yield Line(f"publish: memory at the peak of {count} reports", f"{peak:.0f} MB")
    yield at_most(
        f"publish: memory for {_MANY}, of that for {_FEW}", peaks[_MANY] / peaks[_FEW], _FLAT
    )
