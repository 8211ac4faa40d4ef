"""Prepares a template once: reads it, lints it, compiles it. The traps of docxtpl end here.

docxtpl's template language is kept, and its `patch_xml` turns a part that a person edited in
Word into one that Jinja understands. Its `render` is not used: it repairs broken XML by
dropping text, and rewrites {_{, tabs and line breaks that people typed. Instead the few
allowed tags are checked first, values are escaped, and a name without a value is an error.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from generator import archive
from generator.document.lint import lint, templated
from generator.document.ooxml import TYPES, parse
from generator.document.provenance import Wiring, wire
from generator.finding import Refusal
from generator.form.vocabulary import Form

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHOWN_PROBLEMS = 30


@dataclass(frozen=True)
class Compiled:
    """A template that is ready to be filled, again and again."""

    static: Mapping[str, bytes]
    """Parts that are the same in every document, in the order of the package."""
    changing: Mapping[str, Template]
    wiring: Wiring
    fingerprint: str
    """sha256 of the template file."""


def compile_template(data: bytes, name: str, form: Form) -> Compiled:
    """Prepare a template. Raise Refusal that lists everything wrong with it, with places."""
    parts = archive.open_archive(data, name, archive.DOCUMENT)
    problems = lint(parts, name, form)
    if problems:
        shown = "\n".join(f"  {problem}" for problem in problems[:_SHOWN_PROBLEMS])
        more = len(problems) - _SHOWN_PROBLEMS
        rest = f"\n  …… 还有 {more} 处" if more > 0 else ""
        raise Refusal(f"模板 {name} 不能用，请在 Word 里改正：\n{shown}{rest}")
    parts, wiring = wire(parts, name)
    changing = {part: _compile(parts[part], part, name) for part in parts if templated(part)}
    static = {part: content for part, content in parts.items() if part not in changing}
    static = {TYPES: static.pop(TYPES), **static}
    return Compiled(static, changing, wiring, hashlib.sha256(data).hexdigest())


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


def _compile(content: bytes, part: str, name: str) -> Template:
    parse(content, part, name)
    text = _DECLARATION.sub("", content.decode("utf-8"))
    patched = DocxTemplate(None).patch_xml(text)
    return _environment().from_string(_HEAD + patched)
