"""Reads a template, lints it, compiles its parts, tries it. The traps of docxtpl end here.

docxtpl's template language is kept, and its `patch_xml` turns a part that a person edited in
Word into one that Jinja understands. Its `render` is not used: it repairs broken XML by
dropping text, and rewrites {_{, tabs and line breaks that people typed. Instead the few
allowed tags are checked first, values are escaped, and a name without a value is an error.
"""

import re
from collections.abc import Iterator, Mapping
from types import CodeType

from docxtpl import DocxTemplate
from jinja2 import Environment, Template, TemplateError
from lxml import etree

from generator.files import zip_archive as archive
from generator.form.vocabulary import Form
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT, TYPES
from generator.formats.docx.package.provenance import read_properties, with_provenance_parts
from generator.formats.docx.template.about_itself import about_itself
from generator.formats.docx.template.cache import CompiledParts
from generator.formats.docx.template.left_out import without_unseen
from generator.formats.docx.template.lint import lint, templated, texts
from generator.formats.docx.template.repeated import numbered_anew, without_repeated_ids
from generator.formats.docx.template.tags import SHOWN, count_tags, loop_over, tests_for
from generator.formats.docx.template.told_apart import told_apart
from generator.formats.docx.template.trial import lost_text
from generator.formats.docx.template.values import Value
from generator.model.finding import Refusal, TemplateRefusal

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INSTRUCTION = re.compile(rb"<\?(?!xml\s)")
_MOST_PARAGRAPHS = 5_000
_TAG_START = re.compile(r"\{[{%#]")


def compile_parts(data: bytes, name: str, form: Form, environment: Environment) -> CompiledParts:
    """Compile a template. Raise Refusal that lists everything wrong with it, with places."""
    parts = archive.open_archive(data, name, archive.DOCUMENT)
    _not_too_long(parts, name)
    parts = {part: _as_read(content, part, name) for part, content in parts.items()}
    _no_report(parts, name)
    _refuse(lint(parts, name, form), name)
    parts = about_itself(without_unseen(parts, name), name)
    parts = {part: _told_apart(content, part, name) for part, content in parts.items()}
    parts, snapshot, properties = with_provenance_parts(parts, name)
    compiled = {
        part: _compile(parts[part], part, name, environment) for part in parts if templated(part)
    }
    changing = {part: code for part, code in compiled.items() if code is not None}
    templates = {part: Template.from_code(environment, code, {}) for part, code in changing.items()}

    def render(values: Mapping[str, Value]) -> dict[str, bytes]:
        return {part: template.render(values).encode() for part, template in templates.items()}

    _refuse(lost_text(render, form, name), name)
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


def _not_too_long(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse a template of more paragraphs than anybody could have meant."""
    paragraphs = 0

    def count(_: str, __: Mapping[str, str]) -> None:
        nonlocal paragraphs
        paragraphs += 1
        if paragraphs > _MOST_PARAGRAPHS:
            raise Refusal(f"模板 {name} 的段落多得不正常，没有打开。请用空白文档重新做一份。")

    archive.scan_parts(parts, name, count, {"p"})


def _no_report(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse a document without any tag in its text, in one sentence instead of one for each."""
    root = parse(parts[DOCUMENT], DOCUMENT, name)
    if any(_TAG_START.search(text) for text, _ in texts(DOCUMENT, root)):
        return
    what = "是已经生成的报告" if read_properties(parts, name) else "里没有一个 {{ 标签 }}"
    raise Refusal(
        f"{name} {what}，不是模板。模板是 templates 文件夹里的“年度报告模板.docx”这样的。"
    )


def _as_read(content: bytes, part: str, name: str) -> bytes:
    """Return XML with nothing in it that those who read it see otherwise, or that only acts.

    That is CDATA, comments, and instructions to programs, such as to fetch a style sheet.
    """
    is_xml = part.endswith((".xml", ".rels"))
    more = b"<!" in content or _INSTRUCTION.search(content)
    return serialize(parse(content, part, name)) if is_xml and more else content


def _told_apart(content: bytes, part: str, name: str) -> bytes:
    if not templated(part):
        return content
    root = parse(content, part, name)
    return serialize(root) if told_apart(root) else content


def _refuse(problems: list[str], name: str) -> None:
    if problems:
        raise TemplateRefusal(name, problems)


def _compile(content: bytes, part: str, name: str, environment: Environment) -> CodeType | None:
    """Compile a part whose visible tags have been checked; there must be no others in it.

    Without any it is the same in every document, and None is returned.
    """
    root = parse(content, part, name)
    visible = sum(count_tags(text) for text, _ in texts(part, root))
    if without_repeated_ids(root):
        content = serialize(root)
    patched = DocxTemplate(None).patch_xml(_DECLARATION.sub("", content.decode("utf-8")))
    if len(_TAG_START.findall(patched)) != visible:
        where = "文字以外的地方（公式、图形、域、属性）也有花括号标签"
        _refuse([f"{part}：{where}，请删去"], name)
    if not visible:
        return None
    try:
        return environment.compile(_HEAD + numbered_anew(patched))
    except TemplateError as problem:
        raise TemplateRefusal(name, [f"{part}：标签的写法不对（{problem.message}）"]) from problem
