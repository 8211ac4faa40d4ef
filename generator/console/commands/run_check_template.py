"""The command `make-report check-template`."""

import argparse
from pathlib import Path

from generator.console.attempt import attempted
from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.console.output import complain, hand_over, say
from generator.messages.template import spoken_template, templates_as_json
from generator.model.finding import Refusal
from generator.pipeline.check_template import check_template


def run(options: argparse.Namespace) -> int:
    """Say of every template what is wrong with it."""
    if not options.files:
        raise Refusal("没有指明模板，如：make-report check-template templates/年度报告模板.docx")
    worst = DONE
    found: dict[Path, list[str] | str] = {}
    for template in options.files:
        result = attempted(template, check_template)
        found[template] = result[1] if isinstance(result, tuple) else result
        usable, refused = not found[template], isinstance(found[template], str)
        worst = max(worst, UNUSABLE if refused else DONE if usable else HELD_BACK)
    if options.json:
        hand_over(templates_as_json(found))
    else:
        for template, problems in found.items():
            (complain if isinstance(problems, str) else say)(spoken_template(template, problems))
    return worst
