"""The folder: what lies in it, and how far each report is."""

from generator.files.opened_by_people import may_be_opened
from generator.messages.page.folder import folder_record
from generator.messages.page.forms import forms_record
from generator.model.finding import Refusal
from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer


def listed(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Answer with all files, as far as they were looked at."""
    record = {**folder_record(desk.found), **forms_record(desk.folder)}
    return answer({**record, "where": str(desk.folder), "why_not": desk.states.why_not})


def opened(desk: Desk, request: Request, given: str) -> Answer:
    """Open a file in the program that people use for it."""
    path = desk.file(given)
    if not may_be_opened(path):
        raise Refusal(f"{path.name} 不是工作簿、文档、PDF 或网页，请从文件夹里打开它。")
    desk.open_file(path)
    sheet, cell = request.text("sheet"), request.text("cell")
    there = f"打开以后请看『{sheet}』{cell}。" if sheet and cell else ""
    return answer({"said": f"正在打开 {path.name}。{there}"})
