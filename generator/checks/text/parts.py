"""Numbers of a part of all: items of an enumeration, one channel's, another organ's share."""

from generator.checks.text.naming import Named
from generator.checks.text.patterns import compiled
from generator.checks.text.qualifiers import POPULATION, REPRESENTING, WHOLE
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import NEAR, Sentence, words_before
from generator.form.pattern import Pattern
from generator.form.wordings import Wordings

_OUT_OF = Pattern("[中里][，：]")
_ALL_CHANNELS = Pattern(r"(?:线|网)上[、和与及]?(?:线|网)下")
_NAMES = Pattern("[^，。；：]*[、和及与][^，。；：]*$")  # 收件、办结分别为3件和2件
_ENUMERATION = Pattern(r"其中|包括|分别|含")


def is_enumerated(sentence: Sentence, quantity: Quantity, whole: Quantity | None) -> bool:
    """Tell whether a sign of an enumeration stands before a number, in its clause."""
    if whole and _OUT_OF.search(sentence.text[whole.end : quantity.start]):
        return True
    before = words_before(sentence, quantity.start)
    signs = [
        sign
        for sign in _ENUMERATION.finditer(before)
        if not (sign[0] == "分别" and _NAMES.search(before[: sign.start()]))
    ]
    if not signs:
        return False
    opened = before.rfind("（")
    closed = before.rfind("）")
    return not (opened < signs[-1].start() < closed) or signs[0].start() < opened


def is_of_a_part(
    sentence: Sentence, quantity: Quantity, found: Named, wordings: Wordings, *, own: bool
) -> bool:
    """Tell whether a number is of a part of all; `own` says that it is of the organ itself."""
    words = quantity.before
    earlier = words_before(sentence, quantity.start)
    documents = wordings.documents if found.subject.dimension == "document" else None
    population = words if documents or own else earlier
    if POPULATION.search(population) or REPRESENTING.search(sentence.text):
        return True
    if documents and compiled(documents.stocktaking).search(earlier):
        return True
    channels = compiled(wordings.channels).search(_ALL_CHANNELS.sub("", words))
    if channels and not WHOLE.search(words):
        return True
    return "共" not in words and _between_channels(sentence, quantity, wordings)


def _between_channels(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> bool:
    """Tell whether a number is one channel's: the 62 of 受理线上65件，办结62件，受理线下9件."""
    later = sentence.text[quantity.end : quantity.end + NEAR]
    taken_through = compiled(wordings.taken_through)
    return bool(
        taken_through.search(words_before(sentence, quantity.start)) and taken_through.search(later)
    )
