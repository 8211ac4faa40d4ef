"""Reads a template of a report, lints it, compiles its parts, tries it."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment, Template
from lxml import etree

from generator.form.vocabulary import Form
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT, TYPES
from generator.formats.docx.package.provenance import read_properties, with_provenance_parts
from generator.formats.docx.template.cache import CompiledParts
from generator.formats.docx.template.lint import lint
from generator.formats.docx.template.part_compiler import (
    compiled,
    has_tags,
    made_ready,
    opened,
    refuse,
)
from generator.formats.docx.template.parts_lint import texts
from generator.formats.docx.template.tags import SHOWN, loop_over, tests_for
from generator.formats.docx.template.trial import lost_text
from generator.formats.docx.template.values import Value
from generator.model.finding import Refusal


def compile_parts(data: bytes, name: str, form: Form, environment: Environment) -> CompiledParts:
    """Compile a template. Raise Refusal that lists everything wrong with it, with places."""
    parts = opened(data, name)
    _no_report(parts, name)
    refuse(lint(parts, name, form), name)
    parts, snapshot, properties = with_provenance_parts(made_ready(parts, name), name)
    changing = compiled(parts, name, environment)
    templates = {part: Template.from_code(environment, code, {}) for part, code in changing.items()}

    def render(values: Mapping[str, Value]) -> dict[str, bytes]:
        return {part: template.render(values).encode() for part, template in templates.items()}

    refuse(lost_text(render, form, name), name)
    static = {part: content for part, content in parts.items() if part not in changing}
    static = {TYPES: static.pop(TYPES), **static}
    shows = tuple(_shows(parse(parts[DOCUMENT], DOCUMENT, name)))
    return CompiledParts(static, changing, snapshot, properties, shows)


def _shows(root: etree._Element) -> Iterator[str]:
    """Yield the parts for which the template has paragraphs for what is shown beside text."""
    part = ""
    for text, _ in texts(DOCUMENT, root):
        part = loop_over(text) or part
        if tests_for(text, SHOWN):
            yield part


def _no_report(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse a document without any tag in its text, in one sentence instead of one for each."""
    if has_tags(parts, name):
        return
    what = "是已经生成的报告" if read_properties(parts, name) else "里没有一个 {{ 标签 }}"
    raise Refusal(
        f"{name} {what}，不是模板。模板是 templates 文件夹里的“年度报告模板.docx”这样的。"
    )
