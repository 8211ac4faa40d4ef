"""What is wrong with a list of units itself: names that are missing, or that two units have."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.form.chinese import listed as joined
from generator.model.collection.owners.names import Names
from generator.model.collection.owners.places import leading_places
from generator.model.collection.owners.spelling import former, spelled
from generator.model.collection.unit import Unit, UnitList

_OTHERS = "“别的名称”"


def list_problems(listed: UnitList, where: str) -> tuple[str, ...]:
    """Return a sentence for each, in the order of the list, with the names as they are written.

    `where` is what people call the list; its rows are those in which its units say they stand.
    """
    return (*_blank(listed, where), *_named_twice(listed, where), *_placeless(listed))


class _Written(NamedTuple):
    """A name as it stands in the list."""

    unit: Unit
    name: str
    own: bool
    """Whether it is the unit's own; else a further one."""

    @property
    def row(self) -> str:
        return f"第 {self.unit.row} 行"

    @property
    def owner(self) -> str:
        return f"{self.row}“{self.unit.name}”"


def _blank(listed: UnitList, where: str) -> Iterator[str]:
    for unit in listed.units:
        if not spelled(unit.name).whole:
            known = [one for one in (*unit.others, unit.note) if one.strip()]
            which = f"（{joined(known)}）" if known else ""
            yield f"{where}第 {unit.row} 行{which}没有名称，请填写单位名称，或者删去这一行。"


def _named_twice(listed: UnitList, where: str) -> Iterator[str]:
    """Yield every two units of which a name is also one of the other, once for each two."""
    names = Names(listed)
    first: dict[str, tuple[int, _Written]] = {}
    told: set[tuple[int, int]] = set()
    for at, unit in enumerate(listed.units):
        for name, written in _names(unit):
            for key in names.certain_keys(name):
                earlier, other = first.setdefault(key, (at, written))
                if earlier != at and (earlier, at) not in told:
                    told.add((earlier, at))
                    yield f"{where}{_twice(other, written)}"


def _names(unit: Unit) -> Iterator[tuple[str, _Written]]:
    """Yield every name of a unit, with how it is written in the list: 原甲局 is 甲局, too."""
    yield unit.name, _Written(unit, unit.name, own=True)
    for other in unit.others:
        yield from ((name, _Written(unit, other, own=False)) for name in former(other))


def _twice(one: _Written, other: _Written) -> str:
    """Say which two rows have a name in common, and what is to be changed in which."""
    if one.own and other.own:
        return _of_two_units(one, other)
    same = one.name == other.name
    called = f"“{one.name}”" if same else f"“{one.name}”“{other.name}”"
    unclear = f"写{called}的文件会分不清是哪一行的"
    if one.own or other.own:
        own, further = (one, other) if one.own else (other, one)
        named = f"{own.row}的单位名称“{own.name}”"
        also = f"也是{named}" if same else f"和{named}是一个意思"
        return (
            f"{further.owner}的{_OTHERS}里有“{further.name}”，{also}，{unclear}。"
            f"是合并、改名的，请删去{own.row}；不是的，"
            f"请从{further.row}的{_OTHERS}里删去“{further.name}”。"
        )
    said = f"{one.owner}和{other.owner}的{_OTHERS}里都有{called}"
    meant = "" if same else "，是一个意思"
    return f"{said}{meant}，{unclear}。请只在一行里留下。"


def _of_two_units(one: _Written, other: _Written) -> str:
    if one.name == other.name:
        return (
            f"{one.row}和{other.row}写的都是“{one.name}”，只算一次，用的是{one.row}。请删去一行。"
        )
    return (
        f"{one.owner}和{other.owner}是一个意思，这样写的文件会分不清是哪一行的。"
        "是同一个单位的，请删去一行，把名称写到另一行的“别的名称”里；"
        "不是的，请改成分得清的名称。"
    )


def _placeless(listed: UnitList) -> Iterator[str]:
    """Say that nobody can tell whether a place before a name is the list's own."""
    named = [spelled(unit.name).main for unit in listed.units]
    if any(named) and not leading_places(spelled(listed.organ).main) and not Names(listed).home:
        whose = f"汇总单位“{listed.organ}”的名称里" if listed.organ.strip() else "名单里"
        yield (
            f"{whose}看不出是哪个地方的，名称前面写了地名的报告就分不清是不是本地的，"
            "请在“汇总单位”写全称，如某某市某某区人民政府。"
        )
