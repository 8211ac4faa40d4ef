"""What lies in a folder, as a page shows it and programs read it."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.files.locks import lock_of
from generator.messages.command_to_type import without_commands
from generator.messages.page.forms import heading_of
from generator.pipeline.listing.states import (
    DocumentState,
    FileState,
    FolderStates,
    OtherFile,
    State,
)

_TONES: Mapping[State, str] = {
    State.UNUSABLE: "bad",
    State.WRONG: "bad",
    State.EDITED: "warn",
    State.IN_REVIEW: "warn",
    State.FILLING: "busy",
    State.NEW: "plain",
    State.READY: "good",
    State.MADE: "good",
    State.FINAL: "done",
    State.PUBLISHED: "done",
}
"""How a state is coloured; the word says it, too."""


def folder_record(states: FolderStates) -> dict[str, Any]:
    """Return a folder as JSON: {"folder", "heading", "files", "others", "folders", "unfinished"}.

    "heading" is what the page is called; empty where it has its own name: then no report is of
    another form than the usual one. Of each file:
    {"id", "name", "kind", "organ", "year", "form" (its name), "state" (its name: NEW, WRONG…),
    "state_word" (有错误 3), "tone" (bad, warn, busy, plain, good, done), "wrong", "notices",
    "held", "example", "why", "modified", "open_elsewhere", "document", "published",
    "published_current", "drafts", "copies", "workbook", "units"}. A file is told by its id alone:
    `path_of` returns the path that it stands for.
    """
    return {
        "folder": states.folder.absolute().name,
        "heading": heading_of([(one.form, one.form_name) for one in states.files]),
        "files": [file_record(one) for one in states.files],
        "others": [_other(one) for one in states.others],
        "folders": [_named(path) for path in states.folders],
        "unfinished": states.unfinished,
    }


def file_record(found: FileState) -> dict[str, Any]:
    """Return a file of ours as in `folder_record`."""
    return {
        **_named(found.path),
        "kind": found.kind.name,
        "kind_word": found.kind.value,
        "organ": found.organ,
        "year": found.year,
        "form": found.form_name,
        "state": found.state.name if found.state else None,
        "state_word": state_said(found),
        "tone": _TONES[found.state] if found.state else "plain",
        "wrong": found.wrong,
        "notices": found.notices,
        "held": found.held,
        "example": found.example,
        "why": without_commands(found.why),
        "modified": _modified(found.path),
        "open_elsewhere": lock_of(found.path) is not None,
        "document": _document(found.document) if found.document else None,
        "published": [_named(path) for path in found.published],
        "published_current": found.published_current,
        "drafts": [_named(path) for path in found.drafts],
        "copies": [_named(path) for path in found.copies],
        "workbook": _named(found.workbook) if found.workbook else None,
        "units": {"counted": found.units[0], "listed": found.units[1]} if found.units else None,
    }


def state_said(found: FileState) -> str:
    """Return a state in words: 有错误 3; empty of what has none."""
    if found.state is None:
        return ""
    if found.state is State.WRONG:
        return f"{found.state} {found.wrong or found.held}"
    return found.state.value


def id_of(path: Path) -> str:
    """Return what a file is called between the page and the program: never by its path."""
    said = str(path.absolute()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:16]


def paths_by_id(states: FolderStates) -> dict[str, Path]:
    """Return every file that a page may name, by its id: no other can be reached."""
    paths: list[Path] = [*states.folders, *(one.path for one in states.others)]
    for one in states.files:
        paths += [one.path, *one.published, *one.drafts, *one.copies]
        paths += [one.document.path] if one.document else []
    return {id_of(path): path for path in paths}


def _document(found: DocumentState) -> dict[str, Any]:
    return {
        **_named(found.path),
        "edited": found.edited,
        "current": found.current,
        "revisions": found.revisions,
        "remarks": found.remarks,
        "remarks_done": found.remarks_done,
        "changes": found.changes,
        "cells": found.cells,
        "conflicts": found.conflicts,
        "newer": found.newer,
        "leftovers": found.leftovers,
        "formatting": found.formatting,
        "reviewed": found.reviewed,
        "problem": found.problem,
        "modified": _modified(found.path),
        "open_elsewhere": lock_of(found.path) is not None,
    }


def _other(one: OtherFile) -> dict[str, Any]:
    return {
        **_named(one.path),
        "what": one.what,
        "why": without_commands(one.why),
        "importable": one.importable,
    }


def _named(path: Path) -> dict[str, str]:
    return {"id": id_of(path), "name": path.name}


def _modified(path: Path) -> str:
    """Return when a file was last saved, as ISO 8601; empty where it is gone."""
    try:
        seconds = path.stat().st_mtime
    except OSError:
        return ""
    return f"{datetime.fromtimestamp(seconds, UTC).astimezone():%Y-%m-%dT%H:%M:%S%z}"
