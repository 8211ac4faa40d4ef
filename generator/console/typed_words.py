"""What people mean by a word: a command in other words, or a command or option mistyped."""

import re
from collections.abc import Collection, Sequence

COMMANDS = (
    "make",
    "check",
    "new",
    "check-template",
    "explain",
    "export",
    "review",
    "revise",
    "import",
    "publish",
    "collect",
    "desk",
)
MAKE, CHECK, NEW, CHECK_TEMPLATE, EXPLAIN, EXPORT, REVIEW, REVISE, IMPORT, *_LATER = COMMANDS
PUBLISH, COLLECT, DESK = _LATER
HELP, VERSION = "help", "version"

_OTHER_WORDS = {
    MAKE: ("生成", "制作"),
    CHECK: ("核对", "检查", "校验"),
    NEW: ("新建", "创建", "create"),
    CHECK_TEMPLATE: ("检查模板", "核对模板"),
    EXPLAIN: ("解释", "规则", "rules"),
    EXPORT: ("导出",),
    REVIEW: ("审阅", "审核", "审查"),
    REVISE: ("修订",),
    IMPORT: ("导入",),
    PUBLISH: ("发布", "公布"),
    COLLECT: ("汇总", "收集"),
    DESK: ("页面", "打开", "桌面"),
    HELP: ("帮助", "用法", "说明", "?", "/?"),
    VERSION: ("版本", "-v"),
}
_AS_MEANT = {word: command for command, words in _OTHER_WORDS.items() for word in words}
_ALIKE = 0.7
_DASHES = re.compile("^[-‐–—―－−]{1,2}")


def meant(word: str) -> str:
    """Return the command that a word is, or is another word for; empty for any other word."""
    return word if word in (*COMMANDS, HELP, VERSION) else _AS_MEANT.get(word.lower(), "")


def mistyped(word: str) -> str:
    """Return the command that a word looks like; empty where it looks like none."""
    return meant(_nearest(word.lower(), (*COMMANDS, *_AS_MEANT)))


def mistyped_option(word: str, known: Sequence[str]) -> str:
    """Return the option that a word looks like; empty where it looks like none."""
    return _nearest(word.lower(), known)


def as_options(words: Sequence[str], known: Collection[str]) -> list[str]:
    """Return what was typed, with — or －－ before an option as the two hyphens that are meant.

    Word and WPS make one dash of two hyphens, and people copy from them.
    """
    plain = [_DASHES.sub("--", word, count=1) for word in words]
    return [
        meant if meant.partition("=")[0] in known else word
        for word, meant in zip(words, plain, strict=True)
    ]


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # only for words that are wrong

    swapped = (one for one in known if sorted(one) == sorted(word))
    near = (get_close_matches(word, known, n=1, cutoff=_ALIKE), swapped)
    return next((one for ones in near for one in ones), "")
