"""The labels of rows as header cells, with the cells that they head; typst has columns' only.

Nothing is written anew but objects of the structure tree, which typst leaves uncompressed.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.formats.pdf.bands import heads_columns, whole
from generator.model.publication import Cell, Publication, PublishedTable, Scope

_KIND = re.compile(rb"/Type/StructElem/S/(\w+)")
_CHILDREN = re.compile(rb"/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_NAMES = re.compile(rb"/IDTree<</Names\[([^\]]*)\]>>")
_ENTRY = b"%010d 00000 n\r\n"
_OF_TABLE = b"<</O/Table"


def with_row_headers(pdf: bytes, publication: Publication) -> bytes:
    """Return the PDF with each label of a row as a header cell of its row or rows."""
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    objects = _objects(pdf, start)
    root = next(at for at, one in objects.items() if b"/Type/StructTreeRoot" in one)
    tables = [at for at in _below(root, objects) if _kind(objects[at]) == b"Table"]
    blocks = (*publication.above, *publication.blocks)
    shown = [block for block in blocks if isinstance(block, PublishedTable)]
    named: list[int] = []
    for at, table in zip(tables, shown, strict=True):
        cells = [one for one in _below(at, objects) if _kind(objects[one]) in {b"TH", b"TD"}]
        named += _name(dict(zip(whole(table), cells, strict=True)), objects)
    objects[root] = _with_names(objects[root], sorted(named))
    return _written(pdf, start, objects)


def _objects(pdf: bytes, start: int) -> dict[int, bytes]:
    """Return the objects by number, in the order of the file."""
    lines = pdf[start:].split(b"\n")
    offsets = {int(line[:10]): at for at, line in enumerate(lines[2:]) if line.endswith(b"n\r")}
    ends = pairwise([*sorted(offsets), start])
    return {offsets[begin]: pdf[begin:end] for begin, end in ends}


def _written(pdf: bytes, start: int, objects: dict[int, bytes]) -> bytes:
    head = pdf[: pdf.index(b"1 0 obj") if 1 in objects else 0]
    made, offsets = bytearray(head), {}
    for at, one in objects.items():
        offsets[at] = len(made)
        made += one
    table = pdf[start:]
    first, last = table.index(b"f\r\n") + 3, table.index(b"trailer")
    entries = b"".join(_ENTRY % offsets[at] for at in sorted(offsets))
    end = table[last : table.index(b"startxref")]
    return b"%b%b%b%bstartxref\n%d\n%%%%EOF" % (bytes(made), table[:first], entries, end, len(made))


def _kind(one: bytes) -> bytes:
    found = _KIND.search(one)
    return found[1] if found else b""


def _below(at: int, objects: dict[int, bytes]) -> Iterator[int]:
    """Yield the elements below one, in reading order."""
    found = _CHILDREN.search(objects[at])
    for child in map(int, _REFERENCE.findall(found[1] if found else b"")):
        if _kind(objects[child]):
            yield child
            yield from _below(child, objects)


def _name(cells: dict[Cell, int], objects: dict[int, bytes]) -> list[int]:
    """Make headers of the labels of a table; return their objects."""
    labels = [cell for cell in cells if cell.scope in {Scope.ROW, Scope.ROWS}]
    for cell, at in cells.items():
        heads = b"".join(_id(cells[label]) for label in labels if _heads(label, cell))
        objects[at] = _headed(objects[at], heads)
    for label in labels:
        objects[cells[label]] = _as_header(objects[cells[label]], _id(cells[label]))
    return [cells[label] for label in labels]


def _heads(label: Cell, cell: Cell) -> bool:
    apart = cell.row >= label.row + label.rows or label.row >= cell.row + cell.rows
    return not apart and label.column < cell.column and not heads_columns(cell)


def _id(at: int) -> bytes:
    """Return the name of an element: typst's own begin with U, and names are in order."""
    return b"(V%07d)" % at


def _headed(one: bytes, heads: bytes) -> bytes:
    if not heads:
        return one
    if b"/Headers[" in one:
        return one.replace(b"/Headers[", b"/Headers[" + heads, 1)
    return _with_attribute(one, b"/Headers[" + heads + b"]")


def _as_header(one: bytes, name: bytes) -> bytes:
    header = one.replace(b"/S/TD", b"/S/TH/ID" + name, 1)
    return _with_attribute(header, b"/Scope/Row")


def _with_attribute(one: bytes, attribute: bytes) -> bytes:
    if _OF_TABLE in one:
        return one.replace(_OF_TABLE, _OF_TABLE + attribute, 1)
    return one.replace(b"/A[", b"/A[" + _OF_TABLE + attribute + b">>", 1)


def _with_names(root: bytes, named: list[int]) -> bytes:
    if not named:
        return root
    found = _NAMES.search(root)
    more = b"".join(b"%b%d 0 R " % (_id(at), at) for at in named).strip()
    if found is None:
        return root.replace(
            b"/Type/StructTreeRoot", b"/Type/StructTreeRoot/IDTree<</Names[%b]>>" % more
        )
    return root.replace(found[0], b"/IDTree<</Names[%b %b]>>" % (found[1], more))
