"""A notice, and the template that comes along."""

from functools import cache

from generator.formats.docx.notices.template import NoticeTemplate, compile_notice_template
from generator.model.collection.notices.notice import Notice, NoticeItem, NoticeKind, NoticePart
from generator.model.reading_order import Standing
from generator.pipeline.template_choice import choose_notice_template

NAME = "整改单模板.docx"
TO_MEND = NoticePart(
    "仍要改正的（2 处）",
    (
        NoticeItem(
            Standing.HOLDS_BACK, "『三、申请办理』K28", "总计应为 12，填的是 11。", "请改正。"
        ),
        NoticeItem(Standing.NOTICE, "『正文』D4", "用了“A&B<C”。", "请看一看。"),
    ),
)
MENDED = NoticePart("已经改好的（1 处）", (NoticeItem(Standing.WRONG, "『正文』D9", "写重了。"),))
NOTICE = Notice(
    "某某区民政局",
    "某某区人民政府办公室",
    "2024年政府信息公开工作年度报告",
    2024,
    NoticeKind.MEND,
    ("已经核对。", "不计入汇总。"),
    (TO_MEND, MENDED),
)


def packaged() -> bytes:
    """Return the template that comes along."""
    return choose_notice_template(None).read()


@cache
def template() -> NoticeTemplate:
    """Return it ready to be filled."""
    return compile_notice_template(packaged(), NAME)
