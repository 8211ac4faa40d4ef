"""Ctrl+C while many workbooks are worked on: what is under way is finished, nothing more begun."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from threading import Event


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let what is summed up be said and written to the end, however often people press Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def ctrl_c() -> Iterator[Callable[[], bool]]:
    """Yield what tells whether people have pressed Ctrl+C. Pressed again, it stops at once.

    An exception in the middle of handing out work would leave processes waiting for ever.
    """
    pressed = Event()

    def press(*_: object) -> None:
        if pressed.is_set():
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is being left is left once
            for process in active_children():
                process.kill()  # files are written whole or not at all
            raise KeyboardInterrupt
        pressed.set()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
