"""Opens the page on a folder, and serves it until nobody looks at it any more."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from generator.files.os_reason import reason
from generator.model.finding import Refusal
from generator.web.desk import Desk
from generator.web.first_start import forget, page_of_first_start, remember
from generator.web.routes import most_body, responded
from generator.web.server import DeskServer

PATIENCE = 120.0
"""Seconds without a tab after which the program ends: to reload a page takes less."""
_PORTS = range(1024, 65536)


class Started:
    """A page that is open."""

    def __init__(self, folder: Path, port: int, open_file: Callable[[Path], None]) -> None:
        self.desk = Desk(folder, open_file)
        """What the page knows."""
        respond = partial(responded, self.desk)
        self._server = DeskServer(port, self.desk.tabs, respond, most_body)
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> str:
        """What opens it."""
        return self._server.own.address

    def begin(self) -> None:
        """Serve and watch, each in a thread of its own."""
        remember(self.desk.folder, self._server.own)
        self.desk.start()
        self._thread.start()

    def look(self) -> None:
        """See now what lies in the folder, and how far each report is."""
        self.desk.watch.look()
        self.desk.states.look()

    def wait(self, patience: float = PATIENCE) -> None:
        """Return once there has been no tab for some seconds and nothing is being done.

        Before the first tab, never.
        """
        while self._thread.is_alive():
            self._thread.join(min(1.0, patience))
            if self.desk.tabs.gone_for() > patience and not self.desk.work.now["doing"]:
                return

    def end(self) -> None:
        """Serve no more, and leave nothing that holds the token."""
        forget(self._server.own)
        self.desk.stop()
        self._server.shutdown()
        self._server.server_close()


def folder_of_page(given: Path) -> Path:
    """Return the folder that a page is to be open on. Raise Refusal for what is none."""
    try:
        folder = given.resolve(strict=True)
        is_folder = folder.is_dir()
    except OSError as problem:
        raise Refusal(f"打不开文件夹 {given}：{reason(problem)}。") from None
    if not is_folder:
        raise Refusal(
            f"{given} 不是文件夹。请写明工作簿所在的文件夹，如：make-report desk D:\\年报"
        )
    return folder


def open_already(folder: Path) -> str:
    """Return what opens the page that a first start serves; empty where there is none."""
    own = page_of_first_start(folder)
    return own.address if own else ""


def start(folder: Path, port: int, open_file: Callable[[Path], None]) -> Started:
    """Open the page of a folder; on any free port where that is 0. Raise Refusal."""
    if port and port not in _PORTS:
        raise Refusal(f"--port 后面请写 {_PORTS[0]} 到 {_PORTS[-1]} 的整数；不写就自动选一个。")
    try:
        return Started(folder, port, open_file)
    except OSError as problem:
        raise Refusal(
            f"端口 {port} 用不了：{reason(problem)}。请换一个（--port），或者不写，自动选一个。"
        ) from None
