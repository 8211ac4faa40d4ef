"""勾稽关系."""

from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules import check
from generator.formats.xlsx.layout import table_sheets
from generator.model.finding import Finding, Severity
from generator.model.report import Figure, Place, Report
from tests.few import each
from tests.form.small import SMALL
from tests.forms import FORM
from tests.samples import FILE, case, numbers, report, rules_of

TIES = rules_of("T3-01", "T3-02", "T3-03", "T4-01", "T4-02", "T4-03")


def ties(read: Report) -> list[Finding]:
    return check(case(read), TIES)


SPOTS = {
    figure: (layout.name, f"{chr(ord('A') + column - 1)}{row}")
    for layout in table_sheets(FORM)
    for figure, (row, column) in layout.figures.items()
}
TIED = [figure.name for table in FORM.tables[1:] for figure in table.figures]


def test_a_report_that_ties_has_no_finding() -> None:
    assert ties(report()) == []


@each("figure", TIED)
def test_a_changed_figure_breaks_its_ties_and_no_others(figure: str) -> None:
    found = ties(report({figure: numbers()[figure] + 1}))
    due = [
        tie
        for tie in FORM.ties
        if not tie.across_years and figure in {term.figure for term in tie.left + tie.right}
    ]
    assert [finding.rule for finding in found] == [tie.rule for tie in due]
    for finding, tie in zip(found, due, strict=True):
        on_the_right = figure in {term.figure for term in tie.right}
        assert finding.difference == (1 if on_the_right else -1)
        assert finding.holds_back
        assert finding.severity == Severity.ERROR
        assert (finding.place.within, finding.place.spot) == SPOTS[tie.right[0].figure]


def test_a_message_says_where_expected_found_and_difference() -> None:
    finding = ties(report({"上年结转": numbers()["上年结转"] - 1}))[-1]
    total = numbers()["上年结转"]
    assert str(finding).startswith("2024.xlsx『三、申请办理』J8：二、上年结转政府信息公开申请数量")
    assert f"应为 {total}（D8 至 I8 之和" in finding.message
    assert f"填的是 {total - 1}，少 1" in finding.message
    assert "请核对" in finding.advice


def test_the_tie_of_the_four_items_names_all_four_cells() -> None:
    found = ties(report({"结转下年商业企业": 500}))
    message = next(finding.message for finding in found if finding.rule == "T3-01")
    assert all(cell in message for cell in ("E7", "E8", "E30", "E31"))


def test_blank_counts_as_nothing_in_a_sum() -> None:
    found = ties(report({"复议维持": None}))
    assert [finding.rule for finding in found] == ["T4-01"]


def test_a_figure_that_is_not_known_is_not_blamed_on_its_ties() -> None:
    known = report()
    figures = {**known.figures, "复议维持": Figure(None, typed="五", readable=False)}
    assert ties(Report(known.entries, figures, {}, ())) == []
    del figures["复议维持"]
    assert ties(Report(known.entries, figures, {}, ())) == []


def test_tables_that_are_not_begun_have_no_sums_yet() -> None:
    brought = {name: numbers()[name] for name in FORM.brought_forward}
    blank: dict[str, int | None] = {**dict.fromkeys(FORM.figures), **brought}
    assert ties(report(blank)) == []
    found = ties(report({**blank, "行政许可": 5}))
    assert [finding.rule for finding in found] == ["T3-01"] * 7


def test_a_tie_of_any_form_is_checked_whatever_its_id() -> None:
    values = {"收案个人": 3, "收案单位": 2, "结案个人": 1, "结案单位": 2}
    places = {name: Place(FILE, "案件", f"B{row}") for row, name in enumerate(values, 2)}
    figures = {name: Figure(Decimal(value), place=places[name]) for name, value in values.items()}
    broken = Report(entries={}, figures=figures, indicators={}, paragraphs=())
    of_two, of_one = check(Case(broken, SMALL, ()))
    assert (of_two.rule, of_two.holds_back, of_two.difference) == ("F1-01", True, Decimal(-2))
    assert "B2 “收案个人” 3＋B3 “收案单位” 2 合计 5" in of_two.message
    assert (of_one.rule, of_one.severity) == ("F1-02", Severity.NOTICE)
    assert of_one.place == places["结案个人"]
    right = {**figures, "结案个人": Figure(Decimal(3), place=places["结案个人"])}
    assert check(Case(Report({}, right, {}, ()), SMALL, ())) == []
