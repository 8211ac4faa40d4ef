"""The command `make-report explain`."""

import argparse

from generator.console.exit_codes import DONE
from generator.console.output import hand_over, say
from generator.messages.rules import rules_as_json, rules_named, spoken_catalogue, spoken_rules
from generator.pipeline.edition import usual_form


def run(options: argparse.Namespace) -> int:
    """Explain rules; all of them where none is named."""
    form = usual_form()
    rules = rules_named(options.rules, form)
    if options.json:
        hand_over(rules_as_json(rules or form.rules, form))
    else:
        say(spoken_rules(rules) if rules else spoken_catalogue(form))
    return DONE
