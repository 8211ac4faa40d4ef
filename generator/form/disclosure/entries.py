"""基本信息: what every report says of its organ, its year and its contacts."""

from generator.form.vocabulary import ORGAN, YEAR, EntrySpec

KIND = "机关类型"
PERIOD_START = "统计期限起"
PERIOD_END = "统计期限止"

DEPARTMENT = "部门"
GOVERNMENT = "各级政府"

_GOVERNED = (
    *("政府办公厅", "省", "市", "州", "盟", "县", "旗", "区", "镇", "乡", "街道", "街道办事处"),
)

ENTRIES = (
    EntrySpec(ORGAN, "机关全称，与公章一致"),
    EntrySpec(
        KIND,
        "部门：1月31日前报送并公布；各级政府：3月31日前公布",
        kind="choice",
        role="kind",
        choices=(DEPARTMENT, GOVERNMENT),
        guesses=(("政府", GOVERNMENT), ("政府办公室", GOVERNMENT)),
        likely=tuple((ending, GOVERNMENT) for ending in _GOVERNED),
    ),
    EntrySpec(YEAR, "报告的年度，四位数字，如 2024", kind="year"),
    EntrySpec(PERIOD_START, "报告年度的1月1日，如 2024年1月1日", kind="date", day=(1, 1)),
    EntrySpec(PERIOD_END, "报告年度的12月31日，如 2024年12月31日", kind="date", day=(12, 31)),
    EntrySpec("网址", "公布本报告电子版的网址；开头一段要引用", required=False, role="web"),
    EntrySpec(
        "联系部门",
        "负责解答疑问的内设机构，如 某某局办公室；开头一段要引用",
        required=False,
        role="department",
    ),
    EntrySpec("电话", "办公电话，带区号；开头一段要引用", required=False, role="telephone"),
    EntrySpec("邮箱", "办公电子邮箱；开头一段要引用", required=False, role="mail"),
    EntrySpec("落款", "可不填；填了印在文末右下方", required=False, role="signature"),
    EntrySpec(
        "成文日期",
        "可不填；填了印在落款下面，如 2025年1月20日",
        kind="date",
        required=False,
        role="issued",
    ),
)

DEADLINES = ((DEPARTMENT, (1, 31)), (GOVERNMENT, (3, 31)))
"""《政府信息公开条例》第四十九条: departments by 31 January, governments by 31 March."""
