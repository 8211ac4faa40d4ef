"""Compares what the rules find in a report with what people found in it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.finding import Finding, Severity
from generator.model.report import Report

_LEAST_SHARED = 4
_SHORTEST = 2
_QUOTED = re.compile(r"『([^』]+)』|“([^”]{2,})”")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_APART = re.compile(r"[／…⏎\n]+")
_SENTENCES = re.compile(r"[^。！？；\n]*[。！？；\n]?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ABOUT_NUMBERS = ("X", "D", "P")
_BLANK = {"T3": "T3-05", "T4": "T4-04"}
_TITLE, _LABELS = "S01", "S15"
_SAME_KIND = {"W02": ("W01",)}
"""People call a word written twice in one sentence by the rule of texts pasted twice, too."""


@dataclass(frozen=True)
class Known:
    """A violation that people found, or something that must not be flagged."""

    rule: str
    severity: str
    where: str
    quote: str
    detail: str
    also_right: tuple[str, ...]
    rule_checked: str
    numbers: frozenset[str]
    """Numbers that it is about."""

    @property
    def wrong(self) -> bool:
        """Whether it is an 错误."""
        return self.severity == Severity.ERROR

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules by which it may be found."""
        return (self.rule, *_SAME_KIND.get(self.rule, ()), *self.also_right)

    @property
    def texts(self) -> list[str]:
        """The words of the report that it is about."""
        quoted = [one or other for one, other in _QUOTED.findall(self.detail)]
        return [piece for text in (self.quote, *quoted) for piece in _APART.split(text) if piece]

    def __str__(self) -> str:
        quote = f" 『{self.quote}』" if self.quote else ""
        return f"[{self.rule}] {self.severity} {self.where}：{self.detail}{quote}"


@dataclass(frozen=True)
class Compared:
    """What came of one report."""

    file: str
    found: list[tuple[Known, Finding]]
    missed: list[Known]
    not_in_the_data: list[Known]
    """What people saw in the original, of which the example does not tell."""
    false: list[Finding]
    flagged: list[tuple[Known, Finding]]
    """What must not be flagged, and the finding that does."""
    unchecked: list[Finding]
    known: Sequence[Known]


def known_violations(given: Mapping[str, Any]) -> list[Known]:
    """Read what people found, without what lies outside the catalogue."""
    return [
        _known(record)
        for record in given.get("known_violations") or ()
        if record.get("in_catalogue", True)
    ]


def _known(record: Mapping[str, Any]) -> Known:
    quote, detail = record.get("quote") or "", record.get("detail") or ""
    stated = [record.get("expected"), record.get("actual")]
    flat = [part for value in stated for part in (value if isinstance(value, list) else [value])]
    numbers = _numbers(" ".join(str(part) for part in flat if part is not None))
    return Known(
        rule=record.get("rule", ""),
        severity=record.get("severity", ""),
        where=record.get("where") or "",
        quote=quote,
        detail=detail,
        also_right=tuple(record.get("also_right") or ()),
        rule_checked=record.get("rule_checked") or "",
        numbers=numbers or _numbers(f"{quote} {detail}"),
    )


def compare(report: Report, known: Sequence[Known], findings: Sequence[Finding]) -> Compared:
    """Tell what was found, what was missed and what is a false alarm."""
    due = [item for item in known if item.rule != "FP" and _decidable(item, report)]
    certain = [found for found in findings if found.severity != Severity.UNCHECKED]
    unchecked = [found for found in findings if found.severity == Severity.UNCHECKED]
    pairs = _matched(due, certain)
    left = [item for item in due if item not in [one for one, _ in pairs]]
    unsure = _matched(left, unchecked)
    matched = [finding for _, finding in pairs]
    others = [found for found in certain if not _among(found, matched)]
    false = [
        found
        for found in others
        if not _beside(found, matched, report) and not _follows(found, due, report)
    ]
    allowed = [item for item in known if item.rule == "FP"]
    return Compared(
        file=report.file,
        found=pairs + unsure,
        missed=[item for item in left if item not in [one for one, _ in unsure]],
        not_in_the_data=[
            item for item in known if item.rule != "FP" and not _decidable(item, report)
        ],
        false=false,
        flagged=[(item, found) for item in allowed for found in false if _flags(item, found)],
        unchecked=[found for found in unchecked if not _among(found, [two for _, two in unsure])],
        known=known,
    )


def overlap(known: Known, finding: Finding) -> int:
    """Tell how much a finding speaks of what people found: 0 where not at all."""
    said = _plain(f"{finding.quote}\n{finding.message}\n{finding.place.spot}")
    texts = [*known.texts, known.detail]
    shared = max(_longest_shared(_plain(text), said) for text in texts)
    numbers = known.numbers & _numbers_of(finding)
    telling = [number for number in numbers if len(number) > 1]
    same = len(telling) * 2 + (len(numbers) >= min(2, len(known.numbers)) > 0)
    return (shared if shared >= _LEAST_SHARED else 0) + same + _holds_short(known, finding)


def _holds_short(known: Known, finding: Finding) -> bool:
    """Tell whether a quote too short to share much, such as (一), stands in what people found."""
    quote = _plain(finding.quote)
    short = len(_CHINESE.findall(quote)) < _LEAST_SHARED and len(quote) >= _SHORTEST
    return short and any(quote in _plain(text) for text in known.texts)


def shared_words(known: Known, finding: Finding) -> bool:
    """Tell whether a finding of another rule is about the same words."""
    said = _plain(finding.quote)
    return bool(said) and any(
        _longest_shared(_plain(text), said) >= min(_LEAST_SHARED, len(said)) for text in known.texts
    )


def _matched(known: Sequence[Known], findings: Sequence[Finding]) -> list[tuple[Known, Finding]]:
    """Pair as many as possible, each once, a rule of its own and the most words in common first."""
    candidates = {
        at: sorted(
            (index for index, found in enumerate(findings) if _meets(item, found, known, findings)),
            key=lambda index, item=item: (  # type: ignore[misc]
                findings[index].rule != item.rule,
                -overlap(item, findings[index]),
            ),
        )
        for at, item in enumerate(known)
    }
    taken: dict[int, int] = {}

    def place(at: int, tried: set[int]) -> bool:
        for index in candidates[at]:
            if index not in tried:
                tried.add(index)
                if index not in taken or place(taken[index], tried):
                    taken[index] = at
                    return True
        return False

    best = {
        at: overlap(known[at], findings[candidates[at][0]]) for at in candidates if candidates[at]
    }
    for at in sorted(best, key=lambda at: -best[at]):
        place(at, set())
    return [(known[at], findings[index]) for index, at in sorted(taken.items(), key=lambda x: x[1])]


def _meets(
    item: Known, finding: Finding, known: Sequence[Known], findings: Sequence[Finding]
) -> bool:
    if finding.rule not in item.rules:
        return False
    alone = sum(set(other.rules) & set(item.rules) != set() for other in known) == 1
    if alone and sum(found.rule in item.rules for found in findings) == 1:
        return True
    return (not item.texts and not item.numbers) or overlap(item, finding) > 0


def _decidable(item: Known, report: Report) -> bool:
    """Tell whether an example holds what is needed to see a violation at all."""
    if item.rule == _TITLE:
        return report.title is not None
    if item.rule == _LABELS:
        return bool(report.deviations)
    return True


def _beside(finding: Finding, matched: Sequence[Finding], report: Report) -> bool:
    """Tell whether a matched finding of the same rule lies in the same sentence or labels."""
    same = [other for other in matched if other.rule == finding.rule]
    if finding.rule == _LABELS:
        return any(other.place.within == finding.place.within for other in same)
    sentences = _sentences(finding, report)
    return any(sentences & _sentences(other, report) for other in same)


def _follows(finding: Finding, known: Sequence[Known], report: Report) -> bool:
    """Tell whether a sum does not tie only since its total is blank, which people found."""
    blank = any(item.rule == _BLANK.get(finding.rule[:2]) for item in known)
    totals = [figure for figure in report.figures.values() if figure.place == finding.place]
    return blank and any(figure.value is None and figure.readable for figure in totals)


def _sentences(finding: Finding, report: Report) -> set[str]:
    quote = _plain(finding.quote)
    if not quote:
        return set()
    found = set()
    for line in report.paragraphs:
        for text in (line.heading, line.text):
            if quote in _plain(text):
                inside = [piece for piece in _SENTENCES.findall(text) if quote in _plain(piece)]
                found |= set(inside or [text])
    return found


def _flags(allowed: Known, finding: Finding) -> bool:
    """Tell whether a finding flags what must not be flagged."""
    if allowed.rule_checked not in ("", "FP"):
        if finding.rule != allowed.rule_checked:
            return False
    elif not finding.rule.startswith(_ABOUT_NUMBERS):
        return False
    numbers = allowed.numbers & _numbers_of(finding)
    said = _plain(finding.quote)
    words = max((_longest_shared(_plain(text), said) for text in allowed.texts), default=0)
    return len(numbers) >= min(2, len(allowed.numbers) or 2) or words > _LEAST_SHARED


def _among(finding: Finding, findings: Sequence[Finding]) -> bool:
    return any(finding is other for other in findings)


def _numbers(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    return frozenset(number.lstrip("0") or "0" for number in _NUMBER.findall(plain))


def _numbers_of(finding: Finding) -> frozenset[str]:
    stated = [str(value) for value in (finding.expected, finding.found) if value is not None]
    return _numbers(" ".join([finding.quote, finding.message, *stated]))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _longest_shared(one: str, other: str) -> int:
    """Return the number of Chinese characters in the longest text that both hold."""
    best = 0
    ends: dict[int, int] = {}
    for i, letter in enumerate(one):
        now: dict[int, int] = {}
        for j, same in enumerate(other):
            if letter == same:
                now[j] = ends.get(j - 1, 0) + 1
                if now[j] > best:
                    count = len(_CHINESE.findall(one[i + 1 - now[j] : i + 1]))
                    best = max(best, count)
        ends = now
    return best
