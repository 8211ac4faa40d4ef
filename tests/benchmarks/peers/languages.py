"""The template languages of other engines."""

from dataclasses import dataclass
from enum import Enum


class Stands(Enum):
    """Where the tags stand that begin and end whole paragraphs, so that none is left over."""

    ALONE = "each in a paragraph of its own, which the engine removes"
    INSIDE = "in the first and in the last of the paragraphs"
    AROUND = "in the first of the paragraphs and right after the last"


@dataclass(frozen=True)
class Language:
    """How an engine writes a tag, with {name} and {list} for the names in it."""

    value: str
    value_of_item: str
    each: str
    end_each: str
    if_filled: str
    """Begins what is there only if a text of the report is not empty."""
    end_if_filled: str
    if_true: str
    """Begins what is there only if something is true of an item."""
    end_if_true: str
    loops: Stands = Stands.ALONE
    conditions: Stands = Stands.ALONE


DOCXTEMPLATER = Language(
    value="{{{name}}}",
    value_of_item="{{{name}}}",
    each="{{#{list}}}",
    end_each="{{/{list}}}",
    if_filled="{{#{name}}}",
    end_if_filled="{{/{name}}}",
    if_true="{{#{name}}}",
    end_if_true="{{/{name}}}",
)
EASY_TEMPLATE_X = Language(
    value="{{{name}}}",
    value_of_item="{{{name}}}",
    each='{{#{list} [loopOver: "paragraph"]}}',
    end_each="{{/{list}}}",
    if_filled='{{#{name} [loopOver: "paragraph"]}}',
    end_if_filled="{{/{name}}}",
    if_true='{{#{name} [loopOver: "paragraph"]}}',
    end_if_true="{{/{name}}}",
    loops=Stands.INSIDE,
    conditions=Stands.INSIDE,
)
DOCX_TEMPLATES = Language(
    value="{{{name}}}",
    value_of_item="{{$item.{name}}}",
    each="{{FOR item IN {list}}}",
    end_each="{{END-FOR item}}",
    if_filled="{{IF {name}}}",
    end_if_filled="{{END-IF}}",
    if_true="{{IF $item.{name}}}",
    end_if_true="{{END-IF}}",
)
CARBONE = Language(
    value="{{d.{name}}}",
    value_of_item="{{d.{list}[i].{name}}}",
    each="",  # what is repeated begins with the first value of an item
    end_each="{{d.{list}[i+1]}}",
    if_filled="{{d.{name}:ifNEM:showBegin}}",
    end_if_filled="{{d.{name}:showEnd}}",
    if_true="{{d.{list}[i].{name}:ifEQ(true):showBegin}}",
    end_if_true="{{d.{list}[i].{name}:showEnd}}",
    conditions=Stands.AROUND,
)
