"""Where the samples of each earlier version are, and what that version said of them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Version:
    """The samples that one version of the program made."""

    folder: Path

    @property
    def workbooks(self) -> list[Path]:
        """Workbooks of every kind. All documents were made from 2023.xlsx."""
        return sorted(self.folder.glob("workbooks/*.xlsx"))

    @property
    def workbook(self) -> Path:
        """The workbook from which all documents were made."""
        return self.folder / "workbooks" / "2023.xlsx"

    @property
    def later_workbook(self) -> Path:
        """The same after more was typed into it: what `revise` brings into the documents."""
        return self.folder / "later" / "2023.xlsx"

    @property
    def documents(self) -> list[Path]:
        """Documents as they were generated, and as people and `revise` left them."""
        return sorted(self.folder.glob("documents/*.docx"))

    @property
    def draft(self) -> Path:
        """Of the documents the one that was generated as a draft."""
        return self.folder / "documents" / "草稿.docx"

    @property
    def findings(self) -> list[Path]:
        """The workbooks in which the program wrote down what it found; never to be read."""
        return sorted(self.folder.glob("findings/*.xlsx"))

    @property
    def template(self) -> Path:
        """The template that came with the version; offices have copies that they changed."""
        return self.folder / "年度报告模板.docx"

    @property
    def keys(self) -> list[str]:
        """All keys in the JSON of this version; later ones may have more."""
        return list(self.said("keys"))

    def said(self, what: str) -> Any:
        """Return what the version said, from its file in expected/."""
        return json.loads((self.folder / "expected" / f"{what}.json").read_text(encoding="utf-8"))


VERSIONS = [Version(folder) for folder in sorted(HERE.iterdir()) if (folder / "expected").is_dir()]
