"""跨年的文字: what this year's report says in last year's words."""

from collections.abc import Iterable, Iterator, Sequence

from generator.checks.case import Case
from generator.checks.rules.quoting import cells_of_lines
from generator.checks.text.similarity import bare, runs, shared, words
from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong
from generator.model.narrative import PrintedParagraph, printed
from generator.model.report import SECOND_LEVEL, Report

_SAME_SECTION, _SAME_PARAGRAPH = 0.6, 0.85
_SHORT_SECTION, _SHORT_PARAGRAPH = 100, 80
"""Characters below which a text is too short to tell copying from custom."""

_SHORT_PROBLEM = 8
_PROBLEM, _REMEDY = Pattern("问题|不足|薄弱"), Pattern("改进|整改|措施|打算|下一步|举措")
_REMEDIES_FOLLOW = Pattern("针对(?!性)|下一步|今后|改进措施|整改措施")
_ONE_OF_MANY = Pattern(
    r"(?:^|(?<=[。；;：:，,\n]))[^\S\n]*(?:其?[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]"
    r"|[一二三四五六七八九十]、|\d+[.、．]|第[一二三四五六七八九十][，,])"
)


def copied_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find sections, or long paragraphs, that stand word for word in last year's report."""
    if case.previous is None or not case.previous.paragraphs:
        yield case.without_last_year(rule.id)
        return
    organ = _names(case)
    last, _ = printed(case.previous, case.form)
    opening = case.form.parts[0].name
    before = [line.text for line in last if line.source.part != opening]
    copied = runs("\n".join(bare(text, case.form.wordings, organ) for text in before))
    for section, heading in enumerate(case.form.headings, 1):
        lines = [line for line in case.section(section) if line.text and not line.source.unrevised]
        found = [
            (line, shared(bare(line.text, case.form.wordings, organ), copied)) for line in lines
        ]
        compared = sum(one.compared for _, one in found)
        share = sum(one.copied for _, one in found) / compared if compared else 0
        same = [
            line
            for line, one in found
            if one.compared >= _SHORT_PARAGRAPH and one.share >= _SAME_PARAGRAPH
        ]
        whole = compared >= _SHORT_SECTION and share >= _SAME_SECTION
        if whole or same:
            yield _copied(rule, case.previous, heading, same or lines, share if whole else 0)


def _copied(
    rule: Rule, previous: Report, heading: str, lines: Sequence[PrintedParagraph], share: float
) -> Finding:
    what = f"“{heading}”约有 {share:.0%} 的文字" if share else f"这 {len(lines)} 段文字"
    return notice(
        rule.id,
        cells_of_lines(lines),
        f"{what}与上年（{previous.file}）雷同",
        "请按本年的情况改写；确属每年相同的规定、职责，可以不改",
        about=f"{heading}雷同：" + "".join(words(line.text)[:20] for line in lines),
    )


def same_problems(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find problems that are word for word last year's."""
    if case.previous is None or not case.previous.paragraphs:
        yield case.without_last_year(rule.id)
        return
    last, _ = printed(case.previous, case.form)
    before = {words(problem) for _, problem in _problems(rule, last)}
    same = [
        (line, problem)
        for line, problem in _problems(rule, case.lines)
        if words(problem) in before and not line.source.unrevised
    ]
    if same:
        quoted = listed(f"“{_start(problem)}”" for _, problem in same)
        yield notice(
            rule.id,
            cells_of_lines([line for line, _ in same]),
            f"{len(same)} 个问题与上年（{case.previous.file}）一字不差：{quoted}",
            "请核对上年的问题有没有整改，写本年的问题",
            about="问题与上年相同：" + "".join(words(problem) for _, problem in same),
        )


def _problems(
    rule: Rule, lines: Iterable[PrintedParagraph]
) -> Iterator[tuple[PrintedParagraph, str]]:
    """Yield each problem of the rule's parts with its line: what stands before the remedies."""
    of_problems = True
    for line in lines:
        if line.source.part not in rule.looks_at:
            continue
        if line.source.level == SECOND_LEVEL and line.heading:
            of_problems = bool(_PROBLEM.search(line.heading)) or not _REMEDY.search(line.heading)
        if not of_problems:
            continue
        heading = line.heading if line.source.level > SECOND_LEVEL else ""
        said = _REMEDIES_FOLLOW.split(line.text)[0]
        several = _ONE_OF_MANY.split(said)[1:]
        for problem in several or [heading + said]:
            if len(words(problem)) >= _SHORT_PROBLEM:
                yield line, problem.strip()


def not_revised(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find paragraphs taken over from last year that nobody has revised."""
    lines = [line for line in case.lines if line.source.unrevised]
    if lines:
        yield wrong(
            rule.id,
            cells_of_lines(lines),
            f"共 {len(lines)} 段沿用上年文字，还没有修改",
            "请改写成本年的情况，改好一段，就在“修改情况”一栏选“已修改”；看过不用改的选“不必修改”",
            about="沿用上年：" + "".join(words(line.heading + line.text)[:20] for line in lines),
        )


def _names(case: Case) -> list[str]:
    """Return the organ's name as texts give it: every report repeats it."""
    return [words(case.organ)] if case.organ else []


def _start(text: str) -> str:
    longest = 24
    return text if len(text) <= longest else text[: longest - 1] + "…"
