"""The same document from the same data by other engines, each as its documentation says.

The engines run in processes of their own that stay, so that all are warm, and have their turns
with ours. What each makes says the same as our document, or nothing is measured.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from tests.benchmarks.document_text import text_of
from tests.benchmarks.peers.languages import (
    CARBONE,
    DOCX_TEMPLATES,
    DOCXTEMPLATER,
    EASY_TEMPLATE_X,
    Language,
)
from tests.benchmarks.peers.templates import data_of, translated
from tests.benchmarks.project import TEMPLATE, filling_of, parts_of, sample_report, zipped
from tests.benchmarks.table import Line, at_least, skipped, taken
from tests.benchmarks.timing import in_turn, repeated

ENGINES = {
    "carbone": CARBONE,
    "docx-templates": DOCX_TEMPLATES,
    "docxtemplater": DOCXTEMPLATER,
    "easy-template-x": EASY_TEMPLATE_X,
}
_HERE = Path(__file__).parent
_TO_WARM_UP = 150
_ROUNDS = 15
_OURS, _THEIRS = 100, 10
"""How many documents in a turn, so that all turns are about as long."""


def measure() -> Iterator[Line]:
    """Compare us with the fastest of them."""
    if missing := what_is_missing():
        yield skipped("peers", missing)
        return
    filling = filling_of(sample_report())
    text = text_of(filling.document())
    with tempfile.TemporaryDirectory() as name, ExitStack() as running:
        folder = Path(name)
        (folder / "data.json").write_text(data_of(filling.values), encoding="utf-8")
        turns = {"ours": repeated(filling.document, _OURS)}
        for engine, language in ENGINES.items():
            fill = running.enter_context(_started(engine, language, folder))
            fill(_TO_WARM_UP)
            same = text_of(_document(folder, engine).read_bytes()) == text
            said = "as ours" if same else "differs"
            yield Line(f"peers: {engine}, text of its document", said, "as ours", same)
            if same:
                turns[engine] = partial(fill, _THEIRS)
        seconds = in_turn(turns, _ROUNDS, of=min)
    for name, each in seconds.items():
        yield taken(f"peers: a document, {name}", each)
    ours = seconds.pop("ours")
    fastest = min(seconds, key=seconds.__getitem__)
    yield at_least(f"peers: faster than {fastest}, the fastest", seconds[fastest] / ours, 12)


def what_is_missing() -> str:
    """Return why the engines cannot run; empty where they can."""
    if not shutil.which("node"):
        return "there is no node"
    installed = all((_HERE / "node_modules" / engine).is_dir() for engine in ENGINES)
    return "" if installed else "run npm install --prefix tests/benchmarks/peers"


def _document(folder: Path, engine: str) -> Path:
    return folder / f"{engine}.docx"


@contextmanager
def _started(engine: str, language: Language, folder: Path) -> Iterator[Callable[[int], float]]:
    """Start an engine. Yield what has it fill so many documents, and returns the seconds of one."""
    template = folder / f"{engine}.template.docx"
    template.write_bytes(zipped(translated(parts_of(TEMPLATE.read_bytes()), language)))
    files = (template, folder / "data.json", _document(folder, engine))
    with subprocess.Popen(
        ["node", _HERE / "serve.mjs", engine, *files],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        asked, answered = process.stdin, process.stdout
        assert asked
        assert answered

        def fill(count: int) -> float:
            asked.write(f"{count}\n")
            asked.flush()
            return float(answered.readline()) / 1000

        yield fill
