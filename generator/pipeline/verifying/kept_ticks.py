"""Keeps 已核实 that could not be written yet in the user's own folder: none is lost."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.files.private_cache import keep, kept, lasting_folder
from generator.model.finding import Refusal

_KIND, _MOST_KEPT = "verifications", 100_000


class Tick(NamedTuple):
    """A person's word that a finding is none: the report is right."""

    key: str
    """The finding's, such as X03-1A2B3C: with what it is about it changes, and the word ends."""
    person: str
    reason: str
    day: str


def kept_ticks(workbook: Path) -> list[Tick]:
    """Return what is still to be written into a workbook, in the order in which it was said."""
    with suppress(OSError, ValueError, TypeError):
        payload = kept(lasting_folder(_KIND), _name(workbook))
        if payload is not None:
            return [Tick(*map(str, one)) for one in json.loads(payload)["ticks"]]
    return []


def keep_ticks(workbook: Path, ticks: Sequence[Tick]) -> None:
    """Keep these for a workbook in the place of those before.

    Raise Refusal where this user has no folder that is only their own, or it cannot be written.
    """
    said = {"workbook": str(workbook.absolute()), "ticks": ticks}
    payload = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    there = None
    with suppress(OSError):
        folder = lasting_folder(_KIND)
        keep(folder, _name(workbook), payload, most=_MOST_KEPT)
        there = kept(folder, _name(workbook))
    if there != payload:
        raise Refusal(
            f"{workbook.name} 现在写不了，核实的话也没有地方先记下来。请关闭工作簿，再核实一次。"
        )


def _name(workbook: Path) -> str:
    return hashlib.sha256(str(workbook.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
