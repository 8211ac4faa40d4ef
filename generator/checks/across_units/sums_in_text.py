"""What the report of the one who collects says of all units together, against their sum.

A number counts where its sentence says before it that it is of the whole place, 全区共收到…件, and
where every word around it is understood, as the rules of one report have it.
"""

from collections.abc import Iterator

from generator.checks.across_units.handed_in import HandedIn
from generator.checks.case import Case
from generator.checks.rules.agreement import holds, only_a_branch
from generator.checks.rules.interpretations import called, interpretations_of
from generator.checks.rules.quoting import clip
from generator.checks.text.sentences import words_before
from generator.checks.text.statements import Statement
from generator.form.chinese import counted, listed, number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.vocabulary import ORGAN, YEAR
from generator.model.collection.collection import AcrossFinding
from generator.model.collection.filing import FiledText, Filing
from generator.model.finding import Finding, unchecked
from generator.model.narrative import PrintedParagraph
from generator.model.report import SECOND_LEVEL, Entry, Figure, Paragraph, Report

_PLACES = "市区县省州盟旗镇乡"
_OF_ALL = Pattern(rf"全[{_PLACES}]")
_ALL_ORGANS = Pattern(
    rf"(?P<place>全[{_PLACES}])(?:范围内)?(?:的)?(?:各级(?:各部门)?|各)?(?:行政机关|机关|部门|单位)"
)
_NARROWER = Pattern(rf"本级|本机关|[{_PLACES}](?:人民)?政府(?!信息)|办公室|其中.{{0,4}}(?:本|我)")
_HEADING = Pattern(r"^（[一二三四五六七八九十]+）[^。；，\d]{1,30}$")
_MOST_SHOWN = 6


def sums_in_text(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find numbers of the whole place that are not the sum of the units."""
    own = handed_in.own or _report_of_the_collector(handed_in)
    if own is None:
        return
    case = _case(handed_in, own)
    sums = handed_in.sums
    told: set[tuple[str, str]] = set()
    open_questions: list[Statement] = []
    for statement in case.statements:
        same = (statement.sentence.quote, called(statement))
        if same in told or not _is_of_all(case, statement):
            continue
        right = holds(case, statement)
        known = [
            value
            for names in interpretations_of(case, statement)
            if (value := case.total(names)) is not None
        ]
        if not known:
            continue
        certain = sums.whole or statement.quantity.value < min(known)
        if certain and right is False:
            told.add(same)
            yield _differs(handed_in, rule, case, statement)
        elif not sums.whole:
            open_questions.append(statement)
    if open_questions:
        yield _not_yet(handed_in, rule, open_questions)


def _report_of_the_collector(handed_in: HandedIn) -> Filing | None:
    """Return the report that says that it is of the one who collects."""
    organ = handed_in.listed.organ
    filed = (*(unit.filing for unit in handed_in.units), *_of_files(handed_in))
    return next((one for one in filed if one.organ == organ and one.texts), None)


def _of_files(handed_in: HandedIn) -> Iterator[Filing]:
    year = handed_in.listed.year
    return (one.filing for one in handed_in.collection.files if one.filing.year == year)


def _case(handed_in: HandedIn, own: Filing) -> Case:
    """Return the narrative over the sums, as if it were the report of all units together."""
    figures = {
        name: Figure(one.value, readable=one.value is not None)
        for name, one in handed_in.sums.figures.items()
    }
    entries = {ORGAN: Entry(own.organ), YEAR: Entry(handed_in.listed.year)}
    report = Report(entries, figures, {}, (), file=own.file)
    return Case(report, handed_in.form, tuple(_line(text) for text in own.texts))


def _line(text: FiledText) -> PrintedParagraph:
    """Return a paragraph, a heading as such; all organs of a place are called the place."""
    if _HEADING.match(text.text):
        heading = Paragraph(text.part, SECOND_LEVEL, text.text, "", text.place, text.place)
        return PrintedParagraph(heading, "", text.text, "")
    said = _ALL_ORGANS.sub(lambda found: found["place"], text.text)
    return PrintedParagraph(Paragraph(text.part, 0, "", said, text.place), "", "", said)


def _is_of_all(case: Case, statement: Statement) -> bool:
    """Tell whether a number is certainly that of the whole place."""
    before = words_before(statement.sentence, statement.quantity.start)
    of_all = [*_OF_ALL.finditer(before)]
    if not of_all or _NARROWER.search(before, of_all[-1].end()):
        return False
    certain = statement.understood and not (statement.qualified or statement.subject.tentative)
    return certain and not only_a_branch(case, statement)


def _differs(handed_in: HandedIn, rule: Rule, case: Case, statement: Statement) -> AcrossFinding:
    sums, quantity = handed_in.sums, statement.quantity
    tried = [
        (names, value)
        for names in interpretations_of(case, statement)
        if (value := case.total(names)) is not None
    ]
    expected = tried[0][1]
    which = "，".join(
        f"{'＋'.join(f'“{name}”' for name in names)}是 {number(value)}" for names, value in tried
    )
    whole = f"{sums.counted} 个单位之和" + ("" if sums.whole else f"（共 {sums.due} 个，没有报齐）")
    gap = quantity.value - expected
    difference = f"，{'多' if gap > 0 else '少'} {number(abs(gap))}" if len(tried) == 1 else ""
    return AcrossFinding(
        (handed_in.listed.organ,),
        Finding(
            rule.id,
            rule.severity,
            statement.sentence.place,
            f"正文写的是全部的{called(statement)} {number(quantity.value)} {quantity.unit}，"
            f"{whole}里，{which}{difference}",
            "请核对正文和各单位的数，改正写错的一处",
            quote=clip(statement.sentence.quote, around=number(quantity.value)),
            about=f"全部的{called(statement)}",
            expected=expected,
            found=quantity.value,
        ),
    )


def _not_yet(handed_in: HandedIn, rule: Rule, statements: list[Statement]) -> AcrossFinding:
    missing = handed_in.sums.missing
    names = listed(f"“{name}”" for name in missing[:_MOST_SHOWN])
    more = "等" if len(missing) > _MOST_SHOWN else ""
    said = listed(f"“{called(one)}”" for one in statements[:_MOST_SHOWN])
    return AcrossFinding(
        (handed_in.listed.organ,),
        unchecked(
            rule.id,
            statements[0].sentence.place,
            f"正文里全部的{said}{'等' * (len(statements) > _MOST_SHOWN)}与各单位之和没有核对："
            f"{names}{more} {counted(len(missing), '个单位')}还没有计入",
            "请等各单位报齐再核对一次",
        ),
    )
