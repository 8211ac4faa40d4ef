"""跨年: this year's report against last year's. Without last year's, nothing is ever passed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.case import Case, Rule
from generator.checks.rules.years_in_text import copied_text, not_revised, same_problems
from generator.form.chinese import listed, number
from generator.form.vocabulary import Form, Term, Tie
from generator.model.finding import Finding, Severity, notice, unchecked, wrong
from generator.model.report import Report

_HALF = Decimal("0.5")
_SMALLEST_SWING, _SIGMAS = Decimal(10), 3
_MOST_SHOWN = 8

_YUAN_FOR_WAN = 1000  # a fee typed in 元 is 10000 times as large; last year's was another fee

_FEW_FIGURES = 5


def brought_forward(case: Case) -> Iterator[Finding]:
    """Y01: last year's 四 is this year's 二, in all columns."""
    return _across_years(case, "Y01")


def in_force(case: Case) -> Iterator[Finding]:
    """Y02: 现行有效 rolls forward: last year's, and what was made, less what was abolished."""
    return _across_years(case, "Y02")


def _across_years(case: Case, rule: str) -> Iterator[Finding]:
    if case.previous is None:
        yield case.without_last_year(rule)
        return
    unknown: list[str] = []
    for tie in case.form.ties:
        if tie.rule != rule:
            continue
        terms = tie.left + tie.right
        past = [term.figure for term in terms if term.last_year]
        now = [term.figure for term in terms if not term.last_year]
        lacking = [name for name in past if case.previous.number(name) is None]
        unknown += lacking
        known = all(case.report.number(name) is not None for name in now)
        if not lacking and known and not _all_blank(case.report, now):
            yield from _broken(case, case.previous, tie)
    if unknown:
        message = f"上年的 {case.previous.file} 里{listed(f'“{name}”' for name in unknown)}读不出数"
        yield unchecked(rule, case.whole, message, "请改正上年的工作簿，再核对一次")


def _all_blank(report: Report, figures: Sequence[str]) -> bool:
    """Tell whether there is nothing to compare yet; a lone figure has its expected value."""
    return len(figures) > 1 and all(report.figures[name].value is None for name in figures)


def _broken(case: Case, previous: Report, tie: Tie) -> Iterator[Finding]:
    """Compare the first figure on the right with what the others make it."""
    result, others = tie.right[0].figure, tie.right[1:]

    def value(term: Term) -> Decimal:
        return (previous if term.last_year else case.report).number(term.figure) or Decimal(0)

    expected = sum(map(value, tie.left), Decimal(0)) - sum(map(value, others), Decimal(0))
    found = case.report.number(result)
    if found is None or found == expected:
        return
    gap = f"{'多' if found > expected else '少'} {number(abs(found - expected))}"
    figure = case.report.figures[result]
    said = "却是空白" if figure.value is None else f"填的是 {number(found)}"
    sources = "＋".join(_source(case, previous, term) for term in tie.left)
    sources += "".join(f"－{_source(case, previous, term)}" for term in others)
    justified = "；清理文件、职能调整造成的差额，核实无误的，可以标明“已核实”" if others else ""
    label = case.form.figures[result].label
    yield wrong(
        tie.rule,
        figure.place,
        f"{label}应为 {number(expected)}（{sources}），{said}，{gap}",
        f"请核对两年的数，改正填错的{justified}（{tie.clause}）",
        about=tie.title,
        expected=expected,
        found=found,
    )


def _source(case: Case, previous: Report, term: Term) -> str:
    report = previous if term.last_year else case.report
    figure = report.figures[term.figure]
    place = f"上年 {figure.place}" if term.last_year else figure.place.spot
    return f"{place} “{term.figure}” {figure.printed}"


def swings(case: Case) -> Iterator[Finding]:
    """Y03: totals that are very different from last year's, the most remarkable first."""
    if case.previous is None or not case.previous.figures:
        yield case.without_last_year("Y03")
        return
    found = [
        swing
        for name in _totals(case.form)
        if (swing := _swing(case.report, case.previous, name)) is not None
    ]
    found.sort(key=lambda swing: swing.weight, reverse=True)
    if found:
        shown = listed(map(str, found[:_MOST_SHOWN])) + "等" * (len(found) > _MOST_SHOWN)
        yield notice(
            "Y03",
            case.whole,
            f"有 {len(found)} 项与上年（{case.previous.file}）相差很大：{shown}",
            "请核对有没有填错行、填错单位；属实的不必改，可以在正文里说明原因",
            about="增减很大：" + listed(map(str, found)),
        )


@dataclass(frozen=True)
class _Swing:
    figure: str
    then: Decimal
    now: Decimal

    @property
    def weight(self) -> Decimal:
        """How remarkable it is: a count varies by itself by about its square root."""
        return abs(self.now - self.then) / max(self.now, self.then).sqrt()

    def __str__(self) -> str:
        return f"“{self.figure}” {number(self.then)}→{number(self.now)}"


def _swing(report: Report, previous: Report, name: str) -> _Swing | None:
    """Return a change of more than half that is more than chance; None where one is not known."""
    figures = report.figures.get(name), previous.figures.get(name)
    now, then = (figure.value if figure else None for figure in figures)
    if now is None or then is None or min(now, then) < 0 or now == then:
        return None
    change, larger = abs(now - then), max(now, then)
    if change < max(_SMALLEST_SWING, _SIGMAS * larger.sqrt()) or change <= _HALF * then:
        return None
    return _Swing(name, then, now)


def _totals(form: Form) -> Iterator[str]:
    """Yield the figures that are no part of a total in their own row, nor last year's by a tie."""
    parts = {
        part.figure
        for tie in form.ties
        for part in tie.left
        if len(tie.right) == 1
        and form.figures[part.figure].row == form.figures[tie.right[0].figure].row
    }
    for name in form.figures:
        if name not in parts and name not in form.brought_forward:
            yield name


def fee_in_yuan(case: Case) -> Iterator[Finding]:
    """T2-03: an amount in 万元 that is a thousand times last year's was typed in 元."""
    if case.previous is None:
        return
    for name, spec in case.form.figures.items():
        now, then = case.report.number(name), case.previous.number(name)
        if spec.whole or not now or not then or now < _YUAN_FOR_WAN * then:
            continue
        unit = spec.column.unit
        was = f"{case.previous.figures[name].place} 是 {number(then)} {unit}"
        yield notice(
            "T2-03",
            case.report.figures[name].place,
            f"{spec.label}填的是 {number(now)} {unit}，上年 {was}，大了 {int(now / then)} 倍",
            f"请核对单位：这里填{unit}，不是元",
            about=f"{spec.label}：上年 {number(then)}",
            found=now,
        )


def same_figures(case: Case) -> Iterator[Finding]:
    """Y05: every figure is last year's."""
    if case.previous is None or not case.previous.figures:
        yield case.without_last_year("Y05")
        return
    pairs = [(case.report.number(name), case.previous.number(name)) for name in case.form.figures]
    known = [pair for pair in pairs if None not in pair and any(pair)]
    if len(known) >= _FEW_FIGURES and all(now == then for now, then in known):
        yield notice(
            "Y05",
            case.whole,
            f"三张表里不是 0 的 {len(known)} 个数，与上年（{case.previous.file}）完全相同",
            "请核对是不是照抄了上年的数",
            about=f"与上年完全相同的 {len(known)} 个数",
        )


_OTHER_YEAR = "表三、表二的数要与上年报告衔接"
_LIKENESS = "年度报告要反映本年的情况"

YEARS = (
    Rule(
        "Y01",
        "上年结转等于上年报告的结转下年度",
        Severity.ERROR,
        "年度报告格式表三：第二项为上年度报告的第四项",
        "本年表三第二项的 7 列，逐列与上年表三第四项比较。上年的空白按 0 计，读不出的不比较，"
        "并说明没有核对。不因此停止生成，因为上年的工作簿可能不是定稿。",
        brought_forward,
    ),
    Rule(
        "Y02",
        "现行有效件数与上年衔接",
        Severity.ERROR,
        _OTHER_YEAR,
        "规章、规范性文件两行：上年现行有效＋本年制发－本年废止＝本年现行有效。"
        "清理文件、职能调整造成的差额，可以标明已核实。本年都还空着的不比较。",
        in_force,
    ),
    Rule(
        "Y03",
        "与上年相比增减很大",
        Severity.NOTICE,
        "填错行列、填错单位，常常表现为突增突减",
        "各项总数增减超过一半，并且变化不小于 10、也不小于较大数的平方根的 3 倍；全部并成一条提示，"
        "最多列 8 项。各类申请人的分项、上年结转不看。",
        swings,
    ),
    Rule(
        "T2-03",
        "收费金额的单位是万元",
        Severity.NOTICE,
        "年度报告格式表二：单位为万元",
        "达到上年的 1000 倍时提示，可能把元填成了万元。上年是 0、没有上年的工作簿时不提示。",
        fee_in_yuan,
    ),
    Rule(
        "Y04",
        "文字与上年雷同",
        Severity.NOTICE,
        _LIKENESS,
        "连续 10 个字以上与上年相同的算雷同，年份不同也算。一个部分有六成、或者一段长文字有八成半"
        "雷同时提示，一个部分一条。开头、信息处理费、列举数字的句子、法规文件名称、机关名称、"
        "常用语、短段落都不计；标明沿用上年、还没有修改的由 Y07 报告。",
        copied_text,
    ),
    Rule(
        "Y05",
        "数字与上年完全相同",
        Severity.NOTICE,
        _LIKENESS,
        "三张表里不是 0 的数至少有 5 个，并且全部与上年相同时提示。",
        same_figures,
    ),
    Rule(
        "Y06",
        "存在的问题与上年一字不差",
        Severity.NOTICE,
        _LIKENESS,
        "第五部分的问题逐个与上年的比较，不看标点、序号和年份；少于 8 个字的、改进措施不比较。",
        same_problems,
    ),
    Rule(
        "Y07",
        "沿用上年的文字都改过了",
        Severity.ERROR,
        _LIKENESS,
        "从上年的工作簿开始写的，逐段标明沿用上年、待修改；还有标记的，每次都列出来，"
        "不停止生成（--strict 除外）。",
        not_revised,
    ),
)
