"""How the same words and paragraphs look otherwise than they did."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.manuscript.looks import INDENT, LineLook, Looks, Stretch, Value, differing
from generator.manuscript.word_changes import word_changes

_LISTED = (INDENT, "大纲级别")
"""What becomes another where a typed number becomes an automatic one."""
BETWEEN = "空行"
_CHINESE_FONT, _WESTERN_FONT = "中文字体", "西文字体"
_FIRST_CHINESE = "\u2e80"
_EITHER_FONT = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
"""Signs that are Chinese or Western as the words around them are."""
MARKS = ("突出显示", "字体颜色", "下划线", "删除线", "着重号", "文字边框", "隐藏文字")
"""What somebody has put on words to say something; new words are looked at for these alone."""
Marks = set[tuple[str, Value]]
"""Marks with what they are: 突出显示 in yellow."""


def in_paragraphs(before: Sequence[LineLook], after: Sequence[LineLook]) -> list[str]:
    """Return how paragraphs look otherwise than any of those that they were."""
    found: dict[str, None] = {}
    for nth, line in enumerate(after):
        ways = [_in_paragraph(old, line) for old in before]
        fewest = min(ways, key=len)
        found |= dict.fromkeys(fewest)
        if nth:
            found.pop(BETWEEN, None)
    return list(found)


def _in_paragraph(old: LineLook, new: LineLook) -> list[str]:
    names = differing(old.paragraph, new.paragraph)
    return [name for name in names if name not in _LISTED or old.numbered == new.numbered]


def in_words(was: LineLook, now: LineLook, marks: Marks) -> list[str]:
    """Return how words look otherwise that are in both texts, and the marks on new ones."""
    found: dict[str, None] = {}
    old, new = was.text, now.text
    if old == new:
        return _in_same_words(was.words, now.words)
    at, shift = 0, 0
    for change in word_changes(old, new):
        kept = _cut(was.words, at, change.start), _cut(now.words, at + shift, change.start + shift)
        found |= dict.fromkeys(_in_same_words(*kept))
        start = change.start + shift
        come = _cut(now.words, start, start + len(change.now))
        found |= dict.fromkeys(new_marks(come, marks))
        at, shift = change.end, shift + len(change.now) - len(change.was)
    kept = _cut(was.words, at, len(old)), _cut(now.words, at + shift, len(new))
    return list(found | dict.fromkeys(_in_same_words(*kept)))


def _in_same_words(was: Sequence[Stretch], now: Sequence[Stretch]) -> list[str]:
    """Return how a text looks otherwise that is the same in both."""
    if was == now:
        return []
    found: dict[str, None] = {}
    ends = sorted({0, *_ends(was), *_ends(now)})
    for start, end in pairwise(ends):
        (old,), (new,) = _cut(was, start, end), _cut(now, start, end)
        if old.look is None or new.look is None or not old.text.strip():
            continue
        for name in differing(old.look, new.look):
            if name not in (_CHINESE_FONT, _WESTERN_FONT) or _shows(name, old.text):
                found[name] = None
    return list(found)


def _shows(font: str, text: str) -> bool:
    """Tell whether a text has letters of a kind of font."""
    letters = [letter for letter in text if not letter.isspace() and letter not in _EITHER_FONT]
    chinese = [letter >= _FIRST_CHINESE for letter in letters]
    return any(chinese) if font == _CHINESE_FONT else not all(chinese)


def _ends(words: Sequence[Stretch]) -> Iterator[int]:
    at = 0
    for word in words:
        at += len(word.text)
        yield at


def _cut(words: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    found, at = [], 0
    for word in words:
        if text := word.text[max(0, start - at) : max(0, end - at)]:
            found.append(replace(word, text=text))
        at += len(word.text)
    return found


def marks_in(looks: Looks) -> Marks:
    """Return the marks that words of a document have anywhere."""
    lines = [*looks.lines, *(line for grid in looks.grids for line in grid.texts.values())]
    return {
        (name, word.look[name])
        for line in lines
        for word in line.words
        if word.look
        for name in MARKS
        if name in word.look
    }


def new_marks(words: Iterable[Stretch], known: Marks) -> list[str]:
    """Return the marks on new words, but for those known from elsewhere."""
    found = {
        name: None
        for word in words
        if word.look and word.text.strip()
        for name in MARKS
        if name in word.look and (name, word.look[name]) not in known
    }
    return list(found)
