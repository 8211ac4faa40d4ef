"""Workbooks that tests open to change or to look at: each is parsed once."""

import pickle
from collections.abc import Callable
from functools import cache
from io import BytesIO

from openpyxl import Workbook, load_workbook


@cache
def to_look_at(data: bytes) -> Workbook:
    """Return a workbook that nobody may change: others look at the same one."""
    return load_workbook(BytesIO(data))


_PICKLED: dict[bytes, bytes] = {}


def opened(data: bytes) -> Workbook:
    """Return a workbook of one's own, as openpyxl loads it; a copy is made five times as fast."""
    if data in _PICKLED:
        book = pickle.loads(_PICKLED[data])  # noqa: S301 - pickled below
        assert isinstance(book, Workbook)
        return book
    book = load_workbook(BytesIO(data))
    _PICKLED[data] = pickle.dumps(book)
    return book


def changed(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """Return a workbook as it is saved after a change."""
    book = opened(data)
    change(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()
