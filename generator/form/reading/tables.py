"""The tables of a form, from merged labels that are written one inside the other.

rows = [
  { label = "一、新收", name = "新收" },
  { label = "二、结果", rows = [
    { label = "（一）公开", name = "公开" },
  ]},
]
"""

from typing import Any

from generator.form.limits import MOST_FIGURES
from generator.form.mistakes import Steps
from generator.form.reading.typed import Reader
from generator.form.vocabulary import Block, Column, Row, Table

_OF_LINES = frozenset({"rows", "columns"})
_OF_BLOCK = frozenset({"corner", *_OF_LINES})
"""What a table of one block may say itself; a caption is then the table's."""


def read_table(value: object, steps: Steps, reader: Reader) -> Table:
    """Return a table. One of a single block may have what is the block's among its own keys."""
    said = reader.table(value, steps)
    own = {name: one for name, one in said.items() if name not in _OF_BLOCK}
    if "blocks" in said:
        blocks = tuple(
            _block(block, (*steps, "blocks", at), (*steps, "blocks", at), reader)
            for at, block in enumerate(reader.items(said["blocks"], (*steps, "blocks")))
        )
        for name in _OF_BLOCK & said.keys():
            reader.tell((*steps, name), f"写了 blocks，{name} 要写在其中一块里")
    else:
        whole = {name: one for name, one in said.items() if name in _OF_BLOCK}
        blocks = (_block(whole, steps, (*steps, "blocks", 0), reader),)
    fields = reader.fields(Table, own, steps, but=frozenset({"blocks"}))
    return Table(blocks=blocks, **fields)


def _block(value: object, steps: Steps, in_form: Steps, reader: Reader) -> Block:
    """Return a block; `in_form` is the way to it in the form."""
    said = reader.table(value, steps)
    fields = reader.fields(Block, said, steps, but=_OF_LINES)
    if "columns" not in said:
        reader.tell(steps, "缺少 columns")
    for name, kind, usual in (("rows", Row, [{}]), ("columns", Column, [])):
        lines = _lines(kind, said.get(name, usual), (*steps, name), reader)
        fields[name] = tuple(line for line, _ in lines)
        reader.origins |= {(*in_form, name, at): way for at, (_, way) in enumerate(lines)}
    reader.figures += len(fields["rows"]) * len(fields["columns"])
    if reader.figures > MOST_FIGURES:
        reader.tell(steps, f"到这里已有 {reader.figures} 个数字，一种表式最多 {MOST_FIGURES} 个")
        reader.figures, fields["rows"] = 0, ()
    reader.origins[in_form] = steps
    return Block(**fields)


def _lines(kind: Any, value: object, steps: Steps, reader: Reader) -> list[tuple[Any, Steps]]:
    """Read rows or columns, each with the way to it; those under one label stand inside it."""
    found: list[tuple[Any, Steps]] = []
    inside = steps[-1]
    for at, item in enumerate(reader.items(value, steps)):
        here = (*steps, at)
        said = dict(reader.table(item, here))
        label = said.pop("label", "")
        if not isinstance(label, str):
            reader.tell((*here, "label"), "label 应是文字")
            label = ""
        outer = (label,) if label else ()
        if inside in said:
            name = said.pop("name", "")
            within = _lines(kind, said.pop(inside), (*here, str(inside)), reader)
            reader.known_keys(said, ("label", "name", inside), here)
            found += [
                (one._replace(label=outer + one.label, name=f"{name}{one.name}"), way)
                for one, way in within
            ]
        else:
            said.setdefault("name", label)
            fields = reader.fields(kind, said, here, but=frozenset({"label"}))
            found.append((kind(label=outer, **fields), here))
    return found
