"""A few of many parameters and examples are tried always, and all of them with `--long`."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import settings


def few(values: Iterable[Any], count: int) -> list[Any]:
    """Return values, or tuples of them, as parameters; but for some among them they are long."""
    each = [value if isinstance(value, tuple) else (value,) for value in values]
    kept = {at * len(each) // count for at in range(count)}
    return [
        pytest.param(*one, marks=() if at in kept else pytest.mark.long)
        for at, one in enumerate(each)
    ]


def fewer(times: int) -> settings:
    """Return settings for a property whose examples take long: so many times fewer than usual."""
    return settings(max_examples=max(2, settings().max_examples // times))
