"""The command `make-report import`."""

import argparse
import re
import sys

from generator.console.colour import paint_for
from generator.console.exit_codes import DONE
from generator.console.output import hand_over, say
from generator.messages.imported import import_as_json, spoken_import
from generator.model.finding import Refusal
from generator.pipeline.edition import form_named
from generator.pipeline.import_document import bring_in

_ADDRESS = re.compile(r"https?:[/\\]|www\.", re.IGNORECASE)


def run(options: argparse.Namespace) -> int:
    """Write a workbook from a published report."""
    if len(options.files) != 1:
        raise Refusal("请指明一份文档，如：make-report import 已发布.docx -o inputs/2022.xlsx")
    if _ADDRESS.match(str(options.files[0])) and not options.files[0].exists():
        raise Refusal(
            "程序不上网。请在浏览器里打开这个网页，另存为“网页，全部”，再导入存下来的文件。"
        )
    form = None if options.form is None else form_named(options.form)
    imported = bring_in(options.files[0], form=form, target=options.output)
    if options.json:
        hand_over(import_as_json(imported))
    else:
        say(spoken_import(imported, paint_for(sys.stdout)))
    return DONE
