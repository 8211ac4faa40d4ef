"""Sees to it that files can have Chinese names, wherever the command is run."""

import os
import sys

_UTF8_MODE = "PYTHONUTF8"


def begin_again_for_chinese_names() -> None:
    """Start this command anew in Python's UTF-8 mode, where names could not be Chinese otherwise.

    So it is where somebody has set LC_ALL=C and PYTHONUTF8=0, or a Western locale. An encoding is
    fixed when Python starts; what was typed comes through, byte for byte.
    """
    try:
        os.fsencode("年度报告")
    except UnicodeEncodeError:
        if os.environ.get(_UTF8_MODE) != "1":  # else it has been tried
            os.environ[_UTF8_MODE] = "1"
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - this very command
