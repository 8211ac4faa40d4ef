"""勾稽关系: every equation of the form that lies within one report."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.checks.case import Case, Rule
from generator.form.chinese import number
from generator.form.vocabulary import Form, Term, Tie
from generator.model.finding import Finding, Severity
from generator.model.report import Report

_FEW, _MOST_SHOWN = 2, 6


def requests_balance(case: Case) -> Iterable[Finding]:
    """T3-01: per column 一 + 二 = 三（七）+ 四."""
    return _broken_ties(case, "T3-01")


def results_add_up(case: Case) -> Iterable[Finding]:
    """T3-02: per column the results sum to （七）总计."""
    return _broken_ties(case, "T3-02")


def applicants_add_up(case: Case) -> Iterable[Finding]:
    """T3-03: per row the six applicants sum to 总计."""
    return _broken_ties(case, "T3-03")


def reviews_add_up(case: Case) -> Iterable[Finding]:
    """T4-01: the outcomes of 行政复议 sum to their 总计."""
    return _broken_ties(case, "T4-01")


def direct_suits_add_up(case: Case) -> Iterable[Finding]:
    """T4-02: the outcomes of 未经复议直接起诉 sum to their 总计."""
    return _broken_ties(case, "T4-02")


def suits_after_review_add_up(case: Case) -> Iterable[Finding]:
    """T4-03: the outcomes of 复议后起诉 sum to their 总计."""
    return _broken_ties(case, "T4-03")


def _broken_ties(case: Case, rule: str) -> Iterator[Finding]:
    """Yield the equations that do not hold. One with a figure that is not known is passed over.

    Such a figure has a finding of its own; what it does to the sums is not known. Nor is anything
    said of tables that are not begun, in which there is nothing but last year's.
    """
    if not case.begun:
        return
    for tie in case.form.ties:
        if tie.rule != rule:
            continue
        left, right = (
            case.report.total(term.figure for term in terms) for terms in (tie.left, tie.right)
        )
        if left is not None and right is not None and left != right:
            yield _broken(case.report, case.form, tie, left, right)


def _broken(report: Report, form: Form, tie: Tie, left: Decimal, right: Decimal) -> Finding:
    total = tie.right[0].figure
    if len(tie.right) == 1:
        blank = report.figures[total].value is None
        said = "却是空白" if blank else f"填的是 {number(right)}"
        gap = f"{'多' if right > left else '少'} {number(abs(right - left))}"
        message = (
            f"{form.figures[total].label}应为 {number(left)}（{_addition(report, tie.left)}），"
            f"{said}，{gap}"
        )
    else:
        message = (
            f"{tie.title}：{_addition(report, tie.left)} 合计 {number(left)}，"
            f"{_addition(report, tie.right)} 合计 {number(right)}，"
            f"前者{'多' if left > right else '少'} {number(abs(left - right))}"
        )
    return Finding(
        rule=tie.rule,
        severity=Severity.ERROR,
        place=report.figures[total].place,
        message=message,
        advice=f"请核对这几格，改正填错的数（{tie.clause}）",
        holds_back=True,
        expected=left,
        found=right,
        about=tie.title,
    )


def _addition(report: Report, terms: tuple[Term, ...]) -> str:
    """Spell out a sum with its cells; of a long one its range and what is not zero."""
    names = [term.figure for term in terms]
    shown = [name for name in names if len(names) <= _FEW or report.number(name)]
    spelled = "＋".join(
        f"{_cell(report, name)}“{name}” {report.figures[name].printed}"
        for name in shown[:_MOST_SHOWN]
    ) + ("＋……" if len(shown) > _MOST_SHOWN else "")
    if len(names) <= _FEW:
        return spelled
    first, last = (_cell(report, name).strip() or f"“{name}”" for name in (names[0], names[-1]))
    return f"{first} 至 {last} 之和：{spelled or '都是 0 或空白'}"


def _cell(report: Report, figure: str) -> str:
    """Return a figure's cell, empty where it has none but its name."""
    spot = report.figures[figure].place.spot
    return "" if figure in spot else f"{spot} "


_PER_TABLE_THREE = "年度报告格式表三"
_PER_TABLE_FOUR = "年度报告格式表四"

TIES = (
    Rule(
        "T3-01",
        "表三各列收支相等",
        Severity.ERROR,
        f"{_PER_TABLE_THREE}：第一项加第二项之和，等于第三项加第四项之和",
        "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度继续办理，共 7 列。空白按 0 计；"
        "有一格读不出数的列不算。",
        requests_balance,
        holds_back=True,
    ),
    Rule(
        "T3-02",
        "表三办理结果各项之和等于其总计",
        Severity.ERROR,
        f"{_PER_TABLE_THREE}：第（七）项为第（一）至第（六）项之和",
        "每一列：办理结果的 21 行相加，等于办理结果的总计，共 7 列。",
        results_add_up,
        holds_back=True,
    ),
    Rule(
        "T3-03",
        "表三各类申请人之和等于总计",
        Severity.ERROR,
        f"{_PER_TABLE_THREE}：总计为自然人与五类法人或其他组织之和",
        "每一行：六类申请人相加，等于最右边的总计，共 25 行。",
        applicants_add_up,
        holds_back=True,
    ),
    Rule(
        "T4-01",
        "表四行政复议各项之和等于总计",
        Severity.ERROR,
        f"{_PER_TABLE_FOUR}：总计为结果维持、结果纠正、其他结果、尚未审结之和",
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        reviews_add_up,
        holds_back=True,
    ),
    Rule(
        "T4-02",
        "表四未经复议直接起诉各项之和等于总计",
        Severity.ERROR,
        f"{_PER_TABLE_FOUR}：总计为结果维持、结果纠正、其他结果、尚未审结之和",
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        direct_suits_add_up,
        holds_back=True,
    ),
    Rule(
        "T4-03",
        "表四复议后起诉各项之和等于总计",
        Severity.ERROR,
        f"{_PER_TABLE_FOUR}：总计为结果维持、结果纠正、其他结果、尚未审结之和",
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        suits_after_review_add_up,
        holds_back=True,
    ),
)
