"""Regular expressions of an office's form: sound ones, and none that could run for hours.

What is tried again and again in ever more ways takes longer with each sign of a text. That comes
of a repetition within a repetition, or of repeated alternatives that begin alike; `*+` and `++`
give nothing back and are free of it.
"""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from itertools import pairwise
from typing import Any

from generator.form.mistakes import Mistake, Steps
from generator.form.reading.typed import fields_of, is_record
from generator.form.rules import Regex

LONGEST = 20_000
_PIECE = re.compile(
    r"""
    (?P<open> \( (?: \?P<\w+> | \?: | \?> | \?<?[=!] | \?[a-zA-Z]+[:)] )? )
  | (?P<close> \) )
  | (?P<other> \| )
  | (?P<set> \[ \^? \]? (?: [^\]\\] | \\. )* \] )
  | (?P<many> (?: [*+] | \{ \d* , \d* \} ) [?+]? )
  | (?P<few> \? [?+]? | \{ \d+ \} )
  | (?P<escape> \\. )
  | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_COUNTS = re.compile(r"\{(\d*),(\d*)\}")
_FEW = 12
"""So often a thing may be repeated without counting as without end."""
_MOST_IN_A_ROW = 6
"""Repetitions without end one after the other."""


def bad_patterns(record: Any, steps: Steps) -> Iterator[Mistake]:
    """Find patterns in a thing of a form that do not compile or could run for hours."""
    kind_of_record: Any = type(record)
    if is_record(kind_of_record) or is_dataclass(record):
        for name, kind in fields_of(kind_of_record).items():
            value = getattr(record, name)
            if kind is Regex:
                if why := why_not(value):
                    yield Mistake((*steps, name), why)
            elif kind == tuple[Regex, ...]:
                for at, one in enumerate(value):
                    if why := why_not(one):
                        yield Mistake((*steps, name, at), why)
            else:
                yield from bad_patterns(value, (*steps, name))
    elif isinstance(record, tuple):
        for at, one in enumerate(record):
            yield from bad_patterns(one, (*steps, at))


def why_not(pattern: str) -> str:
    """Say why a pattern cannot be used; empty where it can."""
    if len(pattern) > LONGEST:
        return f"正则表达式有 {len(pattern)} 个字符，最多 {LONGEST} 个"
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as problem:
        return f"正则表达式不对：{_in_chinese(problem)}"
    return _could_run_for_hours(pattern)


_PROBLEMS = {
    "missing )": "左括号没有右括号",
    "unbalanced parenthesis": "右括号没有左括号",
    "unterminated character set": "方括号没有关上",
    "bad character range": "方括号里的范围前后颠倒",
    "nothing to repeat": "* + ? 前面没有可以重复的",
    "multiple repeat": "* + ? 连写了两个",
    "min repeat greater than max repeat": "{ } 里的次数前后颠倒",
    "look-behind requires fixed-width pattern": "(?<=…) (?<!…) 里的各种说法要一样长，不能用 * + ?",
    "bad escape": "\\ 后面的字母没有意思",
    "unknown extension": "(? 后面的写法不认识",
    "unexpected end of pattern": "没有写完",
    "unknown group name": "没有这个名称的组",
    "invalid group reference": "没有这一组",
}


def _in_chinese(problem: Exception) -> str:
    """Return what is wrong with a pattern as Python says it, in Chinese where that is known."""
    said = str(problem)
    known = next((ours for theirs, ours in _PROBLEMS.items() if said.startswith(theirs)), said)
    at = getattr(problem, "pos", None)
    return known if at is None else f"第 {at + 1} 个字符处，{known}"


class _Group:
    """A group as far as it has been read."""

    def __init__(self, *, around: bool = False) -> None:
        self.endless = 0
        """Repetitions without end in it, one after the other."""
        self.varies = False
        """Whether something in it is repeated in one of several numbers."""
        self.words = [""]
        """How each of its alternatives begins, as far as that is plain words."""
        self.plain = True
        """Whether the last of them is plain words so far."""
        self.around = around
        """Whether it only looks at what is before or behind."""

    def goes_on(self, kind: str, text: str) -> None:
        """Note what comes next: a sign, another alternative, or something that may be missing."""
        if kind == "other":
            self.words.append("")
            self.plain = True
        elif kind == "few":
            self.words[-1] = self.words[-1][:-1]
            self.plain = False
        elif self.plain and kind == "sign" and text not in "^$.":
            self.words[-1] += text
        else:
            self.plain = False

    def repeats(self, *, gives_back: bool) -> None:
        """Note that what came last is repeated."""
        self.plain = False
        self.varies |= gives_back

    def holds(self, inner: "_Group") -> None:
        """Note a group that ends within this one."""
        if not inner.around:
            self.endless += inner.endless
            self.varies |= inner.varies
            self.plain = False

    @property
    def begins_alike(self) -> bool:
        """Whether two of its alternatives may begin with the same signs, one with all of its."""
        ordered = sorted(self.words)
        return any(later.startswith(one) for one, later in pairwise(ordered))


def _could_run_for_hours(pattern: str) -> str:
    """Say which repetition of a pattern can be tried in more and more ways."""
    stack = [_Group()]
    last: _Group | None = None
    for piece in _PIECE.finditer(pattern):
        kind, text = piece.lastgroup, piece.group()
        just_closed, last = last, None
        times = _times(text) if kind in ("few", "many") else 1
        if just_closed is not None and just_closed.endless and times > 1:
            stack[-1].endless += just_closed.endless * (times - 1)
            if stack[-1].endless > _MOST_IN_A_ROW:
                return f"重复 {times} 次的里面还有重复，文字长了会算很久；请拆开"
        if kind == "open":
            if not text.endswith(")"):
                stack.append(_Group(around="=" in text or "!" in text))
        elif kind == "close" and len(stack) > 1:
            last = stack.pop()
            stack[-1].holds(last)
        elif kind == "many":
            gives_back = len(text) == 1 or not text.endswith("+")
            stack[-1].repeats(gives_back=gives_back)
            if gives_back and _endless(text) and (why := _why(text, stack[-1], just_closed)):
                return why
        else:
            stack[-1].goes_on(kind or "", text)
    return ""


def _why(count: str, group: _Group, repeated: _Group | None) -> str:
    if repeated is not None and (repeated.endless or repeated.varies):
        return f"重复里还有重复（{count}），文字长了会算很久；请改成 {count}+ 或者拆开"
    if repeated is not None and len(repeated.words) > 1 and repeated.begins_alike:
        return f"重复（{count}）的几种说法开头相同，文字长了会算很久；请改成 {count}+"
    group.endless += 1
    if group.endless > _MOST_IN_A_ROW:
        return f"一连有 {group.endless} 处没有上限的重复，文字长了会算很久"
    return ""


def _times(count: str) -> int:
    """Return how often a thing may come at most where that is said in a number; else 1."""
    found = _COUNTS.match(count)
    said = found[2] if found else count.strip("{}?+")
    return int(said) if said.isdigit() else 1


def _endless(count: str) -> bool:
    found = _COUNTS.match(count)
    return found is None or not found[2] or int(found[2]) > _FEW
