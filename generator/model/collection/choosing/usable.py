"""Whether a file can be added for a year: what it is of, and which year it says."""

from collections.abc import Iterable

from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.model.collection.filing import Filing

_YEAR_IN_NAME = Pattern(r"(?<!\d)20\d\d(?![\d.\-_]\d|\d|年\d|年[一二三四五六七八九十]+月)")
_FINAL = Pattern(r"最终|终稿|定稿|正式|审定|盖章|已签|[Ff][Ii][Nn][Aa][Ll]")
_EARLY = Pattern(r"初稿|草稿|征求意见|送审|副本|备份|旧")
_NUMBERED = Pattern(r"[vV第(（](\d{1,2})(?:[)）版稿次.]|$)")
_KINDS = ("工作簿", "数据", "Word 文档", "网页", "PDF")
"""Of several files with the same content, the first says most exactly where each figure stands."""


def is_of_another_form(filing: Filing, form: Form) -> bool:
    """Tell whether a file is a report of another form, which is collected by itself.

    An earlier edition of this one is none: whoever sent it is to send the one in force.
    """
    return filing.form_name not in ("", form.name)


def obstacle(filing: Filing, form: Form) -> str:
    """Return why nothing of a file can be used, as a sentence; empty where it can be."""
    if filing.problem:
        return filing.problem
    if filing.form and filing.form != form.id:
        return f"是另一种格式的报告，不是{form.name}现行的格式（{form.edition}）。"
    return ""


def year_of(filing: Filing) -> int | None:
    """Return the year that a file is of: as it says, else the only one that its name has."""
    if filing.year is not None:
        return filing.year
    years = set(_YEAR_IN_NAME.findall(filing.file.rpartition("/")[2]))
    return int(years.pop()) if len(years) == 1 else None


def called_final(filing: Filing) -> bool:
    """Tell whether the name of a file says that it is the last version: 最终版, 定稿."""
    return _FINAL.search(_name(filing)) is not None


def newest_first(filings: Iterable[Filing]) -> list[Filing]:
    """Return files, the one to take first: figures that can be trusted, then the newest.

    Of files of the same time, or of none, what their names say of versions tells.
    """
    by_version = sorted(filings, key=lambda one: (*(-each for each in _version(one)), one.file))
    by_time = sorted(by_version, key=lambda one: one.modified, reverse=True)
    return sorted(by_time, key=lambda one: one.held_back)


def may_be_newer(one: Filing, other: Filing) -> bool:
    """Tell whether a file was changed after another, or nobody knows."""
    return not one.modified or not other.modified or one.modified > other.modified


def most_exact_first(filings: Iterable[Filing]) -> list[Filing]:
    """Return files with the same content, the one that is best to follow up first."""

    def place(filing: Filing) -> int:
        return _KINDS.index(filing.kind) if filing.kind in _KINDS else len(_KINDS)

    return sorted(filings, key=place)


def _version(filing: Filing) -> tuple[int, int]:
    name = _name(filing)
    said = 2 if _FINAL.search(name) else 0 if _EARLY.search(name) else 1
    return said, max(map(int, _NUMBERED.findall(name)), default=0)


def _name(filing: Filing) -> str:
    return filing.file.rpartition("/")[2].rpartition(".")[0]
