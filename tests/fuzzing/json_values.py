"""Changes of what JSON says."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.fuzzing.texts import number, planted, text
from tests.fuzzing.zip_bytes import Change

_WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, "", "甲"),
    *([], {}, [[]], {"甲": 1}, [None] * 50),
)
_LARGEST = 3_000_000
_VERSIONS = (0, 2, 99, -1, 1.0, "1", None, True, [1], 10**20)
Spots = list[tuple[Any, Any]]


def _in_value(way: Callable[[Any, Spots, Random], Any]) -> Change:
    """Return the change of bytes that is a change of what they say; broken and huge JSON stays."""

    def changed(data: bytes, rng: Random) -> bytes:
        if len(data) > _LARGEST:
            return data
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            return data
        if spots := _spots(value):
            way(value, spots, rng)
        return json.dumps(value, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")

    changed.__name__ = way.__name__
    return changed


def _spots(value: Any) -> Spots:
    """Return every place in a value: what holds it, and its key or number there."""
    found: Spots = []
    left = [value]
    while left:
        one = left.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one))
        found += [(one, key) for key in keys]
        left += [one[key] for key in keys if isinstance(one[key], dict | list)]
    return found


@_in_value
def value_gone(_: Any, spots: Spots, rng: Random) -> None:
    """Leave something out."""
    holder, key = rng.choice(spots)
    del holder[key]


@_in_value
def value_of_another_type(_: Any, spots: Spots, rng: Random) -> None:
    """Say something of a type that is not due there."""
    for holder, key in rng.choices(spots, k=rng.choice((1, 1, 3, 20))):
        if isinstance(holder, dict) or key < len(holder):
            holder[key] = rng.choice(_WRONG)


@_in_value
def value_of_another_place(_: Any, spots: Spots, rng: Random) -> None:
    """Say in one place what is due in another."""
    (holder, key), (other, there) = rng.sample(spots, 2) if len(spots) > 1 else (spots * 2)
    holder[key] = json.loads(json.dumps(other[there]))


@_in_value
def text_changed(_: Any, spots: Spots, rng: Random) -> None:
    """Say what somebody might type."""
    texts = [(holder, key) for holder, key in spots if isinstance(holder[key], str)] or spots
    for holder, key in rng.choices(texts, k=rng.choice((1, 1, 3, 20))):
        holder[key] = rng.choice((text, text, number))(rng)


@_in_value
def texts_planted(_: Any, spots: Spots, rng: Random) -> None:
    """Say in many places what could be taken for a formula or a link."""
    for holder, key in spots:
        if isinstance(holder[key], str) and rng.random() < 0.3:
            holder[key] = planted(rng)


@_in_value
def figure_changed(_: Any, spots: Spots, rng: Random) -> None:
    """Give a figure, or several, a number that may be none."""
    figures = [(holder, key) for holder, key in spots if isinstance(holder[key], int)] or spots
    for holder, key in rng.choices(figures, k=rng.choice((1, 3, 20))):
        holder[key] = rng.choice((number(rng), -1, 10**17, 10**40, 0.5, text(rng)))


@_in_value
def key_changed(_: Any, spots: Spots, rng: Random) -> None:
    """Call something by another name, or add something unknown."""
    named = [(holder, key) for holder, key in spots if isinstance(holder, dict)]
    if named:
        holder, key = rng.choice(named)
        new = rng.choice((text(rng), "__class__", "", key + " ", rng.choice(named)[1]))
        holder[new] = holder.pop(key) if rng.random() < 0.7 else rng.choice(_WRONG)


@_in_value
def repeated(_: Any, spots: Spots, rng: Random) -> None:
    """Have the items of a list many times."""
    lists = [holder[key] for holder, key in spots if isinstance(holder[key], list) and holder[key]]
    if lists:
        chosen = rng.choice(lists)
        room = _LARGEST // len(json.dumps(chosen))
        chosen *= min(rng.choice((2, 30, 400)), max(1, room))


@_in_value
def version_changed(value: Any, _: Spots, rng: Random) -> None:
    """Claim another version, or another form."""
    if isinstance(value, dict):
        if rng.random() < 0.6:
            value["schema"] = rng.choice(_VERSIONS)
        else:
            value["edition"] = rng.choice(("", "国办公开办函〔2019〕60号", None, 2021, text(rng)))


CHANGES: tuple[Change, ...] = (
    *(value_gone, value_of_another_type, value_of_another_place, text_changed, text_changed),
    *(texts_planted, figure_changed, key_changed, repeated, version_changed),
)
