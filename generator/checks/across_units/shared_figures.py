"""数字雷同: two units with more figures the same in the same cells than chance has it.

Candidates have four figures in a row the same that few others have, and all that they have in
common could tell enough; they alone are compared cell by cell. What a figure tells is by how
unlikely it is that somebody else has the same: 1 tells next to nothing, 12345 much, and a value
that many units have little, whatever it is.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations
from math import log2, pi, sqrt
from typing import NamedTuple
from zlib import crc32

from generator.checks.across_units.few_sharers import Marks
from generator.checks.across_units.figures_shown import shown
from generator.checks.across_units.groups import grouped
from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.across_units.own_figures import (
    Coincidence,
    CopiedRun,
    OwnFigures,
    copied_run,
)
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding

_IN_A_ROW, _FEW = 4, 10
"""Figures one after the other by which candidates are found, and units that may share them."""
_FEWEST = 4
"""Figures that are the same, below which nobody would speak of a copy."""
_CHANCES = 3
"""Bits beyond the number of ways in which chance could have done it: once in eight collections."""
_DOUBT, _DECADES = 4, 12
"""How many units the guess weighs by which values are known: all sizes alike over 12 octaves."""
_SPREAD = 0.7
"""How far counts of units of like size lie apart, beside chance, as logarithms."""
_COPIED = 0.5
"""How much of a copied table is still the same."""
_DIFFERS = -1.0
"""What a figure tells that is not: the logarithm of that."""
_MOST_SHOWN = 6

Token = tuple[str, Decimal]


class _Pair(NamedTuple):
    one: UnitFiled
    other: UnitFiled
    run: CopiedRun
    filled: int
    """Figures that the two have where at least one of them is not 0, totals aside."""


def shared_figures(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find groups of units of which any has the figures of another."""
    own = OwnFigures(handed_in.form)
    units = handed_in.units
    tokens = _tokens(units, own)
    counts = Counter(token for each in tokens for token in each)
    weights = {token: _weight(token, counts, len(units)) for token in counts if counts[token] > 1}
    ways = len(units) * (len(units) - 1) / 2
    pairs: dict[tuple[int, int], _Pair] = {}
    for one, other in _candidates(tokens, weights, ways):
        cells = _compared(tokens[one], tokens[other], weights, own)
        run = copied_run(cells)
        if len(run.same) >= _FEWEST and run.weight >= _enough(ways, len(cells)):
            pairs[one, other] = _Pair(units[one], units[other], run, len(cells))
    for members in grouped(pairs):
        inside = [pair for ends, pair in pairs.items() if ends[0] in members]
        yield _finding(handed_in, rule, [units[at] for at in members], inside)


def _tokens(units: Sequence[UnitFiled], own: OwnFigures) -> list[tuple[Token, ...]]:
    """Return the figures of each unit that are neither 0 nor totals, in the order of the form."""
    known: dict[Token, Token] = {}
    return [
        tuple(
            known.setdefault(token := (name, value), token)
            for name in own.names
            if (value := unit.numbers.get(name))
        )
        for unit in units
    ]


def _candidates(
    tokens: Sequence[Sequence[Token]], weights: Mapping[Token, float], ways: float
) -> list[tuple[int, int]]:
    """Return the pairs that are worth a comparison."""
    numbers = {token: number for number, token in enumerate(dict.fromkeys(chain(*tokens)))}
    marks = Marks()
    for at, each in enumerate(tokens):
        numbered = array("I", (numbers[token] for token in each))
        for start in range(len(each) - _IN_A_ROW + 1):
            marks.add(crc32(numbered[start : start + _IN_A_ROW].tobytes()), at)
    found: set[tuple[int, int]] = set()
    for _, sharing in marks.shared(_FEW):
        for pair in combinations(sharing, 2):
            if pair not in found:
                one, other = (tokens[at] for at in pair)
                most = sum(weights[token] for token in set(one).intersection(other))
                if most >= _enough(ways, max(len(one), len(other))):
                    found.add(pair)
    return sorted(found)


def _enough(ways: float, cells: int) -> float:
    """Return how many bits make a copy of so many cells, in any of so many pairs."""
    return log2(ways * max(cells, 1)) + _CHANCES


def _compared(
    one: Sequence[Token],
    other: Sequence[Token],
    weights: Mapping[Token, float],
    own: OwnFigures,
) -> list[Coincidence]:
    """Return what each figure tells that at least one of the two has."""
    ones, others = dict(one), dict(other)
    same = [name for name, value in one if others.get(name) == value]
    told = dict.fromkeys((*ones, *others), _DIFFERS)
    told |= {name: weights[name, ones[name]] for name in same}
    free = own.free(same, told)
    return [
        Coincidence(name, 0.0 if name in same and name not in free else told[name])
        for name in own.names
        if name in told
    ]


def _weight(token: Token, counts: Mapping[Token, int], units: int) -> float:
    """Return how many bits it tells for copying that two units have the same value.

    Where few others have it, units of like size may still be the only ones that could have it.
    """
    _, value = token
    others = counts[token] - 2
    guess = _DOUBT / (_DECADES * digits_as_whole(value))
    size = float(value)
    of_like_size = 0.5 / (1 + sqrt(2 * pi * (2 * size + (_SPREAD * size) ** 2)))
    chance = min(1.0, max(of_like_size, (others + guess) / (units - 2 + _DOUBT)))
    return log2((_COPIED + (1 - _COPIED) * chance) / chance)


def digits_as_whole(value: Decimal) -> int:
    """Return the digits of a number without its decimal point: 77.30 could be 7730 things."""
    return max(1, int("".join(map(str, value.normalize().as_tuple().digits))))


def _finding(
    handed_in: HandedIn, rule: Rule, members: Sequence[UnitFiled], pairs: Sequence[_Pair]
) -> AcrossFinding:
    most = max(pairs, key=lambda pair: pair.run.weight)
    same = most.run.same
    values = most.one.numbers
    others = [unit.name for unit in members if unit not in (most.one, most.other)]
    cells = listed(shown(handed_in.form, name, values[name]) for name in same[:_MOST_SHOWN])
    message = (
        f"“{most.one.name}”与“{most.other.name}”不全是 0 的 {most.filled} 格（合计不算）里，"
        f"有 {len(same)} 格的数完全相同：{cells}{'等' * (len(same) > _MOST_SHOWN)}，不像是碰巧"
    )
    if others:
        message += f"；与它们相同的还有{listed(f'“{name}”' for name in others)}"
    return AcrossFinding(
        (most.one.name, most.other.name, *others),
        Finding(
            rule.id,
            rule.severity,
            most.one.place(same[0]),
            message,
            f"后者在{most.other.place(same[0])}；请核对是不是把别的单位的表当作自己的报了，确实相同的不必改",
            about=f"数字雷同：{listed(sorted((most.one.name, most.other.name, *others)))}",
        ),
    )
