"""What is said of each workbook as it was last saved, kept until anything in the folder changes."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from generator.messages.page.report import report_record
from generator.messages.page.verifying import offered_records
from generator.model.exhibits import Picture
from generator.pipeline.previewing.as_html import as_html, pictures_of
from generator.pipeline.previewing.changed import changed
from generator.pipeline.previewing.preview import Previewed, preview
from generator.pipeline.verifying.verify import offered
from generator.web.listing import Listing

_MOST_KEPT = 20


class Looked(NamedTuple):
    """A report as it was when it was last looked at."""

    listing: Listing
    """What lay in the folder then: last year's workbook, pictures and rules matter, too."""
    shown: Previewed
    record: Mapping[str, Any]


class Reports:
    """Reports that people look at. One is checked at a time: a check takes 40 ms."""

    def __init__(self) -> None:
        self._kept: dict[Path, Looked] = {}
        self._lock = Lock()

    def picture(self, digest: str) -> Picture | None:
        """Return a picture of a report that people look at; None where none shows it any more."""
        with self._lock:
            looked = list(self._kept.values())
        found = (pictures_of(one.shown).get(digest) for one in looked)
        return next((one for one in found if one), None)

    def forget(self) -> None:
        """Look at all reports again: something changed that does not lie in the folder."""
        with self._lock:
            self._kept = {path: one._replace(listing={}) for path, one in self._kept.items()}

    def of(self, path: Path, listing: Listing) -> Mapping[str, Any]:
        """Return what is said of a workbook, with its preview, and what in that has changed.

        Raise Refusal where it cannot be used.
        """
        with self._lock:
            before = self._kept.get(path)
            if before and before.listing is listing:
                return before.record
            looked = _looked_at(path, listing, before)
            self._kept.pop(path, None)
            self._kept[path] = looked
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return looked.record


def _address(picture: Picture) -> str:
    return f"picture/{picture.digest}"


def _looked_at(path: Path, listing: Listing, before: Looked | None) -> Looked:
    shown = preview(path)
    version = before.record["version"] if before else 0
    new = changed(before.shown.preview, shown.preview) if before else []
    same = before is not None and shown.preview == before.shown.preview
    record = {
        **report_record(shown),
        "html": as_html(shown, _address),
        "offered": offered_records(offered(path, shown.outcome.findings)),
        "changed": [] if same else new,
        "version": version if same else version + 1,
    }
    if same and before:
        record["changed"] = before.record["changed"]
    return Looked(listing, shown, record)
