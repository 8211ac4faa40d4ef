"""The trial form of 国办公开办函〔2019〕60号, for the reports on 2019 and 2020: met in old reports.

A figure has the short name that it has in the form of 2021 where it means the same there, and only
there: what this form calls 对外公开总数量 is not what that one calls 现行有效件数.
"""

from generator.form.disclosure.edition_2021 import (
    ALL_APPLICANTS,
    ALL_RESULTS,
    APPLICANTS,
    BROUGHT_FORWARD,
    CARRIED_FORWARD,
    RECEIVED,
    REQUESTS,
    RESULTS,
    REVIEWS,
)
from generator.form.disclosure.entries import ENTRIES
from generator.form.disclosure.rules import FOUND_WHILE_READING, RULE_GROUPS
from generator.form.vocabulary import Block, Column, Form, Row, Section, Table

NOTICE = "国办公开办函〔2019〕60号"

# ── 二、主动公开政府信息情况 ──────────────────────────────────────────────────────────────

_CORNER = "信息内容"
_LAST_YEAR = Column(("上一年项目数量",), "上一年项目")
_CHANGE = Column(("本年增/减",), "增减")
_DECISIONS = Column(("处理决定数量",), "")
"""本年处理决定数量 of 2021: the decisions of the year, of the same kinds."""

ACTIVE = Table(
    title="主动公开",
    blocks=(
        Block(
            caption="第二十条第（一）项",
            corner=_CORNER,
            columns=(
                Column(("本年新制作数量",), "新制作"),
                Column(("本年新公开数量",), "新公开"),
                Column(("对外公开总数量",), "对外公开总数"),
            ),
            rows=(Row(("规章",), "规章"), Row(("规范性文件",), "规范性文件")),
        ),
        Block(
            caption="第二十条第（五）项",
            corner=_CORNER,
            columns=(_LAST_YEAR, _CHANGE, _DECISIONS),
            rows=(
                Row(("行政许可",), "行政许可"),
                Row(("其他对外管理服务事项",), "其他对外管理服务事项"),
            ),
        ),
        Block(
            caption="第二十条第（六）项",
            corner=_CORNER,
            columns=(_LAST_YEAR, _CHANGE, _DECISIONS),
            rows=(Row(("行政处罚",), "行政处罚"), Row(("行政强制",), "行政强制")),
        ),
        Block(
            caption="第二十条第（八）项",
            corner=_CORNER,
            columns=(_LAST_YEAR, _CHANGE),
            rows=(Row(("行政事业性收费",), "行政事业性收费"),),
        ),
        Block(
            caption="第二十条第（九）项",
            corner=_CORNER,
            columns=(
                Column(("采购项目数量",), "采购项目"),
                Column(("采购总金额",), "采购总金额", unit="万元", decimals=True),
            ),
            rows=(Row(("政府集中采购",), "政府集中采购"),),
        ),
    ),
    not_a_number="T2-01",
    not_a_count="T2-02",
    blank="T2-06",
)

# ── 三、收到和处理政府信息公开申请情况 ────────────────────────────────────────────────────

_OTHERWISE = RESULTS[-1].label[:2]
"""（六）其他处理 is one row here; in 2021 it is the sum of three."""

REQUESTS_2019 = Table(
    title=REQUESTS.title,
    blocks=(
        Block(
            corner=REQUESTS.blocks[0].corner,
            columns=(*APPLICANTS, ALL_APPLICANTS),
            rows=(
                RECEIVED,
                BROUGHT_FORWARD,
                *(row for row in RESULTS if row.label[:2] != _OTHERWISE),
                Row(_OTHERWISE, "其他处理"),
                ALL_RESULTS,
                CARRIED_FORWARD,
            ),
        ),
    ),
    not_a_number=REQUESTS.not_a_number,
    not_a_count=REQUESTS.not_a_count,
    blank=REQUESTS.blank,
)

# ── 六个部分 ──────────────────────────────────────────────────────────────────────────────

SECTIONS = (
    Section("总体情况"),
    Section("主动公开政府信息情况", table=ACTIVE),
    Section("收到和处理政府信息公开申请情况", table=REQUESTS_2019),
    Section("因政府信息公开工作被申请行政复议、提起行政诉讼情况", table=REVIEWS),
    Section("政府信息公开工作存在的主要问题及改进情况"),
    Section("其他需要报告的事项"),
)

FORM = Form(
    id="disclosure-2019",
    name="政府信息公开年度报告",
    edition=NOTICE,
    title="{year}年政府信息公开工作年度报告",
    template="年度报告模板.docx",
    entries=ENTRIES,
    opening="",
    sections=SECTIONS,
    ties=(),
    sums=(),
    rules=FOUND_WHILE_READING,
    rule_groups=RULE_GROUPS,
)
