"""The command `make-report explain`."""

import argparse
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path

from generator.console.commands.named_workbooks import only_workbook
from generator.console.exit_codes import DONE
from generator.console.output import complain, hand_over, say
from generator.files.file_names import INPUTS
from generator.form.vocabulary import Form
from generator.messages.rules import (
    knows,
    rules_as_json,
    rules_named,
    spoken_catalogue,
    spoken_rules_of,
)
from generator.model.finding import Refusal
from generator.model.local_rules_in_force import GROUP
from generator.model.report import LocalRule
from generator.pipeline import edition
from generator.pipeline.local_rules import HANDED_DOWN, local_rules_of
from generator.pipeline.sources import read_report


def run(options: argparse.Namespace) -> int:
    """Explain rules, of whichever form has them, or of the place.

    Where none is named, all of the form of the workbook are; of the usual one without a workbook.
    """
    forms: Sequence[Form] = edition.forms()
    of_a_form = bool(options.rules) and any(knows(form, options.rules) for form in forms)
    if options.workbook or not of_a_form:
        forms = _with_local_rules(options.workbook)
    if not options.rules and not options.json:
        say(spoken_catalogue(forms[0]))
        return DONE
    having = [form for form in forms if knows(form, options.rules)] or forms[:1]
    if options.json:
        rules = rules_named(options.rules, having[0])
        hand_over(rules_as_json(rules or having[0].rules, having[0]))
    else:
        say(spoken_rules_of(having[:1] if options.workbook else having, options.rules))
    return DONE


def _with_local_rules(workbook: Path | None) -> list[Form]:
    """Return the forms, first the one that a workbook is of with the rules of the place.

    Where none is named, that is the only one here; where there is none, or several, only what was
    handed down to the office here is known. Raise Refusal where the one that is named is none.
    """
    form = edition.usual_form()
    own: tuple[LocalRule, ...] = ()
    with suppress(Refusal) if workbook is None else nullcontext():
        report, _, form = read_report(workbook or only_workbook())
        own = report.local_rules
    local = local_rules_of(own, workbook or Path(INPUTS) / HANDED_DOWN, form)
    for found in local.findings:
        complain(str(found))
    extended = replace(
        form, rules=(*form.rules, *local.rules), rule_groups=(*form.rule_groups, GROUP)
    )
    return [extended, *(one for one in edition.forms() if one.id != form.id)]
