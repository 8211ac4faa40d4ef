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

    def __init__(self, folder: Path, tell: Callable[[dict[str, Any]], None]) -> None:
        """Do nothing yet; `tell` is handed what is being done, and how far it is."""
        self._folder, self._tell = folder, tell
        self._lock = Lock()
        self._stop = Event()
        self._over = False
        self.now: dict[str, Any] = {"doing": ""}

    @contextmanager
    def doing(self, what: str) -> Iterator["Work"]:
        """Do something in the folder.

        Raise Refusal while something else is being done, or where the folder is gone: a drive
        that is away must not be begun anew.
        """
        if not self._lock.acquire(blocking=False):
            busy = self.now["doing"] or "正在做别的事"
            raise Refusal(f"程序{busy}，请等它做完再试。")
        try:
            if self._over:
                raise Refusal("程序正在关闭，什么也没有做。请再打开一次。")
            if not self._folder.is_dir():
                raise Refusal(
                    f"现在找不到文件夹 {self._folder}，什么也没有做。"
                    "可能改了名，或者 U 盘、网络盘断开了。请接上再试。"
                )
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

    def end(self) -> None:
        """Return once nothing is being done any more, at its next step at the latest."""
        self._stop.set()
        with self._lock:
            self._over = True

    def _step(self, done: int, of: int, _file: Path) -> None:
        self._say({**self.now, "done": done, "of": of, "stoppable": True})

    def _say(self, now: dict[str, Any]) -> None:
        self.now = now
        self._tell(now)
