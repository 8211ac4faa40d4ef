"""The tags that a template may use: few, so that a template can do no harm and fails early.

{{ 名称 }}   {{ 段.正文 }}
{%p for 段 in 部分名 %} … {%p endfor %}
{%p if 段.二级标题 %} … {%p elif 段.二级条目 %} … {%p else %} … {%p endif %}
{%p if 落款较长 %} … {%p endif %}
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.form.reserved_names import DRAFT_STAMP, LONG_SIGNATURE, TITLE_ORGAN
from generator.form.vocabulary import ORGAN, YEAR, Form

HEADING = "二级标题"
NOTE = "表注"
WITH_ADDRESS = "含网址"
SHOWN = "图表"
CAPTION = "图表标题"
KINDS = (HEADING, "二级条目", "三级条目", NOTE, WITH_ADDRESS, SHOWN, CAPTION)
"""What a paragraph may be; one that is none of these, or unknown to a template, is 正文."""
LAST = "末段"
"""Whether it is the last paragraph of the report, after which only the signature comes."""
TEXT = "正文"
PARAGRAPH_FIELDS = ("编号", "标题", TEXT, LAST, *KINDS)

_NAME = r"[^\W\d]\w*"
_TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_OUTPUT = Pattern(rf"\{{\{{\s*({_NAME})(?:\.({_NAME}))?\s*\}}\}}")
_FOR = Pattern(rf"\{{%p\s+for\s+({_NAME})\s+in\s+({_NAME})\s*%\}}")
_IF = Pattern(rf"\{{%p\s+(if|elif)\s+({_NAME})(?:\.({_NAME}))?\s*%\}}")
_END = Pattern(r"\{%p\s+(else|endif|endfor)\s*%\}")
_LONGEST = 2_000  # characters of a paragraph that holds tags
_BRACES = Pattern(r"[{}｛｝]")


class Names(NamedTuple):
    """The names that tags may use."""

    scalars: frozenset[str]
    lists: frozenset[str] = frozenset()
    on_one_line: tuple[tuple[str, str], ...] = ()
    """(one whose value may go on in a next line, the one of the same value that never does)."""


def names_of(form: Form) -> Names:
    """Return what a template of this form may name."""
    scalars = {*form.figures, DRAFT_STAMP, TITLE_ORGAN, LONG_SIGNATURE}
    scalars |= {total.name for total in form.sums} | {entry.name for entry in form.entries}
    lists = frozenset(part.name for part in form.parts)
    return Names(frozenset(scalars), lists, ((TITLE_ORGAN, ORGAN),))


def required_names(form: Form) -> list[str]:
    """Return the names that a template must use, or something would be missing in print."""
    return [ORGAN, YEAR, DRAFT_STAMP, *form.figures, *(part.name for part in form.parts)]


def count_tags(text: str) -> int:
    """Return how many tags a text holds."""
    return len(_TAG.findall(text)) if len(text) <= _LONGEST else 0


def loop_over(text: str) -> str:
    """Return the list that a paragraph's {%p for %} goes over; empty where it is no such tag."""
    found = _FOR.fullmatch(text.strip())
    return found[2] if found else ""


def tests_for(text: str, kind: str) -> bool:
    """Tell whether a paragraph's tag asks if the paragraph of the report is of a kind."""
    found = _IF.fullmatch(text.strip())
    return found is not None and found[3] == kind


def block_step(text: str) -> tuple[str, bool]:
    """Return which block the tag of a paragraph opens, for or if, and whether it closes one."""
    text = text.strip()
    if _FOR.fullmatch(text):
        return "for", False
    if found := _IF.fullmatch(text):
        return "if" if found[1] == "if" else "", False
    found = _END.fullmatch(text)
    return "", bool(found and found[1] != "else")


class TagReader:
    """Reads the paragraphs of one part in order and gathers what is wrong with their tags."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._open: list[tuple[str, str, str]] = []
        """Blocks not yet closed: (for, if or else, loop variable or "", place)."""
        self.problems: list[str] = []
        self.used: list[str] = []
        """Names in the order of use, loops and scalars alike."""

    def read(self, text: str, place: str) -> None:
        """Read the text of one paragraph."""
        if len(text) > _LONGEST and _BRACES.search(text):
            self.problems.append(f"{place}：这一段太长，又有花括号，请把标签放在短的段落里")
            return
        tags = _TAG.findall(text)
        for tag in tags:
            problem = self._read_tag(tag, place)
            if problem:
                self.problems.append(f"{place}：{problem}")
            elif tag.startswith("{%") and text.strip() != tag:
                self.problems.append(f"{place}：标签 {tag} 必须单独成段，同一段的其他文字会丢失")
        if _BRACES.search(_TAG.sub("", text)):
            self.problems.append(
                f"{place}：有不成对或全角的花括号“{text.strip()[:30]}”，请改成半角的 {{{{ 名称 }}}}"
            )

    def finish(self) -> None:
        """Say which blocks were never closed."""
        for kind, _, place in self._open:
            end = "endfor" if kind == "for" else "endif"
            self.problems.append(f"{place}：{{%p {kind} … %}} 没有对应的 {{%p {end} %}}")
        self._open.clear()

    def _read_tag(self, tag: str, place: str) -> str:
        if found := _OUTPUT.fullmatch(tag):
            self.used.append(found[1])
            return self._name(found[1], found[2])
        if found := _FOR.fullmatch(tag):
            self.used.append(found[2])
            return self._loop(tag, found[1], found[2], place)
        if found := _IF.fullmatch(tag):
            if found[1] == "if":
                self._open.append(("if", "", place))
            elif not self._open or self._open[-1][0] != "if":
                return "{%p elif … %} 不在“{%p if … %}”里面，或者在 {%p else %} 之后"
            return self._name(found[2], found[3])
        if found := _END.fullmatch(tag):
            return self._close(found[1], place)
        return f"标签 {tag} 的写法不在允许之列"

    def _loop(self, tag: str, variable: str, part: str, place: str) -> str:
        nested = any(kind == "for" for kind, _, _ in self._open)
        self._open.append(("for", variable, place))
        if nested:
            return f"标签 {tag} 在另一个循环里面，会重复印出"
        return self._known(part, sorted(self._names.lists), "部分")

    def _name(self, name: str, attribute: str | None) -> str:
        if attribute is None:
            return self._known(name, sorted(self._names.scalars), "数字或项目")
        if name not in {variable for _, variable, _ in self._open if variable}:
            return f"{name}.{attribute} 不在“{{%p for {name} in … %}}”里面"
        if attribute not in PARAGRAPH_FIELDS:
            return f"段落没有“{attribute}”这一项，只有{listed(PARAGRAPH_FIELDS)}"
        return ""

    def _known(self, name: str, known: Sequence[str], what: str) -> str:
        if name in known:
            return ""
        near = get_close_matches(name, known, n=2, cutoff=0.4)
        hint = f"，是不是{'或'.join(f'“{other}”' for other in near)}" if near else ""
        return f"没有叫“{name}”的{what}{hint}"

    def _close(self, word: str, place: str) -> str:
        kinds = {"endfor": ("for",), "else": ("if",), "endif": ("if", "else")}[word]
        if not self._open or self._open[-1][0] not in kinds:
            return f"{{%p {word} %}} 没有对应的 {{%p {kinds[0]} … %}}"
        self._open.pop()
        if word == "else":
            self._open.append(("else", "", place))
        return ""
