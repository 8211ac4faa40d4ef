"""The tabs in which the page is open, and what each is still to be told.

A browser has six connections to one server, and each tab that listens holds one: of many tabs only
those that were looked at last may listen, or none of them could ask for anything.
"""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from queue import Empty, Full, Queue
from threading import Lock
from typing import Any

_HEARTBEAT = 1.0  # seconds, after which it is looked whether a tab was closed
_MOST_WAITING = 200  # events; a tab that takes none for so long is let go
MOST_LISTENING = 4
_REST = "event: rest\ndata: {}\n\n"
"""Told to a tab that is not to listen until people look at it again."""


class Tabs:
    """Everybody who looks at the page."""

    def __init__(self) -> None:
        self._queues: dict[Queue[str], None] = {}
        self._lock = Lock()
        self._last_seen: float | None = None

    def tell(self, event: str, record: Mapping[str, Any]) -> None:
        """Tell every tab that something happened."""
        said = f"event: {event}\ndata: {json.dumps(record, ensure_ascii=False)}\n\n"
        with self._lock:
            for queue in list(self._queues):
                try:
                    queue.put_nowait(said)
                except Full:
                    self._queues.pop(queue, None)

    @contextmanager
    def open(self) -> Iterator[Iterator[str]]:
        """Yield what one tab is told, for as long as it is open or until others take its place."""
        queue: Queue[str] = Queue(_MOST_WAITING)
        with self._lock:
            self._queues[queue] = None
            for oldest in list(self._queues)[:-MOST_LISTENING]:
                del self._queues[oldest]
        try:
            yield self._heard(queue)
        finally:
            with self._lock:
                self._queues.pop(queue, None)
                self._last_seen = time.monotonic()

    def _heard(self, queue: "Queue[str]") -> Iterator[str]:
        yield "retry: 1000\n\n"
        while queue in self._queues:
            try:
                yield queue.get(timeout=_HEARTBEAT)
            except Empty:
                yield ": \n\n"
        yield _REST

    def gone_for(self) -> float:
        """Return for how many seconds no tab has been open; 0 before the first."""
        with self._lock:
            if self._queues or self._last_seen is None:
                return 0.0
            return time.monotonic() - self._last_seen
