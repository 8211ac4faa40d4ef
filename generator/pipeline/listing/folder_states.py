"""A folder → what lies in it, and how far each report is."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.files.file_names import INPUTS, NOTICES, OUTPUTS, TEMPLATES, default_document
from generator.files.os_reason import reason
from generator.files.plain_archives import is_left_behind
from generator.model.finding import Refusal
from generator.pipeline.listing.around import Inside, Needs, around, identity, inside
from generator.pipeline.listing.kept_states import Known, keep_state, known_state
from generator.pipeline.listing.sorting import is_beside, looked_at, outside
from generator.pipeline.listing.states import FileState, FolderStates, Kind, OtherFile, State
from generator.pipeline.working.watched import Progress, Stop

_NO_UNITS = {INPUTS, OUTPUTS, TEMPLATES, NOTICES}


def places_of(folder: Path) -> tuple[Path, ...]:
    """Return the folders that belong together: a folder itself, and inputs/ and outputs/ in it.

    Of inputs/ or outputs/ itself, the other one beside it. A link to a folder elsewhere is none.
    """
    folder = folder.absolute()
    office = folder.parent if folder.name in (INPUTS, OUTPUTS) else folder
    named = (folder, office / INPUTS, office / OUTPUTS)
    return tuple(one for one in dict.fromkeys(named) if one == folder or _is_folder(one))


def folder_states(
    folder: Path, *, seen: Progress | None = None, stop: Stop | None = None
) -> FolderStates:
    """Return what lies in a folder, and how far each report is; nothing is written to it.

    What was worked out before is not again while its files are the same. `stop` is asked between
    files; those left are counted. Raise Refusal where the folder cannot be read.
    """
    places = places_of(folder)
    paths = {path: None for place in places for path in _files_in(place, folder)}
    due = [path for path in paths if not is_beside(path, paths)]
    found: list[FileState | OtherFile] = []
    listed = cache(inside)
    for number, path in enumerate(due):
        if stop is not None and stop():
            break
        if seen is not None:
            seen(number, len(due), path)
        found.append(state_of_file(path, folder, listed))
        document = default_document(path)
        if isinstance(found[-1], OtherFile) and document in paths and document not in due:
            due.append(document)  # whose workbook is none of ours
    files = [one for one in found if isinstance(one, FileState)]
    return FolderStates(
        folder,
        tuple(sorted(files, key=_age)),
        tuple(one for one in found if isinstance(one, OtherFile)),
        tuple(_folders_in(folder)),
        len(due) - len(found),
    )


def state_of_file(path: Path, folder: Path, listed: Inside = inside) -> FileState | OtherFile:
    """Return what one file of a folder is, and how far; as `folder_states` has it."""
    if (other := outside(path, places_of(folder))) is not None:
        return other
    workbook = path if path.suffix.lower() == ".xlsx" else None
    document = default_document(path) if workbook else path
    if (known := known_state(path, workbook, document, listed)) is not None:
        return known
    before = around(workbook, document, Needs())
    try:
        found, needs = looked_at(path)
    except Exception as problem:  # noqa: BLE001 - one file must not hide all the others
        return FileState(path, Kind.REPORT, State.UNUSABLE, why=_unforeseen(path, problem))
    if around(workbook, document, Needs()) == before:  # else saved meanwhile
        keep_state(path, Known(found, needs, around(workbook, document, needs)))
    return found


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _files_in(place: Path, folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(place.iterdir())
    except OSError as problem:
        if place.absolute() == folder.absolute():
            raise Refusal(f"读不了文件夹 {folder}：{reason(problem)}。") from None
        return
    for path in entries:
        if not is_left_behind(path.name) and not path.is_dir():
            yield path


def _folders_in(folder: Path) -> Iterable[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return ()
    return [
        path
        for path in entries
        if _is_folder(path) and path.name not in _NO_UNITS and not is_left_behind(path.name)
    ]


def _unforeseen(path: Path, problem: Exception) -> str:
    if isinstance(problem, OSError):
        return f"读不了 {path.name}：{reason(problem)}。"
    return (
        f"看 {path.name} 时遇到了没有料到的问题（{type(problem).__name__}）。"
        "请把这个文件和这句话发给维护人员。"
    )


def _age(found: FileState) -> tuple[int, str]:
    """Sort the newest first: what was saved last, workbook or document."""
    paths = [found.path, *([found.document.path] if found.document else [])]
    times = [there[0] for path in paths if (there := identity(path))]
    return -max(times, default=0), found.path.name
