"""A JSON Schema of forms and of wordings, by which an editor helps who writes one as TOML.

It follows the vocabulary by itself; what it says of the keys in Chinese stands in `schema_words`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from generator.form.reading.check_words import CHECK_WORDS
from generator.form.reading.schema_words import WORDS, WORDS_OF
from generator.form.reading.typed import fields_of, is_record, required_of
from generator.form.rules import Regex, Rule
from generator.form.rules_of_any_form import RULES_OF_ANY_FORM
from generator.form.vocabulary import Block, Column, Form, Row, Section, Sum, Table, Term
from generator.form.wordings import Wordings

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_PLAIN: dict[Any, Schema] = {str: _TEXT, int: {"type": "integer"}, bool: {"type": "boolean"}}


def form_schema() -> Schema:
    """Return the schema of a form's own file; wordings are in another."""
    found = _object(Form, without=("parts",))
    properties = found["properties"]
    properties["wordings"] = _TEXT | {"description": WORDS["wordings"]}
    properties["rules"] = _list({"anyOf": [_general(), _object(_of_list(Form, "rules"))]}, "rules")
    found["required"] = [name for name in found["required"] if name not in ("ties", "sums")]
    return {"$schema": _DIALECT, "title": "表式", **found, "$defs": {"line": _line_schema()}}


def wordings_schema() -> Schema:
    """Return the schema of the wordings of a form."""
    found = _object(Wordings)
    found["properties"]["phrases"] = {
        "description": WORDS["phrases"],
        "type": "object",
        "additionalProperties": _of(Regex),
    }
    return {"$schema": _DIALECT, "title": "表式的措辞", **found}


def _object(kind: Any, without: tuple[str, ...] = ()) -> Schema:
    own = WORDS_OF.get(kind.__name__, {})
    properties = {
        name: _described(name, _field(kind, name, type_), own)
        for name, type_ in fields_of(kind).items()
        if name not in without
    }
    required = [name for name in required_of(kind) if name not in without]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(kind: Any, name: str, type_: Any) -> Schema:
    """Return the schema of a field, as it is written: the short ways are not the vocabulary's."""
    if kind is Section and name == "tables":
        return {"type": "array", "items": _table()}
    if type_ in (tuple[Term, ...],) or (kind is Sum and name == "figures"):
        return _TEXTS
    if kind is Rule and name == "check":
        return {"anyOf": [{"const": one, "description": said} for one, said in CHECK_WORDS.items()]}
    return _of(type_)


def _of(kind: Any) -> Schema:
    """Return the schema of a kind of value."""
    origin = get_origin(kind)
    if kind is Regex:
        return {"anyOf": [_TEXT, _TEXTS]}
    if origin in (Union, UnionType):
        return _of(get_args(kind)[0])
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return _of_tuple(get_args(kind))
    return _of_single(kind)


def _of_tuple(kinds: tuple[Any, ...]) -> Schema:
    if kinds[-1] is Ellipsis:
        return {"type": "array", "items": _of(kinds[0])}
    items, count = [_of(one) for one in kinds], len(kinds)
    return {"type": "array", "prefixItems": items, "minItems": count, "maxItems": count}


def _of_single(kind: Any) -> Schema:
    if is_record(kind):
        named = "interpretations" in fields_of(kind)  # it may be called by its name
        return {"anyOf": [_TEXT, _object(kind)]} if named else _object(kind)
    if issubclass(kind, StrEnum):
        return {"enum": [one.value for one in kind]}
    return _PLAIN[kind]


def _table() -> Schema:
    found = _object(Table)
    block = _object(Block)
    lines = _lines_below()
    block["properties"] |= lines
    block["required"] = ["columns"]
    found["properties"]["blocks"] = _list(block, "blocks")
    found["properties"] |= lines | {"corner": _described("corner", _TEXT)}
    found["required"] = [name for name in found["required"] if name != "blocks"]
    return found


def _lines_below() -> Schema:
    lines = {"type": "array", "items": {"$ref": "#/$defs/line"}}
    return {name: _described(name, lines) for name in ("rows", "columns")}


def _line_schema() -> Schema:
    """Return the schema of a row or a column, which may hold others under its label."""
    own = _object(Row)["properties"] | _object(Column)["properties"]
    label = _described("label", _TEXT)
    return {
        "type": "object",
        "properties": {**own, "label": label} | _lines_below(),
        "additionalProperties": False,
    }


def _general() -> Schema:
    names = {"type": "array", "items": {"enum": list(RULES_OF_ANY_FORM)}}
    return {
        "type": "object",
        "properties": {"general": _described("general", names)},
        "required": ["general"],
        "additionalProperties": False,
    }


def _of_list(kind: Any, name: str) -> Any:
    return get_args(fields_of(kind)[name])[0]


def _list(items: Schema, name: str) -> Schema:
    return _described(name, {"type": "array", "items": items})


def _described(name: str, schema: Schema, own: Mapping[str, str] = WORDS) -> Schema:
    said = own.get(name) or WORDS.get(name)
    return schema | ({"description": said} if said else {})
