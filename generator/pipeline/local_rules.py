"""本地规则: what a place asks of a report, also in a file that it hands down to its offices."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.files.zip_archive import read_file
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.formats.xlsx.reading.local_rules import read_file_of_rules
from generator.model.finding import Finding, Refusal, unchecked
from generator.model.local_rules_in_force import as_rule, in_force
from generator.model.report import LocalRule, Place
from generator.model.typed_input.local_rules import Requirement
from generator.pipeline.template_choice import templates_beside

HANDED_DOWN = "本地规则.xlsx"
"""The file beside an office's own templates."""


class LocalRules(NamedTuple):
    """What the place asks of a report."""

    requirements: tuple[Requirement, ...] = ()
    findings: Sequence[Finding] = ()
    """What is wrong with the file in which rules are handed down."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The same as rules of a form are written down."""
        return tuple(map(as_rule, self.requirements))


def local_rules_of(own: Sequence[LocalRule], beside: Path | None, form: Form) -> LocalRules:
    """Return a report's own rules, and those handed down to the office.

    `beside` is the workbook or the document, where it lies anywhere. What is wrong with the file
    that was handed down is told and stops no report: it never raises.
    """
    folder = templates_beside(beside)
    path = folder / HANDED_DOWN if folder else None
    if path is None or not os.path.lexists(path):
        return LocalRules(in_force(own, (), form))
    try:
        handed_down, findings = _read_once(read_file(path), path.name, form)
    except Refusal as refusal:
        handed_down, findings = (), (_unusable(path, str(refusal).rstrip("。")),)
    except Exception:  # noqa: BLE001 - a file that others handed down must never stop a report
        handed_down, findings = (), (_unusable(path, f"{path.name} 读不了"),)
    return LocalRules(in_force(own, handed_down, form), findings)


@lru_cache(maxsize=3)
def _read_once(
    data: bytes, name: str, form: Form
) -> tuple[tuple[LocalRule, ...], tuple[Finding, ...]]:
    """Read the file once for all the workbooks of a run."""
    return read_file_of_rules(data, name, form)


def _unusable(path: Path, why: str) -> Finding:
    return unchecked(
        "R17",
        Place(path.name),
        f"发来的本地规则没有核对：{why}",
        f"请换好 templates 文件夹里的 {path.name}；不用的，把它移走",
    )
