"""All that a collection tells each unit, and as it is recorded for the next one."""

from collections.abc import Iterator

from generator.model.collection.collection import Collection, UnitStanding
from generator.model.collection.notices.named_units import without_names
from generator.model.collection.notices.progress import Noted
from generator.model.finding import Finding
from generator.model.reading_order import standing


def findings_by_unit(
    collection: Collection, *, name_others: bool = False
) -> Iterator[tuple[UnitStanding, tuple[Finding, ...]]]:
    """Yield each unit and the findings on it: on its file, beside it, and between it and others.

    One between units is told to the first of them, and says who the others are only with
    `name_others`.
    """
    across = _across(collection, name_others=name_others)
    for one in collection.units:
        on_file = one.filing.findings if one.filing else ()
        yield one, (*on_file, *one.findings, *across.get(one.unit.name, ()))


def noted_of(collection: Collection, *, name_others: bool = False) -> Iterator[Noted]:
    """Yield what the workbook of a collection records, for the next one to compare with.

    It is worded as the units were told, since they will be told what became of it.
    """
    for one, findings in findings_by_unit(collection, name_others=name_others):
        for finding in findings:
            yield Noted(
                one.unit.name,
                finding.key,
                finding.rule,
                finding.place,
                finding.message,
                finding.advice,
                standing(finding),
                one.filing.digest if one.filing else "",
            )


def _across(collection: Collection, *, name_others: bool) -> dict[str, list[Finding]]:
    units = {unit.name: unit for unit in collection.listed.units}
    across: dict[str, list[Finding]] = {}
    for (first, *others), finding in collection.across:
        others_known = [units[name] for name in others if name in units]
        masked = not name_others and first in units
        said = without_names(finding, units[first], others_known) if masked else finding
        across.setdefault(first, []).append(said)
    return across
