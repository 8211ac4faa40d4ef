"""The command `make-report`."""

import argparse
from functools import partial

from generator.console.commands.each_report import code_of_written, each_report
from generator.console.commands.named_workbooks import named_workbooks, one_target_each
from generator.files.file_names import default_document
from generator.model.finding import Refusal
from generator.pipeline.make import make


def run(options: argparse.Namespace) -> int:
    """Make the reports."""
    workbooks = named_workbooks(options)
    if options.output and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 -o。请去掉 -o，或者一个一个生成。")
    one_target_each(workbooks, default_document)
    how = partial(
        make,
        output=options.output,
        template=options.template,
        previous=options.previous,
        draft=options.draft,
        strict=options.strict,
        force=options.force,
    )
    return each_report(options, workbooks, how, code_of_written)
