"""TOML as Python's own reader reads it, with what is wrong in Chinese and with its line."""

import re
import tomllib
from typing import Any

from generator.form.mistakes import Mistake

MOST = 500_000
"""Signs of a text: ten times as many as the longest form has."""
_LONG_KEY = re.compile(r"(?<![\w.-])(?:[A-Za-z0-9_\-\"']+[ \t]*\.[ \t]*){30}")
_LONG_NUMBER = re.compile(r"\d[\d_]{4000}")
_WHERE = re.compile(
    r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_IN_CHINESE = {
    "Expected '=' after a key in a key/value pair": "键的后面应有等号",
    "Invalid value": (
        "等号后面的值读不懂（文字要加引号，true、false 要小写），或者前面的方括号没有关上"
    ),
    "Invalid statement": "这一行读不懂（键用字母、数字、_、-，或者加引号）",
    "Invalid initial character for a key part": "键用字母、数字、_、-，或者加引号",
    "Cannot overwrite a value": "同一个键写了两次（一项接一项的，每一项上面写两层方括号 [[ ]]）",
    "Cannot declare": "同一个方括号标题写了两次（一项接一项的，写两层方括号 [[ ]]）",
    "Cannot mutate immutable namespace": "这个键的内容已经写完，不能再添",
    "Cannot redefine namespace": "这个键的内容已经写完，不能再添",
    "Duplicate inline table key": "花括号里同一个键写了两次",
    "Expected ']]'": "方括号标题的两层方括号没有关上",
    "Expected ']'": "方括号标题没有关上",
    "Unescaped '\\' in a string": "双引号里的 \\ 有特别的意思，请改用单引号",
    "Escaped character": "双引号里 \\ 后面的写法不对，请改用单引号",
    "Invalid hex value": "双引号里 \\ 后面的写法不对，请改用单引号",
    "Invalid date or datetime": "没有这样的日期；日期要加引号",
    "Found invalid character": "有不能有的字符",
    "Illegal character '\\n'": "引号没有在这一行关上，或者花括号里换了行",
    "Illegal character": "有看不见的字符",
    "Unclosed array": "方括号没有关上，或者两项之间少了逗号",
    "Unclosed inline table": "花括号没有关上，或者两项之间少了逗号",
    "Unterminated string": "引号没有关上",
    "Expected newline or end of document after a statement": "一行只能写一个键和它的值",
}


_FOR_CHINESE_SIGNS = dict(zip("“”‘’＂＝：，、【】［］｛｝＃", '""\'\'"==,,[][]{}#', strict=True))


def said_in(text: str, file: str) -> tuple[dict[str, Any], list[Mistake]]:
    """Return what a text says, or the one mistake for which nothing of it can be read."""
    if len(text) > MOST:
        return {}, [Mistake((), f"有 {len(text)} 个字符，超过 {MOST} 个，不像表式", file, 1)]
    if long := _LONG_KEY.search(text):
        line = text.count("\n", 0, long.start()) + 1
        return {}, [Mistake((), "键里的点太多，不像表式", file, line)]
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        return {}, [_mistake(str(error), text, file)]
    except ValueError:
        digits = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, digits.start()) + 1 if digits else 1
        return {}, [Mistake((), "有一个数太长，读不了", file, line)]
    except RecursionError:
        return {}, [Mistake((), "括号套得太深", file, 1)]


def _mistake(said: str, text: str, file: str) -> Mistake:
    found = _WHERE.match(said)
    if not found:
        return Mistake((), f"不是合乎规定的 TOML：{said}", file, 1)
    what = found["what"]
    known = next((ours for theirs, ours in _IN_CHINESE.items() if what.startswith(theirs)), what)
    line = int(found["line"]) if found["line"] else text.count("\n") + 1
    column = f"第 {found['column']} 个字符处" if found["column"] else "写到末尾"
    there = _at(text, line, int(found["column"])) if found["column"] else ""
    if ours := _FOR_CHINESE_SIGNS.get(there):
        known = f"{there} 是中文标点，要用英文的 {ours}"
    elif what.startswith("Invalid initial character") and there == "\n":
        known = "花括号里不能换行"
    return Mistake((), f"{column}不合 TOML 的写法：{known}。改正后才能查其余内容", file, line)


def _at(text: str, line: int, column: int) -> str:
    """Return the sign at a place, the line's end included; nothing beyond the text."""
    return text.splitlines(keepends=True)[line - 1 : line][0][column - 1 : column]
