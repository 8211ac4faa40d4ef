"""The command `make-report form`: an office's own forms."""

import argparse
import json
from pathlib import Path

from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.console.output import complain, hand_over, say
from generator.form.mistakes import FormMistakes
from generator.messages.forms import (
    examined_as_json,
    form_as_json,
    overview_sheets,
    spoken_choices,
    spoken_drawn,
    spoken_examined,
    spoken_form,
)
from generator.model.finding import Refusal
from generator.pipeline.forms.examined import examined_form
from generator.pipeline.forms.known import KnownForm
from generator.pipeline.forms.meant import file_meant, form_meant

_ACTIONS = {"检查": "check", "核对": "check", "模板": "template", "列出": "show", "看": "show"}
_ACTIONS |= {"规则": "rules"}
_USAGE = "如：make-report form check templates/案件统计/表.toml"


def run(options: argparse.Namespace) -> int:
    """Check a form, draw its template, list what it has, or write the schema for editors."""
    action, *named = options.words or [""]
    action = _ACTIONS.get(action, action)
    if action == "schema":
        return _schema(named)
    if action == "rules":
        say(spoken_choices())
        return DONE
    if action not in ("check", "template", "show"):
        raise Refusal(f"form 后面写 check、template、show、rules 或 schema，{_USAGE}")
    if len(named) != 1:
        raise Refusal(f"form {action} 后面写一个表式的 .toml 文件或者名称，{_USAGE}")
    if action == "check":
        return _check(named[0], as_data=options.json)
    try:
        known = form_meant(named[0])
    except FormMistakes:
        _check(named[0], as_data=options.json)
        return UNUSABLE
    if action == "template":
        return _template(known, options.output)
    return _show(known, options)


def _schema(named: list[str]) -> int:
    """Hand over the schema of forms, or that of their wordings."""
    from generator.form.reading.schema import form_schema, wordings_schema  # seldom asked for

    schema = wordings_schema() if named == ["wordings"] else form_schema()
    hand_over(json.dumps(schema, ensure_ascii=False, indent=2))
    return DONE


def _check(named: str, *, as_data: bool) -> int:
    found = examined_form(file_meant(named) or form_meant(named).file)
    if as_data:
        hand_over(examined_as_json(found))
    else:
        (say if found.form else complain)(spoken_examined(found))
    return DONE if found.form and not found.template_problems else HELD_BACK


def _template(known: KnownForm, output: Path | None) -> int:
    from generator.pipeline.forms.drawn import draw_template

    target = output or (known.file.with_name(known.form.template) if known.own else None)
    if target is None:
        raise Refusal("没有写明模板画到哪个文件（-o），如：-o 模板.docx")
    draw_template(known.form, target)
    say(spoken_drawn(str(target), known.form))
    return DONE


def _show(known: KnownForm, options: argparse.Namespace) -> int:
    if options.output:
        from generator.pipeline.forms.drawn import write_lists

        write_lists(overview_sheets(known.form), options.output)
        say(f"已列出：{options.output}")
    elif options.json:
        hand_over(form_as_json(known.form))
    else:
        say(spoken_form(known.form))
    return DONE
