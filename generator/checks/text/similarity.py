"""How much of a text stands word for word in another: runs of characters that both have.

What every report may say in the same words is left out first: names of laws and documents, the
organ's name, set phrases, sentences that only state figures, or that are the same every year as the
form has it. Any year counts as the same year.
"""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from generator.checks.text.patterns import compiled
from generator.form.pattern import Pattern
from generator.form.wordings import Wordings

RUN = 10
"""Characters in a row that count as copied; a shorter agreement is chance or custom."""

_YEAR = Pattern(r"(?:19|20)\d\d\s*年?|[二一][〇零○一二三四五六七八九]{3}\s*年")
DOCUMENT = Pattern(r"《[^》]*》|〔\d+〕\d*号?|\([^()]*(?:简称|号)[^()]*\)")
SENTENCE = Pattern(r"[^。！？；!?;\n]*[。！？；!?;\n]?")
_NUMBER = Pattern(r"\d+(?:\.\d+)?")
_STATISTICS = 3  # numbers in a sentence that does nothing but state them
_NO_WORD = Pattern(r"[\W_]+")
_CUT = "\n"

SET_PHRASES = (
    "习近平新时代中国特色社会主义思想",
    "深入学习贯彻党的二十大精神",
    "二十届三中全会精神",
    "二十届二中全会精神",
    "党中央国务院决策部署",
    "国务院办公厅",
)
"""Those of any report of an organ; a form has its own beside them."""


class Shared(NamedTuple):
    """What two texts have in common."""

    copied: int
    """Characters that stand in runs that the other text has too."""
    compared: int
    """Characters that were compared: those that are neither set phrase nor sign."""

    @property
    def share(self) -> float:
        """Copied part of what was compared, 0 to 1."""
        return self.copied / self.compared if self.compared else 0.0


def bare(text: str, wordings: Wordings, names: Iterable[str] = ()) -> str:
    """Return the words of a text, cut where a set phrase or one of the names was taken out."""
    said_every_year = compiled(wordings.set_sentences)
    sentences = (
        sentence
        for sentence in SENTENCE.findall(text)
        if not said_every_year.search(sentence) and not only_states_figures(sentence)
    )
    plain = DOCUMENT.sub(_CUT, unicodedata.normalize("NFKC", "".join(sentences)))
    plain = _YEAR.sub("年", plain)
    plain = _CUT.join(_NO_WORD.sub("", piece) for piece in plain.split(_CUT))
    for phrase in (*names, *SET_PHRASES, *wordings.set_phrases):
        plain = plain.replace(phrase, _CUT) if phrase else plain
    return plain


def words(text: str) -> str:
    """Return the words of a text without signs, any year the same, nothing else left out."""
    return _NO_WORD.sub("", _YEAR.sub("年", unicodedata.normalize("NFKC", text)))


def only_states_figures(sentence: str) -> bool:
    """Tell whether a sentence does nothing but state numbers."""
    numbers = _NUMBER.findall(_YEAR.sub("", unicodedata.normalize("NFKC", sentence)))
    return len(numbers) >= _STATISTICS


def runs(text: str) -> set[str]:
    """Return every run of characters of a bare text."""
    return {
        piece[start : start + RUN]
        for piece in text.split(_CUT)
        for start in range(len(piece) - RUN + 1)
    }


def shared(text: str, others: set[str]) -> Shared:
    """Compare a bare text with the runs of another."""
    copied = compared = 0
    for piece in text.split(_CUT):
        covered = [False] * len(piece)
        for start in range(len(piece) - RUN + 1):
            if piece[start : start + RUN] in others:
                covered[start : start + RUN] = [True] * RUN
        copied += sum(covered)
        compared += len(piece)
    return Shared(copied, compared)
