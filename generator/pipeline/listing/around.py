"""Which files a report's state depends on: as long as they are the same, so is the state."""

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import INPUTS, KEPT, default_document, published_forms
from generator.model.captions import shown_by
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.pipeline.forms.known import form_folders
from generator.pipeline.last_year import beside_in

Identity = tuple[int, int, int] | None
"""(when it was last changed, size, number of a file); None where it is not there."""
Around = tuple[tuple[str, Identity], ...]
"""Files, there or not, and which each of them was."""
Inside = Callable[[Path], list[Path]]
"""Returns what lies in a folder, by its names in order."""

_PICTURES = (".png", ".jpg", ".jpeg", ".gif")
_OF_A_FORM = (".toml", ".docx")


class Needs(NamedTuple):
    """What only the report itself says that it depends on."""

    before: str = ""
    """Last year's workbook."""
    pictures: tuple[str, ...] = ()
    """Files that it shows, as they are named in it."""
    workbook: str = ""
    """That of a document under another name."""
    any_workbook: bool = False
    """Whether none was found for a document: any that comes, or says something else, may be it."""


def inside(folder: Path) -> list[Path]:
    """Return what lies in a folder, by its names in order; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [folder / name for name in sorted(entry.name for entry in entries)]
    except OSError:
        return []


def needs_of(workbook: Path, report: Report) -> Needs:
    """Return what a report depends on beside its workbook, its document and its template."""
    year = year_of(report)
    before = None if year is None else beside_in(workbook, year, year - 1)
    pictures = tuple(shown_by(line).name for line in report.paragraphs if line.kind)
    return Needs(str(before or ""), pictures)


def around(workbook: Path | None, document: Path, needs: Needs, listed: Inside = inside) -> Around:
    """Return all files that the state of a report depends on, as they are now.

    Who asks for many files of one folder may have it `listed` once for all of them.
    """
    paths = [document, *published_forms(document), *kept_copies(document, listed)]
    if needs.workbook:
        paths.append(Path(needs.workbook))
    if needs.any_workbook:
        folders = (document.parent, document.parent.parent / INPUTS)
        paths += [path for one in folders for path in listed(one) if path.suffix == ".xlsx"]
    if workbook is not None:
        draft = default_document(workbook, draft=True)
        beside = _beside(workbook, needs, listed)
        paths += [workbook, draft, *beside]
    paths += _templates_and_forms(document if workbook is None else workbook, listed)
    return tuple((path, identity(path)) for path in dict.fromkeys(map(str, paths)))


def identity(path: str | Path) -> Identity:
    """Return what tells a state of a file from any other without reading it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - of any length, and thousands of them
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def kept_copies(document: Path, listed: Inside = inside) -> list[Path]:
    """Return the dated copies of a document, the newest first."""
    begins, there = f"{document.stem}{KEPT}", listed(document.parent)
    first = bisect_left(there, begins, key=lambda path: path.name)
    named = takewhile(lambda path: path.name.startswith(begins), islice(there, first, None))
    return sorted((path for path in named if path.suffix == document.suffix), reverse=True)


def _templates_and_forms(beside: Path, listed: Inside) -> Iterator[Path]:
    """Yield what lies in the folders of templates, and what in them is of a form."""
    for folder in form_folders(beside):
        for path in listed(folder):
            yield path
            if path.suffix not in _OF_A_FORM:  # else it may be a folder
                yield from (one for one in listed(path) if one.suffix in _OF_A_FORM)


def _beside(workbook: Path, needs: Needs, listed: Inside) -> Iterator[Path]:
    if needs.before:
        yield Path(needs.before)
    bases: Iterable[Path] = (workbook.parent, workbook.parent / workbook.stem)
    for base in bases if needs.pictures else ():
        yield from (path for path in listed(base) if path.suffix.lower() in _PICTURES)
        yield from (base / name for name in needs.pictures)
