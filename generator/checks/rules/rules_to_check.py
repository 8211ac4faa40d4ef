"""What a rule has to say so that its check can find something, and which rules say too little."""

from collections.abc import Collection, Mapping

from generator.form.chinese import listed
from generator.form.mistakes import Mistake, nearest
from generator.form.rules import Rule
from generator.form.vocabulary import Form

WORDS_DUE: Mapping[str, int] = {
    "what_the_opening_says": 1,
    "notice_cited": 3,
    "sections_named_in_the_opening": 1,
    "topics_of_a_section": 1,
    "problems_and_remedies": 2,
    "matters_of_a_section": 1,
    "more_left_than_there_was": 1,
    "case_in_the_wrong_column": 1,
}
"""How many words, at least, a rule brings for a check that looks for them."""

_NO_MORE_WORDS = frozenset(
    {
        *("notice_cited", "problems_and_remedies"),
        *("more_left_than_there_was", "case_in_the_wrong_column"),
    }
)
"""The checks each of whose words has a meaning of its own, so that there are no more."""

_NAMES_ALONE = frozenset({"more_left_than_there_was", "case_in_the_wrong_column"})
"""The checks that want the names of their words, and no patterns."""

_A_PART, _A_TABLE, _TIES = "部分", "表", "勾稽关系"
LOOKING: Mapping[str, str] = {
    "topics_of_a_section": _A_PART,
    "matters_of_a_section": _A_PART,
    "problems_and_remedies": _A_PART,
    "same_problems": _A_PART,
    "nothing_but_zeros": _A_TABLE,
    "more_left_than_there_was": _TIES,
    "case_in_the_wrong_column": _TIES,
}
"""The checks that look at nothing but what the rule says, and what that is."""


def mistakes_in_rules(form: Form, checks: Collection[str]) -> list[Mistake]:
    """Return what is wrong with rules that none of some checks can find."""
    return [
        Mistake(("rules", at), said)
        for at, rule in enumerate(form.rules)
        if rule.check and (said := _why_not(rule, form, checks))
    ]


def _why_not(rule: Rule, form: Form, checks: Collection[str]) -> str:
    if rule.check not in checks:
        said = f"规则 {rule.id} 的 check 没有“{rule.check}”这一种{nearest(rule.check, checks)}"
        return f"{said}（全部列出：make-report form rules）"
    given, due = len(rule.words), WORDS_DUE.get(rule.check, 0)
    if given < due or (given > due and rule.check in _NO_MORE_WORDS):
        least = "要" if rule.check in _NO_MORE_WORDS else "至少要"
        return f"规则 {rule.id} 的 words 有 {given} 项，{rule.check} {least} {due} 项"
    for words in rule.words:
        if not (words.pattern or rule.check in _NAMES_ALONE):
            return f"规则 {rule.id} 的 words 里，“{words.name}”没有写 pattern"
    if kind := LOOKING.get(rule.check):
        known = _that_may_be_looked_at(form)[kind]
        others = set().union(*_that_may_be_looked_at(form).values()) - known
        if not rule.looks_at or {*rule.looks_at} <= others:  # what is nothing is told elsewhere
            named = f"写的是“{listed(rule.looks_at)}”" if rule.looks_at else "没有写"
            near = nearest(rule.looks_at[0] if rule.looks_at else "", known)
            return f"规则 {rule.id} 的 looks_at 要写看哪个{kind}，{named}{near}"
    return ""


def _that_may_be_looked_at(form: Form) -> dict[str, set[str]]:
    return {
        _A_PART: {part.name for part in form.parts},
        _A_TABLE: {table.title for table in form.tables},
        _TIES: {tie.rule for tie in form.ties},
    }
