"""Collecting: the files of many units → one workbook, and to each unit what it has to mend."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks.across_units.check import check_across
from generator.files.delivery import Delivery, deliver
from generator.files.file_names import NOTICES
from generator.form.chinese import listed as listed_words
from generator.form.vocabulary import Form
from generator.formats.docx.notices.template import compile_notice_template
from generator.formats.xlsx.collection.layout import FIRST_LISTED_ROW, LIST_SHEET
from generator.formats.xlsx.collection.workbook import collection_workbook
from generator.formats.xlsx.findings import seal
from generator.model.collection.answers import Answers
from generator.model.collection.choosing.standing import standings
from generator.model.collection.collection import Collection
from generator.model.collection.filing import Filing
from generator.model.collection.list_problems import list_problems
from generator.model.collection.mended import as_mended, renamed, still_valid
from generator.model.collection.moved_files import followed
from generator.model.collection.notices.notices import notices_of
from generator.model.collection.sums import Sums, sums_of
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding, Refusal
from generator.pipeline import edition
from generator.pipeline.collecting.earlier import Earlier, earlier_at, last_year_beside
from generator.pipeline.collecting.handed_in import HandedIn, handed_in
from generator.pipeline.collecting.left_behind import only_in_copy
from generator.pipeline.collecting.listed import unit_list_from
from generator.pipeline.collecting.notices import WrittenNotices, write_notices
from generator.pipeline.collecting.own_report import own_filing, own_report
from generator.pipeline.template_choice import choose_notice_template

Read = Callable[[Sequence[HandedIn]], Iterable[Filing]]
"""Reads files, in this process or in others, in their order."""


@dataclass(frozen=True)
class Collected:
    """A collection that was made."""

    collection: Collection
    sums: Sums
    output: Path
    delivery: Delivery
    kept: Path | None
    """The copy of the one before, where people had written in it."""
    notices: WrittenNotices
    answers: Answers
    """What people had written in the one before, and stays."""
    doubts: tuple[str, ...] = ()
    """What is wrong with the list of units, a sentence each."""
    only_in_copy: tuple[Finding, ...] = ()
    """What people had put into the one before, and only its copy has now."""


def collect(
    folder: Path, output: Path, units: Path | None, read: Read, form: Form | None = None
) -> Collected:
    """Collect what lies in a folder into a workbook, and write to each unit what it has to mend.

    Without a list of units that of the collection that is there already serves. What people wrote
    there stays. Raise Refusal where the list or the folder cannot be used, or something else lies
    where the workbook is to go; then nothing changed.
    """
    form = form or edition.form_there(output)
    before = earlier_at(output, form) if form else Earlier()
    typed = _typed_list(units, before)
    listed = _listed(typed, units, before)
    chosen = choose_notice_template(output)
    template = compile_notice_template(chosen.read(), chosen.path.name)
    leave_out = [output, output.with_name(NOTICES), *([units] if units else [])]
    filings = [*read(handed_in(folder, leave_out))]
    form = form or _of_most(filings, output)
    last_year = last_year_beside(output, listed.year, form)
    answers = followed(renamed(before.answers, listed), filings)
    collection = _collection(listed, filings, answers, form)
    collection, answers = still_valid(collection, answers)
    mended = as_mended(collection, answers)
    sums = sums_of(mended)
    report = own_report(before.report, listed, sums, form)
    previous = last_year.as_collection(form) if last_year else None
    across = check_across(mended, previous, own_filing(report, output.name, form))
    collection = replace(collection, across=across)
    content = collection_workbook(
        collection, report, answers, last_year.report if last_year else None
    )
    delivery, kept = deliver(content, output, compare=seal.compared, over_edits=True)
    values = {name: one.value for name, one in sums.figures.items()}
    lost = only_in_copy(kept, content, listed, values, form) if kept else ()
    told = notices_of(collection, before.noted)
    notices = write_notices(output, told, listed, template)
    return Collected(
        collection,
        sums,
        output,
        delivery,
        kept,
        notices,
        answers,
        tuple(_doubts(typed, listed, before, units)),
        lost,
    )


def _of_most(filings: Sequence[Filing], output: Path) -> Form:
    """Return the form that most files are of; others are told and not mixed in."""
    usual = edition.usual_form()
    counts = Counter(one.form for one in filings if one.form)
    most = max(counts, key=lambda one: (counts[one], one == usual.id), default=usual.id)
    return next((one for one in edition.forms(output) if one.id == most), usual)


def _typed_list(units: Path | None, before: Earlier) -> UnitList:
    """Return the list that is named, or that of the collection before, as people typed it."""
    listed = unit_list_from(units) if units else before.listed
    if listed is None:
        raise Refusal(
            "还没有单位名单。请先新建一份（make-report collect 文件夹 --new-units 单位名单.xlsx "
            "--organ 汇总单位 --year 年度），填好以后再汇总（用 --units 指明）。"
        )
    return listed


def _listed(typed: UnitList, units: Path | None, before: Earlier) -> UnitList:
    """Return the list completed by the collection before, each name once."""
    listed = _completed(typed, before.listed) if before.listed else typed
    once: dict[str, Unit] = {}
    for unit in listed.units:
        once.setdefault(unit.name, unit)
    listed = listed._replace(units=tuple(once.values()))
    if not listed.organ or not listed.year:
        where = units.name if units else "这份汇总"
        raise Refusal(f"{where}的『单位名单』上面没有填汇总单位或者汇总年度。请填好再汇总。")
    return listed


def _completed(listed: UnitList, known: UnitList) -> UnitList:
    """Return a list with what people typed beside the units in the collection before.

    Raise Refusal where that is of another year or of somebody else.
    """
    for was, now in ((known.organ, listed.organ), (known.year, listed.year)):
        if was and now and was != now:
            raise Refusal(
                f"这份汇总是“{known.organ}”{known.year} 年度的，名单是“{listed.organ}”"
                f"{listed.year} 年度的，没有汇总。请改正名单（或用 -o 换一个文件名）。"
            )
    before = {unit.name: unit for unit in known.units}
    units = tuple(
        unit._replace(
            others=unit.others or before[unit.name].others,
            kind=unit.kind or before[unit.name].kind,
            note=unit.note or before[unit.name].note,
        )
        if unit.name in before
        else unit
        for unit in listed.units
    )
    return UnitList(listed.organ or known.organ, listed.year or known.year, units)


def _doubts(
    typed: UnitList, listed: UnitList, before: Earlier, named: Path | None
) -> Iterator[str]:
    """Say what is wrong with the list, and which units only the collection before knows.

    Rows are those of the list that is named; else those in which the new collection has it.
    """
    if named:
        yield from list_problems(typed, f"{named.name} ")
    else:
        twice = Counter(unit.name for unit in typed.units)
        yield from (
            f"『{LIST_SHEET}』里“{name}”原来写了 {times} 行，只留下了第一行"
            for name, times in twice.items()
            if times > 1
        )
        rows = enumerate(listed.units, FIRST_LISTED_ROW)
        written = tuple(unit._replace(row=row) for row, unit in rows)
        yield from list_problems(listed._replace(units=written), f"『{LIST_SHEET}』")
    names = {name for unit in typed.units for name in (unit.name, *unit.others)}
    known = before.listed.units if named and before.listed else ()
    gone = [unit.name for unit in known if unit.name not in names]
    if gone:
        yield (
            f"{listed_words(gone)}在汇总的『单位名单』里有、在这次给的名单（--units）里没有，没有算在内。"
            "名单已经在汇总里改的，以后不要再给（--units）。"
        )
    if before.answers.unreadable:
        yield "『各单位数字』的列改动过，认不出哪一列是哪个数，在那里改过的数没有带过来"


def _collection(
    listed: UnitList, filings: Sequence[Filing], answers: Answers, form: Form
) -> Collection:
    """Return what became of units and files, with what people have verified."""
    units, files = standings(listed, filings, answers.whose, answers.chosen, form=form)
    with_word = {unit for unit, _ in answers.verified}
    verified = [
        one._replace(filing=_verified(one.filing, one.unit.name, answers))
        if one.filing and one.unit.name in with_word
        else one
        for one in units
    ]
    return Collection(form, listed, tuple(verified), files)


def _verified(filing: Filing, unit: str, answers: Answers) -> Filing:
    """Return a file with the findings that the one who collects has verified."""
    findings = tuple(
        finding._replace(verified=finding.verified or answers.verified.get((unit, finding.key)))
        for finding in filing.findings
    )
    return filing._replace(findings=findings).packed()
