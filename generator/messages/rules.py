"""The rules explained: what is checked, why, and what follows."""

import json
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from generator.checks.case import Rule
from generator.checks.rules import RULES
from generator.form.chinese import listed
from generator.model.finding import Refusal

_SCHEMA = 1
_ID = re.compile(r"[A-Z]+\d+(?:-\d\d)?(?![0-9A-F])")
_PARTS = {
    "R": "读取工作簿",
    "N": "正文里的引用",
    "T0": "三张表",
    "T2": "表二（主动公开）",
    "T3": "表三（申请办理）",
    "T4": "表四（复议诉讼）",
    "S": "结构",
    "X": "文字与表格是否一致",
    "Y": "与上年报告对照",
    "D": "日期",
    "P": "隐私",
    "W": "文字",
}


def rules_named(typed: Iterable[str], rules: Sequence[Rule] = RULES) -> list[Rule]:
    """Return the rules with these ids, or with the keys of findings.

    Raise Refusal, naming the nearest, where there is none of that id.
    """
    known = {rule.id: rule for rule in rules}
    found: dict[str, Rule] = {}
    for word in typed:
        plain = word.strip(" 〔〕[]【】").upper()
        shape = _ID.match(plain)
        wanted = plain if plain in known else shape[0] if shape else plain
        if wanted not in known:
            near = get_close_matches(wanted, known, n=3, cutoff=0.3)
            hint = f"，是不是 {listed(near)}？" if near else "。"
            raise Refusal(f"没有编号为“{word}”的规则{hint}输入 make-report explain 看全部规则。")
        found[wanted] = known[wanted]
    return list(found.values())


def spoken_rules(rules: Iterable[Rule]) -> str:
    """Return all there is to say about some rules."""
    return "\n\n".join(
        f"{rule.id}　{rule.title}\n"
        f"  级别：{_severity(rule)}\n"
        f"  依据：{rule.basis}\n"
        f"  说明：{rule.explanation}"
        for rule in rules
    )


def spoken_catalogue(rules: Sequence[Rule] = RULES) -> str:
    """Return a list of all rules, by what they are about."""
    lines = [f"共 {len(rules)} 条规则。某一条的依据和说明：make-report explain {rules[0].id}"]
    for part, members in _by_part(rules):
        lines += ["", part]
        lines += [f"  {rule.id:<6}{rule.title}（{_severity(rule)}）" for rule in members]
    return "\n".join(lines)


def rules_as_json(rules: Iterable[Rule] = RULES) -> str:
    """Return the same for programs."""
    records: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "title": rule.title,
            "part": _part(rule),
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


def _by_part(rules: Sequence[Rule]) -> list[tuple[str, list[Rule]]]:
    parts = list(dict.fromkeys([*_PARTS.values(), *map(_part, rules)]))
    ordered = sorted(rules, key=lambda rule: (parts.index(_part(rule)), rule.id))
    return [(part, list(members)) for part, members in groupby(ordered, _part)]


def _part(rule: Rule) -> str:
    letters = re.match(r"T\d|[A-Z]+", rule.id)
    start = letters[0] if letters else rule.id
    return _PARTS.get(start, start)
