"""Which unit of a list a name means: certainly one, or some that it may mean, or none.

Certain is what the list says, written in another way, where no other unit could be meant. What only
resembles is proposed, the likeliest first, and never taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.collection.owners.places import Home, home_of, leading_places
from generator.model.collection.owners.resemblance import (
    WITHOUT_KIND,
    resemblance,
    stem,
    without_kind,
)
from generator.model.collection.owners.spelling import Spelled, former, one_way, spelled
from generator.model.collection.unit import Unit, UnitList

_MOST_CANDIDATES = 5
_NAMED_FIRST, _NAMED_BESIDE, _AMONG_SEVERAL, _OF_A_SMALLER_PLACE, _NEARLY = 0.7, 0.6, 0.6, 0.5, 0.6
"""How likely each is: what a name says before and in brackets; one of several units of one name;
one whose place is not said; one of which only a bracket or an unknown place leaves a doubt."""
_LEAST_SHARED = 2
"""Characters that names must share to be compared at all, where the shorter has as many."""
_KIND_OF_ORGAN = frozenset("局委办厅院校处")
_LEVELS = frozenset("省市县区州旗镇乡")
_ITSELF = "本级"


class Candidate(NamedTuple):
    """A unit that may be meant."""

    unit: str
    likelihood: float
    """Above 0, below 1; only of use to compare."""


class Meaning(NamedTuple):
    """What a name means."""

    unit: str = ""
    """Name of the one unit that is certainly meant."""
    candidates: tuple[Candidate, ...] = ()
    """Where none is certain: those that may be, the likeliest first."""


class Names:
    """The names of the units of a list."""

    def __init__(self, listed: UnitList, said: Iterable[str] = ()) -> None:
        """Take in a list, and what organs files say, which may tell where its place lies."""
        names = [spelled(name).whole for unit in listed.units for name in all_names(unit)]
        organ = spelled(listed.organ).main
        self.home: Home = home_of(organ, names, [spelled(one).main for one in said])
        self._organ = [one_way(reading.rest) for reading in self.home.readings(organ)]
        self._order = {unit.name: at for at, unit in enumerate(listed.units)}
        self._as_listed: dict[str, set[str]] = {}
        self._units: dict[str, set[str]] = {}
        self._nearly: dict[str, set[str]] = {}
        self._in_smaller: dict[str, set[tuple[str, str]]] = {}
        """By a name without its place: (kind of the place, unit)."""
        self._sharing: dict[tuple[str, str], set[str]] = {}
        """By the place with which they begin and a character, the keys that have it."""
        self._shortest: dict[str, set[str]] = {}
        self._known: dict[str, Meaning] = {}
        for unit in listed.units:
            for name in all_names(unit):
                self._take_in(unit.name, name)

    def meaning(self, name: str) -> Meaning:
        """Return which unit a name means."""
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def keys(self, key: str) -> dict[str, bool]:
        """Return a name without its place, written one way; and whether it said its place."""
        if key == _ITSELF or key in _KIND_OF_ORGAN:
            return dict.fromkeys(self._organ, True)
        return {one_way(one.rest): one.placed for one in self.home.readings(key)}

    def certain_keys(self, listed: str) -> list[str]:
        """Return the keys by which a name of the list is certainly meant."""
        said = spelled(listed)
        named = (said.whole, *said.beside, *(() if said.unclear else (said.main,)))
        return [*dict.fromkeys(key for one in named if one for key in self.keys(one))]

    def lies_in(self, unit: str, other: str) -> bool:
        """Tell whether a unit is by its name one of another: 某某镇中心学校 of 某某镇."""
        inner, outer = (self.keys(spelled(one).main) for one in (unit, other))
        return any(one.startswith(each) for one in inner for each in outer)

    def ranked(self, likely: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Return candidates once each, the likeliest first, else in the order of the list."""
        best: dict[str, float] = {}
        for unit, likelihood in likely:
            best[unit] = max(likelihood, best.get(unit, 0.0))
        ordered = sorted(best.items(), key=lambda one: (-one[1], self._order.get(one[0], 0)))
        return tuple(Candidate(*one) for one in ordered[:_MOST_CANDIDATES])

    def _take_in(self, unit: str, name: str) -> None:
        said = spelled(name)
        if not said.whole:
            return
        self._as_listed.setdefault(said.written, set()).add(unit)
        for key in self.certain_keys(name):
            self._units.setdefault(key, set()).add(unit)
            if short := without_kind(key):
                self._shortest.setdefault(short, set()).add(unit)
            within, own = _place_and_rest(key)
            for character in stem(own):
                self._sharing.setdefault((within, character), set()).add(key)
            for place, rest in _without_places(key):
                self._in_smaller.setdefault(rest, set()).add((place[-1], unit))
        nearly = [*(self.keys(said.main) if said.unclear else ()), *self._branches(said.whole)]
        for key in nearly:
            self._nearly.setdefault(key, set()).add(unit)

    def _look_up(self, name: str) -> Meaning:
        said = spelled(name)
        if not said.whole:
            return Meaning()
        literally = self._as_listed.get(said.written)
        first, beside = self._certain(said.main)[0], self._beside(said)
        for key, doubts in ((said.whole, first | beside), (said.main, beside)):
            units, unplaced = self._certain(key)
            if not units:
                continue
            listed = literally == units
            clear = listed or not (doubts - units or (key == said.main and said.unclear))
            elsewhere = self._elsewhere(self.keys(key)) if unplaced and not listed else set()
            if len(units) == 1 and clear and not elsewhere - units:
                return Meaning(next(iter(units)))
            likely = _NAMED_FIRST if len(units) == 1 else _AMONG_SEVERAL
            return self._doubtful(
                (first or units, likely),
                (units | beside, _NAMED_BESIDE),
                (elsewhere, _OF_A_SMALLER_PLACE),
            )
        return self._doubtful(
            (self._beside(said), _NAMED_BESIDE),
            (self._elsewhere(self.keys(said.main)), _OF_A_SMALLER_PLACE),
            (self._almost(said.main), _NEARLY),
            also=self._resembling(said.main),
        )

    def _doubtful(self, *found: tuple[set[str], float], also: Iterable[Candidate] = ()) -> Meaning:
        named = [Candidate(unit, likely) for units, likely in found for unit in units]
        return Meaning("", self.ranked([*named, *also]))

    def _beside(self, said: Spelled) -> set[str]:
        """Return the units that a name names beside the organ that stands first."""
        return {unit for one in (*said.beside, *said.unclear) for unit in self._certain(one)[0]}

    def _certain(self, key: str) -> tuple[set[str], bool]:
        """Return the units of a name, and whether it says nothing of its place."""
        keys = self.keys(key)
        units = {unit for one in keys for unit in self._units.get(one, ())}
        return units, not any(placed and one in self._units for one, placed in keys.items())

    def _elsewhere(self, keys: Iterable[str]) -> set[str]:
        """Return the units of smaller places that are called so there: 财政局 of 甲区, of 乙区."""
        found = {unit for key in keys for _, unit in self._in_smaller.get(key, ())}
        return found | {
            unit
            for key in keys
            for kind, unit in self._in_smaller.get(key[1:], ())
            if key[:1] == kind
        }

    def _almost(self, key: str) -> set[str]:
        """Return the units of a name that would be certain, were it not for one thing.

        That is a bracket nobody knows, a 分局 for 局, a place where that of the list is unknown, or
        a town or street of which only the larger place is said.
        """
        keys = [*self.keys(key), *self._branches(key)]
        found = {unit for one in keys for unit in self._nearly.get(one, ())}
        found |= {unit for one in self._branches(key) for unit in self._units.get(one, ())}
        places = leading_places(key)
        own = self.home.places
        if places and (not own or (len(own) == 1 and own[0] in places)):
            rest = one_way(key.removeprefix("".join(places)))
            found |= self._units.get(rest, set())
        smaller = self.home.without_larger(key)
        if smaller != key and leading_places(smaller):
            found |= self._units.get(one_way(smaller), set())
        return found

    def _branches(self, key: str) -> Iterator[str]:
        """Yield what a branch office of a larger place is called here: 市公安局某某分局."""
        if key.endswith("分局"):
            plain = self.home.without_larger(key).removesuffix("分局")
            for own in (*self.home.places[-1:], self.home.bare):
                if own and (plain.endswith(own) or plain.startswith(own)):
                    plain = plain.removesuffix(own).removeprefix(own)
            yield f"{plain.removesuffix('局')}局"

    def _resembling(self, name: str) -> Iterator[Candidate]:
        """Yield the units with names like one; not those of the same name at another level."""
        for key in self.keys(name):
            if key[:1] in _LEVELS and key[1:] in self._units:
                continue
            yield from (Candidate(unit, WITHOUT_KIND) for unit in self._shortest.get(key, ()))
            place, rest = _place_and_rest(key)
            shared = Counter(
                other
                for character in set(stem(rest))
                for other in self._sharing.get((place, character), ())
            )
            for other, count in shared.items():
                theirs = other.removeprefix(place)
                least = min(_LEAST_SHARED, len(stem(rest)), len(stem(theirs)))
                if count >= least and (likely := resemblance(rest, theirs)):
                    yield from (Candidate(unit, likely) for unit in self._units[other])


def all_names(unit: Unit) -> Sequence[str]:
    """Return every name of a unit, its own first."""
    return (unit.name, *(each for other in unit.others for each in former(other)))


def _without_places(key: str) -> Iterator[tuple[str, str]]:
    """Yield each place with which a name begins, with what comes after it."""
    rest = key
    for place in leading_places(key):
        rest = rest.removeprefix(place)
        if rest:
            yield place, rest


def _place_and_rest(key: str) -> tuple[str, str]:
    """Divide a name after its places, of which the last is the rest where nothing comes after."""
    places = leading_places(key)
    place = "".join(places)
    if place == key:
        place = "".join(places[:-1])
    return place, key.removeprefix(place)
