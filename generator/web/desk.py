"""One page that is open on one folder: what lies in it, who looks at it, what is being done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.finding import Refusal
from generator.web.listing import Listing, id_of
from generator.web.reports import Reports
from generator.web.tabs import Tabs
from generator.web.watching import Watch


@dataclass
class Desk:
    """What the page knows."""

    folder: Path
    """Without links in it."""
    open_file: Callable[[Path], None]
    """Opens a file in the program that people use for it."""
    tabs: Tabs = field(default_factory=Tabs)
    reports: Reports = field(default_factory=Reports)

    def __post_init__(self) -> None:
        self.watch = Watch(self.folder, self._changed)
        self._ids = self._ids_of(self.watch.seen)

    def file(self, given: str) -> Path:
        """Return the file that an id stands for. Raise Refusal where it is not in the folder."""
        path = self._ids.get(given)
        if path is None or path not in self.watch.seen:
            raise Refusal("这个文件已经不在文件夹里了，可能被移走、改名或者删除了。")
        return path

    def id(self, path: Path) -> str:
        """Return what stands for a file on the page."""
        return id_of(path, self.folder)

    def _changed(self, paths: set[Path], now: Listing) -> None:
        self._ids = self._ids_of(now)
        self.tabs.tell("changed", {"files": sorted(map(self.id, paths))})

    def _ids_of(self, listing: Listing) -> dict[str, Path]:
        return {self.id(path): path for path in listing}
