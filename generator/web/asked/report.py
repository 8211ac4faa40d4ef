"""One report: what is wrong with it, as it was last saved."""

from generator.messages.folder import file_record
from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer


def looked_at(desk: Desk, _request: Request, given: str) -> Answer:
    """Answer with the findings on a workbook."""
    path = desk.file(given)
    record = desk.reports.of(path, desk.watch.seen)
    state = desk.state_of(path)
    return answer({**record, "id": given, "state": file_record(state) if state else None})
