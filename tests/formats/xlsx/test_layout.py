"""Where everything stands in the workbook."""

import pytest

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import (
    TableSheet,
    own_total,
    span,
    table_sheets,
    total_formula,
)
from tests.forms import FORM


def test_the_sheets_are_numbered_like_their_sections() -> None:
    assert [layout.name for layout in table_sheets(FORM)] == [
        "二、主动公开",
        "三、申请办理",
        "四、复议诉讼",
    ]


@pytest.mark.parametrize("layout", table_sheets(FORM), ids=lambda layout: layout.name)
def test_every_figure_of_the_table_has_a_cell_of_its_own(layout: TableSheet) -> None:
    assert list(layout.figures) == [figure.name for figure in layout.table.figures]
    assert len(set(layout.figures.values())) == len(layout.figures)


def test_totals_come_from_the_ties() -> None:
    sums = FORM.totals
    assert len(sums) == 25 + 6 + 3
    assert sums["复议总计"] == ("复议维持", "复议纠正", "复议其他结果", "复议未审结")
    assert len(sums["办理结果总计自然人"]) == 21


def test_a_total_s_formula_is_known_again() -> None:
    for layout in table_sheets(FORM):
        for total, parts in FORM.totals.items():
            if total in layout.figures:
                area = own_total(total_formula(parts, layout.figures))
                assert area
                left, top, right, bottom = area
                corners = f"{address((top, left))}:{address((bottom, right))}"
                assert corners == span(parts, layout.figures)


@pytest.mark.parametrize(
    ("formula", "area"),
    [
        ("=SUM(D7:I7)", (4, 7, 9, 7)),
        ("=sum( $D$7:$I$7 )", (4, 7, 9, 7)),
        ("=SUM(D7:I7)+1", None),
        ("=D7+E7", None),
        ("=SUM(D7,E7)", None),
        ('=IF(COUNT(D7:I7)=0,"",SUM(D8:I8))', None),
        ("=SUM(别处!D7:I7)", None),
    ],
)
def test_any_other_formula_is_not_taken_for_it(
    formula: str, area: tuple[int, int, int, int] | None
) -> None:
    assert own_total(formula) == area
