"""Opens the page in the person's browser, and shows its address to nobody else.

What a program is started with, every user of a Linux computer can read: so the browser is given
a file that only this user can read, and that leads to the page.
"""

import html
import sys
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path

from generator.files.private_cache import cache_folder, made_own

_LEADS = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="UTF-8">\n'
    '<meta name="referrer" content="no-referrer">\n'
    '<meta http-equiv="refresh" content="0; url={address}">\n<title>make-report</title>\n'
    '</head>\n<body>\n<p><a href="{address}">打开 make-report</a></p>\n</body>\n</html>\n'
)


def open_page(address: str) -> bool:
    """Open an address; False where there is no browser to open it in."""
    with suppress(webbrowser.Error, OSError):
        return webbrowser.open(address if sys.platform == "win32" else _leading_to(address))
    return False


def _leading_to(address: str) -> str:
    folder = cache_folder("desk")
    if not made_own(folder):  # others would put a page of theirs in its place
        raise PermissionError(folder)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".html")
    with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - a handle, for this user alone
        file.write(_LEADS.format(address=html.escape(address)))
    return Path(name).as_uri()
