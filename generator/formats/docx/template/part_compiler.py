"""Compiles the parts of a template, of whatever. The traps of docxtpl end here.

docxtpl's template language is kept, and its `patch_xml` turns a part that a person edited in
Word into one that Jinja understands. Its `render` is not used: it repairs broken XML by
dropping text, and rewrites {_{, tabs and line breaks that people typed. Instead the few
allowed tags are checked first, values are escaped, and a name without a value is an error.
"""

import re
from collections.abc import Mapping
from types import CodeType

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError

from generator.files import zip_archive as archive
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.template.about_itself import about_itself
from generator.formats.docx.template.left_out import without_unseen
from generator.formats.docx.template.parts_lint import templated, texts
from generator.formats.docx.template.repeated import numbered_anew, without_repeated_ids
from generator.formats.docx.template.tags import count_tags
from generator.formats.docx.template.told_apart import told_apart
from generator.model.finding import Refusal, TemplateRefusal

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INSTRUCTION = re.compile(rb"<\?(?!xml\s)")
_MOST_PARAGRAPHS = 5_000
_TAG_START = re.compile(r"\{[{%#]")


def opened(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a template. Raise Refusal where it is none or is not safe to open."""
    parts = archive.open_archive(data, name, archive.DOCUMENT)
    _not_too_long(parts, name)
    return {part: _as_read(content, part, name) for part, content in parts.items()}


def has_tags(parts: Mapping[str, bytes], name: str) -> bool:
    """Tell whether the text of a document has any tag."""
    root = parse(parts[DOCUMENT], DOCUMENT, name)
    return any(_TAG_START.search(text) for text, _ in texts(DOCUMENT, root))


def refuse(problems: list[str], name: str) -> None:
    """Raise Refusal where there are any problems."""
    if problems:
        raise TemplateRefusal(name, problems)


def made_ready(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts of a template that was found right, as its documents are to have them."""
    ready = about_itself(without_unseen(parts, name), name)
    return {part: _told_apart(content, part, name) for part, content in ready.items()}


def compiled(
    parts: Mapping[str, bytes], name: str, environment: Environment
) -> dict[str, CodeType]:
    """Compile those parts in which there are tags. Raise Refusal where one is in no text."""
    found = {
        part: _compile(parts[part], part, name, environment) for part in parts if templated(part)
    }
    return {part: code for part, code in found.items() if code is not None}


def _not_too_long(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse a template of more paragraphs than anybody could have meant."""
    paragraphs = 0

    def count(_: str, __: Mapping[str, str]) -> None:
        nonlocal paragraphs
        paragraphs += 1
        if paragraphs > _MOST_PARAGRAPHS:
            raise Refusal(f"模板 {name} 的段落多得不正常，没有打开。请用空白文档重新做一份。")

    archive.scan_parts(parts, name, count, {"p"})


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
        refuse([f"{part}：{where}，请删去"], name)
    if not visible:
        return None
    try:
        return environment.compile(_HEAD + numbered_anew(patched))
    except TemplateError as problem:
        raise TemplateRefusal(name, [f"{part}：标签的写法不对（{problem.message}）"]) from problem
