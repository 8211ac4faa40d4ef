"""One page that is open on one folder: what lies in it, who looks at it, what is being done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.files.kinds_of_place import kinds_of
from generator.files.locks import is_lock
from generator.messages.page.folder import id_of, paths_by_id
from generator.model.finding import Refusal
from generator.pipeline.listing.folder_states import folders_in, places_of
from generator.pipeline.listing.states import FileState, FolderStates
from generator.web.listing import Listing
from generator.web.reports import Reports
from generator.web.states import States
from generator.web.tabs import Tabs
from generator.web.watching import Watch
from generator.web.work import Work


@dataclass
class Desk:
    """What the page knows.

    A browser names files by ids, which stand for what this list has; it never sends a path.
    """

    folder: Path
    """Without links in it."""
    open_file: Callable[[Path], None]
    """Opens a file in the program that people use for it."""
    tabs: Tabs = field(default_factory=Tabs)
    reports: Reports = field(default_factory=Reports)

    def __post_init__(self) -> None:
        self.watch = Watch(self.folder, self._changed)
        self.states = States(self.folder, partial(self.tabs.tell, "states", {}))
        self.work = Work(self.folder, partial(self.tabs.tell, "work"))
        self._ids = _ids_of(self.watch.seen)
        self.kinds = kinds_of(self.folder)

    def start(self) -> None:
        """Watch the folder, and see how far each report is."""
        self.watch.start()
        self.states.start()

    def stop(self) -> None:
        """Watch no more, and do nothing any more; what is being done is not cut off."""
        self.watch.stop()
        self.states.stop()
        self.work.end()

    @property
    def found(self) -> FolderStates:
        """What lies in the folder as far as it was looked at, and the folders in it by now."""
        return self.states.found._replace(folders=tuple(folders_in(self.folder)))

    def file(self, given: str) -> Path:
        """Return the file that an id stands for. Raise Refusal where it is not in the folder."""
        path = self._ids.get(given) or paths_by_id(self.found).get(given)
        if path is None or not path.exists():
            raise Refusal("这个文件已经不在文件夹里了，可能被移走、改名或者删除了。")
        if not _lies_in(path, places_of(self.folder)):
            raise Refusal(f"{path.name} 是指向别处的链接，没有打开。请把文件本身复制到这里。")
        return path

    def state_of(self, path: Path) -> FileState | None:
        """Return how far a report is, as far as that is known yet."""
        return next((one for one in self.states.found.files if one.path == path), None)

    def _changed(self, paths: set[Path], now: Listing) -> None:
        self._ids = _ids_of(now)
        self.tabs.tell("changed", {"files": sorted(map(id_of, paths))})
        self.states.look_again()


def _lies_in(path: Path, places: Iterable[Path]) -> bool:
    """Tell whether a file lies there itself, however it has been replaced since it was listed."""
    there = path.resolve()
    return any(there.is_relative_to(place.resolve()) for place in places)


def _ids_of(listing: Listing) -> dict[str, Path]:
    return {id_of(path): path for path in listing if not is_lock(path.name)}
