"""The place that a list of units is of, and names without it: 某某区民政局, 区民政局, 民政局.

Only the place of the list itself is left out. 某某市民政局 is another organ than 某某区民政局, and
so is that of another district: what stands before a name is the list's own place, or part of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from generator.form.pattern import Pattern

_PLACE = Pattern(
    r"""(?x)
    (?: [^()]{2,}? 特别行政区
      | [^()]+? 自治 [区州县旗]
      | [^()]{2,}? (?: 省 | 盟 | 地区 )
      | (?: [^()]{2,}? | [某甲乙丙丁戊] ) 市
        (?! [场监容区] | 政 (?! [府协法务] ) | 市 (?! [场监容] ) )
      | [^()]+? (?<! ^[社小校园地景库林辖]) 区 (?! [域划镇乡] | 街道 )
      | [^()]+? 县 (?! 市 )
      | [^()]+? 旗 (?! [县区市镇乡街] )
      | [^()]+? (?<! [城乡]) 镇 (?! [市区县村] | 街道 )
      | [^()]+? (?<! 城) 乡 (?! [市县村镇族] | 街道 )
      | [^()]+? 街道
    )"""
)
"""One place at the beginning of a name; of several ways to read it, the shortest is meant."""
_LONGEST_PLACE = 16
_KINDS = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "开发区", "新区", "园区", "地区"),
    *("街道", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡"),
)
_SIZES = (("特别行政区", "自治区", "省"), ("自治州", "地区", "盟", "市"), ("县", "区", "旗"))
"""Kinds of places, the largest first; all others are smaller. A city may lie in a city."""
_SHORTEST_BARE = 2
"""Characters of a place's name without its kind by which it can be told: 长宁 for 长宁区."""
_OURS = ("", "本", "我")
_NEARLY_ALL = 0.75


class Reading(NamedTuple):
    """A name without the place of the list."""

    rest: str
    """What is left of it; empty where it is the place and nothing else."""
    placed: bool
    """Whether it said that it is of this place, at least by 区 or 本区."""


class Home:
    """The place of a list, from the largest that it names to its own: 某某省, 某某市, 某某区."""

    def __init__(self, places: Sequence[str], *, larger_known: bool = False) -> None:
        self.places = tuple(places)
        self._larger_known = larger_known or len(self.places) > 1
        """Whether it lies in no others than those."""
        self._full = sorted(_spelled(self.places), key=len, reverse=True)
        own = self.places[-1] if places else ""
        self.bare = _bare(own)
        """Its own name without its kind; empty where that is too short to tell it by."""
        kinds = [kind for kind in _KINDS if own.endswith(kind)]
        self._kinds = [f"{ours}{kind}" for kind in kinds for ours in _OURS]
        self._kinds.sort(key=len, reverse=True)

    def __bool__(self) -> bool:
        """Whether a place is known at all."""
        return bool(self.places)

    def readings(self, key: str) -> list[Reading]:
        """Return a name without its place, in all ways in which it can be read.

        市场监管局 begins with 市 and is not 场监管局: what is no full name is read both ways.
        """
        for prefix in self._full:
            at = key.find(prefix)
            if at == 0 or (at > 0 and self._may_lie_in(key[:at], prefix)):
                return [Reading(key[at + len(prefix) :], placed=True)]
        for prefix in (*self._shorter(), *self._kinds):
            if key.startswith(prefix):
                return [Reading(key[len(prefix) :], placed=True), Reading(key, placed=False)]
        return [Reading(key, placed=False)]

    def without_larger(self, key: str) -> str:
        """Return a name without the larger places in which this one lies: 某某市 before 分局."""
        for place in self.places[:-1]:
            key = key.removeprefix(place)
        larger = {place[-1] for place in self.places[:-1]} or {"省", "市"}
        return key[1:] if key[:1] in larger else key

    def _may_lie_in(self, before: str, prefix: str) -> bool:
        """Tell whether what stands before this place is a larger one, and contradicts none."""
        largest = self.places[0]
        if self._larger_known and (
            len(self.places) == 1 or not prefix.startswith((largest, _bare(largest) or largest))
        ):
            return False
        return bool(before) and "".join(leading_places(before)) == before

    def _shorter(self) -> Iterator[str]:
        if self.bare:
            larger = [(place, _bare(place) or place, "") for place in self.places[:-1]]
            shorter = {"".join((*before, self.bare)) for before in product(*larger)}
            yield from sorted(shorter, key=len, reverse=True)


@lru_cache(maxsize=20_000)
def leading_places(key: str) -> tuple[str, ...]:
    """Return the places with which a name begins, each lying in the one before."""
    found: list[str] = []
    while place := _PLACE.match(key[:_LONGEST_PLACE]):
        if found and not _may_lie_within(place[0], found[-1]):
            break
        found.append(place[0])
        key = key[place.end() :]
    return tuple(found)


def home_of(organ: str, units: Sequence[str], said: Sequence[str] = ()) -> Home:
    """Return the place of a list, from keys of names: its collector's, else that of all units.

    In which larger place it lies, units may tell, or else what files say: where nearly all of them
    name the same. There is a 鼓楼区 in several cities.
    """
    places = leading_places(organ) or _shared([leading_places(name) for name in units])
    if not places:
        return Home(())
    for names in (units, said):
        larger = _larger(places, names)
        if not larger:
            continue
        ((most, count),) = larger.most_common(1)
        if count >= _NEARLY_ALL * larger.total():
            return Home([most, *places])
        return Home(places, larger_known=True)
    return Home(places)


def _larger(places: Sequence[str], names: Iterable[str]) -> Counter[str]:
    """Return how many names say in which place these lie, each with the next larger one."""
    found = Counter[str]()
    for name in names:
        chain = leading_places(name)
        if places[0] in chain[1:]:
            found[chain[chain.index(places[0]) - 1]] += 1
    return found


def _may_lie_within(place: str, larger: str) -> bool:
    return _size(larger) < _size(place) or (larger[-1] == place[-1] == "市")


def _size(place: str) -> int:
    return next((at for at, kinds in enumerate(_SIZES) if place.endswith(kinds)), len(_SIZES))


def _shared(chains: Sequence[Sequence[str]]) -> list[str]:
    """Return the places that all begin with; what a single unit says tells nothing."""
    if len(chains) < 2:  # noqa: PLR2004 - of one there is nothing shared
        return []
    shared = []
    for places in zip(*chains, strict=False):
        if len(set(places)) > 1:
            break
        shared.append(places[0])
    return shared


def _spelled(places: Sequence[str]) -> set[str]:
    """Return how the smallest place is written with and without those in which it lies."""
    if not places:
        return set()
    larger = [(place, _bare(place) or place, "") for place in places[:-1]]
    return {"".join((*before, places[-1])) for before in product(*larger)}


def _bare(place: str) -> str:
    kind = next((kind for kind in _KINDS if place.endswith(kind)), "")
    bare = place.removesuffix(kind)
    return bare if len(bare) >= _SHORTEST_BARE else ""
