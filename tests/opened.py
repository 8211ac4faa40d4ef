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


def opened(data: bytes) -> Workbook:
    """Return a workbook of one's own, as openpyxl loads it; a copy is made five times as fast."""
    book = pickle.loads(_pickled(data))  # noqa: S301 - pickled below
    assert isinstance(book, Workbook)
    return book


@cache
def _pickled(data: bytes) -> bytes:
    return pickle.dumps(to_look_at(data))


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
