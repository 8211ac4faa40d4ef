"""Names of what this program writes: documents beside their workbooks, and copies of files."""

import os
import sys
from pathlib import Path
from zlib import crc32

_LONGEST_NAME = 255  # bytes; on Windows UTF-16 units
INPUTS, OUTPUTS, TEMPLATES = "inputs", "outputs", "templates"
DRAFT = ".草稿"
"""What comes after the name of a workbook in the name of its draft."""
KEPT = ".修改稿-"
"""What comes after the name of a file in the name of its dated copy."""
BEFORE = ".写回前-"
"""What comes after the name of a workbook in the name of its copy from before it was changed."""
PUBLISHED, FRAGMENT = ".发布", ".网页片段"
"""What comes after the name of a document in the names of the files that go out."""
PUBLISHED_AS = (".docx", ".pdf", ".html", ".json")
REPLACED = ".更正前-"
"""What comes after the name of a published file in the name of its copy, once it was corrected."""
NOTICES, DONE_WITH, EARLIER_NOTICES = "整改单", "已办结", "以前的"
"""The folder of what is sent to units; within it those that need nothing more, and those that
were edited and have been replaced, or are to units that are no longer in the list."""
NOTICE_TEMPLATE = "整改单模板.docx"
_CHECKED = ".核对"


def default_document(workbook: Path, *, draft: bool = False) -> Path:
    """Return where a workbook's document goes: inputs/ has outputs/ beside it."""
    name = name_after(workbook.stem, f"{DRAFT if draft else ''}.docx")
    return beside(workbook, INPUTS, OUTPUTS, name)


def default_json(workbook: Path) -> Path:
    """Return where a workbook's report goes as JSON."""
    return beside(workbook, INPUTS, OUTPUTS, f"{workbook.stem}.json")


def default_workbook(document: Path) -> Path:
    """Return where the workbook of a document is: outputs/ has inputs/ beside it."""
    stem = document.stem.partition(KEPT)[0].removesuffix(DRAFT)
    name = f"{stem}.xlsx"
    return beside(document, OUTPUTS, INPUTS, name)


def beside(file: Path, folder: str, other: str, name: str) -> Path:
    """Return the path of a file that goes with another: in the folder `other` beside `folder`.

    Where the file lies in no such folder, the two lie together.
    """
    if file.absolute().parent.name != folder:
        return file.with_name(name)
    above = file.parent.parent if file.parent.name == folder else file.parent / ".."
    return above / other / name


def annotated_copy(workbook: Path) -> Path:
    """Return where the copy of a workbook goes in which its findings are marked."""
    return workbook.with_name(name_after(workbook.stem, f"{_CHECKED}.xlsx"))


def is_annotated_copy(path: Path) -> bool:
    """Tell by its name whether a file is such a copy, or an older one that was kept."""
    return path.stem.endswith(_CHECKED) or f"{_CHECKED}{KEPT}" in path.stem


def published_file(document: Path, suffix: str, *, fragment: bool = False) -> Path:
    """Return where a file goes that is published of a document: beside it."""
    ending = f"{FRAGMENT if fragment else PUBLISHED}{suffix}"
    return document.with_name(name_after(document.stem, ending))


def published_forms(document: Path) -> list[Path]:
    """Return every file that may be published of a document, there or not."""
    files = [published_file(document, suffix) for suffix in PUBLISHED_AS]
    return [*files, published_file(document, ".html", fragment=True)]


def is_published(path: Path) -> bool:
    """Tell by its name whether a file was published, or is the copy of one from before."""
    stem = path.stem.partition(REPLACED)[0]
    return stem.endswith((PUBLISHED, FRAGMENT))


def document_of_published(path: Path) -> Path:
    """Return the document that a published file comes from."""
    stem = path.stem.partition(REPLACED)[0]
    return path.with_name(f"{stem.removesuffix(PUBLISHED).removesuffix(FRAGMENT)}.docx")


def is_copy(path: Path) -> bool:
    """Tell by its name whether this program put a file beside the workbook."""
    return is_annotated_copy(path) or BEFORE in path.stem


def named_after(file: Path, ending: str) -> Path:
    """Return a path beside a file, with its name but for something before the suffix."""
    return file.with_name(name_after(file.stem, f"{ending}{file.suffix}"))


def name_after(stem: str, ending: str) -> str:
    """Return a name with an ending; where it would be longer than names may be, with a mark.

    Systems count bytes, of which a Chinese character has three. Names that differ stay different.
    """
    if _length(f"{stem}{ending}") <= _LONGEST_NAME:
        return f"{stem}{ending}"
    mark = f"~{crc32(stem.encode('utf-8', 'surrogatepass')):08x}{ending}"
    shorter = stem
    while shorter and _length(f"{shorter}{mark}") > _LONGEST_NAME:
        shorter = shorter[:-1]
    return f"{shorter}{mark}"


def _length(name: str) -> int:
    if sys.platform == "win32":
        return len(name.encode("utf-16-le", "surrogatepass")) // 2
    return len(os.fsencode(name))
