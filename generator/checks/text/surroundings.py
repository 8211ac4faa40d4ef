"""What a number is taken to be by what stands before its own clause: times, organs, applicants."""

import re
from typing import NamedTuple

from generator.checks.text.lexicon import COMPARISON, Kind
from generator.checks.text.naming import Named
from generator.checks.text.patterns import compiled, first_named
from generator.checks.text.requests import result_of
from generator.checks.text.scope import Reader
from generator.checks.text.sentences import Sentence, words_before
from generator.form.pattern import Pattern
from generator.form.wordings import RequestWordings, Subject

_TITLE = Pattern(r"《[^》]*》")
_CLOSED = Pattern(r"（[^（）]*）")
_CLAUSES = Pattern(r"[，：（]")
_HEADS = Pattern(r"^(?:针对|对于?|关于)|(?:中|方面|情况|结果)(?:[为是看]|来看)?$")
_SETS_A_TIME = Pattern(r"(?:后|期间|以来|之前|前|时)$")
_OF_THEM = "涉及|备案"
_IN_LAST_YEAR = Pattern(r"(?:而|其中)?(?:上一?|去|前一)年度?(?:同期|里|中)?(?:$|.*\d)")
_ANEW = Pattern(r"共|合计|全年|全局")
_TIMES: tuple[Kind, ...] = ("other time", "part of the year", "last year")
_ORGANS: tuple[Kind, ...] = ("other organ", "part of the organ")


class Surroundings(NamedTuple):
    """What holds for a number although its own clause does not say so."""

    time: Kind | None = None
    organ: Kind | None = None
    understood: bool = True
    """Whether no clause sets a time that is not understood: 新班子到任后，."""
    head: Subject | None = None
    """Applicants, results or flows that are divided: 自然人申请的办理结果为：."""


def surroundings_of(sentence: Sentence, at: int, reader: Reader) -> Surroundings:
    """Read the clauses since the last semicolon, up to that of a place."""
    time: Kind | None = None
    organ: Kind | None = None
    understood = True
    head: Subject | None = None
    before = _CLOSED.sub("", words_before(sentence, at))
    for clause in _CLAUSES.split(before)[:-1]:
        if re.search(COMPARISON, clause):
            continue
        scope = reader.scope(clause, masks_of(None, reader))
        kinds = scope.kinds
        understood = not (scope.unknown and _SETS_A_TIME.search(clause))
        time = _latest(kinds, _TIMES, "the year", time)
        if time == "last year" and not _IN_LAST_YEAR.match(clause):
            time = None
        organ = _latest(kinds, _ORGANS, "the organ", organ)
        if not any(character.isdigit() for character in clause):
            head = _head(clause, reader) if _HEADS.search(clause) else head
        elif _ANEW.search(clause):
            head = None
    return Surroundings(time, organ, understood, head)


def _latest(
    kinds: frozenset[Kind], narrowing: tuple[Kind, ...], own: Kind, before: Kind | None
) -> Kind | None:
    """Return what a clause says of a time or an organ; one that says the own one ends another."""
    said = next((kind for kind in narrowing if kind in kinds), None)
    return said or (None if own in kinds else before)


def _head(clause: str, reader: Reader) -> Subject | None:
    requests = reader.form.wordings.requests
    if requests is None:
        return None
    flows = [requests.carried_forward, requests.brought_forward]
    return (
        first_named(flows, clause)
        or applicants_in(clause, requests)
        or result_of(clause, requests.results)
    )


def applicants_in(words: str, requests: RequestWordings) -> Subject | None:
    """Return the one kind of applicants that words name; none where they name everybody."""
    applicants = requests.applicants
    named = [kind for kind in applicants.kinds if compiled(kind.pattern).search(words)]
    everybody = applicants.natural_persons in named and applicants.entities in named
    return named[0] if named and not everybody else None


def masks_of(found: Named | None, reader: Reader) -> list[str]:
    """Return the patterns of what words may name, in which no word says anything of its scope."""
    wordings = reader.form.wordings
    masks = [_TITLE.pattern, wordings.channels]
    if found:
        masks.append(found.subject.pattern)
    requests = wordings.requests
    if requests:
        masks += [requests.brought_forward.pattern, requests.carried_forward.pattern]
        if found and found.subject.dimension == "result":
            masks += [kind.pattern for kind in requests.results.kinds]
        if found and found.subject.dimension == "review":
            masks.append(_OF_THEM)
        if found and found.subject.dimension != "document":
            masks += [kind.pattern for kind in requests.applicants.kinds]
    return masks
