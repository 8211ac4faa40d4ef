"""What people type after `make-report`, understood or refused in Chinese."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from generator.console.typed_words import (
    CHECK,
    COLLECT,
    COMMANDS,
    DESK,
    EXPLAIN,
    EXPORT,
    FORM,
    HELP,
    IMPORT,
    MAKE,
    NEW,
    PUBLISH,
    REVIEW,
    REVISE,
    VERSION,
    as_options,
    meant,
    mistyped,
    mistyped_option,
)
from generator.form.chinese import listed
from generator.manuscript.review.side import Side
from generator.messages.command_to_type import shown_command
from generator.model.finding import Refusal

SHOW_HELP, SHOW_VERSION = HELP, VERSION
MOST_JOBS = 32
SIDES = tuple(side.value for side in Side)

_WITH_FILES = tuple(command for command in COMMANDS if command not in (NEW, EXPLAIN, FORM))
_FOR_PROGRAMS = tuple(command for command in COMMANDS if command != DESK)
_REPORTS = (MAKE, CHECK, EXPORT)
_MANY = (*_REPORTS, PUBLISH, COLLECT)
_FLAG: dict[str, Any] = {"action": "store_true"}
_PATH: dict[str, Any] = {"type": Path}
_OPTIONS: tuple[tuple[tuple[str, ...], tuple[str, ...], dict[str, Any]], ...] = (
    (COMMANDS, ("-h", "--help"), _FLAG),
    (COMMANDS, ("--version",), _FLAG),
    (_FOR_PROGRAMS, ("--json",), _FLAG),
    (_WITH_FILES, ("files",), {"nargs": "*", "type": Path}),
    ((EXPLAIN,), ("rules",), {"nargs": "*"}),
    ((FORM,), ("words",), {"nargs": "*"}),
    ((NEW, COLLECT), ("--organ",), {}),
    ((NEW, COLLECT), ("--year",), {}),
    ((NEW,), ("--from",), {"dest": "source", "type": Path}),
    ((NEW, EXPORT, IMPORT, COLLECT), ("--form",), {}),
    ((MAKE, NEW, EXPORT, IMPORT, COLLECT, FORM), ("-o", "--output"), _PATH),
    ((COLLECT,), ("--units",), _PATH),
    ((COLLECT,), ("--new-units",), _PATH),
    ((CHECK,), ("--annotate",), _FLAG),
    ((MAKE, CHECK), ("--previous",), _PATH),
    ((REVIEW, REVISE, EXPLAIN, PUBLISH), ("--workbook",), _PATH),
    ((REVIEW, REVISE), ("--take",), {"choices": SIDES}),
    ((REVIEW,), ("--apply",), _FLAG),
    ((EXPORT,), ("--schema",), _FLAG),
    ((MAKE, REVIEW, REVISE, PUBLISH), ("--template",), _PATH),
    ((PUBLISH,), ("--only",), {}),
    ((PUBLISH,), ("--like-word",), _FLAG),
    ((DESK,), ("--port",), {"type": int, "default": 0}),
    ((DESK,), ("--no-browser",), _FLAG),
    (_REPORTS, ("--problems",), _PATH),
    (_MANY, ("--jobs",), {"type": int}),
    (_MANY, ("--cluster",), {}),
    ((MAKE,), ("--draft",), _FLAG),
    ((MAKE,), ("--strict",), _FLAG),
    ((MAKE, PUBLISH), ("--force",), _FLAG),
)
"""Which commands take which options."""

_SEE_HELP = "输入 make-report --help 看用法。"


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Return the options; `command` is one of the commands or SHOW_…, `json` is always there.

    Of SHOW_HELP, `page` is the command that it is asked of; empty for all of them. Raise Refusal
    for anything that is not a command of this program.
    """
    known = {option for command in COMMANDS for option in _options_of(command)}
    command, rest = _command_and_rest(as_options(given, known))
    if command == VERSION:
        return argparse.Namespace(command=SHOW_VERSION, json=False)
    if command == HELP:
        return argparse.Namespace(command=SHOW_HELP, page="".join(map(meant, rest[:1])), json=False)
    options, unknown = _parser(command or MAKE).parse_known_intermixed_args(rest)
    if options.help or options.version:
        options.command = SHOW_HELP if options.help else SHOW_VERSION
        options.page = command
    elif unknown:
        if not command:
            _no_command_among(options.files)
        raise Refusal(_not_known(unknown, options.command, rest))
    elif not command:
        _no_command_among(options.files)
        if options.files and all(file.suffix.lower() == ".docx" for file in options.files):
            options = _a_review(rest)
    if options.command in _MANY:
        _many(options)
    return options


def _command_and_rest(given: Sequence[str]) -> tuple[str, list[str]]:
    """Take the command from what was typed; it is empty where people just named workbooks."""
    rest = list(given)
    first = next((word for word in rest if word != "--json"), "")
    command = meant(first)
    if not command or (command != first and Path(first).exists()):
        return "", rest
    rest.remove(first)
    return command, rest


def _a_review(rest: Sequence[str]) -> argparse.Namespace:
    """Return what people want who dragged a report onto the program: to see what was changed."""
    options, unknown = _parser(REVIEW).parse_known_intermixed_args(rest)
    if unknown:
        files = listed(map(str, options.files))
        raise Refusal(
            f"{files} 是报告文档，不是工作簿，不能用 {' '.join(unknown)}。"
            f"看审阅时改了什么，请写：{shown_command('make-report', REVIEW, *options.files)}"
        )
    return options


def _not_known(unknown: Sequence[str], command: str, rest: Sequence[str]) -> str:
    """Say what to type instead of options that a command does not have."""
    first = unknown[0].partition("=")[0]
    takers = [taker for taker in COMMANDS if first in _options_of(taker)]
    if takers:
        said = "、".join("生成报告" if taker == MAKE else f" {taker}" for taker in takers)
        words = [taker for taker in takers[:1] if taker != MAKE]
        return f"{first} 只用于{said}。请写：{shown_command('make-report', *words, *rest)}"
    if command == NEW and not first.startswith("-"):
        return _how_to_begin(first)
    known = [*_options_of(command), *(each for taker in COMMANDS for each in _options_of(taker))]
    near = mistyped_option(first, known)
    hint = f"，是不是 {near}？" if near else "。"
    return f"不认识“{' '.join(unknown)}”{hint}{_SEE_HELP}"


def _how_to_begin(word: str) -> str:
    """Say which option of `new` a year, an organ or a workbook needs that was just typed."""
    workbook = Path(word).suffix.lower() == ".xlsx"
    is_year = re.fullmatch(r"20\d\d年?度?", word) is not None
    year = word[:4] if is_year else "2024"
    organ = "某某局" if is_year or workbook else word
    blank = shown_command("make-report", NEW, "--organ", organ, "--year", year)
    source = word if workbook else "上年的工作簿"
    return (
        f"“{word}”是什么，请在前面写明。空白的：{blank}；"
        f"从上年的开始：{shown_command('make-report', NEW, '--from', source)}"
    )


def _options_of(command: str) -> list[str]:
    return [
        name
        for commands, names, _ in _OPTIONS
        for name in names
        if command in commands and name.startswith("-")
    ]


def _many(options: argparse.Namespace) -> None:
    """See that what is said of many workbooks makes sense together."""
    if options.jobs is not None and not 1 <= options.jobs <= MOST_JOBS:
        raise Refusal(f"--jobs 后面请写 1 到 {MOST_JOBS} 的整数：同时用几个进程。")
    if options.jobs and options.cluster:
        raise Refusal("--jobs 和 --cluster 只能用一个：前者用本机的几个进程，后者用集群。")
    problems = getattr(options, "problems", None)
    if problems and problems.suffix.lower() != ".xlsx":
        raise Refusal(f"问题清单的文件名要以 .xlsx 结尾，如 问题清单.xlsx，写的是“{problems}”。")
    if options.cluster:  # its machines share the folder, but work elsewhere
        options.files = [file.absolute() for file in options.files]
        for name in ("output", "template", "previous", "problems", "workbook", "units"):
            if path := getattr(options, name, None):
                setattr(options, name, path.absolute())


def _no_command_among(files: Sequence[Path]) -> None:
    """Refuse what was meant as a command, before any file is made."""
    for file in files:
        word = str(file)
        if file.suffix or file.exists():
            continue
        if command := meant(word):
            example = shown_command("make-report", command, *(one for one in files if one != file))
            raise Refusal(f"命令 {word} 要写在最前面，如：{example}")
        if command := mistyped(word):
            raise Refusal(f"没有“{word}”这个命令，是不是 {command}？{_SEE_HELP}")


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        option = re.search(r"argument (\S+?)[:/]", message)
        if "expected one argument" in message and option:
            raise Refusal(f"选项 {option[1]} 后面少了内容。{_SEE_HELP}")
        if "invalid int" in message and option:
            raise Refusal(f"选项 {option[1]} 后面请写整数。{_SEE_HELP}")
        if "invalid choice" in message and option:
            raise Refusal(f"选项 {option[1]} 后面只能写 {'、'.join(SIDES)}。{_SEE_HELP}")
        if option:
            raise Refusal(f"选项 {option[1]} 后面不能写内容。{_SEE_HELP}")
        raise Refusal(f"命令写得不对。{_SEE_HELP}")


def _parser(command: str) -> _Parser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.set_defaults(command=command, json=False)
    for commands, names, how in _OPTIONS:
        if command in commands:
            parser.add_argument(*names, **how)
    return parser
