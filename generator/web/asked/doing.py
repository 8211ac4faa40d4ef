"""What is being done: asked for, and stopped."""

from generator.web.desk import Desk
from generator.web.request import Answer, Request, answer


def now(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Answer with what is being done."""
    return answer(desk.work.now)


def stopped(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Stop it before its next step."""
    stops = desk.work.stop()
    return answer({"said": "正在停止……" if stops else "这一步很快就完，停不下来。"})
