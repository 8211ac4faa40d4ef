"""文表一致: what the text states of the figures, against the tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case, Rule
from generator.checks.rules.agreement import holds, interpretations_of, only_a_branch
from generator.checks.rules.claims_in_text import claims
from generator.checks.rules.enumerations_in_text import kinds_without_a_row
from generator.checks.rules.quoting import cells_of, clip
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.wordings import Interpretation
from generator.model.finding import Finding, Severity, notice, unchecked, wrong


def requests_received(case: Case) -> Iterator[Finding]:
    """X01: the number of requests is 新收, or 新收 + 上年结转."""
    yield from _compare(case, "X01")
    yield from claims(case, "X01")


def brought_forward(case: Case) -> Iterator[Finding]:
    """X02: 上年结转."""
    yield from _compare(case, "X02")
    yield from claims(case, "X02")


def requests_answered(case: Case) -> Iterator[Finding]:
    """X03: 答复 or 办结 is 办理结果总计."""
    return _compare(case, "X03")


def carried_forward(case: Case) -> Iterator[Finding]:
    """X04: 结转下年度."""
    return _compare(case, "X04")


def results(case: Case) -> Iterator[Finding]:
    """X05: the kinds of results."""
    yield from _compare(case, "X05")
    yield from kinds_without_a_row(case)


def applicants(case: Case) -> Iterator[Finding]:
    """X06: natural persons and organisations."""
    yield from _compare(case, "X06")
    yield from claims(case, "X06")


def reviews(case: Case) -> Iterator[Finding]:
    """X07: reviews and suits."""
    return _compare(case, "X07")


def no_reviews(case: Case) -> Iterator[Finding]:
    """X08: no reviews or suits, or none that went against the organ."""
    return claims(case, "X08")


def all_answered(case: Case) -> Iterator[Finding]:
    """X09: nothing left at the end of the year."""
    return claims(case, "X09")


def documents(case: Case) -> Iterator[Finding]:
    """X10: 规章 and 行政规范性文件."""
    return _compare(case, "X10")


def decisions(case: Case) -> Iterator[Finding]:
    """X11: 行政许可, 行政处罚, 行政强制."""
    return _compare(case, "X11")


def fees(case: Case) -> Iterator[Finding]:
    """X12: 行政事业性收费, in 万元."""
    return _compare(case, "X12")


def _compare(case: Case, rule: str) -> Iterator[Finding]:
    """Yield the statements of which no interpretation holds, each sentence and subject once."""
    if (
        case.report.figures and not case.begun
    ):  # tables that are still to be filled in contradict nothing
        return
    told: set[tuple[str, str]] = set()
    for statement in case.statements:
        same = (statement.sentence.quote, statement.subject.name)
        if statement.subject.rule != rule or only_a_branch(case, statement) or same in told:
            continue
        held = holds(case, statement)
        if held is not True:
            told.add(same)
            yield _not_known(statement) if held is None else _differs(case, statement)


def _differs(case: Case, statement: Statement) -> Finding:
    subject, quantity = statement.subject, statement.quantity
    interpretations = interpretations_of(case, statement)
    cells = cells_of(case.report, interpretations[0])
    tentative = statement.qualified or subject.tentative
    return (notice if tentative else wrong)(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{subject.name} {number(quantity.value)} {quantity.unit}，"
        + _in_the_tables(case, interpretations, quantity.value),
        f"请与{cells}核对，改正写错的一处" if cells else "请核对，改正写错的一处",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
        about=subject.name,
        expected=case.total(interpretations[0]),
        found=quantity.value,
    )


def _in_the_tables(case: Case, interpretations: Sequence[Interpretation], stated: Decimal) -> str:
    """Say what the tables have: the one number that is due, or every interpretation tried."""
    known = [
        (names, value) for names in interpretations if (value := case.total(names)) is not None
    ]
    tried = [f"{_sum(names)}是 {number(value)}" for names, value in known]
    if len({value for _, value in known}) > 1:
        return f"与表里哪一种算法都不符：{'，'.join(tried)}"
    if not known:
        least = max(case.least(names) for names in interpretations)
        return f"表里至少是 {number(least)}"
    gap = stated - known[0][1]
    return f"表里{tried[0]}，正文{'多' if gap > 0 else '少'} {number(abs(gap))}"


def _sum(names: Interpretation) -> str:
    return "＋".join(f"“{name}”" for name in names)


def _not_known(statement: Statement) -> Finding:
    subject, quantity = statement.subject, statement.quantity
    return unchecked(
        subject.rule,
        statement.sentence.place,
        f"正文写的是{subject.name} {number(quantity.value)} {quantity.unit}，表里的数没有给出",
        "请补齐表里的数再核对",
        quote=clip(statement.sentence.quote, around=number(quantity.value)),
    )


def _rule(
    rule: str,
    title: str,
    explanation: str,
    find: Callable[[Case], Iterable[Finding]],
    severity: Severity = Severity.ERROR,
) -> Rule:
    return Rule(rule, title, severity, "年度报告的文字应与统计表一致", explanation, find)


TABLES_IN_TEXT = (
    _rule(
        "X01",
        "正文的申请数量与表三一致",
        "收到、受理、收办的申请，可以是本年新收，也可以是本年新收加上年结转，两种都不符才算错。"
        "“新收”只按本年新收比；“未收到申请”则本年新收应为 0。代表、本级、备案、通过网站等只是"
        "一部分的数，大于总数才提示。",
        requests_received,
    ),
    _rule(
        "X02",
        "正文的上年结转与表三一致",
        "上年结转、上年度转入等，应等于表三第二项的总计。",
        brought_forward,
    ),
    _rule(
        "X03",
        "正文的答复、办结数与表三一致",
        "答复、办结应等于表三办理结果的总计；同一句另说明了撤回件数的，可以不含撤回件。"
        "“其中11件已办结”只是一部分，不比。",
        requests_answered,
    ),
    _rule(
        "X04",
        "正文的结转下年度与表三一致",
        "结转、转入、顺延到下一年的，应等于表三第四项的总计。",
        carried_forward,
    ),
    _rule(
        "X05",
        "正文的办理结果与表三一致",
        "予以公开、部分公开、不予公开、无法提供、不予处理、其他处理和各小项逐项比；几种说法属于"
        "同一行的，合起来比。列举里有表三没有的情形（如咨询件）时提示。",
        results,
    ),
    _rule(
        "X06",
        "正文的申请人情况与表三一致",
        "自然人、法人或其他组织的件数，可以是新收、新收加结转或办结的；"
        "“均为自然人”则其余各列应为 0。",
        applicants,
    ),
    _rule(
        "X07",
        "正文的复议、诉讼件数与表四一致",
        "行政复议与表四总计比，行政诉讼为直接起诉与复议后起诉两组之和；口径可能不同，只提示。",
        reviews,
        Severity.NOTICE,
    ),
    _rule(
        "X08",
        "没有复议诉讼、均获维持等说法与表四一致",
        "“未收到复议、诉讼”则总计应为 0；“均获维持”则纠正、其他结果、尚未审结应为 0；"
        "“未被纠错”只看结果纠正。",
        no_reviews,
    ),
    _rule(
        "X09",
        "全部办结、无结转的说法与表三一致",
        "“全部办结”“均已答复”“无结转”则结转下年度应为 0。按时、按期办结说的是时限，不算。",
        all_answered,
    ),
    _rule(
        "X10",
        "正文的规章、规范性文件件数与表二一致",
        "制发（制定、出台）、废止、现行有效逐项比；只说公开、发布多少件的，与制发、现行有效都不符才提示。",
        documents,
    ),
    _rule(
        "X11",
        "正文的行政许可、处罚、强制件数与表二一致",
        "作出、办理的决定件数与表二比；公示、信息条数不是决定件数，不比。",
        decisions,
    ),
    _rule(
        "X12",
        "正文的行政事业性收费与表二一致",
        "元、亿元折成万元后比，允许四舍五入。信息处理费不在表二，不比。",
        fees,
    ),
)
