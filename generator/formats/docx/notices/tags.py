"""The tags that a template of notices may use.

{{ 名称 }}   {%p if 要改正 %} … {%p elif 要换文件 %} … {%p else %} … {%p endif %}
{%p for 段 in 情况 %} {{ 段.正文 }} {%p endfor %}   {{ 问题清单 }}, in a paragraph of its own
"""

from generator.form.reserved_names import DATED as DATED
from generator.form.reserved_names import LONG_SIGNATURE as LONG_SIGNATURE
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.docx.template.tags import Names
from generator.model.collection.notices.notice import NoticeKind

SENDER, REPORT_YEAR = ORGAN, YEAR
UNIT, UNIT_IN_TITLE = "单位名称", "题中单位名称"
REPORT, CALLED = "报告名称", "单据名称"
SAID, LIST = "情况", "问题清单"
ASKED_TO = {
    NoticeKind.MEND: "要改正",
    NoticeKind.REPLACE: "要换文件",
    NoticeKind.FILE: "要报送",
}
"""What tells by a kind of notice."""

NAMES = Names(
    frozenset(
        {
            *(SENDER, REPORT_YEAR, UNIT, UNIT_IN_TITLE, REPORT, CALLED, LIST, LONG_SIGNATURE),
            *ASKED_TO.values(),
        }
    ),
    frozenset({SAID}),
    ((UNIT_IN_TITLE, UNIT),),
)
HEADING, HEADER, BAND, CELL, REMARK = (
    *("heading 1", "整改单表头", "整改单分组"),
    *("整改单文字", "整改单说明"),
)
"""Names of the styles in which the list is set."""
STYLES = (HEADING, HEADER, BAND, CELL, REMARK)
