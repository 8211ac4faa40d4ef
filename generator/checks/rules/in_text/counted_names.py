"""点数的列举: 6家单位（…） has six names."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import chinese_value
from generator.checks.text.sentences import Sentence
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice

_NAMES_AFTER = Pattern(
    r"(?<!\d)(?P<count>\d{1,4}|[一二两三四五六七八九十]{1,3})(?P<unit>家|个|大|项|类|所|种)"
    r"(?P<noun>[^，。；：、（）\d]{1,12}(?:（[^（）、]*）[^，。；：、（）\d]{0,10})?)（(?P<names>[^（）]*(?:（[^（）]*）[^（）]*)*)）"
)
_NAMES_BEFORE = Pattern(
    r"(?P<names>(?:[^，。；：、（）“”\d]{3,12}、){1,12}[^，。；：、（）“”\d]{3,12}?)"
    r"(?P<count>\d+|[二两三四五六七八九十])(?P<unit>个|大|项|类)(?P<noun>板块|栏目|专栏|模块|领域|方面|类别|目录|平台|专题)"
)
_NOT_ALL = Pattern(r"等|如|其中|含|包括|除|以及其|不含|见|详|以下|简称|\d[件条个项次家份]")
_NOT_NAMES = Pattern(r"工作日|百分点|月|小时|年度|季度")
_A_LIST, _SHORT, _ALIKE = 2, 2, 2


def counted_names(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find names that are not as many as it says: 6家（…） has six."""
    for sentence in case.sentences:
        if sentence.line.source.part == case.form.parts[0].name:
            continue  # what it counts are the sections, which have a rule of their own
        for found in _NAMES_AFTER.finditer(sentence.text):
            names = [
                name for name in re.split("[、，；]", _without_brackets(found["names"])) if name
            ]
            if _NOT_NAMES.match(found["noun"]) or min(map(len, names), default=0) <= _SHORT:
                continue
            yield from _miscounted(rule, sentence, found, names)
        for found in _NAMES_BEFORE.finditer(sentence.text):
            names = found["names"].split("、")
            lengths = [len(name) for name in names[1:]]
            if max(lengths) - min(lengths) <= _ALIKE and len(names[0]) >= min(lengths):
                yield from _miscounted(rule, sentence, found, names)


def _miscounted(
    rule: Rule, sentence: Sentence, found: re.Match[str], names: list[str]
) -> Iterator[Finding]:
    said = found["count"]
    count = int(said) if said.isdecimal() else chinese_value(said)
    joined = sum(len(re.findall("和|及|与", name)) for name in names)
    if len(names) < _A_LIST or _NOT_ALL.search(_without_brackets(found["names"])):
        return
    if not len(names) <= count <= len(names) + joined:
        yield notice(
            rule.id,
            sentence.place,
            f"写的是 {found['count']} {found['unit']}{found['noun']}，列出的是 {len(names)} 个",
            "请核对个数和名称；没有列全的，请写明“等”",
            quote=clip(sentence.quote, around=found["noun"]),
            about=f"{found['unit']}{found['noun']}",
            expected=Decimal(count),
            found=Decimal(len(names)),
        )


def _without_brackets(names: str) -> str:
    return re.sub(r"（[^（）]*）", "", names)
