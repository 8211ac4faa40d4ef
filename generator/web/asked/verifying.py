"""已核实: a tick on the page, and what could not be written yet."""

from generator.messages.page.verifying import ticked_record
from generator.pipeline.verifying.verify import Ticked, forget, verify, write_offered
from generator.web.desk import Desk
from generator.web.request import Answer, Request
from generator.web.told import Tone, told


def verified(desk: Desk, request: Request, given: str) -> Answer:
    """Write down that a person looked at a finding."""
    workbook, said = desk.file(given), request.data()
    key, person, reason = (str(said.get(name, "")) for name in ("key", "person", "reason"))
    with desk.work.doing("正在写入『核对记录』"):
        ticked = verify(workbook, key, person, reason)
    return _told(desk, [ticked])


def written(desk: Desk, request: Request, given: str) -> Answer:
    """Write what was kept while the workbook was open elsewhere."""
    workbook = desk.file(given)
    with desk.work.doing("正在写入『核对记录』"):
        ticked = write_offered(workbook, _keys(request))
    return _told(desk, ticked)


def forgotten(desk: Desk, request: Request, given: str) -> Answer:
    """Drop what was kept and is not wanted any more."""
    forget(desk.file(given), _keys(request))
    desk.reports.forget()
    desk.tabs.tell("changed", {"files": [given]})
    return told(desk, "已经不再提起。")


def _told(desk: Desk, ticked: list[Ticked]) -> Answer:
    desk.reports.forget()
    desk.watch.look()
    desk.tabs.tell("changed", {"files": []})
    first, *others = [str(ticked_record(one)["message"]) for one in ticked] or ["没有要写的了。"]
    all_written = all(one.written for one in ticked)
    return told(desk, first, others, tone=Tone.GOOD if all_written else Tone.WARN)


def _keys(request: Request) -> list[str]:
    keys = request.data().get("keys", [])
    return [str(key) for key in keys] if isinstance(keys, list) else []
