"""A template of notices, ready to be filled."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import NamedTuple

from jinja2 import Template
from lxml import etree

from generator.files.zip_archive import package
from generator.form.labels import label_key
from generator.formats.docx.exhibits.text_block import text_block
from generator.formats.docx.notices.tags import LIST, NAMES, STYLES
from generator.formats.docx.notices.trial import lost_text
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT, TYPES, W
from generator.formats.docx.package.provenance import with_properties
from generator.formats.docx.template.compiled import environment
from generator.formats.docx.template.part_compiler import compiled, made_ready, opened, refuse
from generator.formats.docx.template.parts_lint import lint_parts

_STYLES = "word/styles.xml"
_TAG = f"{{{{{LIST}}}}}"


class NoticeTemplate(NamedTuple):
    """A template of notices, ready to be filled again and again."""

    static: Mapping[str, bytes]
    begun: bytes
    """The archive of every notice, as far as it is the same: with the static parts in it."""
    changing: Mapping[str, Template]
    properties: bytes
    """The template's own custom properties, to which ours are added."""
    styles: Mapping[str, str]
    """Ids of the styles in which the list is set, by their names."""
    width: int
    """That of the text where the list stands, in twentieths of a point."""


@lru_cache(maxsize=2)
def compile_notice_template(data: bytes, name: str) -> NoticeTemplate:
    """Return a template ready to be filled; `name` is that of its file, for messages.

    Raise Refusal that lists everything wrong with it, with places.
    """
    parts = opened(data, name)
    refuse(lint(parts, name), name)
    styles = _style_ids(parts, name)
    parts, properties = with_properties(made_ready(parts, name), name)
    parts[DOCUMENT], width = _with_blocks(parts[DOCUMENT], name)
    code = compiled(parts, name, environment())
    static = {part: content for part, content in parts.items() if part not in code}
    static = {TYPES: static.pop(TYPES), **static}
    template = NoticeTemplate(static, package(static), _templates(code), properties, styles, width)
    refuse(lost_text(template.changing, name), name)
    return template


def is_of_notices(data: bytes, name: str) -> bool:
    """Tell by the tag that no other template has. Raise Refusal where it is no template at all."""
    root = parse(opened(data, name)[DOCUMENT], DOCUMENT, name)
    return any(_TAG in label_key(paragraph_text(one)) for one in paragraphs(root))


def lint(parts: Mapping[str, bytes], name: str) -> list[str]:
    """Return everything that is wrong with a template, each with its place. Empty: usable."""
    found = lint_parts(parts, name, NAMES)
    problems = [*found.problems]
    if not found.roots:
        return problems
    styles = _style_ids(parts, name)
    problems += [
        f"模板里没有样式“{style}”，清单没有样式可用，请照自带的模板补上"
        for style in STYLES
        if style not in styles
    ]
    return [*problems, *_list_alone(found.roots[DOCUMENT])]


def _list_alone(root: etree._Element) -> Iterator[str]:
    """Find what keeps the list from standing in the text, once, in place of a paragraph."""
    there = [one for one in paragraphs(root) if _TAG in label_key(paragraph_text(one))]
    if len(there) > 1:
        yield f"“{LIST}”的标签应当正好出现一次，现在有 {len(there)} 次"
    for one in there:
        parent = one.getparent()
        if parent is None or parent.tag != f"{W}body" or label_key(paragraph_text(one)) != _TAG:
            yield f"“{LIST}”的标签必须在正文里单独成段，不能在表格、文本框里或者和别的文字一起"


def _with_blocks(document: bytes, name: str) -> tuple[bytes, int]:
    """Let the list come in place of the paragraph in which its tag stands, and how wide it may be.

    That is what {{p }} means to docxtpl, whose `patch_xml` takes the paragraph away.
    """
    root = parse(document, DOCUMENT, name)
    width = 0
    for one in paragraphs(root):
        if label_key(paragraph_text(one)) == _TAG:
            first, *others = one.iter(f"{W}t")
            first.text = f"{{{{p {LIST} }}}}"
            for other in others:
                other.text = ""
            width = text_block(one).width
    return serialize(root), width


def _style_ids(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the ids of paragraph styles by their names: programs give ids of their own."""
    found: dict[str, str] = {}
    for style in parse(parts[_STYLES], _STYLES, name).iter(f"{W}style"):
        called = style.find(f"{W}name")
        if called is not None and style.get(f"{W}type") == "paragraph":
            known = called.get(f"{W}val", "")
            found.setdefault(
                known.lower() if known.isascii() else known, style.get(f"{W}styleId", "")
            )
    return found


def _templates(code: Mapping[str, CodeType]) -> dict[str, Template]:
    return {part: Template.from_code(environment(), one, {}) for part, one in code.items()}
