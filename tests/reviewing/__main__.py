"""How much of what reviewers do is seen: python -m tests.reviewing [documents]."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.reading.body import read_body
from generator.manuscript.review.changes.change import Change
from generator.manuscript.review.changes.change import Kind as Told
from generator.pipeline.review import Review
from generator.pipeline.review import review as read_back
from tests.paths import ROOT
from tests.reviewing import extras
from tests.reviewing.record import Edit, Kind, Reviewed
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import review

WAYS = {"as it is": "", "docx by LibreOffice": "docx", "odt and back": "odt", "doc and back": "doc"}
MODES = {"plain": False, "tracked": True, "mixed": None}
BESIDE = {Told.TABLE, Told.OTHER}


def main(documents: int) -> None:
    """Print, for every way in which documents were edited and saved, how much was seen."""
    folder = Path(tempfile.mkdtemp(prefix="reviewing-"))
    generated = (ROOT / "outputs" / "2023.docx").read_bytes()
    head = ("how", "documents", "text exact", "edits", "reported", "false")
    _row(*head)
    whole: Counter[str] = Counter()
    for mode, tracked in MODES.items():
        truths = [_edited(generated, Random(seed), tracked) for seed in range(documents)]
        paths = []
        for number, truth in enumerate(truths):
            paths.append(folder / mode / f"{number}.docx")
            paths[-1].parent.mkdir(exist_ok=True)
            paths[-1].write_bytes(truth.data)
        for way, kind in WAYS.items():
            saved = (
                resave(paths, kind, folder / f"{mode} {kind}", profile=folder / "profile")
                if kind
                else paths
            )
            counts = _counted(truths, saved)
            whole += counts
            _row(f"{mode}, {way}", *(counts[word] for word in head[1:]))
    _row("all", *(whole[word] for word in head[1:]))


def _edited(generated: bytes, rng: Random, tracked: bool | None) -> Reviewed:  # noqa: FBT001
    truth = review(generated, rng, tracked=tracked, nested=False)
    for extra in (extras.add_comment, extras.add_appendix, extras.add_table, extras.late_row):
        if rng.random() < 1 / 3:
            truth = extra(truth, rng)
    return truth


def _counted(truths: Sequence[Reviewed], saved: Sequence[Path]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for truth, path in zip(truths, saved, strict=True):
        found = read_back(path, workbook=ROOT / "inputs" / "2023.xlsx")
        left = list(_own(found, truth))
        for edit in truth.edits:
            told = next((change for change in left if _is(change, edit)), None)
            if told is not None:
                left.remove(told)
            counts["reported"] += told is not None
        manuscript = read_body(open_archive(path.read_bytes(), "", DOCUMENT), "").manuscript
        lines = [line.strip() for text in truth.lines for line in text.split("\n") if line.strip()]
        counts["text exact"] += [line.text.strip() for line in manuscript.lines] == lines
        counts += Counter(documents=1, edits=len(truth.edits), false=len(left))
    return counts


def _own(found: Review, truth: Reviewed) -> Iterator[Change]:
    """Yield the changes reported, but for what was put in beside the report."""
    for change in found.comparison.changes:
        beside = change.kind == Told.ADDED and change.now in truth.appendix
        if change.kind not in BESIDE and not beside:
            yield change


def _is(change: Change, edit: Edit) -> bool:
    """Tell whether a change that was reported is an edit that was made."""
    if edit.kind == Kind.CHANGE_FIGURE:
        sides = [change.was, change.now]
        return change.kind == Told.FIGURE and sides == [*edit.was, *edit.now]
    if change.kind == Told.NUMBER:
        return edit.kind == Kind.RENUMBER and edit.now[0].startswith(change.now)
    was, now = (_lines(side) for side in (edit.was, edit.now))
    return bool(
        (was & _lines([change.was]) or not was or not change.was)
        and (now & _lines([change.now]) or not now or not change.now)
        and (was & _lines([change.was]) or now & _lines([change.now]))
    )


def _lines(texts: Sequence[str]) -> set[str]:
    return {line.strip() for text in texts for line in text.split("\n") if line.strip()}


def _row(name: str, *numbers: object) -> None:
    print(f"{name:32}", *(f"{number:>11}" for number in numbers))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
