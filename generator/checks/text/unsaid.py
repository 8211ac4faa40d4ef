"""What a number counts where its own words leave that to the words before it."""

from itertools import chain

from generator.checks.text.lexicon import BECAME, FROM
from generator.checks.text.naming import Named, named, subject_in
from generator.checks.text.patterns import first_named
from generator.checks.text.quantities import MONEY, Quantity
from generator.checks.text.scope import Reader
from generator.checks.text.sentences import Sentence, words_before
from generator.form.pattern import Pattern

_FROM, _BECAME = Pattern(FROM), Pattern(BECAME)
_EACH = "分别"
_RESPECTIVELY = Pattern(rf"(?P<names>[^，。；：（）]*){_EACH}(?P<verb>[^，。；：（）]{{0,8}})")
_BETWEEN_NAMES = Pattern("[、和及与]")
_NOTHING_BETWEEN = ("", "和", "及", "与", "以及")
_IN_A_LIST = Pattern(r"[^，；：。（）、]{0,8}[、，及和与]")
_OF_MONEY = Pattern(r"收|征|费|金额|缴|入库")
_LONGEST_VERB, _A_NOUN = 24, 3  # characters
_ONLY_A_TIME = Pattern(
    r"(?:而|则)?(?:上一?|去|前一|本|今)年度?(?:同期)?的?(?:为|是|有|共|仅|的|计)*"
)
_AROUND_A_NAME = Pattern(
    r"^(?:其中|而|包括|含)+|(?:的|有|为|共|是|作出|实施|办理|收到|受理|收取|制发|答复|办结)+$"
)


def became(one: Quantity, other: Quantity) -> bool:
    """Tell whether one number became the other: 由4件降至3件."""
    alike = one.unit == other.unit
    return bool(alike and _FROM.search(one.before) and _BECAME.search(other.before))


def named_before_from(sentence: Sentence, one: Quantity, reader: Reader) -> Named | None:
    """Return what is counted by the first of two numbers of which one became the other."""
    words = _FROM.sub("", one.before)
    found = named(sentence, one, reader.form.wordings, words)
    if found or one.unit not in reader.form.wordings.units:
        return found
    subject = subject_in(sentence, words, one.start, reader.form.wordings)
    return Named(subject, words) if subject else None


def after_the_verb_of_a_list(
    sentence: Sentence, quantity: Quantity, first: tuple[Quantity, str], reader: Reader
) -> Named | None:
    """Return what an item counts whose verb stands before the first item: 作出许可1件、处罚2件."""
    before, words = first
    between = sentence.text[before.end : quantity.start - len(quantity.before)]
    if quantity.unit in MONEY or not quantity.before or not _IN_A_LIST.fullmatch(between or "、"):
        return None
    longest = min(len(words), _LONGEST_VERB)
    begun = (words[:length] + quantity.before for length in range(longest, 1, -1))
    ended = (quantity.before + words[-length:] for length in range(2, min(longest, _A_NOUN) + 1))
    for said in chain(begun, ended):  # 作出许可1件、处罚2件, and 许可决定1件、处罚2件
        found = named(sentence, quantity, reader.form.wordings, said)
        if found and found.subject.dimension in ("count", "document"):
            return found
    return None


def named_respectively(sentence: Sentence, quantity: Quantity, reader: Reader) -> Named | None:
    """Return what one of several numbers counts that are named before: 收件、办结分别为3件和2件."""
    if _EACH not in sentence.text:
        return None
    numbers = sentence.quantities
    at = numbers.index(quantity)
    first = at
    while first and numbers[first].before in _NOTHING_BETWEEN:
        first -= 1
    last = at + 1
    while last < len(numbers) and numbers[last].before in _NOTHING_BETWEEN:
        last += 1
    listed = _RESPECTIVELY.fullmatch(numbers[first].before)
    names = _BETWEEN_NAMES.split(listed["names"]) if listed else []
    if listed is None or len(names) != last - first or len(names) == 1:
        return None
    words = names[at - first] + listed["verb"]
    return named(sentence, quantity, reader.form.wordings, words)


def verbs_of_a_list(
    sentence: Sentence,
    quantity: Quantity,
    last: tuple[Quantity, str] | None,
    before: Quantity | None,
) -> str:
    """Return the words that the last item of a list goes on from; empty where it goes on nowhere.

    作出许可决定1件、处罚决定2件、强制措施3件: the third item has the verb of the first.
    """
    if before is None or last is None or last[0] is not before:
        return ""
    return last[1] if sentence.text[before.end : quantity.start] == f"、{quantity.before}" else ""


def only_says_when(quantity: Quantity) -> bool:
    """Tell whether the words of a number say nothing but when it was: 2024年3件."""
    return bool(_ONLY_A_TIME.fullmatch(quantity.before)) and not quantity.after


def only_says_whose(quantity: Quantity, reader: Reader) -> bool:
    """Tell whether the words of a number say nothing but that it is the organ's: 其中本局66件."""
    words = _AROUND_A_NAME.sub("", quantity.before)
    return bool(words) and reader.is_one("the organ", words) and not quantity.after


def amount_named_before(sentence: Sentence, quantity: Quantity, reader: Reader) -> Named | None:
    """Return the amount of money that was named earlier: 减免收费3万元，实际收取12万元."""
    if quantity.unit not in MONEY or not _OF_MONEY.search(quantity.before):
        return None
    earlier = words_before(sentence, quantity.start).removesuffix(quantity.before)
    amount = first_named(reader.form.wordings.amounts, earlier)
    return Named(amount, quantity.before) if amount else None
