"""How words and paragraphs look otherwise than they did, or new ones than those around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.manuscript.looks import (
    EMPTY,
    INDENT,
    RAISED,
    LineLook,
    Look,
    Stretch,
    Value,
    differing,
)
from generator.manuscript.word_changes import word_changes

_LISTED = (INDENT, "大纲级别")
"""What becomes another where a typed number becomes an automatic one."""
BETWEEN = EMPTY
_BOLD = "加粗"
_CHINESE_FONT, _WESTERN_FONT = "中文字体", "西文字体"
_FIRST_CHINESE = "\u2e80"
_EITHER_FONT = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
"""Signs that are Chinese or Western as the words around them are."""
MARKS = ("突出显示", "字体颜色", "下划线", "删除线", "着重号", "文字边框", "隐藏文字", RAISED)
"""What somebody has put on words to say something, whatever became of their paragraph."""
_ONE_FONT = {
    **dict.fromkeys(("仿宋_GB2312", "FangSong", "FangSong_GB2312"), "仿宋"),
    **dict.fromkeys(("楷体_GB2312", "KaiTi", "KaiTi_GB2312"), "楷体"),
    **dict.fromkeys(("SimSun", "NSimSun", "新宋体"), "宋体"),
    "SimHei": "黑体",
    "Microsoft YaHei": "微软雅黑",
}
"""Fonts that look alike or are one under two names; words are pasted in either."""


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


def in_words(was: LineLook, now: LineLook) -> list[str]:
    """Return how words look otherwise that are in both texts, and new ones than those around."""
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
        around = _cut(was.words, max(0, change.start - 1), change.end + 1)
        found |= dict.fromkeys(in_new_words(come, around))
        at, shift = change.end, shift + len(change.now) - len(change.was)
    kept = _cut(was.words, at, len(old)), _cut(now.words, at + shift, len(new))
    return list(found | dict.fromkeys(_in_same_words(*kept)))


def in_new_words(words: Sequence[Stretch], around: Sequence[Stretch]) -> list[str]:
    """Return how new words look otherwise than each of those around them, or in their place."""
    looks = [one.look for one in around if one.look is not None]
    found: dict[str, None] = {}
    for word in words:
        if word.look is None or not word.text.strip() or not looks:
            continue
        first, *others = (list(_in_new_letters(look, word.look, word.text)) for look in looks)
        found |= dict.fromkeys(name for name in first if all(name in names for names in others))
    return list(found)


def in_new_line(line: LineLook, like: Iterable[LineLook]) -> list[str]:
    """Return how a new line looks otherwise than the most alike of some that it may be like.

    That its beginning is bold says no more than that it is the heading of what follows.
    """
    ways = (
        [
            *in_new_words(words, one.words),
            *(name for name in in_new_words(words[-1:], one.words[-1:]) if name == _BOLD),
            *(name for name in _in_paragraph(one, line) if name != BETWEEN),
        ]
        for one in like
        for words in (line.words, _without_lead(line.words))
    )
    return min((list(dict.fromkeys(names)) for names in ways), key=len, default=[])


def _without_lead(words: Sequence[Stretch]) -> Sequence[Stretch]:
    bold = [word.look is not None and _BOLD in word.look for word in words if word.text.strip()]
    if not bold or not bold[0] or bold[-1]:
        return words
    at = next(at for at, word in enumerate(words) if word.look and _BOLD in word.look)
    plain = {name: value for name, value in (words[at].look or {}).items() if name != _BOLD}
    return [*words[:at], replace(words[at], look=plain), *words[at + 1 :]]


def distinct(lines: Iterable[LineLook]) -> list[LineLook]:
    """Return lines, those that look alike once: mostly there are few among many."""
    found: dict[object, LineLook] = {}
    for line in lines:
        looks = {_key(word.look) for word in line.words if word.look is not None}
        found.setdefault((_key(line.paragraph), frozenset(looks), line.numbered), line)
    return list(found.values())


def _key(look: Look) -> frozenset[tuple[str, Value]]:
    return frozenset(look.items())


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
        found |= dict.fromkeys(_in_letters(old.look, new.look, old.text))
    return list(found)


def _in_letters(old: Look, new: Look, text: str) -> Iterator[str]:
    """Yield how a text looks otherwise; of fonts only those that it has letters of."""
    for name in differing(old, new):
        if name not in (_CHINESE_FONT, _WESTERN_FONT) or _shows(name, text):
            yield name


def _in_new_letters(old: Look, new: Look, text: str) -> Iterator[str]:
    for name in _in_letters(old, new, text):
        if name not in (_CHINESE_FONT, _WESTERN_FONT) or _font(old, name) != _font(new, name):
            yield name


def _font(look: Look, name: str) -> str:
    font = str(look.get(name, ""))
    return _ONE_FONT.get(font, font)


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
