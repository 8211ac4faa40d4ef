"""A form of four figures, two ties and three sections, with nothing of the form in force."""

from generator.form.rules import TIES_WITHIN, Rule, Severity
from generator.form.vocabulary import (
    ORGAN,
    YEAR,
    Block,
    Column,
    EntrySpec,
    Form,
    Row,
    Section,
    Table,
    Tie,
    terms,
)

CASES = Table(
    title="案件",
    blocks=(
        Block(
            rows=(Row(("收案",), "收案"), Row(("结案",), "结案")),
            columns=(Column(("个人",), "个人"), Column(("单位",), "单位")),
        ),
    ),
    not_a_number="F0-01",
    not_a_count="F0-01",
    blank="F0-01",
)

SMALL = Form(
    id="small",
    name="案件统计年报",
    edition="某办〔2024〕1号",
    title="{year}年度案件统计年报",
    template="案件统计年报.docx",
    entries=(EntrySpec(ORGAN, "机关全称"), EntrySpec(YEAR, "年度", kind="year")),
    opening="",
    sections=(
        Section("数据表", tables=(CASES,)),
        Section("总体说明", topics=("做法",)),
        Section("其他事项"),
    ),
    ties=(
        Tie(
            rule="F1-01",
            title="收案与结案相等",
            left=terms("收案个人", "收案单位"),
            right=terms("结案个人", "结案单位"),
            clause="某办〔2024〕1号：收案等于结案",
        ),
        Tie(
            rule="F1-02",
            title="个人的收案与结案相等",
            left=terms("收案个人"),
            right=terms("结案个人"),
            clause="某办〔2024〕1号：个人的收案等于结案",
        ),
    ),
    sums=(),
    rules=(
        Rule("F0-01", "填的是件数", Severity.ERROR, "某办〔2024〕1号", "四个数都要填。"),
        Rule(
            "F1-01",
            "收案等于结案",
            Severity.ERROR,
            "某办〔2024〕1号",
            "收案的两格相加，等于结案的两格相加。",
            check=TIES_WITHIN,
            holds_back=True,
        ),
        Rule(
            "F1-02",
            "个人的收案等于结案",
            Severity.NOTICE,
            "某办〔2024〕1号",
            "个人一列，收案等于结案。",
            check=TIES_WITHIN,
        ),
    ),
    rule_groups=(("F", "案件表"),),
)
