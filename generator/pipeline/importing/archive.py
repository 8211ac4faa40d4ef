"""A .zip in which a unit has packed its report, with other files maybe."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from generator.files.plain_archives import (
    TooLargeError,
    is_left_behind,
    member_content,
    shown_name,
)
from generator.form.chinese import listed
from generator.model.finding import Refusal
from generator.pipeline.sources import Source

_REPORTS = {".docx", ".doc", ".wps", ".odt", ".rtf", ".docm", ".pdf", ".html", ".htm", ".mht"}
_MOST_NAMED = 5


def report_in(source: Source) -> Source:
    """Return the one report of an archive. Raise Refusal where there is none, or more than one."""
    with zipfile.ZipFile(BytesIO(source.content)) as archive:
        found = {
            shown: one
            for one in archive.infolist()
            if PurePosixPath(shown := shown_name(one)).suffix.lower() in _REPORTS
            if not is_left_behind(PurePosixPath(shown).name)
        }
        if len(found) != 1:
            raise Refusal(_which(source.name, list(found)))
        ((name, member),) = found.items()
        try:
            content = member_content(archive, member)
        except TooLargeError:
            said = f"{source.name} 里的 {name} 太大，没有导入。请检查是不是年度报告。"
            raise Refusal(said) from None
    if content is None:
        raise Refusal(f"{source.name} 解不开：加了密，或者已经损坏。请解压以后再导入。")
    return Source(PurePosixPath(name).name, content, archive=source.of_office)


def _which(archive: str, names: list[str]) -> str:
    if not names:
        return f"{archive} 里没有 Word 文档、网页或 PDF，没有导入。工作簿请解压以后直接用。"
    some = listed(names[:_MOST_NAMED]) + ("等" if names[_MOST_NAMED:] else "")
    return f"{archive} 里有 {len(names)} 个文件（{some}），不知道导入哪一个。请解压以后写明。"
