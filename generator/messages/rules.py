"""The rules explained: what is checked, why, and what follows."""

import json
import re
from collections.abc import Container, Iterable, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.form.rules_of_any_form import rule_by_id
from generator.form.vocabulary import Form
from generator.model.finding import Refusal
from generator.model.local_rules_in_force import GROUP

_SCHEMA = 1
_ID = re.compile(r"[A-Z]+\d+(?:-\d\d)?(?![0-9A-F])")


def rules_named(typed: Iterable[str], form: Form) -> list[Rule]:
    """Return the rules of a form with these ids, or with the keys of findings.

    Raise Refusal, naming the nearest, where there is none of that id.
    """
    known = rule_by_id(form.rules)
    found: dict[str, Rule] = {}
    for word in typed:
        wanted = _wanted(word, known)
        if wanted not in known:
            near = get_close_matches(wanted, known, n=3, cutoff=0.3)
            hint = f"，是不是 {listed(near)}？" if near else "。"
            of_a_place = wanted.startswith(GROUP[0])
            local = "本地规则请用 --workbook 写明是哪份工作簿的。" if of_a_place else ""
            raise Refusal(
                f"没有编号为“{word}”的规则{hint}{local}输入 make-report explain 看全部规则。"
            )
        found[wanted] = known[wanted]
    return list(found.values())


def knows(form: Form, typed: Iterable[str]) -> bool:
    """Tell whether a form has all the rules with these ids, or with the keys of findings."""
    known = rule_by_id(form.rules)
    return all(_wanted(word, known) in known for word in typed)


def _wanted(word: str, known: Container[str]) -> str:
    plain = word.strip(" 〔〕[]【】").upper()
    shape = _ID.match(plain)
    return plain if plain in known else shape[0] if shape else plain


def spoken_rules_of(forms: Iterable[Form], typed: Sequence[str]) -> str:
    """Return all there is to say about some rules, for each form in which they are others."""
    said: dict[str, str] = {}
    for form in forms:
        said.setdefault(spoken_rules(rules_named(typed, form)), form.name)
    if len(said) == 1:
        return next(iter(said))
    return "\n\n".join(f"{rules}\n  表式：{name}" for rules, name in said.items())


def spoken_rules(rules: Iterable[Rule]) -> str:
    """Return all there is to say about some rules."""
    return "\n\n".join(
        f"{rule.id}　{rule.title}\n"
        f"  级别：{_severity(rule)}\n"
        f"  依据：{rule.basis}\n"
        f"  说明：{rule.explanation}"
        for rule in rules
    )


def spoken_catalogue(form: Form) -> str:
    """Return a list of all rules of a form, by what they are about."""
    rules = form.rules
    lines = [f"共 {len(rules)} 条规则。某一条的依据和说明：make-report explain {rules[0].id}"]
    for group, members in _by_group(form):
        lines += ["", group]
        lines += [f"  {rule.id:<6}{rule.title}（{_severity(rule)}）" for rule in members]
    return "\n".join(lines)


def rules_as_json(rules: Iterable[Rule], form: Form) -> str:
    """Return some rules of a form for programs."""
    records: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "title": rule.title,
            "part": _group(rule, form),
            "severity": rule.severity.value,
            "holds_back": rule.holds_back,
            "basis": rule.basis,
            "explanation": rule.explanation,
        }
        for rule in rules
    ]
    return json.dumps({"schema": _SCHEMA, "rules": records}, ensure_ascii=False, indent=2)


def _severity(rule: Rule) -> str:
    return f"{rule.severity}，必须改正" if rule.holds_back else rule.severity.value


def _by_group(form: Form) -> list[tuple[str, list[Rule]]]:
    def group(rule: Rule) -> str:
        return _group(rule, form)

    names = list(dict.fromkeys([*(name for _, name in form.rule_groups), *map(group, form.rules)]))
    ordered = sorted(form.rules, key=lambda rule: (names.index(group(rule)), rule.id))
    return [(name, list(members)) for name, members in groupby(ordered, group)]


def _group(rule: Rule, form: Form) -> str:
    """Return what a rule is about: the longest beginning of its id tells."""
    fitting = [group for group in form.rule_groups if rule.id.startswith(group[0])]
    return max(fitting, key=lambda group: len(group[0]))[1] if fitting else rule.id
