"""What the program is doing for people: one thing at a time, with how far it is, and a way out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from typing import Any

from generator.model.finding import Refusal
from generator.pipeline.working.watched import Watch


class Work:
    """The one thing that is being done, or nothing."""

    def __init__(self, tell: Callable[[dict[str, Any]], None]) -> None:
        """Do nothing yet; `tell` is handed what is being done, and how far it is."""
        self._tell = tell
        self._lock = Lock()
        self._stop = Event()
        self.now: dict[str, Any] = {"doing": ""}

    @contextmanager
    def doing(self, what: str) -> Iterator["Work"]:
        """Do something. Raise Refusal while something else is being done."""
        if not self._lock.acquire(blocking=False):
            busy = self.now["doing"] or "正在做别的事"
            raise Refusal(f"程序{busy}，请等它做完再试。")
        try:
            self._stop.clear()
            self._say({"doing": what, "done": 0, "of": 0, "stoppable": False})
            yield self
        finally:
            self._say({"doing": ""})
            self._lock.release()

    @property
    def watch(self) -> Watch:
        """Who watches long work: the page, which shows how far it is and may stop it."""
        return Watch(self._step, self._stop.is_set)

    def stop(self) -> bool:
        """Stop before the next step; False where nothing is being done that has steps."""
        self._stop.set()
        return bool(self.now.get("stoppable"))

    def _step(self, done: int, of: int, _file: Path) -> None:
        self._say({**self.now, "done": done, "of": of, "stoppable": True})

    def _say(self, now: dict[str, Any]) -> None:
        self.now = now
        self._tell(now)
