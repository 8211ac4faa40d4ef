"""The command `make-report explain`."""

import argparse

from generator.ending import DONE
from generator.messages.rules import rules_as_json, rules_named, spoken_catalogue, spoken_rules
from generator.voice import hand_over, say


def run(options: argparse.Namespace) -> int:
    """Explain rules; all of them where none is named."""
    rules = rules_named(options.rules)
    if options.json:
        hand_over(rules_as_json(rules) if rules else rules_as_json())
    else:
        say(spoken_rules(rules) if rules else spoken_catalogue())
    return DONE
