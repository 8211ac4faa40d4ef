"""New workbooks, imported ones, and reports made of them."""

import re
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Any
from urllib.parse import unquote

from generator.files.delivery import write_new
from generator.files.file_names import INPUTS
from generator.files.free_names import free_name
from generator.files.locks import is_lock
from generator.files.safe_names import safe_stem
from generator.messages.imported import spoken_import
from generator.messages.new_workbook import spoken_from_last_year, spoken_new
from generator.messages.outcome import headline, pressing, template_said
from generator.messages.page.folder import id_of
from generator.model.finding import Refusal
from generator.pipeline.edition import form_named, usual_form
from generator.pipeline.import_document import build_imported
from generator.pipeline.listing.states import State
from generator.pipeline.make import make
from generator.pipeline.new import new_workbook, usual_target, write_next_year
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.template_choice import packaged_template
from generator.pipeline.working.watched import each_done
from generator.web.desk import Desk
from generator.web.request import Answer, Request
from generator.web.told import Tone, choice, told, view

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_WORKBOOK = ".xlsx"
_TO_MAKE = (State.READY, State.WRONG, State.MADE)
"""States of reports of which a document may be made that nobody has worked on."""


def blank(desk: Desk, request: Request, _rest: str) -> Answer:
    """Make a blank workbook, of the form that was chosen."""
    organ, year, chosen = request.text("organ").strip(), year_in(request), request.text("form")
    form = form_named(chosen, desk.folder / INPUTS) if chosen else usual_form()
    usual = usual_target(_for_workbooks(desk), year, form)
    called = usual.stem.replace(str(year), "")
    named = usual.with_name(f"{safe_stem(organ)}{year}年{called}{_WORKBOOK}")
    target = named if usual.exists() else usual
    with desk.work.doing("正在新建工作簿"):
        new_workbook(organ, year, target, form=form)
    return _new(desk, target, spoken_new(target))


def next_year(desk: Desk, _request: Request, given: str) -> Answer:
    """Make next year's workbook from this year's."""
    source = desk.file(given)
    with desk.work.doing("正在新建下年的工作簿"):
        made = write_next_year(source)
    return _new(desk, made.workbook, spoken_from_last_year(made, source))


def brought_in(desk: Desk, request: Request, _rest: str) -> Answer:
    """Copy a file into the folder, under a free name, and make a workbook of it if it is none."""
    name = _plain_name(request.name)
    with desk.work.doing(f"正在导入 {name}"):
        if name.lower().endswith(_WORKBOOK):
            workbook = free_name(_for_workbooks(desk) / name)
            write_new(request.body, workbook)
            return _new(desk, workbook, f"已放进文件夹：{workbook.name}")
        document = free_name(desk.folder / name)
        write_new(request.body, document)
        try:
            imported = build_imported(document)
            if imported.workbook.exists():
                imported = build_imported(document, target=free_name(imported.workbook))
            imported.write()
        except Refusal as refusal:
            lines = [f"{document.name} 已放进文件夹。"]
            return told(desk, str(refusal), lines, tone=Tone.BAD)
    return _new(desk, imported.workbook, spoken_import(imported))


def made(desk: Desk, request: Request, given: str) -> Answer:
    """Make the report of a workbook, or a draft."""
    workbook, options = desk.file(given), request.data()
    draft, force = options.get("draft") is True, options.get("force") is True
    with desk.work.doing("正在生成草稿" if draft else "正在生成报告"):
        outcome = make(workbook, draft=draft, force=force)
    desk.watch.look()
    return told(
        desk,
        headline(outcome),
        _lines(outcome) if outcome.status is not Status.HELD else (),
        tone=_tone(outcome),
        choices=_what_next(outcome, given),
    )


def _lines(outcome: Outcome) -> Iterator[str]:
    """Yield what people must know of a report; the program's own template need not be told."""
    yield from pressing(outcome)
    template = outcome.template if outcome.status is Status.WRITTEN else None
    if template and template.path != packaged_template(outcome.form):
        yield template_said(template)


def all_made(desk: Desk, _request: Request, _rest: str) -> Answer:
    """Make all reports that nothing stands against, one after another."""
    due = [one.path for one in desk.states.found.files if one.state in _TO_MAKE and not one.example]
    with desk.work.doing("正在生成报告"):
        done = each_done(due, make, desk.work.watch)
    lines = [*map(headline, done.results.values()), *done.refused.values()]
    left = f"，停下时还有 {len(done.left)} 份没有做" if done.left else ""
    well = not (done.left or done.refused)
    said = f"处理了 {len(lines)} 份报告{left}" if due else "没有可以生成的报告"
    return told(desk, said, lines, tone=Tone.GOOD if well else Tone.WARN)


def year_in(request: Request) -> int:
    """Return the year that was typed. Raise Refusal where it is none."""
    typed = str(request.data().get("year", "")).strip()
    if not re.fullmatch(r"20[0-9]{2}", typed):
        raise Refusal(f"年度“{typed}”不对，请写四位数字，如 2024。")
    return int(typed)


def _new(desk: Desk, workbook: Path, said: str) -> Answer:
    """Tell of a new workbook, and show it."""
    desk.watch.look()
    first, *lines = said.split("\n")
    own = id_of(workbook)
    choices = [choice("打开工作簿", f"open/{own}")]
    return told(desk, first, map(str.strip, lines), choices=choices, goto=f"#/report/{own}")


def _what_next(outcome: Outcome, given: str) -> list[dict[str, Any]]:
    document = f"open/{id_of(outcome.output)}" if outcome.output else ""
    if outcome.status is Status.EDITED and outcome.output:
        review = f"#/review/{id_of(outcome.output)}"
        again = choice("另存改过的那一份，重新生成", f"make/{given}", {"force": True})
        return [view("看改了什么", review), again]
    if outcome.status is Status.HELD:
        return [choice("先生成草稿", f"make/{given}", {"draft": True})]
    return [choice("打开文档", document)]


def _tone(outcome: Outcome) -> Tone:
    if outcome.status in (Status.HELD, Status.EDITED):
        return Tone.BAD if outcome.status is Status.HELD else Tone.WARN
    wrong = any(finding.stands_as_wrong for finding in outcome.findings)
    return Tone.WARN if wrong or outcome.draft else Tone.GOOD


def _for_workbooks(desk: Desk) -> Path:
    inputs = desk.folder / INPUTS
    return inputs if inputs.is_dir() and not inputs.is_symlink() else desk.folder


def _plain_name(said: str) -> str:
    """Return the name of a file that was handed over: a name alone, that any system takes.

    Raise Refusal for a name that would say that another file is open.
    """
    path = PureWindowsPath(unquote(said).strip())  # which knows both kinds of slashes
    if is_lock(path.name):
        raise Refusal(
            f"{path.name} 只是 Excel、Word 打开文件时留下的，不是报告，没有导入。请拖入报告本身。"
        )
    suffix = path.suffix if _SUFFIX.fullmatch(path.suffix) else ""
    return f"{safe_stem(path.name.removesuffix(path.suffix))}{suffix}"
