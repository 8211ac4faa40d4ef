"""One process, the template compiled once: what filling it and zipping the document takes.

The floor is what zipping alone takes: the parts of the finished document, which are there already,
written in the same order by Python's zipfile at its usual level of compression.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO

from docxtpl import DocxTemplate

from generator.formats.docx.template.values import Value
from tests.benchmarks.project import (
    TEMPLATE,
    filling_of,
    parts_of,
    sample_document,
    sample_report,
    zipped,
)
from tests.benchmarks.table import Line, alike, at_least, at_most, taken
from tests.benchmarks.timing import in_turn, repeated


def measure() -> Iterator[Line]:
    """Compare us with docxtpl and with the floor."""
    filling = filling_of(sample_report())
    parts = parts_of(sample_document())
    yield alike(
        "warm: filled again, and zipped alone, as by the whole line",
        *(sample_document(), filling.document(), zipped(parts)),
    )
    seconds = in_turn(
        {
            "ours": repeated(filling.document, 40),
            "docxtpl": repeated(lambda: docxtpl_document(filling.values)),
            "floor": repeated(lambda: zipped(parts), 40),
        },
        rounds=25,
        of=min,
    )
    for name, each in seconds.items():
        yield taken(f"warm: a document, {name}", each)
    yield at_least("warm: faster than docxtpl", seconds["docxtpl"] / seconds["ours"], 90)
    yield at_most("warm: ours, of the floor", seconds["ours"] / seconds["floor"], 1.4)


def docxtpl_document(values: Mapping[str, Value]) -> bytes:
    """Make the same document as its documentation begins: open, render, save."""
    document = DocxTemplate(TEMPLATE)
    document.render(values)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()
