"""The forms that a page offers, those that cannot be used, and what it calls reports of forms."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.messages.command_to_type import without_commands
from generator.pipeline.edition import usual_form
from generator.pipeline.forms.known import BrokenForm, broken_forms, known_forms

_SEVERAL = "年度报告"
_MOST_TOLD = 8


def forms_record(folder: Path) -> dict[str, Any]:
    """Return {"forms": [{"id", "name"}], "broken_forms": [{"name", "mistakes"}]}.

    Of a broken one its file with the folder that is in, and what is wrong with it, a line each.
    """
    beside = folder / "templates"
    return {
        "forms": [{"id": one.form.id, "name": one.form.name} for one in known_forms(beside)],
        "broken_forms": [_broken(one) for one in broken_forms(beside)],
    }


def heading_of(forms: Collection[tuple[str, str]]) -> str:
    """Return what a page is called that shows reports of forms, each an id and a name.

    Empty where they are of the usual form alone: then it has its own name.
    """
    names = {name for known, name in forms if known}
    if {known for known, _ in forms if known} <= {usual_form().id}:
        return ""
    return _SEVERAL if len(names) > 1 else names.pop()


def _broken(found: BrokenForm) -> dict[str, Any]:
    lines = [f"{one.place}：{without_commands(one.what)}" for one in found.why.mistakes]
    left = len(lines) - _MOST_TOLD
    more = [f"另有 {left} 处，改正这些以后再列出"] if left > 0 else []
    name = f"{found.file.parent.name}/{found.file.name}"
    return {"name": name, "mistakes": [*lines[:_MOST_TOLD], *more]}
