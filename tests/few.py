"""Many parameters: all in one test where each is cheap, a few of them always where each is dear."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import settings


def each(names: str, values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test once for each value, as one test that tells all for which it fails.

    Like `pytest.mark.parametrize`, for many cheap values: a test costs more than its assertion.
    """
    wanted = names.split(", ")
    given = [value if len(wanted) > 1 else (value,) for value in values]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        def run(**fixtures: Any) -> None:
            failed = {}
            for value in given:
                try:
                    test(**dict(zip(wanted, value, strict=True)), **fixtures)
                except AssertionError as problem:
                    failed[repr(value)[:100]] = str(problem)
            assert given
            if failed:
                pytest.fail("\n".join(f"{value}: {why}" for value, why in failed.items()))

        signature = inspect.signature(test)
        others = [one for name, one in signature.parameters.items() if name not in wanted]
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
        return run

    return decorate


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
