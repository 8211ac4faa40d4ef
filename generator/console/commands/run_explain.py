"""The command `make-report explain`."""

import argparse

from generator.console.exit_codes import DONE
from generator.console.output import hand_over, say
from generator.messages.rules import rules_as_json, rules_named, spoken_catalogue, spoken_rules


def run(options: argparse.Namespace) -> int:
    """Explain rules; all of them where none is named."""
    rules = rules_named(options.rules)
    if options.json:
        hand_over(rules_as_json(rules) if rules else rules_as_json())
    else:
        say(spoken_rules(rules) if rules else spoken_catalogue())
    return DONE
