"""What became of a person's word on a finding, for a page and for programs."""

from collections.abc import Iterable
from typing import Any

from generator.pipeline.verifying.kept_ticks import Tick
from generator.pipeline.verifying.verify import Offered, Ticked


def ticked_record(ticked: Ticked) -> dict[str, Any]:
    """Return {"key", "person", "reason", "day", "written", "message"}."""
    if ticked.written:
        message = f"{ticked.tick.key} 已经写进『核对记录』。"
    else:
        message = f"{ticked.why.rstrip('。')}。"
    return {**_tick(ticked.tick), "written": ticked.written, "message": message}


def offered_records(offers: Iterable[Offered]) -> list[dict[str, Any]]:
    """Return of each {"key", "person", "reason", "day", "stands", "message"}."""
    return [{**_tick(one.tick), "stands": one.stands, "message": _offered(one)} for one in offers]


def _offered(one: Offered) -> str:
    tick = one.tick
    said = f"{tick.key}：{tick.person}，{tick.day}核实：{tick.reason}"
    if one.stands:
        return f"{said}。还没有写进『核对记录』，关闭工作簿以后可以写入。"
    return f"{said}。这个问题已经不在了：改正了，或者数字、文字变了，要重新核实。"


def _tick(tick: Tick) -> dict[str, str]:
    return {"key": tick.key, "person": tick.person, "reason": tick.reason, "day": tick.day}
