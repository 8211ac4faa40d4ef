"""日期: other years, dates of reckoning, the day of publication."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.form.chinese import day
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Entry, Place
from generator.model.typed_input.local_demands import Demand

_TITLES = Pattern(
    r"《[^》]{0,200}》|“[^”]{0,200}”|〔20\d\d〕|"
    r"（(?=[^（）]{0,200}）)[^（）]*?(?:号|版|修订|以下简称)[^（）]*）"
)
_AT_THE_START = Pattern(
    r"^(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]+）[^，。]{0,14}?|\d+[.、][^，。]{0,14}?)?"
    r"(?P<year>20\d\d)年度?(?:\d{1,2}月(?:\d{1,2}日)?)?(?P<rest>，|来，|以来，|我|本|全(?!国)|"
    r"[^，。]{0,4}(?:局|委|办|厅|街道|镇|乡|区|县|市)|"
    r"[^，。]{0,24}(?:局|委|办|厅|街道|镇|乡|政府|中心|办事处)(?=认真|坚持|深入|严格|高度|按照|全面|积极|持续|切实|围绕)|"
    r"共|累计|主动|受理|收到|召开|举办|开展|组织|发布|完成|办理|制定|新增)"
)
_REPORT_OF = r"(?:公布|编制|发布)[^，。]{{0,30}}?(?P<year>20\d\d)年度?(?:{report})"
_OWN_REPORT = (
    r"(?:公布|编制|发布|形成|撰写)(?:完成)?了?《[^《》，]{{0,30}}?"
    r"(?P<year>20\d\d)年度?(?:{report})》"
)
"""The report itself, named by a title that is left out otherwise."""
_LAST_YEARS_REPORT = Pattern("按时|按期|及时|如期|上年|去年|上一年|全年")
"""Words with which the year's work is told, to which last year's report belongs."""
_COMPARES_YEARS = Pattern(
    r"同比|环比|对比|相比|比上|较(?:上|去|前|往|同|20)|决算|整改|[年月日](?:底|末|初)?起|20\d\d年[^，]{0,6}以来"
    r"|[自从至到]20|结转|转入|上年|去年|今年|明年|来年|至今|沿用|延续"
)
"""Words anywhere in a clause by which it may well name another year."""
_BELONGS_TO_ANOTHER_YEAR = Pattern(
    r"问题|规划|计划|下一步|今后|将|拟|版|修订|印发|出台|施行|实施|成立|届|下发|颁布|批准|批复|组建|划入|要求|国务院|国家|中央|省委|部署|通知|意见|公布"
)
"""Words by which what the year is said of may be another year's: 2022年印发的……."""
_OBEYS = Pattern(
    r"(?:贯彻|落实|按照|根据|依据|依照|遵照|围绕|对照|紧扣|聚焦|学习|执行|遵循|坚持|立足|在)[^，；]*"
)
"""What an organ obeys: that others decided it says nothing of when."""
_PLANNED = Pattern("将|计划|拟|继续|预计|力争|目标|下一步|进一步|要")
_LONGEST_AGO = 6
_RECKONED = Pattern(
    r"截[至止]到?(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?|(?P<end>年?[底末]|末|底))?"
)
_NOT_THIS_YEARS_FIGURE = Pattern(
    r"(?P<since>至今|迄今|(?:开播|成立|上线|开通|运行|开展|建成|启动|创刊|开馆|设立|创建|实施|组建|投用|运营)(?:至今|以来))"
    r"(?P<rest>[^。；]{0,30})"
)
_SINCE_A_YEAR = Pattern(r"(?:自|从)20\d\d年[^，。；]*$")
_VISITS = Pattern(
    r"(?P<since>累计(?:访问|浏览|阅读|点击|注册|关注|观看|粉丝|用户)[^，。；\d]{0,8}|"
    r"(?:访问|浏览|阅读|点击|注册|关注|粉丝|用户)[^，。；\d]{0,4}累计[^，。；\d]{0,4})(?P<rest>\d[^。；]{0,20})"
)
_OF_THE_YEAR = Pattern(
    "全年|本年|今年|年内|年度|(?:发布|推送|制作|开展|举办|播出)[^；]*[条篇期场部个次]，[^；]*"
    "累计(?:观看|阅读|浏览|点击|播放)"
)
"""Words by which a number of visits is this year's, or that of what was published in it."""
_A_COUNT = Pattern(r"\d")
_PUBLISHED = Pattern(
    r"本(?:年度)?报告[^。；，]{0,12}?(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^。；，]{0,14}?"
    r"(?:发布|公布|公开|上网)"
)


def other_years(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a sentence about this year's work that names another year.

    In the opening also where it names the report, which the rule's words say how.
    """
    report = "|".join(words.pattern for words in rule.words)
    if case.year is None:
        return
    for sentence in case.sentences:
        said = sentence.plain
        text = _TITLES.sub("", said)
        if str(case.year) in text:
            continue
        own = None
        if sentence.line in case.opening and not _LAST_YEARS_REPORT.search(said):
            own = re.search(_OWN_REPORT.format(report=report), said)
        clauses = [own[0]] if own else re.split("；", text)
        for clause in clauses:
            found = own or _AT_THE_START.match(clause)
            if not found and sentence.line.source.part == case.form.parts[0].name:
                found = re.search(_REPORT_OF.format(report=report), clause)
            if not found or not (
                _past(int(found["year"]), case.year) or _done_next_year(found, clause, case.year)
            ):
                continue
            if found.re.pattern == _AT_THE_START.pattern and _another_year_is_right(clause):
                continue
            yield wrong(
                rule.id,
                sentence.place,
                f"写的是 {found['year']} 年，报告的年度是 {case.year} 年",
                "请核对是不是沿用了上年的文字；说的确是那一年的事，请写明与本年的关系",
                quote=clip(sentence.quote, around=found["year"]),
                about=f"{found['year']}年",
            )


def _another_year_is_right(clause: str) -> bool:
    """Tell whether a clause that begins with another year may well do so.

    The year belongs to the words up to the second comma, without what these say is obeyed.
    """
    beginning = "，".join(clause.split("，")[:2])
    return bool(
        _COMPARES_YEARS.search(clause) or _BELONGS_TO_ANOTHER_YEAR.search(_OBEYS.sub("", beginning))
    )


def _done_next_year(found: re.Match[str], clause: str, of_report: int) -> bool:
    """Tell whether next year's work is told as done: with a count, and not as a plan."""
    counted = re.search(r"\d[场次条件份篇期个项]", clause)
    return int(found["year"]) == of_report + 1 and bool(counted) and not _PLANNED.search(clause)


def _past(year: int, of_report: int) -> bool:
    return of_report - _LONGEST_AGO <= year < of_report


def dates_of_reckoning(case: Case, rule: Rule) -> Iterator[Finding]:
    """截至 dates lie inside the report's year."""
    if case.year is None:
        return
    for sentence in case.sentences:
        text = _TITLES.sub("", sentence.plain)
        for found in _RECKONED.finditer(text):
            if int(found["year"]) != case.year:
                yield notice(
                    rule.id,
                    sentence.place,
                    f"“{found[0]}”不在报告年度 {case.year} 年之内",
                    f"请改为截至{case.year}年的日期，数字也照那一天统计",
                    quote=clip(sentence.quote, around=found[0][:4]),
                    about=found[0],
                )


def published_late(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find days of publication after the deadline of this kind of organ, or before the new year.

    Where the place sets a deadline, that one holds instead.
    """
    if case.year is None or not case.form.deadlines:
        return
    kind = _entry(case, "kind")
    _, usual = case.form.deadlines[0]
    deadline = dict(case.form.deadlines).get(str(kind.value) if kind else "", usual)
    last = date(case.year + 1, *deadline)
    of_the_place = any(one.demand == Demand.PUBLISHED_BY for one in case.local_rules)
    for issued, place in days_of_publication(case):
        if issued <= date(case.year, 12, 31):
            message = f"公布的日期 {day(issued)} 早于统计期限的最后一天"
            yield notice(rule.id, place, message, "请核对日期；报告应在年度结束以后公布")
        elif issued > last and not of_the_place:
            message = f"公布的日期 {day(issued)} 晚于规定的 {day(last)}"
            yield notice(rule.id, place, message, "请核对日期；确已逾期的，请尽快公布")


def _entry(case: Case, role: str) -> Entry | None:
    names = [spec.name for spec in case.form.entries if spec.role == role]
    return next((case.report.entries[name] for name in names if name in case.report.entries), None)


def days_of_publication(case: Case) -> Iterator[tuple[date, Place]]:
    """Yield the days on which the report is said to be published, with their places."""
    entry = _entry(case, "issued")
    if entry is not None and isinstance(entry.value, date):
        yield entry.value, entry.place
    for sentence in case.sentences:
        found = _PUBLISHED.search(sentence.plain)
        if found:
            with suppress(ValueError):
                yield (
                    date(*map(int, found.group("year", "month", "day"))),
                    sentence.place,
                )


def not_this_years_figures(case: Case, rule: Rule) -> Iterator[Finding]:
    """至今, 开播以来: not this year's figure."""
    for sentence in case.sentences:
        text = _TITLES.sub("", sentence.plain)
        found = _NOT_THIS_YEARS_FIGURE.search(text)
        if not found and not _OF_THE_YEAR.search(text):
            found = _VISITS.search(text)
        says_since_when = found and _SINCE_A_YEAR.search(text[: found.end("since")])
        if found and not says_since_when and _A_COUNT.search(found["rest"]):
            yield notice(
                rule.id,
                sentence.place,
                f"“{found['since']}”的数不是本年度的数",
                "请写本年度的数；确要写累计数的，请同时写明本年度是多少",
                quote=clip(sentence.quote, around=found["since"]),
                about=found["since"],
            )
