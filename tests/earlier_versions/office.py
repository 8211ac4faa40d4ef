"""A folder as an office has it, with samples of one version in it, and commands run there.

What a version said of its samples, which is kept beside them, was found out in just this way.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.earlier_versions.differences import (
    changed_parts,
    paragraphs_of,
    revised_paragraphs,
    written_cells,
)
from tests.earlier_versions.samples import Version

Run = Callable[[Path, list[str]], str]
"""Runs the command with some arguments in a folder, and returns what it says."""

WORKBOOK, DOCUMENT = "inputs/2023.xlsx", "outputs/2023.docx"


class Office:
    """A folder of its own for each command, for most of them leave something behind."""

    def __init__(self, folder: Path, version: Version, run: Run) -> None:
        self.folder = folder
        self._version = version
        self._run = run

    def says(self, *arguments: str) -> Any:
        """Return what the command says as JSON."""
        return json.loads(self._run(self.folder, [*arguments, "--json"]))

    def check(self) -> Any:
        """Check all workbooks of the version, which lie side by side."""
        self.lay_out_workbooks()
        names = [workbook.name for workbook in self._version.workbooks]
        return self.says("check", *names, "--jobs", "1")

    def lay_out_workbooks(self) -> None:
        """Put all workbooks of the version side by side."""
        for workbook in self._version.workbooks:
            shutil.copyfile(workbook, self.folder / workbook.name)

    def export(self, source: Path) -> Any:
        """Return a report as JSON; None where it cannot be had."""
        shutil.copyfile(source, self.folder / source.name)
        self.says("export", source.name, "-o", "out.json")
        exported = self.folder / "out.json"
        return json.loads(exported.read_bytes()) if exported.exists() else None

    def draft(self, workbook: Path) -> list[str]:
        """Return the text of a draft, which is made of any workbook."""
        shutil.copyfile(workbook, self.folder / workbook.name)
        self.says("--draft", workbook.name, "-o", "out.docx")
        return paragraphs_of((self.folder / "out.docx").read_bytes())

    def statuses(self, found: Path) -> dict[str, str]:
        """Return what becomes of a file that is no workbook, where it is given as one."""
        shutil.copyfile(found, self.folder / found.name)
        commands: dict[str, list[str]] = {"make": [], "check": ["check"], "export": ["export"]}
        return {
            what: self.says(*command, found.name)["results"][0]["status"]
            for what, command in commands.items()
        }

    def make(self, document: Path) -> str:
        """Make a document that is there already; return what became of it."""
        self._lay_out(self._version.workbook, document)
        draft = ["--draft"] if document == self._version.draft else []
        (result,) = self.says(WORKBOOK, "-o", DOCUMENT, *draft)["results"]
        return str(result["status"])

    def write_back(self, document: Path) -> tuple[Any, dict[str, Any]]:
        """Say what people changed, and write it into the workbook; return what was written, too."""
        self._lay_out(self._version.workbook, document)
        told = self.says("review", "--apply", DOCUMENT)
        before = self._version.workbook.read_bytes()
        after = (self.folder / WORKBOOK).read_bytes()
        return told, {"cells": written_cells(before, after), "parts": changed_parts(before, after)}

    def revise(self, document: Path) -> tuple[Any, dict[str, Any]]:
        """Bring what was typed later into a document; return what has changed in it, too."""
        self._lay_out(self._version.later_workbook, document)
        told = self.says("revise", DOCUMENT)
        before, after = document.read_bytes(), (self.folder / DOCUMENT).read_bytes()
        return told, {
            "paragraphs": revised_paragraphs(after),
            "parts": changed_parts(before, after),
        }

    def _lay_out(self, workbook: Path, document: Path) -> None:
        for source, place in ((workbook, WORKBOOK), (document, DOCUMENT)):
            (self.folder / place).parent.mkdir(exist_ok=True)
            shutil.copyfile(source, self.folder / place)
