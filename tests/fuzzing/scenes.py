"""Commands that write, each in a folder of its own, to be killed while they do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from tests.forms import FORM
from tests.fuzzing.archives import changed, is_narrative
from tests.fuzzing.case import published
from tests.fuzzing.cells import reworded
from tests.fuzzing.whole import faults_of_file
from tests.reviewing.reviewer import review

_WORKBOOK, _DOCUMENT = "inputs/2023.xlsx", "outputs/2023.docx"
_TEMPLATE = f"templates/{FORM.template}"
TEMPORARY = ".make-report-*.tmp"


@dataclass(frozen=True)
class Scene:
    """A command, and the file that it writes."""

    command: str
    files: Mapping[str, bytes]
    target: str
    keeps: bool = False
    """Whether people work in the target, so that a copy of it must stay."""
    never_over: bool = False
    """Whether the command refuses to run where the target is there already."""


def scenes() -> list[Scene]:
    """Return every command that writes, where it has something to write."""
    rng = Random(1)
    files = {name: published(name) for name in (_WORKBOOK, _DOCUMENT, _TEMPLATE)}
    edited = {**files, _DOCUMENT: review(files[_DOCUMENT], rng).data}
    later, _ = changed(files[_WORKBOOK], is_narrative, (reworded,), rng)
    newer = {**files, _WORKBOOK: later}
    return [
        Scene(_WORKBOOK, newer, _DOCUMENT),
        Scene(f"review --apply {_DOCUMENT}", edited, _WORKBOOK, keeps=True),
        Scene(f"revise {_DOCUMENT}", newer, _DOCUMENT, keeps=True),
        Scene(f"new --from {_WORKBOOK}", files, "inputs/2024.xlsx", never_over=True),
        Scene(f"check --annotate {_WORKBOOK}", files, "inputs/2023.核对.xlsx"),
        Scene(f"import {_DOCUMENT} -o 甲.xlsx", files, "甲.xlsx", never_over=True),
    ]


def faults_left(scene: Scene, after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with the files that a killed command has left."""
    for name, data in scene.files.items():
        if name not in after:
            yield f"{name} is gone"
        elif name != scene.target and after[name] != data:
            yield f"{name} changed"
        elif scene.keeps and data not in after.values():
            yield f"{name} replaced, and there is no copy of it"
    for name, data in after.items():
        if not name.endswith(".tmp"):
            yield from faults_of_file(name, data)
