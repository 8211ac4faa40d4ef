"""What a page asks for: a saved workbook's findings and preview, and a folder of many reports.

Each round has a workbook of its own, so that nothing is known of it from before.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from generator.messages.page.preview import preview_record
from generator.pipeline.listing.folder_states import folder_states
from generator.pipeline.previewing.as_html import as_html
from generator.pipeline.previewing.changed import changed
from generator.pipeline.previewing.preview import preview
from tests.benchmarks.project import different_workbooks, made
from tests.benchmarks.table import Line, at_most, taken
from tests.benchmarks.timing import in_turn, repeated

_ROUNDS, _REPORTS = 20, 60


def measure() -> Iterator[Line]:
    """Compare what is shown after a save with loading the workbook; a folder with itself."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _after_a_save(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _of_a_folder(Path(folder))


def _after_a_save(folder: Path) -> Iterator[Line]:
    workbooks = different_workbooks(folder, _ROUNDS + 1)
    to_load, to_show = iter(workbooks), iter(workbooks)
    before = preview(workbooks[-1]).preview

    def load() -> None:
        load_workbook(BytesIO(next(to_load).read_bytes()))

    def show() -> None:
        shown = preview(next(to_show))
        changed(before, shown.preview)
        json.dumps([preview_record(shown), as_html(shown)])

    seconds = in_turn({"load": repeated(load), "show": repeated(show)}, _ROUNDS)
    yield taken("page: a saved workbook, its findings and its preview", seconds["show"])
    yield at_most("page: of loading the workbook", seconds["show"] / seconds["load"], 3)


def _of_a_folder(folder: Path) -> Iterator[Line]:
    workbooks = different_workbooks(folder, _REPORTS)
    for workbook in workbooks:
        made(workbook, workbook.with_suffix(".docx"))

    def again() -> None:
        folder_states(folder)

    def one_changed() -> None:
        os.utime(workbooks[0])
        folder_states(folder)

    first = repeated(again)()
    seconds = in_turn({"same": repeated(again), "one": repeated(one_changed)}, _ROUNDS)
    yield taken(f"page: {_REPORTS} reports, looked at the first time", first)
    yield taken(f"page: {_REPORTS} reports, looked at again", seconds["same"])
    yield taken(f"page: {_REPORTS} reports, one of them saved", seconds["one"])
    yield at_most("page: one of them saved, of the first time", seconds["one"] / first, 0.1)
