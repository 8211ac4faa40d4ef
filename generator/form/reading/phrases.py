"""Phrases that patterns have in common: written once, and put where {their name} stands."""

import re
from typing import Any

from generator.form.mistakes import Steps, nearest
from generator.form.reading.typed import Reader
from generator.form.rules import Regex

_NAME = re.compile(r"[^\W\d]\w*")
_NAMED = re.compile(rf"\{{({_NAME.pattern})\}}")
_LEFT_AS_IT_IS = {"kinds"}
"""What is put in later, of each report."""
_LONGEST = 20_000
"""Signs of a pattern: more than twice as many as the longest that offices need."""


def put_phrases(said: dict[str, Any], steps: Steps, reader: Reader) -> dict[str, Any]:
    """Return wordings with their phrases put in; a phrase may name those before it."""
    phrases: dict[str, str] = {}
    at = (*steps, "phrases")
    for name, phrase in reader.table(said.get("phrases", {}), at).items():
        if not _NAME.fullmatch(name):
            reader.tell((*at, name), f"短语的名称“{name}”只能用汉字、字母、数字和 _，不以数字开头")
        pattern: str = reader.read(Regex, phrase, (*at, name))
        phrases[name] = _with(phrases, pattern, (*at, name), reader)
    return {
        name: _inside(one, phrases, (*steps, name), reader)
        for name, one in said.items()
        if name != "phrases"
    }


def _inside(value: Any, phrases: dict[str, str], steps: Steps, reader: Reader) -> Any:
    if isinstance(value, str):
        return _with(phrases, value, steps, reader)
    if isinstance(value, list):
        return [_inside(one, phrases, (*steps, at), reader) for at, one in enumerate(value)]
    if isinstance(value, dict):
        return {name: _inside(one, phrases, (*steps, name), reader) for name, one in value.items()}
    return value


def _with(phrases: dict[str, str], text: str, steps: Steps, reader: Reader) -> str:
    def phrase(found: re.Match[str]) -> str:
        name = found[1]
        if name not in phrases and name not in _LEFT_AS_IT_IS:
            reader.tell(steps, f"前面没有叫 {name} 的短语{nearest(name, list(phrases))}")
        return phrases.get(name, found[0])

    put = _NAMED.sub(phrase, text)
    if len(put) > _LONGEST:
        reader.tell(steps, f"代入短语后有 {len(put)} 个字符，超过 {_LONGEST} 个")
        return ""
    return put
