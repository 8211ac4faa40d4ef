"""The command `make-report collect`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.console.colour import paint_for
from generator.console.exit_codes import DONE, HELD_BACK
from generator.console.many.each import each_done
from generator.console.many.filing_task import FilingTask
from generator.console.many.interruption import undisturbed
from generator.console.output import hand_over, say
from generator.messages.collect import (
    collected_as_json,
    new_list_as_json,
    spoken_collected,
    spoken_new_list,
    spoken_years,
    years_as_json,
)
from generator.model.collection.filing import Filing
from generator.model.finding import Refusal
from generator.pipeline.collecting.collect import collect
from generator.pipeline.collecting.handed_in import HandedIn, handed_in
from generator.pipeline.collecting.listed import new_unit_list
from generator.pipeline.collecting.years import collect_years
from generator.pipeline.edition import form_named
from generator.pipeline.new import must_be_xlsx

_USAGE = "如：make-report collect 各单位 --units 单位名单.xlsx -o 汇总2024.xlsx"


def run(options: argparse.Namespace) -> int:
    """Collect a folder, begin a list of units, or put the collections of several years together."""
    if options.new_units:
        return _new_list(options)
    if not options.output:
        raise Refusal(f"没有写明汇总到哪个工作簿（-o）。{_USAGE}")
    must_be_xlsx(options.output)
    if len(options.files) == 1 and options.files[0].suffix.lower() != ".xlsx":
        return _collect(options)
    if not options.files:
        raise Refusal(f"没有指明各单位的文件放在哪个文件夹里。{_USAGE}")
    years = collect_years(options.files, options.output)
    if options.json:
        hand_over(years_as_json(years))
    else:
        say(spoken_years(years, paint_for(sys.stdout)))
    return DONE


def _collect(options: argparse.Namespace) -> int:
    form = None if options.form is None else form_named(options.form, options.output)
    with undisturbed():
        made = collect(options.files[0], options.output, options.units, _reader(options), form)
        if options.json:
            hand_over(collected_as_json(made))
        else:
            say(spoken_collected(made, paint_for(sys.stdout)))
        return DONE if made.sums.whole else HELD_BACK


def _new_list(options: argparse.Namespace) -> int:
    target: Path = options.new_units
    must_be_xlsx(target)
    if not options.organ or not (options.year or "").isdigit():
        raise Refusal(
            "新建名单要写明汇总单位和年度，"
            "如：make-report collect 各单位 --new-units 单位名单.xlsx "
            "--organ 某某区人民政府 --year 2024"
        )
    filings: list[Filing] = []
    with undisturbed():
        if options.files:
            filings = _reader(options)(handed_in(options.files[0], [target]))
        listed = new_unit_list(target, options.organ, int(options.year), filings)
        if options.json:
            hand_over(new_list_as_json(target, listed))
        else:
            say(spoken_new_list(target, listed))
    return DONE


class _Reader:
    """Reads files in as many processes as are worth their start, or on a cluster."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options

    def __call__(self, files: Sequence[HandedIn]) -> list[Filing]:
        """Return the filings in order. Raise Refusal where people broke it off."""
        tasks = [FilingTask(one) for one in files]
        results = each_done(self._options, tasks)
        if left := len(tasks) - len(results):
            raise Refusal(
                f"已中断：还有 {left} 个文件没有读，汇总没有写。"
                "再运行一次同样的命令，读过的不用再读。"
            )
        return [one.filing for one in results]


_reader = _Reader
