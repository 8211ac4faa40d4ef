"""The official form as the notice has it."""

from collections import Counter

from generator.form.vocabulary import Tie
from tests.few import each
from tests.forms import FORM


def test_it_has_10_and_175_and_15_figures() -> None:
    assert [len(table.figures) for table in FORM.tables] == [10, 175, 15]
    assert len(FORM.figures) == 200


def test_it_has_42_ties_within_a_report_and_9_across_years() -> None:
    assert Counter(tie.rule for tie in FORM.ties if not tie.across_years) == {
        "T3-01": 7,
        "T3-02": 7,
        "T3-03": 25,
        "T4-01": 1,
        "T4-02": 1,
        "T4-03": 1,
    }
    assert Counter(tie.rule for tie in FORM.ties if tie.across_years) == {"Y01": 7, "Y02": 2}


def test_the_six_headings_are_verbatim() -> None:
    assert [section.heading for section in FORM.sections] == [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ]


def test_every_name_that_text_may_cite_is_unique() -> None:
    names = [*FORM.figures, *(total.name for total in FORM.sums)]
    names += [entry.name for entry in FORM.entries]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_name_can_be_a_tag_of_a_template() -> None:
    names = [*FORM.figures, *(total.name for total in FORM.sums), *(p.name for p in FORM.parts)]
    assert [name for name in names if not name.isidentifier()] == []


@each("tie", FORM.ties)
def test_a_tie_is_over_figures_of_the_form_and_names_its_clause(tie: Tie) -> None:
    terms = tie.left + tie.right
    assert {term.figure for term in terms} <= set(FORM.figures)
    assert len(set(terms)) == len(terms)
    assert "2021〕30号" in tie.clause


def test_every_figure_of_sections_3_and_4_is_in_a_tie() -> None:
    tied = {term.figure for tie in FORM.ties for term in tie.left + tie.right}
    due = {figure.name for table in FORM.tables[1:] for figure in table.figures}
    assert due <= tied


def test_the_four_result_groups_can_be_cited_as_sums() -> None:
    sizes = {total.name: len(total.figures) for total in FORM.sums}
    assert {name: sizes[name] for name in ("不予公开", "无法提供", "不予处理", "其他处理")} == {
        "不予公开": 8,
        "无法提供": 3,
        "不予处理": 5,
        "其他处理": 3,
    }
    assert sizes["本年新收法人"] == 5
    assert sizes["诉讼总计"] == 2


def test_the_opening_names_every_section() -> None:
    assert all(section.heading in FORM.opening for section in FORM.sections)
