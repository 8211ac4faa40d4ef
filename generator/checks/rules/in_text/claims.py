"""What the text says of the tables without a number: 未收到申请, 均获维持, 全部办结."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from generator.checks.case import Case
from generator.checks.rules.quoting import cells_of, clip
from generator.checks.text.lexicon import NAME
from generator.checks.text.patterns import compiled
from generator.checks.text.sentences import Sentence
from generator.checks.text.surroundings import masks_of, surroundings_of
from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import Claim, ClaimedKind
from generator.model.finding import Finding, unchecked, wrong

_BEGINS = Pattern("[，；：。（）]")
_NOTHING = "未无没零不0"
_LIMITED = Pattern(r"\d|[^，。；]{0,6}?(?:以外|之外|除外)")
"""After what there was none of: of that there may have been some: 没有纠正2件以上的处室."""
_INVOLVES = "涉及|因"
_ABOUT = "(?:关于|针对|有关)(?=(?:[本我][^，。；]{1,3})?(?:有关)?[^，。；的]{0,2}(?:%s))"
"""With these words a claim is made of the matter of the report, and of nothing less."""
_CLOSED = Pattern("（[^（）]*）")
_ALL_LETTERS = Pattern("公开的?(?:来信|来函)")
_ONLY_A_TIME = Pattern(
    "(?:(?:截[至止])?本年(?:底|末|度|12月31日)?(?:以来)?|全年|今年(?:以来)?|年内|报告期内)，"
)
_RIGHT_AFTER = 4  # characters
_TWO_CLAUSES = 2


def claims(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find claims of a rule that the tables contradict."""
    if case.report.figures and not case.begun:  # tables still to be filled in contradict nothing
        return
    known = [claim for claim in case.form.wordings.claims if claim.rule == rule.id]
    for sentence, claim, match in _made(case, known):
        yield from _contradicted(case, sentence, claim, match)


def says_there_was_none(case: Case, figures: Collection[str]) -> bool:
    """Tell whether the text says of one of some figures, with a number or without, that it is 0.

    A number that is filled in from the tables says no more than they do.
    """
    stated = (
        names
        for statement in case.statements
        if not (statement.quantity.value or statement.qualified or statement.column)
        and statement.sentence.quote in statement.sentence.line.source.text
        for names in statement.subject.interpretations
    )
    claimed = (claim.figures for _, claim, _ in _made(case, case.form.wordings.claims))
    return any(
        figure in figures
        for names in chain(stated, claimed)
        for name in names
        for figure in case.figures_of(name)
    )


def _made(case: Case, claims: Sequence[Claim]) -> Iterator[tuple[Sentence, Claim, re.Match[str]]]:
    """Yield the claims that sentences make, each once in a sentence, and its words."""
    for sentence in case.sentences:
        told: set[str] = set()
        for claim in claims:
            if not _may_be_made(claim, sentence.text):
                continue
            for match in compiled(claim.pattern).finditer(sentence.text):
                says = _says(sentence, claim, match)
                if says not in told and not _says_something_else(case, sentence, claim, match):
                    told.add(says)
                    yield sentence, claim, match


def _may_be_made(claim: Claim, text: str) -> bool:
    """Tell whether it is worth looking for a claim: patterns are dear when first they are used."""
    named = not claim.words or any(word in text for word in claim.words)
    return named and (not claim.only_understood or any(sign in text for sign in _NOTHING))


def _says_something_else(
    case: Case, sentence: Sentence, claim: Claim, match: re.Match[str]
) -> bool:
    """Tell whether a claim is made of a part, of something else, or in other circumstances."""
    if _LIMITED.match(sentence.text, match.end()):
        return True
    if claim.only_understood and not _understood(case, sentence, match):
        return True
    if claim.only_of_all and not _of_all(case, sentence, match):
        return True
    if claim.within == "requests" and not sentence.about_requests:
        return True
    if claim.within == "matter" and not (sentence.about_matter or sentence.about_requests):
        return True
    clauses = sentence.text[: match.start()].split("，")
    after = sentence.text[match.end() :][:_RIGHT_AFTER]
    return any(
        compiled(pattern).search(words)
        for pattern, words in (
            (claim.unless_in_it, match[0]),
            (claim.unless_in_it_with_numbers if sentence.quantities else "", match[0]),
            (claim.unless_around, clauses[-1] + match[0]),
            (claim.unless_around, after),
            (claim.unless_before, "，".join(clauses[-_TWO_CLAUSES:])),
            (claim.unless_in_sentence, sentence.text),
        )
    )


def _understood(case: Case, sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a claim is made of the organ and its year, and of nothing less."""
    earlier = _CLOSED.sub("", sentence.text[: match.start()])
    clause = _BEGINS.split(earlier)[-1]
    channels = compiled(case.form.wordings.channels)
    words = _ALL_LETTERS.sub("", clause + match[0])
    if len(set(channels.findall(words))) == 1:  # several are all of them
        return False
    masks = masks_of(None, case.reader)
    reviews = case.form.wordings.reviews
    about = [_ABOUT % reviews.matter] if reviews else []
    said = case.reader.scope(match[0], [_INVOLVES, *about, *masks], labels=True)
    if said.unknown or said.part or said.beyond - {"not done"}:
        return False
    before = earlier.removesuffix(clause)
    begins = not before or _ONLY_A_TIME.fullmatch(before)
    own = "the organ" in case.reader.scope(sentence.text[match.end() :]).kinds
    names = [NAME] if begins and not own else []
    scope = case.reader.scope(clause, [*names, *masks])
    around = surroundings_of(sentence, match.start(), case.reader)
    elsewhere = scope.beyond or scope.part or "last year" in scope.kinds
    in_another_time = around.time and "the year" not in scope.kinds
    of_others = around.organ and "the organ" not in scope.kinds
    return not (scope.unknown or elsewhere or in_another_time or of_others)


def _of_all(case: Case, sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a claim names requests itself, or the number before it is of all of them."""
    requests = case.form.wordings.requests
    if requests is None:
        return True
    start = sentence.text.rfind("；", 0, match.start()) + 1
    before = [item for item in sentence.quantities if start <= item.start < match.start()]
    clause = _BEGINS.split(sentence.text[: match.start()])[-1]
    if not before or compiled(requests.named).search(clause + match[0]):
        return True
    flows = (requests.received, requests.newly_received, requests.answered, requests.processed)
    last = before[-1]
    of_all = any(
        item.quantity is last and item.subject in flows and not (item.qualified or item.column)
        for item in case.stated_in(sentence)
    )
    return of_all or case.division(last) is not None


def _contradicted(
    case: Case, sentence: Sentence, claim: Claim, match: re.Match[str]
) -> Iterator[Finding]:
    """Say where figures are not 0 although a claim says so."""
    kinds = _kinds(sentence, claim, match)
    figures = (*claim.figures, *(figure for kind in kinds for figure in kind.figures))
    says = _says(sentence, claim, match)
    place, quote = sentence.place, clip(sentence.quote, around=match[0])
    known = {name: case.total((name,)) for name in figures}
    against = {name: value for name, value in known.items() if value}
    if against:
        shown = "、".join(f"“{name}”是 {number(value)}" for name, value in against.items())
        names = [figure for name in against for figure in case.figures_of(name)]
        cells = cells_of(case.report, [name for name in names if case.report.number(name)])
        yield wrong(
            claim.rule,
            place,
            f"正文说{says}，表里{shown}",
            f"请与{cells}核对，改正写错的一处" if cells else "请核对，改正写错的一处",
            quote=quote,
            about=f"{says}：{shown}",
        )
    elif None in known.values():
        message = f"正文说{says}，表里的数没有给出"
        yield unchecked(claim.rule, place, message, "请补齐表里的数再核对", quote=quote)


def _says(sentence: Sentence, claim: Claim, match: re.Match[str]) -> str:
    kinds = _kinds(sentence, claim, match)
    return claim.says.format(kinds="、".join(kind.name for kind in kinds))


def _kinds(sentence: Sentence, claim: Claim, match: re.Match[str]) -> Sequence[ClaimedKind]:
    """Return the kinds of which a claim is made, by their words in it or before it."""
    named = match.groupdict().get("what") or sentence.text[: match.end()]
    return [kind for kind in claim.kinds if kind.word in named]
