"""What can be asked of the page: one route, one function, one tuple that lists them."""

from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple

from generator.files.os_reason import reason
from generator.messages.unforeseen import unforeseen
from generator.model.finding import Refusal
from generator.web.asked import (
    about,
    collecting,
    doing,
    folder,
    making,
    publishing,
    report,
    reviewing,
    verifying,
)
from generator.web.desk import Desk
from generator.web.page_files import PAGE_FILES
from generator.web.request import Answer, Request, plain, sentence
from generator.web.told import as_seen


class Route(NamedTuple):
    """Something that can be asked."""

    method: str
    begins: str
    """How its path begins; what comes after is the id of a file."""
    act: Callable[[Desk, Request, str], Answer]
    most_body: int = 0


_COMMAND = 100_000  # bytes
_FILE = 100_000_000

ROUTES = (
    Route("GET", "about", about.told_of),
    Route("POST", "manual", about.manual_opened, _COMMAND),
    Route("GET", "folder", folder.listed),
    Route("GET", "report/", report.looked_at),
    Route("GET", "picture/", report.picture),
    Route("GET", "review/", reviewing.looked_at),
    Route("GET", "work", doing.now),
    Route("POST", "stop", doing.stopped, _COMMAND),
    Route("POST", "open/", folder.opened, _COMMAND),
    Route("POST", "new", making.blank, _COMMAND),
    Route("POST", "next/", making.next_year, _COMMAND),
    Route("POST", "import", making.brought_in, _FILE),
    Route("POST", "make-all", making.all_made, _COMMAND),
    Route("POST", "make/", making.made, _COMMAND),
    Route("POST", "write-back/", reviewing.written_back, _COMMAND),
    Route("POST", "bring-in/", reviewing.brought_in, _COMMAND),
    Route("POST", "publish/", publishing.published, _COMMAND),
    Route("POST", "verify/", verifying.verified, _COMMAND),
    Route("POST", "verify-kept/", verifying.written, _COMMAND),
    Route("POST", "forget-kept/", verifying.forgotten, _COMMAND),
    Route("POST", "collect", collecting.collected, _COMMAND),
)


def responded(desk: Desk, request: Request) -> Answer:
    """Return what a request is answered; a sentence whatever goes wrong."""
    if request.method == "GET" and request.path in PAGE_FILES:
        return PAGE_FILES[request.path]
    found = [route for route in ROUTES if _fits(route, request.path)]
    if not found:
        return plain("没有这一页。", HTTPStatus.NOT_FOUND)
    route = next((one for one in found if one.method == request.method), None)
    if route is None:
        return plain(HTTPStatus.METHOD_NOT_ALLOWED.phrase, HTTPStatus.METHOD_NOT_ALLOWED)
    return _acted(desk, request, route)


def _acted(desk: Desk, request: Request, route: Route) -> Answer:
    try:
        return route.act(desk, request, request.path.removeprefix(route.begins))
    except Refusal as refusal:
        return sentence(as_seen(str(refusal), desk), HTTPStatus.CONFLICT)
    except OSError as problem:
        said = f"没有做成：{reason(problem)}（{problem.filename or desk.folder}）。"
        return sentence(as_seen(said, desk), HTTPStatus.CONFLICT)
    except Exception as problem:  # noqa: BLE001 - people must never see a traceback
        return sentence(unforeseen(problem), HTTPStatus.INTERNAL_SERVER_ERROR)


def most_body(path: str) -> int:
    """Return how much may be posted there."""
    return max((route.most_body for route in ROUTES if _fits(route, path)), default=0)


def _fits(route: Route, path: str) -> bool:
    with_id = route.begins.endswith("/")
    return path.startswith(route.begins) if with_id else path == route.begins
