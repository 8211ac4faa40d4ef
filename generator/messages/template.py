"""What is said of a template: for people, and the same as JSON."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.messages.as_json import as_json
from generator.model.one_line import lines_said, on_one_line


def spoken_template(template: Path, problems: Sequence[str] | str) -> str:
    """Return what is wrong with a template; a string is why it could not even be read."""
    if isinstance(problems, str):
        return problems
    if not problems:
        return on_one_line(f"模板可以用：{template}")
    numbered = (f"  {number}. {problem}" for number, problem in enumerate(problems, 1))
    return lines_said([f"模板要改正（{len(problems)} 处）：{template}", *numbered])


def templates_as_json(found: Mapping[Path, Sequence[str] | str]) -> str:
    """Return the same for programs."""
    results = [
        {"template": str(template), "status": "unusable", "message": problems}
        if isinstance(problems, str)
        else {
            "template": str(template),
            "status": "problems" if problems else "usable",
            "problems": list(problems),
        }
        for template, problems in found.items()
    ]
    return as_json({"results": results})
