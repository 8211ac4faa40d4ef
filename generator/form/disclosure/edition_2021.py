"""The form of 国办公开办函〔2021〕30号, in force for the reports on 2021 and later.

Everything here is a fact of the notice or of 《中华人民共和国政府信息公开条例》;
the short names are ours.
"""

from generator.form.chinese import listed
from generator.form.disclosure.entries import DEADLINES, ENTRIES
from generator.form.disclosure.namings import NAMINGS
from generator.form.disclosure.rules import RULE_GROUPS, RULES
from generator.form.disclosure.wordings import WORDINGS
from generator.form.vocabulary import (
    Block,
    Column,
    Form,
    Row,
    Section,
    Sum,
    Table,
    Tie,
    terms,
)

NOTICE = "国办公开办函〔2021〕30号"

# ── 二、主动公开政府信息情况 ──────────────────────────────────────────────────────────────

_MOST_FEES = (
    (r"街道|镇|乡|苏木", 100_000),
    (r"县|(?<!自治)区|旗", 500_000),
    (r"市", 5_000_000),
    (r"", 10_000_000),
)
"""万元, far above any: the fees of the whole country are some 40,000,000 a year (全国财政决算)."""

_DECISIONS = (Column(("本年处理决定数量",), ""),)

ACTIVE = Table(
    title="主动公开",
    blocks=(
        Block(
            caption="第二十条第（一）项",
            corner="信息内容",
            columns=(
                Column(("本年制发件数",), "制发"),
                Column(("本年废止件数",), "废止"),
                Column(("现行有效件数",), "现行有效"),
            ),
            rows=(Row(("规章",), "规章"), Row(("行政规范性文件",), "行政规范性文件")),
        ),
        Block(
            caption="第二十条第（五）项",
            corner="信息内容",
            columns=_DECISIONS,
            rows=(Row(("行政许可",), "行政许可"),),
        ),
        Block(
            caption="第二十条第（六）项",
            corner="信息内容",
            columns=_DECISIONS,
            rows=(Row(("行政处罚",), "行政处罚"), Row(("行政强制",), "行政强制")),
        ),
        Block(
            caption="第二十条第（八）项",
            corner="信息内容",
            columns=(
                Column(
                    ("本年收费金额（单位：万元）",),
                    "",
                    unit="万元",
                    decimals=True,
                    most=_MOST_FEES,
                ),
            ),
            rows=(Row(("行政事业性收费",), "行政事业性收费"),),
        ),
    ),
    not_a_number="T2-01",
    not_a_count="T2-02",
    blank="T2-06",
)

# ── 三、收到和处理政府信息公开申请情况 ────────────────────────────────────────────────────

_APPLICANT = "申请人情况"
_ENTITY = "法人或其他组织"

APPLICANTS = (
    Column((_APPLICANT, "自然人"), "自然人"),
    Column((_APPLICANT, _ENTITY, "商业企业"), "商业企业"),
    Column((_APPLICANT, _ENTITY, "科研机构"), "科研机构"),
    Column((_APPLICANT, _ENTITY, "社会公益组织"), "社会公益组织"),
    Column((_APPLICANT, _ENTITY, "法律服务机构"), "法律服务机构"),
    Column((_APPLICANT, _ENTITY, "其他"), "其他组织"),
)
ALL_APPLICANTS = Column((_APPLICANT, "总计"), "")

_RESULTS = "三、本年度办理结果"
_REFUSED = (_RESULTS, "（三）不予公开")
_UNABLE = (_RESULTS, "（四）无法提供")
_UNPROCESSED = (_RESULTS, "（五）不予处理")
_OTHERWISE = (_RESULTS, "（六）其他处理")

RECEIVED = Row(("一、本年新收政府信息公开申请数量",), "本年新收")
BROUGHT_FORWARD = Row(("二、上年结转政府信息公开申请数量",), "上年结转")
RESULTS = (
    Row((_RESULTS, "（一）予以公开"), "予以公开"),
    Row((_RESULTS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), "部分公开"),
    Row((*_REFUSED, "1.属于国家秘密"), "国家秘密"),
    Row((*_REFUSED, "2.其他法律行政法规禁止公开"), "法律法规禁止"),
    Row((*_REFUSED, "3.危及“三安全一稳定”"), "三安全一稳定"),
    Row((*_REFUSED, "4.保护第三方合法权益"), "第三方权益"),
    Row((*_REFUSED, "5.属于三类内部事务信息"), "内部事务信息"),
    Row((*_REFUSED, "6.属于四类过程性信息"), "过程性信息"),
    Row((*_REFUSED, "7.属于行政执法案卷"), "行政执法案卷"),
    Row((*_REFUSED, "8.属于行政查询事项"), "行政查询事项"),
    Row((*_UNABLE, "1.本机关不掌握相关政府信息"), "不掌握"),
    Row((*_UNABLE, "2.没有现成信息需要另行制作"), "需另行制作"),
    Row((*_UNABLE, "3.补正后申请内容仍不明确"), "补正仍不明确"),
    Row((*_UNPROCESSED, "1.信访举报投诉类申请"), "信访举报投诉"),
    Row((*_UNPROCESSED, "2.重复申请"), "重复申请"),
    Row((*_UNPROCESSED, "3.要求提供公开出版物"), "公开出版物"),
    Row((*_UNPROCESSED, "4.无正当理由大量反复申请"), "大量反复申请"),
    Row((*_UNPROCESSED, "5.要求行政机关确认或重新出具已获取信息"), "确认或重新出具"),
    Row(
        (*_OTHERWISE, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        "逾期不补正",
    ),
    Row(
        (
            *_OTHERWISE,
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
        "逾期未缴费",
    ),
    Row((*_OTHERWISE, "3.其他"), "其他情形"),
)
ALL_RESULTS = Row((_RESULTS, "（七）总计"), "办理结果总计")
CARRIED_FORWARD = Row(("四、结转下年度继续办理",), "结转下年")

REQUESTS = Table(
    title="申请办理",
    blocks=(
        Block(
            corner="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            columns=(*APPLICANTS, ALL_APPLICANTS),
            rows=(RECEIVED, BROUGHT_FORWARD, *RESULTS, ALL_RESULTS, CARRIED_FORWARD),
        ),
    ),
    not_a_number="T3-04",
    not_a_count="T3-04",
    blank="T3-05",
)

# ── 四、政府信息公开行政复议、行政诉讼情况 ──────────────────────────────────────────────────

_REVIEWS = (
    ("复议", ("行政复议",)),
    ("直接起诉", ("行政诉讼", "未经复议直接起诉")),
    ("复议后起诉", ("行政诉讼", "复议后起诉")),
)
_OUTCOMES = (
    ("结果维持", "维持"),
    ("结果纠正", "纠正"),
    ("其他结果", "其他结果"),
    ("尚未审结", "未审结"),
    ("总计", "总计"),
)

REVIEWS = Table(
    title="复议诉讼",
    blocks=(
        Block(
            columns=tuple(
                Column((*labels, outcome), group + name)
                for group, labels in _REVIEWS
                for outcome, name in _OUTCOMES
            ),
            rows=(Row((), ""),),
        ),
    ),
    not_a_number="T4-05",
    not_a_count="T4-05",
    blank="T4-04",
)

# ── 勾稽关系 ──────────────────────────────────────────────────────────────────────────────


_TIES_WITHIN = (
    *(
        Tie(
            rule="T3-01",
            title=f"“{column.label[-1]}”列第一项加第二项应等于第三项加第四项",
            left=terms(RECEIVED.name + column.name, BROUGHT_FORWARD.name + column.name),
            right=terms(ALL_RESULTS.name + column.name, CARRIED_FORWARD.name + column.name),
            clause=f"{NOTICE}表三：第一项加第二项之和，等于第三项加第四项之和",
        )
        for column in (*APPLICANTS, ALL_APPLICANTS)
    ),
    *(
        Tie(
            rule="T3-02",
            title=f"“{column.label[-1]}”列办理结果各项之和等于（七）总计",
            left=terms(*(row.name + column.name for row in RESULTS)),
            right=terms(ALL_RESULTS.name + column.name),
            clause=f"{NOTICE}表三：（七）总计为（一）至（六）各项之和",
        )
        for column in (*APPLICANTS, ALL_APPLICANTS)
    ),
    *(
        Tie(
            rule="T3-03",
            title=f"“{row.label[-1]}”行各类申请人之和等于总计",
            left=terms(*(row.name + column.name for column in APPLICANTS)),
            right=terms(row.name + ALL_APPLICANTS.name),
            clause=f"{NOTICE}表三：总计为自然人与五类法人或其他组织之和",
        )
        for row in REQUESTS.blocks[0].rows
    ),
    *(
        Tie(
            rule=f"T4-0{number}",
            title=f"“{labels[-1]}”四种结果之和等于总计",
            left=terms(*(group + name for _, name in _OUTCOMES[:-1])),
            right=terms(group + _OUTCOMES[-1][1]),
            clause=f"{NOTICE}表四：总计为结果维持、结果纠正、其他结果、尚未审结之和",
        )
        for number, (group, labels) in enumerate(_REVIEWS, 1)
    ),
)

_TIES_ACROSS_YEARS = (
    *(
        Tie(
            rule="Y01",
            title=f"“{column.label[-1]}”列上年结转数等于上年报告的结转下年度数",
            left=terms(CARRIED_FORWARD.name + column.name, last_year=True),
            right=terms(BROUGHT_FORWARD.name + column.name),
            clause=f"{NOTICE}表三：第二项为上年度报告的第四项",
        )
        for column in (*APPLICANTS, ALL_APPLICANTS)
    ),
    *(
        Tie(
            rule="Y02",
            title=f"“{row.label[0]}”上年现行有效加本年制发减本年废止等于现行有效",
            left=(
                *terms(row.name + "现行有效", last_year=True),
                *terms(row.name + "制发"),
            ),
            right=terms(row.name + "现行有效", row.name + "废止"),
            clause=f"{NOTICE}表二：现行有效件数截至报告年度末",
        )
        for row in ACTIVE.blocks[0].rows
    ),
)

# ── 可在正文中引用的合计 ──────────────────────────────────────────────────────────────────

_GROUPS = {
    "不予公开": _REFUSED,
    "无法提供": _UNABLE,
    "不予处理": _UNPROCESSED,
    "其他处理": _OTHERWISE,
}

_SUMS = (
    *(
        Sum(
            group + column.name,
            tuple(row.name + column.name for row in RESULTS if row.label[:2] == labels),
        )
        for group, labels in _GROUPS.items()
        for column in (*APPLICANTS, ALL_APPLICANTS)
    ),
    *(
        Sum(row.name + "法人", tuple(row.name + column.name for column in APPLICANTS[1:]))
        for row in REQUESTS.blocks[0].rows
    ),
    *(
        Sum("诉讼" + name, tuple(group + name for group, _ in _REVIEWS[1:]))
        for _, name in _OUTCOMES
    ),
)

# ── 六个部分 ──────────────────────────────────────────────────────────────────────────────

SECTIONS = (
    Section(
        "总体情况",
        topics=("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"),
    ),
    Section("主动公开政府信息情况", table=ACTIVE),
    Section("收到和处理政府信息公开申请情况", table=REQUESTS),
    Section("政府信息公开行政复议、行政诉讼情况", table=REVIEWS),
    Section(
        "存在的主要问题及改进情况",
        topics=("存在的主要问题", "改进情况"),
    ),
    Section("其他需要报告的事项", topics=("收取信息处理费情况",)),
)

TITLE_PATTERN = (
    r"(?:政府|政务)?(?:信息|政务)公开(?:工作)?(?:的)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?"
    r"(?:总结)?(?:报告|年报)"
)

OPENING = (
    "本年度报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告"
    f"格式》（{NOTICE}）要求，由【机关名称】编制。全文包括"
    f"{listed(section.heading for section in SECTIONS)}。"
    "本年度报告中所列数据的统计期限为【统计期限起】至【统计期限止】。本报告的电子版可以从"
    "【网址】查看及下载。如对本报告有任何疑问，请与【联系部门】联系（电话：【电话】，"
    "电子邮箱：【邮箱】）。"
)

FORM = Form(
    id="disclosure-2021",
    name="政府信息公开年度报告",
    edition=NOTICE,
    title="{year}年政府信息公开工作年度报告",
    template="年度报告模板.docx",
    entries=ENTRIES,
    opening=OPENING,
    sections=SECTIONS,
    ties=_TIES_WITHIN + _TIES_ACROSS_YEARS,
    sums=_SUMS,
    rules=RULES,
    rule_groups=RULE_GROUPS,
    wordings=WORDINGS,
    namings=NAMINGS,
    deadlines=DEADLINES,
    example="本年新收",
    opening_words=r"本(?:年度)?报告|统计(?:期限|周期|时限)|^(?:根据|按照|依据)[^。]*(?:编制|公布)",
    title_pattern=TITLE_PATTERN,
    title_word="公开",
)
