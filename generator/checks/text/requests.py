"""Which figure of requests some words name: a flow, a kind of result, a kind of applicants."""

from generator.checks.text.patterns import compiled, first_named
from generator.checks.text.sentences import Sentence
from generator.form.wordings import RequestWordings, ResultWordings, Subject


def of_requests(sentence: Sentence, words: str, requests: RequestWordings) -> Subject | None:
    """Return what words name in a sentence about requests for information."""
    other_matter = compiled(requests.other_matters).search(words)
    flows = [requests.carried_forward, requests.brought_forward]
    if not other_matter:
        flows.append(requests.newly_received)
    found = [
        (match.end(), flow) for flow in flows if (match := compiled(flow.pattern).search(words))
    ]
    if found:
        return _both(words, requests) or max(found, key=lambda item: item[0])[1]  # the nearest
    results = requests.results
    result = result_of(words, results)
    if result:
        return result if result is not results.other or _names_results(sentence, results) else None
    if other_matter or compiled(results.withdrawn).search(words):
        return None
    return _applicant_or_flow(sentence, words, requests)


def _both(words: str, requests: RequestWordings) -> Subject | None:
    """Return what was brought forward and what came in taken together: 去年转来的和今年收到的."""
    brought, new = requests.brought_forward, requests.newly_received
    beside = rf"(?:{brought.pattern})的?(?:、|和|及|与|以及|加上?)(?:本年度?)?的?(?:{new.pattern})"
    if not compiled(beside).search(words):
        return None
    ((brought_row,), (new_row,)) = brought.interpretations[0], new.interpretations[0]
    name = f"{brought.name}和{new.name}"
    return Subject(name, new.rule, new.pattern, ((new_row, brought_row),), new.dimension)


def result_of(words: str, results: ResultWordings) -> Subject | None:
    """Return the kinds of results that words name: one of them, or several taken together."""
    named = [kind for kind in results.kinds if compiled(kind.pattern).search(words)]
    groups = [kind for kind in named if kind.name in results.groups]
    rows = [kind for kind in named if kind.name in results.rows]
    if groups and rows:  # a row as the reason for its group is the row; with 等 it is the group
        left_out = rows if "等" in words else groups
        named = [kind for kind in named if kind not in left_out]
    if len(named) < 2:  # noqa: PLR2004 - nothing to take together
        return named[0] if named else None
    for kind in named:
        if not kind.interpretations:  # no figure of the form counts it, nor it and others together
            return kind
    together = tuple(figure for kind in named for figure in kind.interpretations[0])
    first, name = named[0], "、".join(kind.name for kind in named)
    return Subject(name, first.rule, first.pattern, (together,), first.dimension)


def _applicant_or_flow(sentence: Sentence, words: str, requests: RequestWordings) -> Subject | None:
    """Return the applicants that words name; where they name all, what was done for them."""
    applicants = requests.applicants
    as_in_the_table = compiled(applicants.as_in_the_table).search(sentence.text)
    if as_in_the_table and compiled(applicants.others.pattern).search(words):
        return applicants.others
    divided = [kind for kind in applicants.entities_divided if kind in words]
    if (
        divided
        and not as_in_the_table
        and applicants.entity not in words
        and all(kind in sentence.text for kind in applicants.entities_divided)
    ):
        return None  # one kind of organisations beside another, as the office divides them
    flows = [requests.answered, requests.processed, requests.received]
    if compiled(requests.answering).search(words):
        flows = [requests.answered]
    elif compiled(requests.receiving).search(words):
        flows = [requests.received]
    everybody = all(
        first_named([kind], words) for kind in (applicants.natural_persons, applicants.entities)
    )
    return first_named(flows if everybody else [*applicants.kinds, *flows], words)


def _names_results(sentence: Sentence, results: ResultWordings) -> bool:
    """Tell whether 其他 among the kinds of a sentence is a kind of result."""
    named = [kind for kind in results.kinds if compiled(kind.pattern).search(sentence.text)]
    return any(kind is not results.other for kind in named)
