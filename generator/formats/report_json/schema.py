"""The JSON form of a report as a JSON Schema, derived from the official form."""

import json
from collections.abc import Mapping
from typing import Any

from generator.form.chinese import counted, listed, numeral
from generator.form.vocabulary import Column, EntrySpec, Form
from generator.model.exhibits import EXHIBIT_KINDS, MOST_COLUMNS, ChartKind, Years
from generator.model.report import BODY, FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL
from generator.model.typed_input.local_demands import Demand

VERSION = 2
FIRST_VERSION = 1
"""What it has, the others have too: a report that needs no more is still written in it."""
READ = (FIRST_VERSION, VERSION)
_LONGEST_FIGURE = 200
_LONGEST_LINE = 32_767
_LONGEST_TEXT = 32_767  # what a cell of a workbook holds
_LONGEST_LIST = 20_000

Schema = dict[str, Any]


def schema_of(form: Form) -> Schema:
    """Return the JSON Schema (2020-12) of a report in an edition of the form."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.title.partition("年")[2],
        "description": f"一个机关一个年度的报告，格式按{form.edition}。没有写的就是不知道，"
        "不等于空白，更不等于 0；null 是空白。",
        **_object(_top(form), required=("schema", "edition")),
        "$defs": _DEFINITIONS,
    }


def schema_text(form: Form) -> str:
    """Return the schema as the file that is handed out."""
    return json.dumps(schema_of(form), ensure_ascii=False, indent=2) + "\n"


def _top(form: Form) -> Schema:
    return {
        "schema": {
            "enum": [*READ],
            "description": f"本格式的版本；没有图、表的，{FIRST_VERSION} 也可以。",
        },
        "edition": {"const": form.edition, "description": "年度报告格式的文号。"},
        "entries": {
            "description": "基本信息。",
            **_object({spec.name: _entry(spec) for spec in form.entries}),
        },
        "figures": {
            "description": f"{counted(len(form.tables), '张表')}的数字，"
            "按简称；null 是空白，没有写的是不知道。",
            **_object(_figures(form)),
        },
        "indicators": {
            "description": "自定的指标，按名称，正文可以用【名称】引用。",
            "type": "object",
            "maxProperties": _LONGEST_LIST,
            "additionalProperties": _ref("indicator"),
        },
        "parts": {
            "description": "正文，按部分。没有写的部分是不知道；没有文字的部分请写空数组。",
            **_object({part.name: _ref("part", f"{part.label}。") for part in form.parts}),
        },
        "title": _text("印出的标题；不写时由机关名称和年度组成。"),
        "headings": _list(_text(), "印出的全部一级标题，带序号；不写时就是规定的标题。"),
        "deviations": _list(_ref("deviation"), "与规定格式不同的行名、列名。"),
        "usages": _list(_ref("usage"), "本机关规定的用词。"),
        "local_rules": _list(
            _ref("local_rule"), "本地规则：本市、本系统对年报的要求，照『本地规则』表填的样子。"
        ),
        "charts": _list(_ref("chart"), "图表，正文里用【图表：名称】印出。"),
        "tables": {
            "description": "另附的表，按名称，正文里用【表格：名称】印出。",
            "type": "object",
            "maxProperties": _LONGEST_LIST,
            "additionalProperties": _ref("table"),
        },
        "marks": _list(_ref("mark"), "已核实的问题：有人看过，报告没有错。"),
    }


def _figures(form: Form) -> Schema:
    found: Schema = {}
    for table in form.tables:
        called = f"表{numeral(form.number_of(table))}"
        for spec in table.figures:
            labels = "／".join((*spec.row.label, *spec.column.label))
            if not spec.is_number:
                found[spec.name] = _words(spec.column, f"{called}：{labels}。")
                continue
            kind = "count" if spec.whole else "amount"
            found[spec.name] = _ref(kind, f"{called}：{labels}。")
    return found


def _words(column: Column, description: str) -> Schema:
    text = {"enum": list(column.choices)} if column.kind == "choice" else _text()
    return {"description": description, "anyOf": [text, {"type": "null"}]}


def _entry(spec: EntrySpec) -> Schema:
    kinds: list[Mapping[str, Any]] = [_text(), {"type": "null"}]
    if spec.kind == "year":
        kinds.insert(0, {"type": "integer"})
    if spec.kind == "choice":
        kinds[0] = _text() | {"examples": list(spec.choices)}
    return {"description": f"{spec.hint}。", "anyOf": kinds}


def _object(properties: Schema, *, required: tuple[str, ...] = ()) -> Schema:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _text(description: str = "", longest: int = _LONGEST_LINE) -> Schema:
    return {"type": "string", "maxLength": longest} | (
        {"description": description} if description else {}
    )


def _list(items: Schema, description: str) -> Schema:
    return {
        "description": description,
        "type": "array",
        "maxItems": _LONGEST_LIST,
        "items": items,
    }


def _ref(name: str, description: str = "") -> Schema:
    return {"$ref": f"#/$defs/{name}"} | ({"description": description} if description else {})


def _figure(number: Schema, example: str) -> Schema:
    with_note = {"value": number, "note": _text("带括号的说明，如（其中修订16件）。")}
    return {
        "anyOf": [
            number,
            {"type": "null"},
            _object(with_note, required=("value",)),
            _text(f"照填的样子，如 {example}；看不懂的会指出来，不会猜。", _LONGEST_FIGURE),
        ]
    }


_LIST_OF_CELLS: Schema = {
    "type": "array",
    "maxItems": MOST_COLUMNS,
    "items": _ref("cell"),
}
_LEVELS = {BODY: "正文", SECOND_LEVEL: "（一）", THIRD_LEVEL: "1.", FOURTH_LEVEL: "（1）"}

_DEFINITIONS: Schema = {
    "count": {
        "title": "件数",
        **_figure({"type": "integer", "minimum": 0}, "“22（其中修订16件）”“/”"),
    },
    "amount": {"title": "金额", **_figure({"type": "number", "minimum": 0}, "“7,730.28”“/”")},
    "indicator": {
        "anyOf": [
            {"type": "number"},
            _object(
                {
                    "value": {
                        "anyOf": [{"type": "number"}, _text("照填的样子。", _LONGEST_FIGURE)]
                    },
                    "printed": _text("印出的样子，如 12.5%；不写时就是数字本身。"),
                    "unit": _text("单位，只供查看。"),
                    "note": _text("说明，只供填报的人看，不印出。", _LONGEST_TEXT),
                },
                required=("value",),
            ),
        ],
    },
    "part": _object(
        {
            "complete": {
                "type": "boolean",
                "description": "文字是否全部给出；不写就是全部给出。",
            },
            "paragraphs": _list(_ref("paragraph"), "各段，照印出的次序。"),
        },
        required=("paragraphs",),
    ),
    "paragraph": _object(
        {
            "level": {
                "type": "integer",
                "enum": list(_LEVELS),
                "description": "、".join(f"{level} 是{shape}" for level, shape in _LEVELS.items())
                + "；不写就是正文。序号由程序编。",
            },
            "kind": {
                "type": "string",
                "enum": list(EXHIBIT_KINDS),
                "description": "这一段是图或者表：heading 是标题，text 是图片的文件名、"
                "【图表：名称】或者【表格：名称】，另起一行可以写替代文字；是文字的不写。",
            },
            "heading": _text("标题，不带序号；正文没有标题。", _LONGEST_TEXT),
            "text": _text("文字；【名称】代入表里的数字，【【 印出一个【。", _LONGEST_TEXT),
            "carried": _text("沿用上年、还没有修改的，写明沿用哪一年；改过的不写。"),
        }
    ),
    "deviation": _object(
        {
            "official": _text("规定的名称。"),
            "found": _text("写的名称。"),
            "table": _text("如 表二。"),
        },
        required=("official", "found"),
    ),
    "usage": _object(
        {
            "preferred": _text("要用的词；空着就是哪个都行，但要统一。"),
            "others": _list(_text(), "不用的词。"),
            "note": _text(),
        },
        required=("preferred", "others"),
    ),
    "local_rule": _object(
        {
            "id": _text("编号，如 L01；空着由程序编。"),
            "what": _text(f"管什么：{listed(Demand)}。"),
            "part": _text("哪一部分：全文、开头或者一级标题。"),
            "asked": _text(
                "要求：字数、词（用顿号隔开）、数字的名称，或者几月几日。", _LONGEST_TEXT
            ),
            "level": _text("级别：提示或者错误；空着就是提示。"),
            "basis": _text("依据：哪个文件、第几条。"),
        },
        required=("what", "asked"),
    ),
    "chart": _object(
        {
            "name": _text("名称。"),
            "kind": _text(f"类型：{listed(ChartKind)}；不写就是{ChartKind.COLUMN}。"),
            "title": _text("印在图里的标题；可以没有。"),
            "unit": _text("单位。"),
            "years": _text(f"年份：{listed(Years)}；不写就是{Years.THIS}。"),
            "points": _list(_ref("point"), "各项，照画出的次序。"),
        },
        required=("name", "points"),
    ),
    "point": _object(
        {
            "label": _text("在图里叫什么；不写就是引用的名称。"),
            "data": {"anyOf": [{"type": "number"}, _text("【名称】，或者照填的数字。")]},
        },
        required=("data",),
    ),
    "table": _object(
        {
            "header_rows": {"type": "integer", "minimum": 0, "description": "表头有几行。"},
            "rows": _list(
                {"description": "一行，从左到右。", **_LIST_OF_CELLS},
                "各行，从上到下；被合并的格盖住的写 null。",
            ),
        },
        required=("rows",),
    ),
    "cell": {
        "anyOf": [
            _text("照印出的样子。"),
            {"type": "null"},
            _object(
                {
                    "text": _text("照印出的样子。"),
                    "rows": {"type": "integer", "minimum": 1, "description": "占几行。"},
                    "columns": {"type": "integer", "minimum": 1, "description": "占几列。"},
                },
                required=("text",),
            ),
        ]
    },
    "mark": _object(
        {
            "key": _text("问题的编号，如 X03-1A2B3C。"),
            "person": _text("核实的人。"),
            "reason": _text("理由。"),
            "day": _text("日期。"),
        },
        required=("key", "person", "reason"),
    ),
}
