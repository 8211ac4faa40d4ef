"""What of the command's JSON stays the same from version to version.

What it says to people may be worded anew, and copies are named for the time at which they are
made; neither is compared.
"""

from collections.abc import Iterable, Iterator
from typing import Any

_WORDED = {"title", "message", "advice", "quote", "about", "what"}
"""Keys of what is said to people."""
_BY_CHANCE = {"document", "workbook", "output", "annotated", "kept", "template"}
"""Keys of paths, which depend on the machine and the time."""
_IN_THE_PLACE = {"file", "sheet", "cell"}
"""Keys of a finding that say again what its place says."""
_BLANK: tuple[Any, ...] = (None, False, 0, "", [])


def facts_in(told: Any, known: Iterable[str] = ()) -> Any:
    """Return the facts in some JSON: without what is worded or by chance, and without blanks.

    Where keys are given, as `keys_in` does, those that are not among them are left out as well:
    a version can say nothing of what came after it.
    """
    return _facts(told, {key.rpartition("/")[2] for key in known})


def _facts(told: Any, known: set[str]) -> Any:
    if isinstance(told, list):
        return [_facts(one, known) for one in told]
    if not isinstance(told, dict):
        return told
    apart = _WORDED | _BY_CHANCE | (_IN_THE_PLACE if "rule" in told else set())
    facts = {
        key: len(value) if key == "follows" else _facts(value, known)  # those are sentences
        for key, value in sorted(told.items())
        if key not in apart and (key in known or not known)
    }
    return {key: value for key, value in facts.items() if value not in _BLANK}


def keys_in(told: Any, above: str = "") -> Iterator[str]:
    """Yield the keys of some JSON, each with those that it is found under."""
    if isinstance(told, list):
        for one in told:
            yield from keys_in(one, above)
    elif isinstance(told, dict):
        for key, value in told.items():
            yield f"{above}/{key}"
            yield from keys_in(value, f"{above}/{key}")
