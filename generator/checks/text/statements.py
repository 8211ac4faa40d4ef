"""Statements of figures in the text: which number, of what, of whom and when, in which sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.checks.text import unsaid
from generator.checks.text.lexicon import BECAME, LIMIT, WIDER, Kind
from generator.checks.text.naming import Named, named
from generator.checks.text.parts import is_enumerated, is_of_a_part
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.reviews import ended_as_whole
from generator.checks.text.scope import Reader, Scope
from generator.checks.text.sentences import NEAR, Sentence
from generator.checks.text.surroundings import (
    Surroundings,
    applicants_in,
    masks_of,
    surroundings_of,
)
from generator.form.pattern import Pattern
from generator.form.wordings import Subject

_PART_IS_THE_ORGANS = Pattern(
    r"(?:(?:其中|含|包括)[^，。；]{0,2}(?:我|本|[市区县])|，[我本])[局委办厅级][^，。；]{0,8}\d"
)
_NOT_DONE: frozenset[Kind] = frozenset({"not done", "late"})
_NAME_AT_THE_BEGINNING = (
    r"^(?:本年度?|今年)?[市区县省州旗][^，。；\d]{1,4}?(?:局|委|办|厅)(?=[有共收受办作制接])"
)
_HOW_IT_BECAME = Pattern(BECAME)


class Statement(NamedTuple):
    """A number that is said of something the form counts."""

    sentence: Sentence
    quantity: Quantity
    subject: Subject
    enumerated: bool
    """Whether it is an item of an enumeration, such as 其中……."""
    qualified: bool
    """Whether it is said of a part of all: 代表市政府, 备案, 通过网站, 第一季度, 当场."""
    part: bool = False
    """Whether its own words say so, or those it goes on from: 第一季度, 当场, 自愿撤回."""
    understood: bool = True
    """Whether every word is known that may say of what it is."""
    of: Subject | None = None
    """Of applicants: what is divided among them, where that is not all."""
    column: str = ""
    """Of anything else: the column of those whose requests are meant."""
    last_year: bool = False
    """Whether it is said of the year before."""


def statements_of(
    sentences: Sequence[Sentence], wholes: Mapping[Quantity, Quantity], reader: Reader
) -> list[Statement]:
    """Return what sentences state about figures of the form; `wholes` has what items are part of.

    A number of another time, of other organs or of what was not done states none.
    """
    read = _Reading(wholes, reader)
    return [
        statement
        for sentence in sentences
        for quantity in sentence.quantities
        if not quantity.about and (statement := read.stated(sentence, quantity))
    ]


@dataclass
class _Reading:
    """The numbers that were read so far, from which later ones go on."""

    wholes: Mapping[Quantity, Quantity]
    reader: Reader
    subjects: dict[Quantity, Subject] = field(default_factory=dict)
    known: dict[Quantity, Statement] = field(default_factory=dict)
    beyond: set[Quantity] = field(default_factory=set)
    """Numbers of something else, of which items are no part of the tables' either."""
    verbs: tuple[Quantity, str] | None = None
    """The last number that was named by its own words, and these words."""

    def stated(self, sentence: Sentence, quantity: Quantity) -> Statement | None:
        """Return what a number states, where it is said of the organ in a whole year."""
        at = sentence.quantities.index(quantity)
        before = sentence.quantities[at - 1] if at else None
        after = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
        was = after is not None and unsaid.became(quantity, after)
        found = (
            unsaid.named_before_from(sentence, quantity, self.reader)
            if was
            else self._named(sentence, quantity, before)
        )
        if found is None:
            return None
        found = self._ended(quantity, found)
        self.subjects[quantity] = found.subject
        statement = self._statement(sentence, quantity, found, last_year=was)
        if statement is None:
            self.beyond.add(quantity)
        else:
            self.known[quantity] = statement
        return statement

    def _named(
        self, sentence: Sentence, quantity: Quantity, before: Quantity | None
    ) -> Named | None:
        """Return what a number counts, by its own words or by those that it goes on from."""
        found = unsaid.named_respectively(sentence, quantity, self.reader) or named(
            sentence, quantity, self.reader.form.wordings
        )
        if found is None or found.subject.tentative:
            found = self._listed(sentence, quantity, before) or found
        if found and found.subject.tentative and self._is_beside(sentence, quantity, before):
            return None
        if found:
            words = unsaid.verbs_of_a_list(sentence, quantity, self.verbs, before)
            self.verbs = (quantity, words or found.words)
            return found
        if before is None:
            return None
        goes_on: Quantity | None = None
        if unsaid.became(before, quantity) or unsaid.only_says_when(quantity):
            goes_on = before
        elif unsaid.only_says_whose(quantity, self.reader):
            goes_on = self.wholes.get(quantity)
        if goes_on and goes_on.unit == quantity.unit:
            subject = self.subjects.get(goes_on)
            return Named(subject, _HOW_IT_BECAME.sub("", quantity.before)) if subject else None
        return unsaid.amount_named_before(sentence, quantity, self.reader)

    def _ended(self, quantity: Quantity, found: Named) -> Named:
        """Return what a number counts, where its whole says how those ended: 纠错3件（复议2件）."""
        whole, reviews = self.wholes.get(quantity), self.reader.form.wordings.reviews
        if whole is None or reviews is None or found.subject.dimension != "review":
            return found
        subject = ended_as_whole(found.subject, whole.before + whole.after, reviews)
        return found._replace(subject=subject)

    def _listed(
        self, sentence: Sentence, quantity: Quantity, before: Quantity | None
    ) -> Named | None:
        """Return what an item counts whose verb stands before the first: 作出许可1件、处罚2件."""
        if self.verbs is None or self.verbs[0] is not before:
            return None
        return unsaid.after_the_verb_of_a_list(sentence, quantity, self.verbs, self.reader)

    def _is_beside(self, sentence: Sentence, quantity: Quantity, before: Quantity | None) -> bool:
        """Tell whether a number stands beside one that no table has: 起草规章1件、文件4件."""
        if before is None or before in self.known or before.unit != quantity.unit:
            return False
        return sentence.text[before.end : quantity.start] == f"、{quantity.before}"

    def _statement(
        self, sentence: Sentence, quantity: Quantity, found: Named, *, last_year: bool
    ) -> Statement | None:
        """Return what a number states with its scope; nothing where no table can hold it."""
        around = surroundings_of(sentence, quantity.start, self.reader)
        names = [_NAME_AT_THE_BEGINNING] if quantity is sentence.quantities[0] else []
        scope = self.reader.scope(
            found.words,
            [*names, *masks_of(found, self.reader)],
            labels=found.subject.dimension == "result",
        )
        whole = self.wholes.get(quantity)
        divided = self.known.get(whole) if whole else None
        if self._is_beyond(sentence, quantity, found, scope, around):
            return None
        head = divided.subject if divided else around.head
        split = _split(found, head, divided, self.reader)
        if split is None or _is_brought(found, self.reader):
            return None
        of, column = split
        says_when = "the year" in scope.kinds
        whose = unsaid.only_says_whose(quantity, self.reader)
        part = (
            scope.part
            or (around.time == "part of the year" and not says_when)
            or (around.organ == "part of the organ" and "the organ" not in scope.kinds)
            or bool(divided and divided.part and not whose)
        )
        own = "the organ" in scope.kinds
        of_requests = found.subject.dimension in ("applicant", "result")
        return Statement(
            sentence,
            quantity,
            found.subject,
            enumerated=is_enumerated(sentence, quantity, whole) and not whose,
            qualified=part
            or is_of_a_part(sentence, quantity, found, self.reader.form.wordings, own=own)
            or bool(divided and divided.qualified and not whose),
            part=part,
            understood=not scope.unknown
            and (around.understood or says_when)
            and (divided.understood if divided else self._is_of_all(whole) or not of_requests),
            of=of,
            column=column,
            last_year=last_year
            or "last year" in scope.kinds
            or (around.time == "last year" and not says_when)
            or bool(divided and divided.last_year and not says_when),
        )

    def _is_published(self, found: Named, whole: Quantity | None) -> bool:
        """Tell whether a number is of what was published about that which the form counts."""
        if whole is None or found.subject.dimension != "count":
            return False
        return bool(compiled(self.reader.form.wordings.published).search(whole.before))

    def _is_of_all(self, whole: Quantity | None) -> bool:
        """Tell whether the words of a whole that no table has make it no part: 66件申请中."""
        if whole is None:
            return True
        scope = self.reader.scope(whole.before + whole.after)
        return not (scope.unknown or scope.part or scope.beyond)

    def _is_beyond(
        self,
        sentence: Sentence,
        quantity: Quantity,
        found: Named,
        scope: Scope,
        around: Surroundings,
    ) -> bool:
        """Tell whether a number is of another time, of other organs or of what was not done."""
        own, whole = "the organ" in scope.kinds, self.wholes.get(quantity)
        rest = sentence.text[quantity.end : quantity.end + NEAR]
        requests = self.reader.form.wordings.requests
        waits = requests is not None and found.subject is requests.carried_forward
        return bool(
            scope.beyond - (_NOT_DONE if waits else frozenset())
            or re.match(LIMIT, quantity.after)
            or (around.time == "other time" and "the year" not in scope.kinds)
            or (around.organ == "other organ" and not own)
            or (whole in self.beyond and not own)
            or self._is_published(found, whole)
            or (re.search(WIDER, found.words) and _PART_IS_THE_ORGANS.search(rest))
        )


def _is_brought(found: Named, reader: Reader) -> bool:
    """Tell whether a number is of what the year before left, of which only requests have a row."""
    requests = reader.form.wordings.requests
    if requests is None or found.subject.dimension in ("flow", "result", "applicant"):
        return False
    return bool(compiled(requests.brought_forward.pattern).search(found.words))


def _split(
    found: Named, head: Subject | None, divided: Statement | None, reader: Reader
) -> tuple[Subject | None, str] | None:
    """Return of what applicants are told, and whose requests anything else is of.

    Nothing where no table has it: of the requests brought forward the results are not counted.
    """
    requests, subject = reader.form.wordings.requests, found.subject
    if requests is None or subject.dimension not in ("result", "flow", "applicant"):
        return None, ""
    carried = (requests.brought_forward, requests.carried_forward, requests.newly_received)
    if subject.dimension == "applicant":
        is_row = head in carried or (head is not None and head.dimension == "result")
        return (head if is_row else None), ""
    if head in (requests.brought_forward, requests.carried_forward) and head is not subject:
        return None
    if divided is None or divided.subject.dimension != "applicant":
        by_result = subject.dimension == "result"
        rest = compiled(subject.pattern if by_result else "").sub("", found.words)
        own = by_result or subject in carried
        head = (applicants_in(rest, requests) if own else None) or head
    return None, head.column if head and head.dimension == "applicant" else ""
