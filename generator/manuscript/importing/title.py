"""The title of a report, in one line or several, and the organ and the year that it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.form.labels import label_key
from generator.form.vocabulary import Form

_MOST_LINES = 4
_LONGEST = 60
_YEAR = re.compile(r"\(?(20\d\d|二[〇零○O0][〇零○O0一二三四五六七八九]{2})(?:年度?|\))\)?")
_ABOUT = re.compile(r"^关于|关于$|^\d{4}$")
_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
ORGAN_LIKE = re.compile(
    r"[\u4e00-\u9fff]{2,30}(?:局|委|会|办|室|府|厅|院|处|所|队|站|中心|街道|镇|乡|区|县|市|省|部|署|行|公司|大学)"
)
_YEAR_ALONE = re.compile(r"\(?(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年度?\)?")


@dataclass(frozen=True)
class Title:
    """A title, and where it stands."""

    first: int
    last: int
    text: str
    organ: str
    """Empty where the title names none."""
    year: int | None


def titles_in(lines: Sequence[str], form: Form) -> list[Title]:
    """Return every group of lines that is a title; a cover page has one, too."""
    wordings = _wordings(form.title, form.title_pattern, form.title_word)
    found: list[Title] = []
    at = 0
    while at < len(lines):
        title = _title_at(lines, at, wordings)
        if title:
            found.append(title)
            at = title.last
        at += 1
    return found


@dataclass(frozen=True)
class _Wordings:
    """How a form's title may be worded."""

    ending: re.Pattern[str]
    """After the organ, without the year."""
    word: str


@cache
def _wordings(title: str, pattern: str, word: str) -> _Wordings:
    usual = re.escape(_YEAR.sub("", label_key(title.format(year=2000))))
    return _Wordings(re.compile(pattern or usual), word)


def _title_at(lines: Sequence[str], start: int, wordings: _Wordings) -> Title | None:
    """Return the title that begins with a line."""
    for end in range(start, min(start + _MOST_LINES, len(lines))):
        key = label_key("".join(lines[start : end + 1]))
        if "。" in lines[end] or len(key) > _LONGEST:
            return None
        if _is_title(key, wordings):
            break
        if end == start and not _may_begin(key, wordings):
            return None
    else:
        return None
    if end + 1 < len(lines) and _YEAR_ALONE.fullmatch(label_key(lines[end + 1])):
        end += 1
    start = _shortest(lines, start, end, wordings)
    text = "".join(line.strip() for line in lines[start : end + 1])
    key = label_key(text)
    year = _YEAR.search(key)
    return Title(start, end, text, _organ(key, wordings), _number(year[1]) if year else None)


def _shortest(lines: Sequence[str], start: int, end: int, wordings: _Wordings) -> int:
    """Return the latest first line with which the title still names organ and year."""
    for first in range(end, start, -1):
        key = label_key("".join(lines[first : end + 1]))
        if (
            wordings.ending.search(_YEAR.sub("", key))
            and _YEAR.search(key)
            and _organ(key, wordings)
        ):
            return first
    return start


def _is_title(key: str, wordings: _Wordings) -> bool:
    found = wordings.ending.search(_YEAR.sub("", key))
    rest = "" if not found else _YEAR.sub("", key)[found.end() :]
    return bool(found) and rest in ("", "的公告", "的公示", "公告", "(公开版)", "(全文)")


def _may_begin(key: str, wordings: _Wordings) -> bool:
    """Tell whether a line may be the first of several of a title: an organ, a year, 关于…."""
    return bool(
        ORGAN_LIKE.fullmatch(_YEAR.sub("", key))
        or _YEAR_ALONE.fullmatch(key)
        or "关于" in key
        or (wordings.word and wordings.word in key)
    )


def _organ(key: str, wordings: _Wordings) -> str:
    rest = _YEAR.sub("", key)
    found = wordings.ending.search(rest)
    organ = rest[: found.start()] if found else rest
    before = ""
    while before != organ:
        before, organ = organ, _ABOUT.sub("", organ)
    return organ.replace("年度", "") if organ != "年度" else ""


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))
