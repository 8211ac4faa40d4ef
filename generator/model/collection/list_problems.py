"""What is wrong with a list of units itself: names that are missing, or that two units have."""

from collections.abc import Iterator

from generator.form.chinese import listed as joined
from generator.model.collection.owners.names import Names, all_names
from generator.model.collection.owners.places import leading_places
from generator.model.collection.owners.spelling import spelled
from generator.model.collection.unit import UnitList


def list_problems(listed: UnitList) -> tuple[str, ...]:
    """Return a sentence for each, in the order of the list, with the names as they are written."""
    return (*_blank(listed), *_named_twice(listed), *_placeless(listed))


def _blank(listed: UnitList) -> Iterator[str]:
    for at, unit in enumerate(listed.units, 1):
        if not spelled(unit.name).whole:
            known = [one for one in (*unit.others, unit.note) if one.strip()]
            which = f"（{joined(known)}）" if known else ""
            yield f"名单里第 {at} 个单位{which}没有名称，请填写单位名称，或者删去这一行。"


def _named_twice(listed: UnitList) -> Iterator[str]:
    """Yield every two units of which a name is also one of the other, once for each two."""
    names = Names(listed)
    first: dict[str, tuple[int, str]] = {}
    told: set[tuple[int, int]] = set()
    for at, unit in enumerate(listed.units):
        for name in all_names(unit):
            for key in names.certain_keys(name):
                earlier, written = first.setdefault(key, (at, name))
                if earlier != at and (earlier, at) not in told:
                    told.add((earlier, at))
                    yield _twice(_numbered(listed, earlier), _numbered(listed, at), written, name)


def _twice(one: str, other: str, written: str, name: str) -> str:
    if written == name:
        said = f"名单里{one}和{other}都叫“{name}”"
    else:
        said = f"名单里{one}和{other}有一个名称是同一个意思（“{written}”“{name}”）"
    return f"{said}，收到的文件会分不清是谁的，请删去一个，或者改成分得清的名称。"


def _numbered(listed: UnitList, at: int) -> str:
    return f"第 {at + 1} 个单位“{listed.units[at].name}”"


def _placeless(listed: UnitList) -> Iterator[str]:
    """Say that nobody can tell whether a place before a name is the list's own."""
    named = [spelled(unit.name).main for unit in listed.units]
    if any(named) and not leading_places(spelled(listed.organ).main) and not Names(listed).home:
        whose = f"汇总单位“{listed.organ}”的名称里" if listed.organ.strip() else "名单里"
        yield (
            f"{whose}看不出是哪个地方的，名称前面写了地名的报告就分不清是不是本地的，"
            "请在“汇总单位”写全称，如某某市某某区人民政府。"
        )
