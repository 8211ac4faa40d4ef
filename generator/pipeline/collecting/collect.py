"""Collecting: the files of many units → one workbook, and to each unit what it has to mend."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks.across_units.findings import findings_across
from generator.files.delivery import Delivery, deliver
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.notices.folder import WrittenNotices, write_notices
from generator.formats.xlsx.collection.workbook import collection_workbook
from generator.formats.xlsx.findings import seal
from generator.model.blank_report import blank_report
from generator.model.collection.answers import Answers
from generator.model.collection.collection import Collection
from generator.model.collection.filing import Filing
from generator.model.collection.notices import notices_of
from generator.model.collection.standing import standings
from generator.model.collection.sums import Sums, sums_of
from generator.model.collection.unit import UnitList
from generator.model.finding import Refusal
from generator.model.report import Entry, Figure, Place, Report
from generator.pipeline import edition
from generator.pipeline.collecting.earlier import Earlier, earlier_at, last_year_beside
from generator.pipeline.collecting.handed_in import HandedIn, handed_in
from generator.pipeline.collecting.listed import unit_list_from

NOTICES = "整改单"
"""The folder beside the collection that holds what each unit has to mend."""

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


def collect(
    folder: Path, output: Path, units: Path | None, read: Read, form: Form | None = None
) -> Collected:
    """Collect what lies in a folder into a workbook, and write to each unit what it has to mend.

    Without a list of units that of the collection that is there already serves. What people wrote
    there stays. Raise Refusal where the list or the folder cannot be used, or something else lies
    where the workbook is to go; then nothing changed.
    """
    form = form or edition.FORMS[0]
    before = earlier_at(output, form)
    listed = _listed(units, before, output)
    leave_out = [output, output.with_name(NOTICES), *([units] if units else [])]
    filings = [*read(handed_in(folder, leave_out))]
    answers = before.answers
    verified = [_verified(one, answers, listed) for one in filings]
    standing, files = standings(listed, verified, answers.whose, answers.chosen)
    collection = Collection(form, listed, standing, files)
    last_year = last_year_beside(output, listed, form)
    report = _own_report(before.report, collection)
    across = findings_across(collection, last_year, report)
    collection = replace(collection, across=across)
    sums = sums_of(collection)
    report = replace(report, figures=_figures(sums, form))
    content = collection_workbook(collection, report, answers, last_year and last_year.report)
    delivery, kept = deliver(content, output, compare=seal.compared, over_edits=True)
    told = notices_of(collection, before.noted)
    notices = write_notices(output.with_name(NOTICES), told)
    return Collected(collection, sums, output, delivery, kept, notices, answers)
