"""Writes what is sent to units into a folder, and keeps in it only what is to be sent now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.files.delivery import Delivery, dated, deliver, not_while_open
from generator.files.file_names import DONE_WITH, EARLIER_NOTICES
from generator.files.os_reason import reason
from generator.formats.docx.notices.document import compared, notice_document
from generator.formats.docx.notices.template import NoticeTemplate
from generator.model.collection.notices.notice import Notice
from generator.model.collection.unit import UnitList
from generator.model.finding import Refusal
from generator.pipeline.collecting.notice_places import notice_places


class Moved(NamedTuple):
    """A file that is elsewhere now."""

    was: Path
    now: Path


class WrittenNotices(NamedTuple):
    """What became of the notices, for messages."""

    folder: Path
    written: tuple[Path, ...] = ()
    """New, or saying something else than before."""
    current: tuple[Path, ...] = ()
    """Say the same as before; what people have written into them stays."""
    apart: tuple[Path, ...] = ()
    """Those called otherwise than usual: another collection has one to a unit of that name."""
    others: Mapping[str, int] = {}
    """How many of other collections lie in the folder, by the names of those."""
    kept: tuple[Moved, ...] = ()
    """Those that people had worked on and that have been replaced, with their dated copies."""
    done_with: tuple[Moved, ...] = ()
    """To units that need nothing more: set aside, under a dated name."""
    withdrawn: tuple[Moved, ...] = ()
    """To units that are in the list no more, or under another name: set aside as well."""
    refused: tuple[str, ...] = ()
    """Why some could not be written or set aside, a sentence each; the others were."""


def write_notices(
    collection: Path, notices: Iterable[Notice], listed: UnitList, template: NoticeTemplate
) -> WrittenNotices:
    """Write a document for each notice, named after its unit, and set aside what is done with.

    They lie in a folder beside the workbook of the collection. Each file is written whole or not
    at all, and only where it says something else than the one that is there; one that people have
    worked on is kept under a dated name. Nothing is deleted, and no other file in the folder is
    touched, those of another collection among them.
    """
    places = notice_places(collection, listed)
    found = _Found()
    asked: dict[str, Path] = {}
    for notice in notices:
        target = asked[notice.unit] = places.of_unit(notice.unit)
        _write(notice_document(notice, template, collection.stem), target, found)
    current = {*asked.values()}
    for path, unit in places.left(current):
        done = unit in places.names and unit not in asked
        aside = places.folder / (DONE_WITH if done else EARLIER_NOTICES)
        try:
            (found.done_with if done else found.withdrawn).append(_set_aside(path, aside))
        except Refusal as refusal:
            found.refused.append(str(refusal))
    return WrittenNotices(
        places.folder,
        written=tuple(found.written),
        current=tuple(found.current),
        apart=tuple(path for unit, path in asked.items() if path.name != places.names[unit]),
        others=places.others(current),
        kept=tuple(found.kept),
        done_with=tuple(found.done_with),
        withdrawn=tuple(found.withdrawn),
        refused=tuple(found.refused),
    )


@dataclass
class _Found:
    """What became of the notices so far."""

    written: list[Path] = field(default_factory=list)
    current: list[Path] = field(default_factory=list)
    kept: list[Moved] = field(default_factory=list)
    done_with: list[Moved] = field(default_factory=list)
    withdrawn: list[Moved] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def _write(content: bytes, target: Path, found: _Found) -> None:
    """Write one notice unless the one that is there says the same."""
    try:
        delivery, copy = deliver(
            content,
            target,
            compare=compared,
            over_edits=True,
            kept_in=target.parent / EARLIER_NOTICES,
        )
    except Refusal as refusal:
        found.refused.append(str(refusal))
        return
    (found.current if delivery == Delivery.CURRENT else found.written).append(target)
    if copy:
        found.kept.append(Moved(target, copy))


def _set_aside(path: Path, folder: Path) -> Moved:
    """Move a file to a dated name. Raise Refusal where that cannot be; then nothing changed."""
    try:
        not_while_open(path)
        folder.mkdir(parents=True, exist_ok=True)
        place = dated(path, ".", into=folder)
        path.rename(place)
    except OSError as problem:
        raise Refusal(f"移不动 {path}：{reason(problem)}。它已经不用发了，请自己移走。") from None
    return Moved(path, place)
