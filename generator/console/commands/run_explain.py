"""The command `make-report explain`."""

import argparse

from generator.console.exit_codes import DONE
from generator.console.output import hand_over, say
from generator.form.disclosure.edition_2021 import FORM
from generator.messages.rules import rules_as_json, rules_named, spoken_catalogue, spoken_rules


def run(options: argparse.Namespace) -> int:
    """Explain rules; all of them where none is named."""
    rules = rules_named(options.rules, FORM)
    if options.json:
        hand_over(rules_as_json(rules or FORM.rules, FORM))
    else:
        say(spoken_rules(rules) if rules else spoken_catalogue(FORM))
    return DONE
