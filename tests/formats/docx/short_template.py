"""A short template: the official one with the first of its three tables, and a form to match.

Whatever can be wrong with the official one can be wrong with it, and is found four times as fast.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from generator.files.zip_archive import DOCUMENT, package
from generator.form.vocabulary import Form
from generator.form.wordings import Wordings
from generator.formats.docx.template.compiled import CompiledTemplate, compile_template
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.lint import lint
from generator.formats.docx.template.values import context_of
from generator.formats.report_json.snapshot import dumps
from generator.model.narrative import printed
from generator.model.report import Report
from tests.formats.docx import templates
from tests.forms import FORM as OFFICIAL_FORM

NAME = templates.NAME
_KEPT, *_CUT = OFFICIAL_FORM.tables
_RULES = ("R", _KEPT.not_a_number[:2])
"""How the rules begin that need no more than the table that is kept."""

FORM: Form = replace(
    OFFICIAL_FORM,
    id="short",
    sections=tuple(
        section._replace(tables=tuple(one for one in section.tables if one not in _CUT))
        for section in OFFICIAL_FORM.sections
    ),
    ties=(),
    sums=(),
    rules=tuple(rule for rule in OFFICIAL_FORM.rules if rule.id.startswith(_RULES)),
    wordings=Wordings(),
    example="",
)
_TABLE_AND_LOOP = re.compile(r"<w:tbl>.*?</w:tbl>.*?endfor %}.*?</w:p>")


def parts() -> dict[str, bytes]:
    """Return the parts of the short template."""
    return dict(_short())


@cache
def _short() -> Mapping[str, bytes]:
    official = templates.parts()
    kept, end, rest = official[DOCUMENT].decode().partition("</w:tbl>")
    rest = _TABLE_AND_LOOP.sub("", rest).replace("部分表前", "部分")
    return {**official, DOCUMENT: f"{kept}{end}{rest}".encode()}


def changed_parts(*changes: tuple[str, str], part: str = DOCUMENT) -> dict[str, bytes]:
    """Return its parts with texts of one of them replaced, each of which must be there."""
    return templates.changed(parts(), *changes, part=part)


def with_parts(more: Mapping[str, bytes]) -> bytes:
    """Return it with parts added or replaced."""
    return package({**parts(), **more})


def problems(template: Mapping[str, bytes]) -> list[str]:
    """Return what lint says of the parts of such a template, before anything is made of it."""
    return lint(template, NAME, FORM)


def compiled(data: bytes | None = None) -> CompiledTemplate:
    """Return such a template ready to be filled."""
    return compile_template(data or _packed(), NAME, FORM)


@cache
def _packed() -> bytes:
    return package(parts())


def filled(content: Report, template: bytes | None = None, *, draft_stamp: str = "") -> bytes:
    """Return the document of a report, without what the short template has no place for."""
    return filled_in(compiled(template), FORM, content, draft_stamp=draft_stamp)


def filled_in(
    template: CompiledTemplate, form: Form, content: Report, *, draft_stamp: str = ""
) -> bytes:
    """Return the document of a report, made of any template."""
    lines, _ = printed(content, form)
    values, _, placed = context_of(content, lines, form, draft_stamp=draft_stamp)
    return fill(template, values, placed, snapshot=dumps(content), origin={"report": "某局/2024"})
