"""Messages about several units, as one of them is to read them."""

import re
from collections.abc import Collection, Iterable

from generator.model.collection.unit import Unit
from generator.model.finding import Finding

_YOURSELF, _ANOTHER, _OTHERS = "你单位", "另一个单位", "另外几个单位"


def without_names(finding: Finding, own: Unit, others: Iterable[Unit]) -> Finding:
    """Return a finding whose message and advice do not say which other units it is about.

    None of them is to be blamed in front of another: that is for the one who collects to decide.
    """
    mine, theirs = _names([own]), _names(others) - _names([own])
    if not theirs:
        return finding
    return finding._replace(
        message=_masked(finding.message, mine, theirs),
        advice=_masked(finding.advice, mine, theirs),
        about=finding.about or finding.message,  # so that its key stays
    )


def _names(units: Iterable[Unit]) -> set[str]:
    return {name for unit in units for name in (unit.name, *unit.others) if name}


def _masked(text: str, mine: Collection[str], theirs: Collection[str]) -> str:
    """Put 你单位 and 另一个单位 where names stand; the longest name goes first."""
    longest = sorted({*mine, *theirs}, key=lambda name: (-len(name), name))
    name = rf"“?(?:{'|'.join(map(re.escape, longest))})”?"

    def put(found: re.Match[str]) -> str:
        named = [one.strip("“”") for one in re.findall(name, found[0])]
        others = [one for one in named if one in theirs]
        said = [_YOURSELF] if len(others) < len(named) else []
        if others:
            said.append(_ANOTHER if len(others) == 1 else _OTHERS)
        return "和".join(said)

    return re.sub(rf"{name}(?:[、和与]{name})*", put, text)
