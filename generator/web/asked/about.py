"""The program itself: its version, its manual, and what to know of the folder."""

from generator.files.unzipped import manuals
from generator.messages.page.about import about_record
from generator.model.finding import Refusal
from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer


def told_of(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Answer with the version, the manuals that are there, and what the folder is."""
    return answer(about_record(desk.kinds, manuals()))


def manual_opened(desk: Desk, request: Request, _rest: str) -> Answer:
    """Open a manual in the program that people use for it."""
    path = manuals().get(str(request.data().get("name", "")))
    if path is None:
        raise Refusal("手册不在程序的文件夹里了。请重新解压一次。")
    desk.open_file(path)
    return answer({"said": f"正在打开 {path.name}。"})
