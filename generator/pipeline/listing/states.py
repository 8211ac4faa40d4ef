"""How far a report is, and what lies in a folder: worked out from the files, never stored."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class State(StrEnum):
    """How far a report is, as people say it."""

    NEW = "新的"
    """Nobody has typed anything yet."""
    FILLING = "填写中"
    """Something is still to be given, or still last year's."""
    WRONG = "有错误"
    READY = "可生成"
    MADE = "已生成"
    """Its document is what the workbook makes."""
    EDITED = "有人改过"
    """In its document is what the workbook does not have yet, or the other way round."""
    IN_REVIEW = "送审中"
    """修订 or 批注 are open in its document."""
    FINAL = "已定稿"
    """Reviewed, nothing open, and all of it in the workbook."""
    PUBLISHED = "已发布"
    """What went out says what the document says."""
    UNUSABLE = "不能用"


class Kind(StrEnum):
    """What a file is."""

    REPORT = "报告工作簿"
    COLLECTION = "汇总"
    YEARS = "历年"
    UNITS = "单位名单"
    PROBLEMS = "问题清单"
    LOCAL_RULES = "本地规则"
    NOTICE = "整改单"
    DOCUMENT = "文档"
    """Of a report whose workbook is elsewhere, or under another name than it has."""


class DocumentState(NamedTuple):
    """What is known of a document beside its workbook."""

    path: Path
    edited: bool = False
    """Whether people have worked on it since it was generated."""
    current: bool = False
    """Whether it says what the workbook says now."""
    revisions: bool = False
    """Whether 修订 are in it that nobody has accepted or rejected."""
    remarks: int = 0
    """批注 that are not done."""
    remarks_done: int = 0
    changes: int = 0
    cells: int = 0
    """Of the workbook, that would change if it were written back."""
    conflicts: int = 0
    newer: int = 0
    """Places that only the workbook has changed since."""
    leftovers: int = 0
    """Changes that the workbook cannot hold."""
    formatting: int = 0
    reviewed: bool = False
    """Whether a reviewers' copy lies beside it, all of which is in the workbook."""
    problem: str = ""
    """Why nothing can be told of it; empty where it can."""

    @property
    def open(self) -> bool:
        """Whether reviewers have left something that somebody has to settle."""
        return self.revisions or self.remarks > 0

    @property
    def left_traces(self) -> bool:
        """Whether whoever saved it did more than to save it."""
        return bool(self.changes or self.formatting or self.remarks_done or self.problem)

    @property
    def in_workbook(self) -> bool:
        """Whether both say the same."""
        differs = self.cells or self.conflicts or self.newer or self.leftovers
        return not (differs or self.problem)


class FileState(NamedTuple):
    """A workbook with its document, or what else of ours lies in a folder."""

    path: Path
    kind: Kind
    state: State | None = None
    """None of what has none: a list of units."""
    organ: str = ""
    year: int | None = None
    form: str = ""
    """Id of the form that a report is of; empty of what is none."""
    form_name: str = ""
    wrong: int = 0
    """How many 错误 nobody has verified."""
    notices: int = 0
    held: int = 0
    """How many findings hold the document back."""
    example: bool = False
    """Whether it is the example that comes with the program."""
    document: DocumentState | None = None
    published: tuple[Path, ...] = ()
    published_current: bool = False
    drafts: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    """What was kept before something was replaced."""
    why: str = ""
    """Why it cannot be used."""
    workbook: Path | None = None
    """That of a document under another name."""
    units: tuple[int, int] | None = None
    """Of a collection: (counted, listed); of a list of units: (0, listed)."""


class OtherFile(NamedTuple):
    """What is none of ours."""

    path: Path
    what: str
    why: str
    """What it is and what to do with it, a sentence."""
    importable: bool = False
    """Whether a workbook may be made of it."""


class FolderStates(NamedTuple):
    """All that lies in a folder."""

    folder: Path
    files: tuple[FileState, ...]
    """Newest first."""
    others: tuple[OtherFile, ...]
    folders: tuple[Path, ...]
    """Folders in it in which the files of units may lie."""
    unfinished: int = 0
    """How many files were not looked at yet, since it was stopped."""
