"""The command `make-report export`."""

import argparse
from functools import partial

from generator.console.commands.each_report import code_of_written, each_report
from generator.console.commands.named_workbooks import expanded, one_target_each, only_workbook
from generator.console.exit_codes import DONE
from generator.console.output import hand_over
from generator.files.file_names import default_json
from generator.model.finding import Refusal
from generator.pipeline.edition import form_named
from generator.pipeline.export import export, report_schema


def run(options: argparse.Namespace) -> int:
    """Write the reports as JSON, or show what that looks like."""
    if options.schema:
        form = None if options.form is None else form_named(options.form)
        hand_over(report_schema(form).rstrip())
        return DONE
    sources = expanded(options.files) if options.files else [only_workbook()]
    if options.output and len(sources) > 1:
        raise Refusal("有好几个工作簿时不能用 -o。请去掉 -o，或者一个一个写。")
    one_target_each(sources, default_json)
    how = partial(export, output=options.output)
    return each_report(options, sources, how, code_of_written)
