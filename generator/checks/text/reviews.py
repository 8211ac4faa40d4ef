"""Which figure of reviews and suits words name: all of a kind, or how some ended."""

from generator.checks.text.patterns import compiled
from generator.checks.text.sentences import Sentence, words_before
from generator.form.wordings import ReviewKind, ReviewOutcome, ReviewWordings, Subject


def speaks_of_reviews(sentence: Sentence, words: str, at: int, reviews: ReviewWordings) -> bool:
    """Tell whether words name reviews, or how those ended that were named before."""
    topic = compiled(reviews.topic)
    if topic.search(words):
        return True
    return bool(_outcome(words, reviews) and topic.search(words_before(sentence, at)))


def of_reviews(sentence: Sentence, words: str, at: int, reviews: ReviewWordings) -> Subject | None:
    """Return what words name of reviews that are about the matter of the report."""
    earlier = words_before(sentence, at).removesuffix(words)
    if not sentence.about_matter or compiled(reviews.other_cases).search(earlier + words):
        return None
    outcome = _outcome(words, reviews)
    if outcome is None:
        kind = _last_named(words, reviews)
        unclear = kind is None or compiled(reviews.parts).search(words)
        return None if kind is None or unclear else _whole(kind, reviews)
    nearest = _last_named(words, reviews) or _last_named(earlier, reviews)
    if nearest is None:
        return None
    beside = [kind for kind in reviews.kinds if compiled(kind.pattern).search(earlier + words)]
    return _ended(nearest, outcome, beside, reviews)


def ended_as_whole(subject: Subject, whole: str, reviews: ReviewWordings) -> Subject:
    """Return those of a kind that ended as the whole did: 被纠错3件（复议2件、诉讼1件）."""
    kind = next((kind for kind in reviews.kinds if kind.name == subject.name), None)
    outcome = _outcome(whole, reviews)
    return _ended(kind, outcome, [kind], reviews) if kind and outcome else subject


def _outcome(words: str, reviews: ReviewWordings) -> ReviewOutcome | None:
    return next((item for item in reviews.outcomes if compiled(item.pattern).search(words)), None)


def _last_named(words: str, reviews: ReviewWordings) -> ReviewKind | None:
    """Return the kind that is named last; where several end in one place, the first of the form."""
    ends = {
        kind: max((found.end() for found in compiled(kind.pattern).finditer(words)), default=-1)
        for kind in reversed(reviews.kinds)
    }
    last = max(ends.values(), default=-1)
    return next((kind for kind in reviews.kinds if last >= 0 and ends[kind] == last), None)


def _whole(kind: ReviewKind, reviews: ReviewWordings) -> Subject:
    interpretations = tuple(
        tuple(begin + end for begin in kind.begins for end in ends) for ends in reviews.all_outcomes
    )
    return Subject(kind.name, reviews.rule, kind.pattern, interpretations, "review", tentative=True)


def _ended(
    kind: ReviewKind, outcome: ReviewOutcome, beside: list[ReviewKind], reviews: ReviewWordings
) -> Subject:
    """Return those of a kind that ended in a way, or those of all kinds that are named."""
    begins = tuple(dict.fromkeys(begin for one in beside for begin in one.begins))
    interpretations = tuple(
        tuple(begin + end for begin in some for end in outcome.ends)
        for some in dict.fromkeys((kind.begins, begins))
    )
    name, pattern = kind.name + outcome.name, outcome.pattern
    return Subject(name, reviews.rule, pattern, interpretations, "review", tentative=True)
