"""The command `make-report new`."""

import argparse
import re
from pathlib import Path

from generator.console.commands.files_meant import workbook_meant
from generator.console.exit_codes import DONE
from generator.console.output import say
from generator.form.vocabulary import Form
from generator.messages.new_workbook import spoken_from_last_year, spoken_new
from generator.model.finding import Refusal
from generator.pipeline.edition import form_named, usual_form
from generator.pipeline.new import new_workbook, usual_target, write_next_year


def run(options: argparse.Namespace) -> int:
    """Write a blank workbook, or one that goes on from last year's."""
    return _from_last_year(options) if options.source else _blank(options)


def _blank(options: argparse.Namespace) -> int:
    organ = (options.organ or "").strip()
    if not organ or not options.year:
        raise Refusal("新建工作簿要写明机关和年度，如：make-report new --organ 某某局 --year 2024")
    year = _year(options.year)
    folder = Path("inputs") if Path("inputs").is_dir() else Path()
    form = _form(options)
    target = options.output or usual_target(folder, year, form or usual_form())
    new_workbook(organ, year, target, form=form)
    say(spoken_new(target))
    return DONE


def _from_last_year(options: argparse.Namespace) -> int:
    if options.organ:
        raise Refusal("--from 沿用上年工作簿里的机关名称，请去掉 --organ。")
    year = _year(options.year) if options.year else None
    source = workbook_meant(options.source)
    new = write_next_year(source, form=_form(options), year=year, target=options.output)
    say(spoken_from_last_year(new, source))
    return DONE


def _form(options: argparse.Namespace) -> Form | None:
    return None if options.form is None else form_named(options.form)


def _year(typed: str) -> int:
    if not re.fullmatch(r"20\d\d", typed):
        raise Refusal(f"年度“{typed}”不对，请写四位数字，如 --year 2024。")
    return int(typed)
