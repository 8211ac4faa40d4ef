"""Findings, which are shown, and refusals, which stop an action."""

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.form.rules import Severity as Severity  # every finding has one
from generator.model.one_line import lines_said, on_one_line
from generator.model.report import Place, Verification

_KEY_DIGITS = 6


class Finding(NamedTuple):
    """Something a person should know about a report."""

    rule: str
    """Stable id of the rule, such as T3-01."""
    severity: Severity
    place: Place
    message: str
    """What was expected and what was found, in plain Chinese."""
    advice: str
    """What to do."""
    holds_back: bool = False
    """Whether the final document is not written while this stands."""
    expected: Decimal | None = None
    found: Decimal | None = None
    quote: str = ""
    """The words of the report that it is about."""
    about: str = ""
    """What it is about, wherever that stands; the message where that says no place."""
    verified: Verification | None = None
    """Who looked at it and found the report right."""

    @property
    def key(self) -> str:
        """Know it again: its rule, what it is about and the values concerned, but no place."""
        known_by = (self.about or self.message, self.quote, self.expected, self.found)
        said = "\n".join(map(str, known_by)).encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(said).hexdigest()
        return f"{self.rule}-{digest[:_KEY_DIGITS].upper()}"

    @property
    def settled(self) -> bool:
        """Whether a person's word is enough: never for what holds back or was not checked."""
        may_be = not self.holds_back and self.severity != Severity.UNCHECKED
        return may_be and self.verified is not None

    @property
    def stands_as_wrong(self) -> bool:
        """Whether it is an error that nobody has verified."""
        return self.severity == Severity.ERROR and not self.settled

    @property
    def difference(self) -> Decimal | None:
        """Found minus expected, where both are numbers."""
        if self.expected is None or self.found is None:
            return None
        return self.found - self.expected

    def __str__(self) -> str:
        return f"{self.place}：{self.message}。{self.advice}。"


def _finding(
    severity: Severity,
    rule: str,
    place: Place,
    message: str,
    advice: str,
    *,
    quote: str = "",
    about: str = "",
    expected: Decimal | None = None,
    found: Decimal | None = None,
) -> Finding:
    """Return a finding that holds nothing back."""
    return Finding(
        rule,
        severity,
        place,
        message,
        advice,
        expected=expected,
        found=found,
        quote=quote,
        about=about,
    )


wrong = partial(_finding, Severity.ERROR)
"""Returns an error in the wording, which people decide on."""

notice = partial(_finding, Severity.NOTICE)
"""Returns something to look at."""


def unchecked(rule: str, place: Place, message: str, advice: str, *, quote: str = "") -> Finding:
    """Say that a rule could not be checked."""
    return Finding(rule, Severity.UNCHECKED, place, message, advice, quote=quote)


def held_back(rule: str, place: Place, message: str, advice: str, *, about: str = "") -> Finding:
    """Return an error for which the final document is not written."""
    return Finding(rule, Severity.ERROR, place, message, advice, holds_back=True, about=about)


class Refusal(Exception):  # noqa: N818 - it is a refusal, not a programming error
    """A file or a command that cannot be used; its text is a Chinese sentence for the user."""

    def __init__(self, sentence: str) -> None:
        super().__init__(on_one_line(sentence))


class TemplateRefusal(Refusal):
    """A template that cannot be used, with everything that is wrong with it."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        self.problems = list(problems)
        said = [f"模板 {name} 不能用，请在 Word 里改正：", *(f"  {each}" for each in problems)]
        Exception.__init__(self, lines_said(said))
