"""Takes JSON apart. What could mislead or exhaust a program is refused in one sentence."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from generator.model.finding import Refusal

_LARGEST = 4 * 1024 * 1024  # a report has some 50 KB
_LONGEST_NUMBER = 100
_PLAIN_INTEGER = 18  # digits
_SHOWN = 40


class _Unusable(Exception):  # noqa: N818 - the rest of a refusal's sentence
    """Why JSON cannot be used, without the name of the file."""


def parse(data: bytes, name: str) -> object:
    """Return what JSON holds: numbers as int or Decimal, no key twice, no broken characters.

    Raise Refusal, with one sentence that says why, where it is no such JSON.
    """
    try:
        value = _parsed(data)
        _only_whole_characters(value)
    except _Unusable as problem:
        raise Refusal(f"{name} {problem}") from None
    except RecursionError:
        raise Refusal(f"{name} 一层套一层，层数太多，没有读。请让导出它的系统重新生成。") from None
    return value


def _parsed(data: bytes) -> object:
    if not data.strip():
        raise _Unusable("是空文件，不是 JSON 报告。请重新导出。")
    if len(data) > _LARGEST:
        raise _Unusable(f"超过 {_LARGEST // 1024**2} MB，不像是一份报告，没有读。")
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError:
        raise _Unusable("不是 UTF-8 编码，没有读。请另存为 UTF-8 编码的 JSON。") from None
    except json.JSONDecodeError as problem:
        raise _Unusable(
            f"不是合法的 JSON：第 {problem.lineno} 行第 {problem.colno} 个字起看不懂。"
            "请让导出它的系统重新生成。"
        ) from None


def _number(digits: str) -> int | Decimal:
    if len(digits) <= _PLAIN_INTEGER and digits.removeprefix("-").isdecimal():
        return int(digits)
    try:
        if len(digits) <= _LONGEST_NUMBER:
            return Decimal(digits)
    except InvalidOperation:
        pass
    raise _Unusable(f"里有一个大得离谱的数字 {_cut(digits)}，没有读。请改正它。")


def _no_constant(word: str) -> NoReturn:
    raise _Unusable(f"里有 {word}，JSON 里没有这样的数，没有读。没有数就写 null。")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Unusable(f"里“{_cut(key)}”写了两遍，不知道用哪一个。请删去一个。")
            seen.add(key)
    return found


def _only_whole_characters(value: object) -> None:
    r"""Refuse half a character, as "\ud800" is: no file could be written with it."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += [*one, *one.values()]
        elif isinstance(one, list):
            left += one
        elif isinstance(one, str) and not one.isascii():
            try:
                one.encode()
            except UnicodeEncodeError:
                raise _Unusable(
                    "里有不完整的字符（半个 \\ud800 一类的字），没有读。请重新导出。"
                ) from None


def _cut(text: str) -> str:
    """Shorten what is quoted, and leave out what a terminal cannot show."""
    shown = "".join(letter if letter.isprintable() else "？" for letter in text[:_SHOWN])
    return shown + ("……" if len(text) > _SHOWN else "")
