"""The words in which a form writes down its rules: what is checked, why, and by which check.

A rule is data. How its check looks for what is wrong stands in `generator/checks/rules/`.
"""

from enum import StrEnum
from typing import Annotated, NamedTuple

Regex = Annotated[str, "regular expression"]
"""A regular expression, written as text. A form may write its alternatives as a list."""


class Severity(StrEnum):
    """错误: the report is wrong. 提示: look at this, it may be right.

    无法核对: what a check needs, such as last year's report, is not there.
    """

    ERROR = "错误"
    NOTICE = "提示"
    UNCHECKED = "无法核对"


TIES_WITHIN, TIES_ACROSS_YEARS = "ties_within_the_report", "ties_across_years"
"""The checks of the rules whose ties are checked: those of one report, those of two."""


class Words(NamedTuple):
    """Something that a check looks for in the text."""

    name: str
    """As messages call it."""
    pattern: Regex = ""
    """A regular expression, read against plain text; empty where only the name is wanted."""
    advice: str = ""
    """What to do where it is missing, or where it should not be; empty: as the check has it."""


class Rule(NamedTuple):
    """One rule of a form, and all there is to say about it."""

    id: str
    """Stable, so that people can refer to it: it is in the key of every finding."""
    title: str
    """What is right, in a few words."""
    severity: Severity
    """That of its gravest findings."""
    basis: str
    """The clause that demands it, or the reason for it."""
    explanation: str
    """What is compared with what, and what is not reported."""
    check: str = ""
    """Name of the check that finds it; empty where it is found while a file is read."""
    holds_back: bool = False
    """Whether its gravest findings hold the document back."""
    looks_at: tuple[str, ...] = ()
    """The parts, tables (by title) or ties (by rule) of the form that its check looks at."""
    words: tuple[Words, ...] = ()
    """What its check looks for, in the order that the check says."""
    advice: str = ""
    """What to do, where that depends on the form and not on the words."""
    beside_text: bool = False
    """Whether it also looks at the cells of further tables and at alternative texts."""
    of_any_text: bool = False
    """Whether it also tells of text that is still last year's and marked so."""
