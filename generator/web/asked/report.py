"""One report: what is wrong with it, as it was last saved."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

from generator.messages.page.collection_view import collection_view
from generator.messages.page.folder import file_record
from generator.pipeline.collecting.looked_at import standings_in
from generator.pipeline.listing.states import Kind
from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer, plain


def looked_at(desk: Desk, _request: Request, given: str) -> Answer:
    """Answer with the findings on a workbook."""
    path = desk.file(given)
    record = desk.reports.of(path, desk.watch.seen)
    state = desk.state_of(path)
    units = _units(path) if state and state.kind is Kind.COLLECTION else None
    return answer(
        {**record, "id": given, "state": file_record(state) if state else None, "units": units}
    )


def picture(desk: Desk, _request: Request, digest: str) -> Answer:
    """Answer with a picture that a preview shows."""
    found = desk.reports.picture(digest)
    if found is None:
        return plain("这张图已经不在报告里了。", HTTPStatus.NOT_FOUND)
    return Answer(found.content, f"image/{found.media_type}")


def _units(collection: Path) -> dict[str, Any]:
    return collection_view(standings_in(collection))
