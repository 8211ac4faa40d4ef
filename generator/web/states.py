"""How far each report in the folder is: looked at beside everything else, and told as it goes."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from generator.messages.unforeseen import unforeseen
from generator.model.finding import Refusal
from generator.pipeline.listing.folder_states import folder_states
from generator.pipeline.listing.states import FolderStates

_AT_FIRST = 0.3  # seconds: what people look at is checked before
_PIECE = 0.5  # seconds after which what is known so far is told; each piece takes twice as long,
# for every one begins with seeing that what is known still holds


class States:
    """The states of a folder, worked out in a thread of their own."""

    def __init__(self, folder: Path, tell: Callable[[], None]) -> None:
        """Know nothing yet; `tell` is called, in a thread, whenever more is known."""
        self.found = FolderStates(folder, (), (), (), unfinished=1)
        self.why_not = ""
        """Why the folder cannot be read; empty where it can."""
        self._folder, self._tell = folder, tell
        self._due, self._over = Event(), Event()
        self._thread = Thread(target=self._run, name="states", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._due.set()
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._due.set()

    def look_again(self) -> None:
        """Look, a little later, at what has changed."""
        self._due.set()

    def look(self) -> None:
        """Look now at all files; those that were looked at before and are the same cost nothing."""
        piece = _PIECE
        while not self._over.is_set():
            before = self.found, self.why_not
            try:
                now = folder_states(self._folder, stop=_after(piece))
                self.found = _with_known(now, self.found)
                self.why_not = ""
            except Refusal as refusal:
                self.why_not = str(refusal)
            except Exception as problem:  # noqa: BLE001 - one file must not stop the page
                self.why_not = unforeseen(problem)
            if (self.found, self.why_not) != before:
                self._tell()
            if self.why_not or not self.found.unfinished:
                return
            piece *= 2

    def _run(self) -> None:
        while self._due.wait() and not self._over.wait(_AT_FIRST):
            self._due.clear()
            self.look()


def _with_known(now: FolderStates, before: FolderStates) -> FolderStates:
    """Return what is known now, and of what was not looked at yet what was known before."""
    if not now.unfinished:
        return now
    seen = {one.path for one in now.files} | {one.path for one in now.others}
    files = [one for one in before.files if one.path not in seen and one.path.exists()]
    others = [one for one in before.others if one.path not in seen and one.path.exists()]
    return now._replace(files=(*now.files, *files), others=(*now.others, *others))


def _after(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until
