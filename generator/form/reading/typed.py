"""Values of TOML as the plain frozen data of the vocabulary, told by the types of its fields.

What a key may be called and what may stand there is read from the vocabulary itself, so that
nothing of it is written a second time. Whatever is wrong is told, and something empty takes its
place, so that the rest can be read.
"""

from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.form.chinese import listed
from generator.form.mistakes import Mistake, Steps, nearest
from generator.form.rules import Regex

_CALLED = {
    str: "文字",
    int: "整数",
    bool: " true 或 false",
    tuple: "方括号里的一列",
    dict: "一组键和值",
}


Origins = dict[Steps, Steps]
"""Where in the text stands what a form has: the steps to both."""


class Reader:
    """Reads values, and keeps what is wrong with them and what of them has a name."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self.origins: Origins = {}
        """Of what does not stand in the text as it stands in the form."""
        self.figures = self.terms = 0
        """How many there are so far, for none may be so large that the machine is exhausted."""
        self._named: dict[tuple[type, str], Any] = {}
        """The first of each kind of thing that has a name, which may be called by it later."""

    def tell(self, steps: Steps, what: str) -> None:
        """Keep a mistake."""
        self.mistakes.append(Mistake(steps, what))

    def read(self, kind: Any, value: object, steps: Steps) -> Any:
        """Return a value as one of a kind, or what is empty of that kind."""
        origin = get_origin(kind)
        if origin in (Union, UnionType):  # what it is where it is said at all comes first
            return self.read(get_args(kind)[0], value, steps)
        if origin is None:
            return self._single(kind, value, steps)
        if origin is tuple:
            return self._tuple(get_args(kind), value, steps)
        if origin is Literal:
            return self._one_of(get_args(kind), value, steps)
        return self._pattern(value, steps)

    def fields(
        self, kind: Any, value: object, steps: Steps, *, but: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """Return what a table says of the fields of a kind, those aside that are read elsewhere.

        A field that has to be there and is not is empty.
        """
        table = self.table(value, steps)
        types = fields_of(kind)
        self.known_keys(table, types, steps)
        said = {
            name: self.read(types[name], table[name], (*steps, name))
            for name in types
            if name in table and name not in but
        }
        for name in required_of(kind):
            if name not in table and name not in but:
                self.tell((*steps, name), f"缺少 {name}")
                said[name] = empty(types[name])
        return said

    def table(self, value: object, steps: Steps) -> dict[str, Any]:
        """Return a table, an empty one where it is none."""
        if isinstance(value, dict):
            return value
        self.tell(steps, f"这里应是{_CALLED[dict]}，写的是{_shown(value)}")
        return {}

    def items(self, value: object, steps: Steps) -> list[Any]:
        """Return a list, an empty one where it is none."""
        if isinstance(value, list):
            return value
        due = f"这里应是{_CALLED[tuple]}"
        if isinstance(value, dict):
            due = f"{due}（每一项上面写两层方括号 [[{_header(steps)}]]）"
        self.tell(steps, f"{due}，写的是{_shown(value)}")
        return []

    def known_keys(self, table: dict[str, Any], known: Any, steps: Steps) -> None:
        """Tell of keys that nobody reads."""
        for name in table:
            if name not in known:
                self.tell((*steps, name), f"没有叫 {name} 的项{nearest(name, list(known))}")

    def _single(self, kind: Any, value: object, steps: Steps) -> Any:
        """Return what is no list: a record, one of several words, a plain value."""
        if is_record(kind):
            return self._record(kind, value, steps)
        if issubclass(kind, StrEnum):
            return kind(self._one_of(tuple(one.value for one in kind), value, steps))
        if type(value) is not kind:  # to Python, True is a whole number
            self.tell(steps, f"这里应是{_CALLED[kind]}，写的是{_shown(value)}")
            return kind()
        return value

    def _record(self, kind: Any, value: object, steps: Steps) -> Any:
        if isinstance(value, str) and "name" in fields_of(kind):
            return self._called(kind, value, steps)
        record = kind(**self.fields(kind, value, steps))
        if name := getattr(record, "name", ""):
            self._named.setdefault((kind, name), record)
        return record

    def _called(self, kind: Any, name: str, steps: Steps) -> Any:
        """Return the thing that was written down before under a name."""
        if (kind, name) not in self._named:
            known = [one for of, one in self._named if of is kind]
            self.tell(steps, f"前面没有叫“{name}”的{nearest(name, known)}")
            return empty(kind)
        return self._named[kind, name]

    def _pattern(self, value: object, steps: Steps) -> str:
        """Return a regular expression; a list is of its alternatives."""
        if not isinstance(value, list):
            return str(self.read(str, value, steps))
        return "|".join(self.read(tuple[str, ...], value, steps))

    def _tuple(self, kinds: tuple[Any, ...], value: object, steps: Steps) -> tuple[Any, ...]:
        items = self.items(value, steps)
        if kinds[-1] is Ellipsis:
            return tuple(self.read(kinds[0], item, (*steps, at)) for at, item in enumerate(items))
        if len(items) != len(kinds):
            if isinstance(value, list):
                self.tell(steps, f"这里应有 {len(kinds)} 项，写了 {len(items)} 项")
            return tuple(map(empty, kinds))
        return tuple(
            self.read(kind, item, (*steps, at))
            for at, (kind, item) in enumerate(zip(kinds, items, strict=True))
        )

    def _one_of(self, choices: tuple[str, ...], value: object, steps: Steps) -> str:
        if value in choices:
            return str(value)
        near = nearest(value, choices) if isinstance(value, str) else ""
        words = listed(f"“{one}”" for one in choices if one)
        self.tell(steps, f"这里应是{words}之一，写的是{_shown(value)}{near}")
        return choices[0]


@cache
def fields_of(kind: Any) -> dict[str, Any]:
    """Return the fields of a kind of thing with their types."""
    return get_type_hints(kind, include_extras=True)


def required_of(kind: Any) -> list[str]:
    """Return the fields that have to be there."""
    if is_dataclass(kind):
        return [one.name for one in fields(kind) if one.default is one.default_factory is MISSING]
    return [name for name in kind._fields if name not in kind._field_defaults]


def is_record(kind: Any) -> bool:
    """Tell whether a kind of thing has fields."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def empty(kind: Any) -> Any:
    """Return what is empty of a kind: it stands where something else is due and missing."""
    origin = get_origin(kind)
    if kind is Regex:
        return ""
    if origin in (Union, UnionType):
        return empty(get_args(kind)[0])
    if origin is Literal:
        return get_args(kind)[0]
    if origin is tuple:
        kinds = get_args(kind)
        return () if kinds[-1] is Ellipsis else tuple(map(empty, kinds))
    if is_record(kind):
        types = fields_of(kind)
        return kind(**{name: empty(types[name]) for name in required_of(kind)})
    return next(iter(kind)) if issubclass(kind, StrEnum) else kind()


def _header(steps: Steps) -> str:
    names = [step for step in steps if isinstance(step, str)]
    return ".".join(names[1:] if names[0] == "wordings" else names)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return " true" if value else " false"
    if isinstance(value, dict | list):
        return _CALLED[type(value)]
    written = f"“{value}”" if isinstance(value, str) else f" {value}"
    return written if len(written) <= _LONG else f"{written[:_LONG]}…"


_LONG = 40
_CALLED |= {list: _CALLED[tuple], float: "小数"}
