"""Where the notices of a collection lie, in a folder that several collections may share.

A notice carries of which collection it is. One of another collection is nobody's business here;
where both write to units of the same name, the second one's have its own name in theirs.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import NOTICES, named_after
from generator.files.locks import is_lock
from generator.files.safe_names import safe_names, safe_stem
from generator.files.zip_archive import read_file
from generator.formats.docx.notices.document import NoticeOf, whose_notice
from generator.model.collection.unit import UnitList
from generator.model.finding import Refusal

SUFFIX = ".docx"


class NoticePlaces(NamedTuple):
    """The folder beside a collection, and what its notices are called in it."""

    collection: Path
    """Its workbook."""
    year: int
    names: dict[str, str]
    """Of each listed unit, the usual name of the file."""

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self.collection.with_name(NOTICES)

    def of_unit(self, unit: str) -> Path:
        """Return where the notice to a unit goes."""
        usual = self.folder / self.names[unit]
        apart = named_after(usual, _mark(self.collection.stem))
        if self._own(apart) or self._of_another(usual):
            return apart
        return usual

    def left(self, current: Collection[Path]) -> Iterator[tuple[Path, str]]:
        """Yield the notices of this collection that are not to be sent now, with their units.

        One that people have given a name of their own is theirs.
        """
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            if path in current or is_lock(path.name) or path.is_symlink():
                continue
            whose = self._own(path)
            if whose and _unmarked(path, whose) == _unmarked(Path(safe_stem(whose.unit)), whose):
                yield path, whose.unit

    def others(self, current: Collection[Path]) -> dict[str, int]:
        """Return how many notices of other collections lie there, by the names of those."""
        paths = sorted(path for path in self.folder.glob(f"*{SUFFIX}") if path not in current)
        found = map(_read, paths)
        return dict(Counter(one.collection for one in found if one and not self._is_own(one)))

    def _own(self, path: Path) -> NoticeOf | None:
        """Return whose notice a file is, where it is one of this collection's."""
        whose = _read(path)
        return whose if whose and self._is_own(whose) else None

    def _of_another(self, path: Path) -> bool:
        whose = _read(path)
        return whose is not None and not self._is_own(whose)

    def _is_own(self, whose: NoticeOf) -> bool:
        """Tell whether a notice is of this collection, whose workbook may have been renamed."""
        if whose.collection in ("", self.collection.stem):
            return True
        other = self.collection.with_name(f"{whose.collection}{self.collection.suffix}")
        there = self.collection.exists()
        if other.exists():
            return there and other.samefile(self.collection)
        return whose.year == str(self.year) and whose.unit in self.names


def notice_places(collection: Path, listed: UnitList) -> NoticePlaces:
    """Return where the notices of a collection lie."""
    names = safe_names([unit.name for unit in listed.units], SUFFIX)
    return NoticePlaces(collection, listed.year, names)


def _mark(collection: str) -> str:
    return f"（{collection}）"


def _unmarked(path: Path, whose: NoticeOf) -> str:
    """Return what a file is called, without what tells it from others of that name."""
    return path.name.removesuffix(SUFFIX).removesuffix(_mark(whose.collection)).partition("~")[0]


def _read(path: Path) -> NoticeOf | None:
    try:
        return whose_notice(read_file(path)) if path.is_file() else None
    except Refusal:
        return None
