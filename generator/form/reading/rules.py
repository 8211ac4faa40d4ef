"""The rules of a form: its own, and those of any form that it says apply to it."""

import re

from generator.form.mistakes import Steps, nearest
from generator.form.reading.typed import Reader
from generator.form.rules import Rule
from generator.form.rules_of_any_form import RULES_OF_ANY_FORM

_GENERAL = "general"
_OF_A_PLACE = re.compile(r"L\d")


def read_rules(value: object, reader: Reader) -> tuple[Rule, ...]:
    """Return the rules in the order of checking: a table is one rule, or names general ones."""
    found: list[Rule] = []
    for at, item in enumerate(reader.items(value, ("rules",))):
        steps: Steps = ("rules", at)
        said = reader.table(item, steps)
        if _GENERAL in said:
            reader.known_keys(said, (_GENERAL,), steps)
            rules = _general(said[_GENERAL], (*steps, _GENERAL), reader)
        else:
            rules = [reader.read(Rule, said, steps)]
            if _OF_A_PLACE.match(rules[0].id):
                reader.tell((*steps, "id"), "L 加数字是『本地规则』的编号，请换别的字母")
        for rule in rules:
            reader.origins["rules", len(found)] = steps
            found.append(rule)
    return tuple(found)


def _general(value: object, steps: Steps, reader: Reader) -> list[Rule]:
    found: list[Rule] = []
    for at, name in enumerate(reader.read(tuple[str, ...], value, steps)):
        if name in RULES_OF_ANY_FORM:
            found += RULES_OF_ANY_FORM[name]
        else:
            near = nearest(name, list(RULES_OF_ANY_FORM))
            reader.tell((*steps, at), f"没有通用规则“{name}”{near}")
    return found
