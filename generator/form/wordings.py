"""The words in which a form's wordings are written down: how offices speak of its figures.

Patterns are regular expressions, written as text. They are read against plain sentences, in which
the year of the report, the last and the next are written as 本年, 上年 and 下年. What a form leaves
out, a pattern or a whole group, is found nowhere.
"""

from typing import Literal, NamedTuple

from generator.form.rules import Regex

Interpretation = tuple[str, ...]
"""Figures and sums of the form whose total a stated number may be."""

Dimension = Literal["flow", "result", "applicant", "review", "document", "count"]
"""What is added up with what: the items of an enumeration are summed within one dimension."""


class Subject(NamedTuple):
    """One thing that offices state numbers of."""

    name: str
    """As messages call it."""
    rule: str
    """The rule that compares it with the tables."""
    pattern: Regex
    """Read against the words before a number, or after it."""
    interpretations: tuple[Interpretation, ...]
    """What the number may be, the usual first; a statement holds when one of them does.

    Empty where offices count it and the form does not.
    """
    dimension: Dimension = "count"
    """What it may be added up with."""
    column: str = ""
    """Of applicants: what the names of the figures end with that are theirs."""
    reason: bool = False
    """Whether it is one of several reasons that a row of the table has together."""
    units: tuple[str, ...] = ()
    """What it is counted in, where that is not what the form's figures are counted in."""
    unless_in_sentence: Regex = ""
    """Words anywhere in its sentence with which something else is counted."""
    tentative: bool = False
    """Whether offices also count it in other ways, so that a difference is only pointed out."""


class ClaimedKind(NamedTuple):
    """One of several things that a claim may be made of."""

    word: str
    """The claim is made of it where this word is among those of the claim."""
    name: str
    """As messages call it."""
    figures: tuple[str, ...]
    """Those that are 0 where the claim is true of it."""


class Claim(NamedTuple):
    """What is said without a number: that some figures are 0."""

    says: str
    """As messages put it; {kinds} stands for the kinds that it names."""
    rule: str
    """The rule that compares it with the tables."""
    pattern: Regex
    """The claim. What a group `what` finds names its kinds; else all the words up to its end do."""
    figures: tuple[str, ...] = ()
    """Those that are 0 where it is true."""
    kinds: tuple[ClaimedKind, ...] = ()
    """Those that it may be made of, with the figures of each."""
    within: Literal["any", "requests", "matter"] = "any"
    """The sentences in which it counts: any, those about requests, also those about the matter."""
    words: tuple[str, ...] = ()
    """One of them is in its sentence; the pattern is tried nowhere else, so mostly nowhere."""
    only_understood: bool = False
    """Whether it counts only where its clause says nothing else, or nothing but known words."""
    only_of_all: bool = False
    """Whether a number before it in its sentence must be of all requests, or it is of a part."""
    unless_in_it: Regex = ""
    """Words within the claim with which it says something else."""
    unless_in_it_with_numbers: Regex = ""
    """The same, where the sentence has numbers."""
    unless_around: Regex = ""
    """Words of its clause, or right after it, with which it says something else."""
    unless_before: Regex = ""
    """Words of its clause and the one before it with which it is made of something else."""
    unless_in_sentence: Regex = ""
    """Words anywhere in its sentence with which it says something else."""


class Stated(NamedTuple):
    """How a report states one of its numbers: the words up to it, where the year goes before."""

    figure: str
    """Name of the figure or sum."""
    words: str
    """新收申请, of 2024年，新收申请38件."""


class DocumentWordings(NamedTuple):
    """Of documents that are made, in force or repealed."""

    nouns: Regex
    """What the documents are called; a number is of those that were named last before it."""
    subjects: tuple[Subject, ...]
    """What is counted of them, in the order in which it is tried; each has a noun in its name."""
    stocktaking: Regex
    """Words that say that the documents are a stock, some of them other organs'."""


class ResultWordings(NamedTuple):
    """Of the ways in which requests are dealt with."""

    kinds: tuple[Subject, ...]
    """In the order in which they are named together in messages."""
    groups: tuple[str, ...]
    """Names of the kinds that have rows of their own under them."""
    rows: tuple[str, ...]
    """Names of the kinds that are such rows: of a row and a group said together, one is meant."""
    other: Subject
    """The kind that is meant by 其他 where other kinds are named beside it."""
    withdrawn: Regex
    """Words for requests taken back, which the form counts under `other`."""


class ApplicantWordings(NamedTuple):
    """Of those who request information."""

    kinds: tuple[Subject, ...]
    """In the order in which they are tried; `natural_persons` and `entities` are among them."""
    natural_persons: Subject
    """All natural persons."""
    entities: Subject
    """All that are no natural persons."""
    entity: Regex
    """The form's own word for an entity."""
    entities_divided: tuple[Regex, ...]
    """Words with which an office divides entities in its own way, where it uses all of them."""
    others: Subject
    """The entities that are none of the form's kinds, where it is the form's division."""
    as_in_the_table: Regex
    """Words of kinds that only the form's own division has."""


class RequestWordings(NamedTuple):
    """Of requests for information, through the year."""

    table: str
    """As messages call the table that counts them."""
    unit: str
    """What they are counted in there."""
    sections: tuple[int, ...]
    """Numbers of the sections in which every sentence is about them."""
    topic: Regex
    """Words that say that requests are meant."""
    named: Regex
    """Words that a clause about all of them has: 所有申请."""
    other_proceedings: Regex
    """Words that say that a sentence that names results is about other proceedings."""
    other_matters: Regex
    """Words that say that something else is counted."""
    of_documents: Regex
    """Words that say that kinds of results are named as attributes of documents."""
    receiving: Regex
    """Verbs for receiving."""
    answering: Regex
    """Verbs for answering."""
    brought_forward: Subject
    """Those of the last year that were not answered in it."""
    newly_received: Subject
    """Those of this year."""
    received: Subject
    """Those newly received, with those brought forward or without."""
    answered: Subject
    """Its first interpretation is the one figure that all results sum to."""
    processed: Subject
    """Those that were worked on, answered or not."""
    carried_forward: Subject
    """Those that were not answered this year."""
    results: ResultWordings
    """What became of them."""
    applicants: ApplicantWordings
    """Whose they are."""
    wholes: tuple[Interpretation, ...]
    """What a percentage of requests may be a percentage of."""
    volume: Regex
    """Words for a number of requests that do not say of which."""
    rate: Regex
    """Rates of requests dealt with, up to their number: 办结率为."""
    rate_of_all: Regex
    """Those of them that are rates of all requests, up to their number."""
    rate_of_others: Regex
    """Words that say that a rate is one of punctuality, or of requests that deserved something."""
    dealt_with: Regex
    """Words that say that a number is of the requests that such a rate counts."""


class ReviewOutcome(NamedTuple):
    """One of the ways in which reviews and suits end, or that they have not ended."""

    name: str
    """As messages call it, after the kind."""
    pattern: Regex
    """Words that name it."""
    ends: tuple[str, ...]
    """What the names of its figures end with, after what those of the kind begin with."""


class ReviewKind(NamedTuple):
    """Reviews, suits, or some of these."""

    name: str
    """As messages call it."""
    pattern: Regex
    """Words that name it."""
    begins: tuple[str, ...]
    """What the names of its figures and sums begin with."""


class ReviewWordings(NamedTuple):
    """Of administrative reviews and suits."""

    rule: str
    """The rule that compares them with the tables."""
    topic: Regex
    """Words that say that reviews or suits are meant."""
    matter: Regex
    """Words that say that the matter of the report is spoken of, so that they are about it."""
    sections: tuple[int, ...]
    """Numbers of the sections in which every sentence speaks of the matter."""
    other_cases: Regex
    """Words that say that they are about something else."""
    parts: Regex
    """Words that make a number of them a part of all that is none of the outcomes."""
    kinds: tuple[ReviewKind, ...]
    """In the order in which they are tried."""
    outcomes: tuple[ReviewOutcome, ...]
    """In the order in which they are tried, those of the tables."""
    all_outcomes: tuple[tuple[str, ...], ...]
    """Ends of what the number of a kind may be: of its total, and of those that have ended."""


class Wordings(NamedTuple):
    """How offices speak of the figures of one form."""

    units: tuple[str, ...] = ()
    """What its figures are counted in, money aside."""
    subjects: tuple[Subject, ...] = ()
    """Plain counted things, in the order in which they are tried."""
    amounts: tuple[Subject, ...] = ()
    """Things that are counted in money."""
    documents: DocumentWordings | None = None
    """Documents of which the form counts those made, in force or repealed."""
    requests: RequestWordings | None = None
    """Requests for information."""
    reviews: ReviewWordings | None = None
    """Administrative reviews and suits."""
    claims: tuple[Claim, ...] = ()
    """What is said without a number; of those that say the same, a sentence makes the first."""
    understood: str = ""
    """Words of what the form counts that leave a number what it is, with spaces between them."""
    uncounted: Regex = ""
    """Words that say that a number is of other things that an organ deals with."""
    published: Regex = ""
    """Words of what is published: of its items none is counted for what it is about."""
    channels: Regex = ""
    """Ways by which something comes in: a number beside one is a part of all."""
    taken_through: Regex = ""
    """Words that begin what is told of one channel: what came in, was answered and was left."""
    predicates: Regex = ""
    """Words at the beginning of what is no further item of an enumeration."""
    not_open_ended: Regex = ""
    """Words that sound as if an enumeration did not name everything, and do not say so."""
    set_phrases: tuple[str, ...] = ()
    """Words without signs that every report has: they are not copied from last year's."""
    set_sentences: Regex = ""
    """Words of sentences that are the same every year."""
    stated: tuple[Stated, ...] = ()
    """The numbers that reports compare with the year before, in the order in which they do."""
