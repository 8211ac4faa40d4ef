"""The command `make-report explain`."""

import argparse

from generator.console.exit_codes import DONE
from generator.console.output import hand_over, say
from generator.messages.rules import (
    knows,
    rules_as_json,
    rules_named,
    spoken_catalogue,
    spoken_rules,
)
from generator.pipeline import edition


def run(options: argparse.Namespace) -> int:
    """Explain rules, of whichever form has them; all of every form where none is named."""
    if not options.rules and not options.json:
        say("\n\n".join(map(spoken_catalogue, edition.FORMS)))
        return DONE
    form = next(
        (form for form in edition.FORMS if knows(form, options.rules)), edition.usual_form()
    )
    rules = rules_named(options.rules, form)
    if options.json:
        hand_over(rules_as_json(rules or form.rules, form))
    else:
        say(spoken_rules(rules))
    return DONE
