"""The folder: what lies in it."""

from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer


def listed(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Answer with all files."""
    files = [
        {
            "id": desk.id(path),
            "name": path.name,
            "kind": "REPORT",
            "state_word": "填写中",
            "tone": "busy",
            "modified": seen.modified // 1_000_000,
        }
        for path, seen in desk.watch.seen.items()
        if path.suffix == ".xlsx"
    ]
    files.sort(key=lambda one: one["modified"], reverse=True)
    return answer({"where": str(desk.folder), "folders": [], "others": [], "unfinished": 0, "files": files})


def opened(desk: Desk, _request: Request, given: str) -> Answer:
    """Open a file in the program that people use for it."""
    path = desk.file(given)
    desk.open_file(path)
    return answer({"said": f"正在打开 {path.name}。"})
