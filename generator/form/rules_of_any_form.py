"""The rules that a form may say apply to it: by their ids, or a whole family by its name."""

from collections.abc import Iterable

from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.collecting_rules import COLLECTING_RULES
from generator.form.exhibit_rules import EXHIBIT_RULES
from generator.form.general_rules import GENERAL_RULES
from generator.form.importing_rules import IMPORTING_RULES
from generator.form.rules import Rule

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "导入": IMPORTING_RULES,
    "图表": EXHIBIT_RULES,
    "汇总": COLLECTING_RULES,
    "各单位之间": ACROSS_UNITS_RULES,
}
"""Rules that belong together, in the order of checking."""

RULES_OF_ANY_FORM: dict[str, tuple[Rule, ...]] = {
    **{name: (rule,) for name, rule in GENERAL_RULES.items()},
    **{rule.id: (rule,) for family in FAMILIES.values() for rule in family},
    **FAMILIES,
}
"""What may stand under `general` in the rules of a form."""


def rule_by_id(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Return rules by their ids, with those beside them that any form has.

    What is found while a file is read is told whether or not a form says that the rule applies.
    """
    of_any = {name: given[0] for name, given in RULES_OF_ANY_FORM.items() if len(given) == 1}
    return of_any | {rule.id: rule for rule in rules}
