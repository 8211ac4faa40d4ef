"""图、表: captions, and sums of further tables."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.checks.rules import check
from generator.form.rules import Rule
from generator.model.exhibits import FurtherTable
from generator.model.finding import Finding
from generator.model.report import Paragraph, Report
from tests.exhibits import ALL, ROWS, row, showing, table
from tests.samples import case, report, rules_of

CAPTIONS, SUMS = rules_of("E04"), rules_of("E05")


def found(read: Report, rules: Sequence[Rule]) -> list[Finding]:
    return check(case(read), rules)


def sums(given: FurtherTable) -> list[Finding]:
    shown = showing(report(), ALL[2])
    return found(replace(shown, exhibits={"【表格：各镇】": given}), SUMS)


def test_a_right_report_is_not_doubted() -> None:
    read = showing(report(), *ALL)
    assert not found(read, CAPTIONS)
    assert not found(read, SUMS)
    assert not [
        one
        for one in check(case(read))
        if one.place.within == "正文" and one.place.spot in ("C9", "D9")
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("图", "", "培训.png")], "图1没有标题"),
        (
            [row("图", "同", "培训.png"), row("图", "同", "【图表：申请人】")],
            "图2和图1的标题都是“同”",
        ),
        ([row("图", "同", "培训.png"), row("表", "同", "【表格：各镇】")], ""),
    ],
)
def test_captions(rows: Sequence[Paragraph], said: str) -> None:
    assert [finding.message for finding in found(showing(report(), *rows), CAPTIONS)] == (
        [said] if said else []
    )


def test_a_sum_that_is_not_that_of_its_rows() -> None:
    (finding,) = sums(table(*ROWS[:-1], ("合计", "20", "16")))
    assert finding.message == "合计是 20，各行相加是 19"
    assert finding.place.spot == "B4"
    assert not finding.holds_back


@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS[:-1], ("合计", "", "16")),
        (*ROWS[:-1], ("合计", "19", "76.2%")),
        (("项目", "数"), ("甲", "12"), ("乙", "约7"), ("合计", "12")),
        (("项目", "数"), ("甲", "12"), ("小计", "12"), ("乙", "7"), ("小计", "7"), ("合计", "19")),
        (("项目", "数"), ("甲", "12"), ("乙", "/"), ("合计", "12")),
        (("项目", "数"), ("甲", "1,200"), ("乙", "34"), ("合计", "1,234")),
    ],
)
def test_what_is_no_plain_sum_is_not_doubted(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not sums(table(*rows))


def test_a_column_of_sums_is_one_where_most_rows_tell_so() -> None:
    head, rows = (
        ("单位", "网上", "当面", "合计"),
        [(f"镇{n}", "2", str(n), str(n + 2)) for n in range(4)],
    )
    assert not sums(table(head, *rows))
    (finding,) = sums(table(head, *rows[:-1], ("镇3", "2", "3", "6")))
    assert finding.message == "合计是 6，各列相加是 5"


def test_cells_and_alternative_texts_are_read_as_text() -> None:
    told = rules_of("P02")
    cell = showing(report(), ALL[2])
    cell = replace(
        cell, exhibits={"【表格：各镇】": table(("姓名", "电话"), ("某某", "13912345678"))}
    )
    assert [finding.place.within for finding in check(case(cell), told)] == ["各镇"]
    spoken = showing(report(), row("图", "现场", "培训.png\n联系人电话13912345678"))
    assert [finding.place.spot for finding in check(case(spoken), told)] == ["D9"]
