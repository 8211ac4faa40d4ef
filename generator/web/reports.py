"""What is said of each workbook as it was last saved, kept until anything in the folder changes."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from generator.messages.on_a_page import report_record
from generator.pipeline.check import check_workbook
from generator.web.listing import Listing

_MOST_KEPT = 20

Record = Mapping[str, Any]


class Reports:
    """Reports that are looked at. One is checked at a time: a check takes 40 ms."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[Listing, Record]] = {}
        self._lock = Lock()

    def of(self, path: Path, listing: Listing) -> Record:
        """Return what is said of a workbook, beside which lies what else may matter to it.

        Raise Refusal where it cannot be used.
        """
        with self._lock:
            before = self._kept.pop(path, None)
            record = before[1] if before and before[0] is listing else _looked_at(path)
            self._kept[path] = listing, record
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return record


def _looked_at(path: Path) -> Record:
    return report_record(check_workbook(path))
