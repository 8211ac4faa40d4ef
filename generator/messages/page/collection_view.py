"""A collection for a page: who has filed, with what, and what is wrong."""

from collections import Counter
from typing import Any

from generator.model.collection.collection import State
from generator.pipeline.collecting.looked_at import StandingsThere, UnitSeen

_TONES = {
    State.MISSING: "bad",
    State.UNUSABLE: "bad",
    State.OTHER_YEAR: "bad",
    State.HELD: "bad",
    State.WITH_ERRORS: "warn",
    State.FILED: "good",
}


def collection_view(there: StandingsThere) -> dict[str, Any]:
    """Return {"counted", "listed", "whole", "counts", "units", "files"}.

    Of a unit: {"name", "kind", "note", "state" (its word), "tone", "counts", "file", "wrong",
    "notices", "said", "problems": [{column: text}]}; "counts" has how many units are how far, the
    worst first. Of a file: its row, by the names of the columns.
    """
    found = Counter(one.state for one in there.units)
    return {
        "counted": there.counted,
        "listed": there.listed,
        "whole": 0 < there.listed == there.counted,
        "counts": {state.value: found[state.value] for state in State if found[state.value]},
        "units": [_unit(one, there) for one in there.units],
        "files": list(there.files),
    }


def _unit(one: UnitSeen, there: StandingsThere) -> dict[str, Any]:
    state = next((state for state in State if state.value == one.state), None)
    return {
        **one._asdict(),
        "tone": _TONES[state] if state else "plain",
        "counts": state is not None and state.counts,
        "problems": there.problems_of(one.name),
    }
