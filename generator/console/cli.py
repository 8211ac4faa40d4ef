"""The command `make-report`: understands it, and hands it to the room that carries it out."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from generator import __version__
from generator.console.chinese_names import begin_again_for_chinese_names
from generator.console.double_click import (
    meant_by_double_click,
    opened_by_double_click,
    wait_for_enter,
)
from generator.console.exit_codes import DONE, UNUSABLE
from generator.console.output import (
    OutputFailed,
    complain,
    hand_over,
    say,
    speak_anywhere,
)
from generator.console.typed_words import DESK
from generator.messages.as_json import as_json
from generator.messages.unforeseen import unforeseen

_MOST_NEW_OBJECTS = 20_000
"""Before garbage is looked for. Usually it is 700: a tenth of a long review, and less garbage is
found than that costs; a thousand reports take no more memory."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    if arguments is None:
        begin_again_for_chinese_names()
        gc.set_threshold(_MOST_NEW_OBJECTS)
        gc.disable()  # what is imported is no garbage, and looking for it takes time
    from generator.model.finding import Refusal

    speak_anywhere()
    given = meant_by_double_click(sys.argv[1:]) if arguments is None else list(arguments)
    try:
        code = _run(given, own_process=arguments is None)
    except Refusal as refusal:
        code = _refused(str(refusal), as_data="--json" in given)
    except KeyboardInterrupt:
        code = _refused("已中断。没有写完的文件不会留下。", as_data="--json" in given)
    except OutputFailed as problem:
        code = _refused(str(problem), as_data=False)
    except Exception as problem:  # noqa: BLE001 - people must never see a traceback
        code = _refused(unforeseen(problem), as_data="--json" in given)
    if arguments is None:
        gc.freeze()  # all memory goes with the process; to look through it first takes 30 ms
        if opened_by_double_click() and not (given[:1] == [DESK] and code == DONE):
            wait_for_enter()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the code stands; Ctrl+C is too late
    return code


def _run(given: Sequence[str], *, own_process: bool) -> int:
    """Carry out a command; each is imported only when asked for, since people wait for it."""
    from generator.console.arguments import SHOW_HELP, SHOW_VERSION, parse

    _must_be_somewhere()
    options = parse(given)
    if options.command == SHOW_HELP:
        from generator.console.help_pages import OVERVIEW, PAGES  # seldom asked for

        say(PAGES.get(options.page, OVERVIEW).rstrip())
        return DONE
    if options.command == SHOW_VERSION:
        say(f"make-report {__version__}")
        return DONE
    room = options.command.replace("-", "_")
    command = import_module(f"generator.console.commands.run_{room}")
    if own_process:
        gc.freeze()  # it stays to the end: to look through it takes 8 ms
        gc.enable()
    code: int = command.run(options)
    return code


def _must_be_somewhere() -> None:
    """Refuse to work in a folder that was taken away: no name would lead anywhere."""
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd does the same
    except FileNotFoundError:
        from generator.model.finding import Refusal

        raise Refusal("当前所在的文件夹已经不在了。请换到别的文件夹（cd），再运行一次。") from None


def _refused(message: str, *, as_data: bool) -> int:
    try:
        if as_data:
            hand_over(as_json({"results": [], "message": message}))
        else:
            complain(message)
    except OutputFailed as problem:
        complain(f"{message}\n{problem}")
    return UNUSABLE
