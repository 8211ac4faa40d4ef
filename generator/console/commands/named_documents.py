"""Which documents a command is about."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from generator.console.commands.files_meant import document_meant
from generator.console.output import complain
from generator.files.file_names import DRAFT, KEPT, default_document, is_published
from generator.files.os_reason import reason
from generator.form.chinese import listed
from generator.model.finding import Refusal

_LOCK = "~$"
"""How the names begin of what Word puts beside a document while it is open."""
_WILD = frozenset("*?[")
_ANY = "*.docx"


def named_documents(typed: Sequence[Path]) -> list[Path]:
    """Return the documents that were named; of folders and of names such as *.docx all in them.

    What is named twice, once by its workbook maybe, is done once. What this program put beside
    documents is none of a folder's; drafts are left out and named. Raise Refusal where there is
    nothing in a folder.
    """
    found = [file for path in map(document_meant, typed) for file in _documents_of(path)]
    return list({_document_of(file): file for file in found}.values())


def _document_of(file: Path) -> str:
    document = default_document(file) if file.suffix.lower() == ".xlsx" else file
    return os.path.abspath(document)  # noqa: PTH100 - resolve() would follow links


def _documents_of(path: Path) -> Iterator[Path]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises below a folder that is closed
        yield from _among(path, _ANY)
    elif _WILD.intersection(path.name) and not os.path.lexists(path):
        yield from _among(path.parent, path.name.lower())
    else:
        yield path


def _among(folder: Path, pattern: str) -> list[Path]:
    try:
        files = sorted(folder.iterdir())
    except OSError as problem:
        raise Refusal(f"读不了文件夹 {folder}：{reason(problem)}。") from None
    documents = [file for file in files if _is_document(file, pattern)]
    drafts = [file for file in documents if file.stem.endswith(DRAFT)]
    if drafts:
        complain(f"{listed(map(str, drafts))} 是草稿，没有算在内。")
    documents = [file for file in documents if file not in drafts]
    if not documents:
        raise Refusal(f"文件夹 {folder} 里没有要发布的 .docx 文档。请先运行 make-report 生成。")
    return documents


def _is_document(file: Path, pattern: str) -> bool:
    name = file.name.lower()
    ours = is_published(file) or KEPT in file.stem or name.startswith(_LOCK)
    return name.endswith(".docx") and fnmatchcase(name, pattern) and not ours
