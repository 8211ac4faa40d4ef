"""The command `make-report desk`."""

import argparse
from contextlib import suppress
from pathlib import Path

from generator.console.exit_codes import DONE
from generator.console.output import say
from generator.files.opened_by_people import open_for_people
from generator.files.unzipped import own_folder, unzipped_at
from generator.messages.page.about import said_of_place
from generator.model.finding import Refusal
from generator.web.browser import open_page
from generator.web.start import folder_of_page, open_already, start


def run(options: argparse.Namespace) -> int:
    """Open the page on a folder, and serve it until nobody looks at it any more."""
    if len(options.files) > 1:
        raise Refusal("一次只能打开一个文件夹，如：make-report desk D:\\年报")
    folder = folder_of_page(options.files[0] if options.files else _usual())
    if address := open_already(folder):
        say(address)
        _show(options, address, f"{folder} 的页面已经开着，用的是它。")
        return DONE
    page = start(folder, options.port, open_for_people)
    with suppress(KeyboardInterrupt):
        page.begin()
        say(page.address)
        _show(options, page.address, f"{folder} 的页面已打开。关掉页面，过一会儿程序就自己结束。")
        for sentence in said_of_place(page.desk.kinds):
            say(sentence)
        page.wait()
    page.end()
    say("页面已关闭。")
    return DONE


def _usual() -> Path:
    """Return the folder that is meant where none is named."""
    root = unzipped_at()
    return own_folder(root) if root else Path()


def _show(options: argparse.Namespace, address: str, said: str) -> None:
    """Open the page, and say so; what opens it is known only to who sees this window."""
    if options.no_browser or open_page(address):
        say(said)
    else:
        say("没有找到浏览器。请打开浏览器，把上面的地址整行复制进去。")
