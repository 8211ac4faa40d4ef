"""What became of every unit of a list and of every file that was handed in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.form.chinese import listed as joined
from generator.form.vocabulary import Form
from generator.model.collection.choosing.choice import became, choice
from generator.model.collection.choosing.choice_findings import choice_findings
from generator.model.collection.choosing.usable import is_of_another_form, obstacle
from generator.model.collection.collection import FileStanding, FileState, State, UnitStanding
from generator.model.collection.filing import Filing
from generator.model.collection.owners.names import Candidate, Names
from generator.model.collection.owners.owners import Owner, owner_of, shared_folders
from generator.model.collection.owners.spelling import spelled
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding, notice
from generator.model.place import Place

_TOLD = 0.7
"""How likely it is that a file is of the unit that it says, where people wrote another."""
_SETTLED = (State.FILED, State.WITH_ERRORS, State.HELD)


def standings(
    listed: UnitList,
    filings: Sequence[Filing],
    answers: Mapping[str, str],
    chosen: Mapping[str, bool],
    *,
    form: Form,
) -> tuple[tuple[UnitStanding, ...], tuple[FileStanding, ...]]:
    """Return what became of the units, in the order of the list, and of the files, by path.

    By path, `answers` are what people wrote under 对应单位, and `chosen` whether a file is to be
    taken. In whatever order the files come, the result is the same.
    """
    ordered = sorted(filings, key=lambda one: (one.file, one.digest))
    names = Names(listed, [one.organ for one in ordered])
    owners = _owners(ordered, names, answers)
    by_unit: defaultdict[str, list[Filing]] = defaultdict(list)
    for one in ordered:
        if whose := owners[one.file].unit:
            by_unit[whose].append(one)
    organs = {one.file: names.keys(spelled(one.organ).main) for one in ordered if one.organ}
    files: dict[str, FileStanding] = {
        one.file: _of_nobody(one, owners[one.file], form, chosen)
        for one in ordered
        if not owners[one.file].unit
    }
    possible = _possible(files)
    units: list[UnitStanding] = []
    for unit in listed.units:
        filed = by_unit.pop(unit.name, [])
        own = [one for one in filed if not is_of_another_form(one, form)]
        made = choice(own, chosen, form=form, year=listed.year)
        told = choice_findings(unit.name, made, chosen, organs, form=form, year=listed.year)
        if made.state not in _SETTLED:
            told = (*told, *_maybe(unit, possible.get(unit.name, ())))
        units.append(UnitStanding(unit, made.state, made.taken, told))
        states = became(made, form=form, year=listed.year)
        for one in filed:
            state, said = states.get(one.file) or (FileState.OTHER_FORM, _other(one))
            files[one.file] = FileStanding(
                one, state, unit.name, said=_together(owners[one.file].said, said)
            )
    return tuple(units), tuple(files[one.file] for one in ordered)


def _owners(
    filings: Sequence[Filing], names: Names, answers: Mapping[str, str]
) -> dict[str, Owner]:
    """Return whose each file is, by path."""
    shared = shared_folders(((one.file, one.organ) for one in filings), names)
    return {
        one.file: _answered(
            owner_of(one.organ, names, file=one.file, shared=shared),
            answers.get(one.file, ""),
            names,
        )
        for one in filings
    }


def _answered(owner: Owner, answer: str, names: Names) -> Owner:
    """Return whose a file is once a person has said so; what they wrote goes before all else."""
    if not answer.strip():
        return owner
    meant = names.meaning(answer)
    if meant.unit == owner.unit and meant.unit:
        return owner
    if meant.unit:
        read = owner.said or (f"按里面写的是{owner.unit}" if owner.unit else "")
        return Owner(meant.unit, said=_together(f"按“对应单位”里填的算作{meant.unit}", read))
    own = [Candidate(owner.unit, _TOLD)] if owner.unit else owner.candidates
    said = f"“对应单位”里填的“{answer}”不是名单里的单位"
    return Owner("", names.ranked([*meant.candidates, *own]), said, answered=True)


def _of_nobody(
    filing: Filing, owner: Owner, form: Form, chosen: Mapping[str, bool]
) -> FileStanding:
    """Return what became of a file of which nobody can say whose it is."""
    candidates = tuple(one.unit for one in owner.candidates)
    if is_of_another_form(filing, form):
        return FileStanding(filing, FileState.OTHER_FORM, said=_other(filing))
    if why := obstacle(filing, form):
        state, said = FileState.UNUSABLE, why
    elif chosen.get(filing.file) is False:
        state, said = FileState.NOT_WANTED, owner.said
    elif candidates or owner.answered or not filing.organ.strip():
        state, said = FileState.DOUBTFUL, owner.said
    else:
        state, said = FileState.OTHER_ORGAN, owner.said
    return FileStanding(filing, state, candidates=candidates, said=said)


def _other(filing: Filing) -> str:
    return f"是“{filing.form_name}”，要另行汇总"


def _possible(files: Mapping[str, FileStanding]) -> dict[str, list[str]]:
    """Return, by unit, the files that may be its own; not those that nobody wants."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file, one in files.items():
        if one.state != FileState.NOT_WANTED:
            for unit in one.candidates:
                found[unit].append(file)
    return found


def _maybe(unit: Unit, files: Sequence[str]) -> tuple[Finding, ...]:
    """Tell that a unit which is not in the sum may have filed after all."""
    if not files:
        return ()
    message = f"“{unit.name}”还没有可以计入的报告，{joined(files)} 可能是它的"
    advice = "是的，请在『收到的文件』的“对应单位”里填上这个单位；不是的，不必管它"
    return (notice("C06", Place(files[0]), message, advice),)


def _together(*said: str) -> str:
    return "；".join(one.rstrip("。") for one in said if one)
