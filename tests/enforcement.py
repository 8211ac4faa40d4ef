"""Reports of the second form, 行政执法统计年报, as an office fills them in."""

from collections.abc import Mapping
from decimal import Decimal

from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import SECOND_LEVEL, Entry, Figure, Paragraph, Report
from generator.pipeline.edition import form_named

FORM = form_named("行政执法统计年报")
KNOWN = {
    "处罚警告": "12175",
    "处罚罚款": "94929",
    "处罚没收": "235",
    "处罚暂扣": "189",
    "处罚吊销": "101",
    "处罚责令": "11",
    "处罚拘留": "504",
    "处罚其他": "12",
    "处罚合计": "108156",
    "罚没金额": "1753.79",
    "许可申请": "26569",
    "许可受理": "26569",
    "准予许可": "26462",
    "不予许可": "102",
    "撤销许可": "5",
    "检查次数": "31",
    "在岗执法人员": "60",
    "持证人员": "56",
    "持证率": "93.33",
}
TEXT = "本年度，我县实施行政处罚总数为【处罚合计】宗，罚没收入1753.79万元，开展行政检查31次。"


def report(
    text: str = TEXT, organ: str = "某县", figures: Mapping[str, str] = {}, *, year: int = 2024
) -> Report:
    """Return a report with some figures otherwise."""
    values = {**dict.fromkeys(FORM.figures, "0"), **KNOWN, **figures}
    part = FORM.parts[-1].name
    return Report(
        {"机关名称": Entry(organ), "年度": Entry(year)},
        {name: Figure(Decimal(value)) for name, value in values.items()},
        {},
        (Paragraph(part, SECOND_LEVEL, "行政处罚", text), Paragraph(part, 0, "", "情况如上。")),
    )


def workbook(
    text: str = TEXT, organ: str = "某县", figures: Mapping[str, str] = {}, *, year: int = 2024
) -> bytes:
    """Return its workbook."""
    return workbook_of(report(text, organ, figures, year=year), FORM)
