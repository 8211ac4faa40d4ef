"""A report that was published as a web page, and saved: alone, with its folder, or in one file."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from generator.files.web_pages import is_web_archive
from generator.files.zip_archive import read_file
from generator.formats.html.reading.drawn import path_of
from generator.formats.html.reading.encoding import decoded
from generator.formats.html.reading.page import read_page
from generator.formats.html.reading.web_archive import archived
from generator.model.finding import Refusal
from generator.pipeline import edition
from generator.pipeline.imported_exhibits import opened
from generator.pipeline.importing.published import PublishedFile
from generator.pipeline.sources import Source

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//|/|\\", re.IGNORECASE)


def published_page(source: Source) -> PublishedFile:
    """Read a page, and the pictures that lie in the folder saved with it.

    Raise Refusal where it cannot be decoded, or holds several reports.
    """
    content, encoding, files = source.content, "", _beside(source.path)
    if is_web_archive(content, source.name):
        archive = archived(content, source.name)
        content, encoding, files = archive.page, archive.encoding, archive.file_at
    page = decoded(content, encoding)
    if page is None:
        raise Refusal(
            f"{source.name} 的文字认不出是什么编码（不是 UTF-8，也不是 GBK），没有读。"
            "请在浏览器里打开它，另存为“网页，全部”，再导入。"
        )
    forms = [edition.editions_of(form) for form in edition.forms(source.of_office)]
    read = read_page(page, source.name, forms, files)
    beside = opened(read.beside)
    return PublishedFile(
        read.manuscript, beside, findings=tuple(read.findings), no_report=read.no_report
    )


def _beside(page: Path | None) -> Callable[[str], bytes | None]:
    """Return what reads the files that were saved with a page: those below its own folder."""

    def content(address: str) -> bytes | None:
        if page is None or _ELSEWHERE.match(address):
            return None
        inside = PurePosixPath(path_of(address).replace("\\", "/"))
        if not inside.parts or ".." in inside.parts or inside.is_absolute():
            return None
        path = page.parent / inside
        try:
            within = path.resolve().is_relative_to(page.parent.resolve())
            return read_file(path) if within else None
        except (Refusal, OSError, ValueError):
            return None

    return content
