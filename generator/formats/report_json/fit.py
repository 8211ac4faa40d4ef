"""Fits data to a schema: what does not fit is told, and left out.

Only those words of JSON Schema that our schema uses for the shape of data are understood here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from generator.form.chinese import listed

_TYPES: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "object": ("对象 {…}", (dict,)),
    "array": ("数组 […]", (list,)),
    "string": ("文字", (str,)),
    "number": ("数字", (int, Decimal)),
    "integer": ("整数", (int, Decimal)),
    "boolean": ("true 或 false", (bool,)),
    "null": ("null", (type(None),)),
}
_LEFT_OUT = object()
_SHOWN = 30
_MOST_ADVISED = 20  # misspelt names for which the nearest are looked up
_LIMITS = {"maxLength": "字", "maxItems": "项", "maxProperties": "项"}

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Misfit:
    """A piece of data that does not fit."""

    path: tuple[str, ...]
    message: str
    advice: str


@dataclass
class _Fitting:
    root: Schema
    misfits: list[Misfit] = field(default_factory=list)

    def fit(self, value: object, schema: Schema, path: tuple[str, ...]) -> object:
        """Return what fits of a value, `_LEFT_OUT` where that is nothing."""
        schema = self._resolved(schema)
        for choice in schema.get("anyOf", ()):
            if _is(value, self._resolved(choice)):
                return self.fit(value, choice, path)
        if "anyOf" in schema or not _is(value, schema):
            self._tell(path, f"应为{self._expected(schema)}，写的是{_shown(value)}", "请改正")
            return _LEFT_OUT
        if isinstance(value, dict):
            return self._object(value, schema, path)
        if isinstance(value, list):
            return self._array(value, schema, path)
        return value

    def _object(self, value: dict[str, Any], schema: Schema, path: tuple[str, ...]) -> object:
        known, further = schema.get("properties", {}), schema.get("additionalProperties", True)
        required = schema.get("required", ())
        if missing := [key for key in required if key not in value]:
            self._tell(path, f"少了{listed(f'“{key}”' for key in missing)}", "请补上")
        fitting: dict[str, object] = {}
        for key, inner in value.items():
            if key not in known and further is False:
                advice = self._advice(key, known)
                self._tell((*path, key), "不是规定的名称，它的内容没有读", advice)
                continue
            fitted = self.fit(inner, known.get(key, further), (*path, key))
            if fitted is not _LEFT_OUT:
                fitting[key] = fitted
        return fitting if fitting.keys() >= set(required) else _LEFT_OUT

    def _array(self, value: list[object], schema: Schema, path: tuple[str, ...]) -> object:
        fitted = (
            self.fit(item, schema["items"], (*path, f"第{number}项"))
            for number, item in enumerate(value, 1)
        )
        return [item for item in fitted if item is not _LEFT_OUT]

    def _advice(self, key: str, known: Schema) -> str:
        few = len(self.misfits) < _MOST_ADVISED
        near = get_close_matches(key[:_SHOWN], known) if few else []
        names = listed(f"“{other}”" for other in near)
        return f"请改为{names}等规定的名称，或者删去" if names else "请改正名称，或者删去"

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self.root["$defs"][schema["$ref"].rpartition("/")[2]]
        return schema

    def _expected(self, schema: Schema) -> str:
        *first, last = dict.fromkeys(self._words(schema))
        return f"{listed(first)}或{last}" if first else last

    def _words(self, schema: Schema) -> Iterator[str]:
        schema = self._resolved(schema)
        for choice in schema.get("anyOf", ()):
            yield from self._words(choice)
        if "const" in schema:
            yield str(schema["const"])
        elif "enum" in schema:
            yield listed(map(str, schema["enum"])) + "之一"
        elif "type" in schema:
            most = [
                f"（不超过 {schema[word]} {unit}）"
                for word, unit in _LIMITS.items()
                if word in schema
            ]
            yield _TYPES[schema["type"]][0] + "".join(most)

    def _tell(self, path: tuple[str, ...], message: str, advice: str) -> None:
        self.misfits.append(Misfit(path, message, advice))


def fit(value: object, schema: Schema) -> tuple[Any, list[Misfit]]:
    """Return what of a value fits a schema, and everything that does not."""
    fitting = _Fitting(schema)
    fitted = fitting.fit(value, schema, ())
    return ({} if fitted is _LEFT_OUT else fitted), fitting.misfits


def _is(value: object, schema: Schema) -> bool:
    """Tell whether a value is of the kind that a schema asks for, whatever it holds."""
    kind = schema.get("type")
    if kind and not _of_type(value, kind):
        return False
    if "enum" in schema and (isinstance(value, bool) or value not in schema["enum"]):
        return False
    if isinstance(value, str | list | dict):
        most = [schema[word] for word in _LIMITS if word in schema and len(value) > schema[word]]
        if most:
            return False
    return "const" not in schema or (not isinstance(value, bool) and value == schema["const"])


def _of_type(value: object, kind: str) -> bool:
    """Tell whether a value is of a type; whether a number is whole is asked where it is read."""
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind][1])


def _shown(value: object) -> str:
    for words, types in _TYPES.values():
        if isinstance(value, dict | list) and isinstance(value, types):
            return words
    if value is None or isinstance(value, bool | int):
        return {"None": " null", "True": " true", "False": " false"}.get(str(value), f" {value}")
    text = "".join(letter if letter.isprintable() else "？" for letter in str(value)[:_SHOWN])
    return f"“{text}”" + ("……" if len(str(value)) > _SHOWN else "")
